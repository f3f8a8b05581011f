"""ONNX Runtime's failures in our words: what was found, what is needed, what to do."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import Cancelled, ModelError, OutOfMemory, ReleveError
from ..language import tr
from .anatomy import Anatomy

# Operator sets that ONNX Runtime itself implements; any other needs a library we do not load.
DOMAINS = ("", "ai.onnx.ml", "com.microsoft")
DOMAIN_FAMILIES = ("com.microsoft.", "com.ms.", "ai.onnx.")

MEMORY_SIGNS = re.compile(
    r"failed to allocate memory|out of memory|bad[ _]alloc|bfcarena|cuda_error_out_of_memory"
    r"|cudnn_status_alloc_failed|cublas_status_alloc_failed|e_outofmemory|8007000e|not enough memory",
    re.IGNORECASE,
)


def check_loadable(anatomy: Anatomy, path: Path | None) -> None:
    """Refuse, before loading, a model that cannot load: weights missing beside it, custom operators.

    Raises
    ------
    ModelError
        The message names the file or the operators.
    """
    if path is not None:
        _check_external(anatomy, path)
    functions = {domain for domain, _ in anatomy.local_functions}
    custom = sorted(
        f"{domain}:{operator}"
        for domain, operator in anatomy.operators
        if domain not in (*DOMAINS, *functions) and not domain.startswith(DOMAIN_FAMILIES)
    )
    if custom:
        raise ModelError(
            tr(
                "The model uses custom operators ({operators}), which Relevé does not run: "
                "export it with standard ONNX operators."
            ).format(operators=", ".join(custom))
        )


def _check_external(anatomy: Anatomy, path: Path) -> None:
    for location, end in anatomy.external.items():
        companion = path.parent / location
        if not companion.is_file():
            raise ModelError(
                tr(
                    "The model keeps its weights in “{file}”, which is missing in {folder}: copy it there."
                ).format(file=location, folder=path.parent)
            )
        if companion.stat().st_size < end:
            raise ModelError(
                tr(
                    "The weights in “{file}” are cut short ({size} of at least {end} bytes): copy them again."
                ).format(file=location, size=companion.stat().st_size, end=end)
            )


def loading_error(error: BaseException, anatomy: Anatomy) -> ModelError | None:
    """Our error for a model that this ONNX Runtime cannot load; None when it is not the model's fault."""
    text = str(error)
    if found := re.search(r"Unsupported model IR version: (\d+), max supported IR version: (\d+)", text):
        return _newer("IR", found[1], found[2])
    if found := re.search(
        r"Opset (\d+) is under development.*domain (\S+) is till opset (\d+)", text, re.DOTALL
    ):
        return _newer(f"opset {found[2]}", found[1], found[3])
    operator = re.search(r"No Op registered for (\S+)|Fatal error: (\S+) is not a registered", text)
    if operator:
        return ModelError(
            tr(
                "The model uses the operator “{operator}” (opset {opset}), which ONNX Runtime {runtime} "
                "does not have: export the model with standard operators, or update the backend."
            ).format(
                operator=re.sub(r"\(-?\d+\)$", "", operator[1] or operator[2]),
                opset=anatomy.opsets.get("", "?"),
                runtime=runtime_version(),
            )
        )
    if re.search(r"external data|external initializer|GetExtDataFromTensorProto", text, re.IGNORECASE):
        return ModelError(tr("The model's weights cannot be read: {reason}").format(reason=reason(error)))
    if re.search(
        r"Invalid model|INVALID_GRAPH|INVALID_PROTOBUF|ShapeInferenceError|TypeInferenceError", text
    ):
        return ModelError(
            tr(
                "The model is not valid ONNX: {reason} Export it again, and check it with onnx.checker."
            ).format(reason=reason(error))
        )
    return None


def running_error(error: BaseException) -> ReleveError:
    """Our error for a run that failed."""
    text = str(error)
    if "terminate flag" in text:
        return Cancelled(tr("cancelled"))
    if isinstance(error, MemoryError) or MEMORY_SIGNS.search(text):
        return OutOfMemory(
            tr("There is not enough memory to run the model on this many tiles: use a smaller batch or tile.")
        )
    return ModelError(tr("The model failed on its input: {reason}").format(reason=reason(error)))


def reason(error: BaseException) -> str:
    """The part of ONNX Runtime's message that means something to a reader, in one line.

    Examples
    --------
    >>> reason(RuntimeError("[ONNXRuntimeError] : 1 : FAIL : /src/a.cc:17 void f(int) Integer overflow"))
    'Integer overflow'
    """
    text = " ".join(str(error).split())
    text = re.sub(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ", "", text)
    text = re.sub(r"\S*/\S+\.(cc|h|cpp):\d+ .*?\)(::\S+\(\))? ", "", text)
    return text[:400]


def runtime_version() -> str:
    """Version of the ONNX Runtime that runs here."""
    import onnxruntime

    return str(onnxruntime.__version__)


def _newer(what: str, found: str, known: str) -> ModelError:
    return ModelError(
        tr(
            "The model is newer than this runtime: it has {what} {found}, "
            "ONNX Runtime {runtime} reads up to {known}. "
            "Update the backend, or export the model with {what} {known} or lower."
        ).format(what=what, found=found, known=known, runtime=runtime_version())
    )
