"""Which execution providers there are, in which order they are tried, and how each is set up.

Nothing here is a closed list: a provider that a future ONNX Runtime brings is used by its own name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

from ..errors import ProviderError
from ..language import tr

SUFFIX = "ExecutionProvider"
NICKNAMES = {"directml": "dml"}

# TensorRT spends minutes on building an engine for each shape, so it is used by name only.
AUTO_ORDER = ("cuda", "coreml", "directml", "openvino", "cpu")

# Tried one after the other for the nodes that the first does not run.
BEHIND = {"tensorrt": ("cuda",)}

OPTIONS: dict[str, dict[str, Any]] = {
    "cuda": {"cudnn_conv_algo_search": "HEURISTIC"},  # the default tries every algorithm for each new shape
}


def available_providers() -> tuple[str, ...]:
    """Short names of what this ONNX Runtime was built with, in its own order.

    Examples
    --------
    >>> "cpu" in available_providers()
    True
    """
    import onnxruntime

    return tuple(short_name(name) for name in onnxruntime.get_available_providers())


def plausible_providers() -> tuple[str, ...]:
    """What a computer like this one may have, whether it is installed or not, best first.

    Examples
    --------
    >>> plausible_providers()[-1]
    'cpu'
    """
    found = {
        "linux": ("cuda", "openvino"), "win32": ("cuda", "directml", "openvino"), "darwin": ("coreml",)
    }.get(sys.platform, ())  # fmt: skip
    return tuple(name for name in AUTO_ORDER if name == "cpu" or name in (*found, *available_providers()))


def short_name(provider: str) -> str:
    """The name people use for a provider.

    Examples
    --------
    >>> short_name("DmlExecutionProvider"), short_name("CUDAExecutionProvider"), short_name("CPU")
    ('directml', 'cuda', 'cpu')
    """
    name = provider.removesuffix(SUFFIX).lower()
    return next((nick for nick, real in NICKNAMES.items() if real == name), name)


def full_name(provider: str) -> str:
    """ONNX Runtime's own name, as this build spells it (``"cuda"`` → ``"CUDAExecutionProvider"``)."""
    import onnxruntime

    known: dict[str, str] = {short_name(name): name for name in onnxruntime.get_available_providers()}
    return known.get(short_name(provider), provider)


def candidates(asked: Sequence[str], *, allow_cpu_fallback: bool) -> tuple[str, ...]:
    """The providers to try, best first.

    Raises
    ------
    ProviderError
        A provider asked for by name is not in this ONNX Runtime, and the processor may not stand in.
    """
    here = available_providers()
    if not asked or "auto" in asked:
        return tuple(name for name in AUTO_ORDER if name in here)
    wanted = [short_name(name) for name in asked]
    found = tuple(name for name in wanted if name in here)
    if not found and not allow_cpu_fallback:
        raise ProviderError(
            tr(
                "The execution provider {asked} is not in the installed ONNX Runtime, which has: {here}. "
                "Install the matching variant of the backend, choose another, or allow the processor instead."
            ).format(asked=", ".join(asked), here=", ".join(name for name in here if name != "azure"))
        )
    return (*found, "cpu") if allow_cpu_fallback and "cpu" not in found else found


def chain(provider: str, *, device_id: int = 0) -> list[tuple[str, dict[str, Any]]]:
    """The list ONNX Runtime wants for one provider: itself, what stands behind it, the processor last."""
    here = available_providers()
    behind = [name for name in BEHIND.get(provider, ()) if name in here]
    names = [provider, *behind] + ([] if provider == "cpu" else ["cpu"])
    options = {name: dict(OPTIONS.get(name, {})) for name in names}
    for name in ("cuda", "tensorrt", "directml"):
        if name in options and device_id:
            options[name]["device_id"] = str(device_id)
    return [(full_name(name), options[name]) for name in names]


def default_threads() -> int:
    """Threads for one operator: 0 lets ONNX Runtime use the physical cores, where we may use them all."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return 0 if allowed == os.cpu_count() else int(allowed or 0)
