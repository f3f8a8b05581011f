"""A model loaded and ready to run, on the execution provider that really runs it."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as native

from ..errors import Cancelled, ModelError, OutOfMemory, ProviderError
from ..language import tr
from . import providers as provision
from .anatomy import Anatomy, Port, parse_anatomy, read_anatomy
from .failures import check_loadable, loading_error, reason, running_error

Array = np.ndarray[Any, np.dtype[Any]]

# Everything the native library raises; its classes share no base but Exception.
NATIVE_ERRORS: tuple[type[BaseException], ...] = (
    *(
        one
        for one in vars(native).values()
        if isinstance(one, type) and issubclass(one, Exception) and one.__module__.startswith("onnxruntime")
    ),
    RuntimeError,
    ValueError,
    MemoryError,
)

PROBE_SIDES = (64, 256)  # what a side of any length is given for a trial run
PROBE_TOLERANCE = 1e-3
FATAL = 4  # we raise what went wrong: ONNX Runtime need not print it too


class Session:
    """A loaded model.

    Attributes
    ----------
    provider : str
        Short name of the execution provider that runs it (``"cpu"``, ``"cuda"``…).
    device : str
        The device in words.
    inputs, outputs : tuple of Port
        Names, dtypes and shapes (-1 for a side of any length).
    notes : tuple of str
        What the user should know: a provider that was tried and failed, nodes that fell to the processor.
    """

    def __init__(
        self, native_session: Any, anatomy: Anatomy, *, provider: str, threads: int, notes: Sequence[str] = ()
    ) -> None:
        self.provider = provider
        self.threads = threads
        self.inputs: tuple[Port, ...] = anatomy.inputs
        self.outputs: tuple[Port, ...] = anatomy.outputs
        self.notes = tuple(notes)
        self._native = native_session
        self._running: set[Any] = set()
        self._lock = threading.Lock()

    def run(self, feeds: Mapping[str, Array], outputs: Sequence[str] | None = None) -> list[Array]:
        """The outputs named (all by default) for these inputs; may be called from several threads.

        Raises
        ------
        Cancelled
            `terminate` was called meanwhile.
        OutOfMemory
            A smaller batch may do.
        ModelError
            The input does not fit, or the model failed.
        """
        options = onnxruntime.RunOptions()  # a set terminate flag would also stop every later run
        options.log_severity_level = FATAL
        with self._lock:
            self._running.add(options)
        try:
            return list(self._native.run(None if outputs is None else list(outputs), dict(feeds), options))
        except NATIVE_ERRORS as error:
            raise running_error(error) from error
        finally:
            with self._lock:
                self._running.discard(options)

    def terminate(self) -> None:
        """Stop the runs under way, from any thread; they raise `Cancelled` at their next node."""
        with self._lock:
            for options in self._running:
                options.terminate = True

    @property
    def device(self) -> str:
        """The device in words."""
        if self.provider == "cpu":
            return tr("processor")
        for one in getattr(onnxruntime, "get_ep_devices", list)():
            if provision.short_name(one.ep_name) == self.provider:
                words = dict(one.device.metadata).get("Description") or one.device.vendor
                return f"{self.provider} ({words})" if words else self.provider
        return self.provider

    @property
    def exact_batch(self) -> int | None:
        """The only batch the graph accepts, None when it takes any."""
        sides = {port.shape[0] for port in self.inputs if port.shape and port.shape[0] > 0}
        return min(sides) if sides else None

    @cached_property
    def batch_limit(self) -> int | None:
        """Most items a run may hold: None for any number, 1 where a batch of two fails or mixes its items.

        Found by a trial, since some exports declare a batch of any size around a fixed reshape.
        """
        if self.exact_batch is not None:
            return self.exact_batch
        for side in PROBE_SIDES:
            try:
                return None if self._keeps_items_apart(side) else 1
            except Cancelled:
                raise
            except (ModelError, OutOfMemory):
                continue
        return 1

    def _keeps_items_apart(self, side: int) -> bool:
        """Whether two items give the same together as alone; raises when even one does not run."""
        random = np.random.default_rng(0)
        pair = {port.name: _trial(port, side, random) for port in self.inputs}
        alone = [self.run({name: value[item : item + 1] for name, value in pair.items()}) for item in (0, 1)]
        try:
            together = self.run(pair)
        except (ModelError, OutOfMemory):
            return False
        return all(
            both.shape[:1] == (2,)
            and np.allclose(both, np.concatenate(singles), rtol=PROBE_TOLERANCE, atol=PROBE_TOLERANCE)
            for both, *singles in zip(together, *alone, strict=True)
        )


def open_session(
    model: str | Path | bytes,
    *,
    providers: Sequence[str] = ("auto",),
    threads: int | None = None,
    allow_cpu_fallback: bool = False,
    weights_folder: str | Path | None = None,
    device_id: int = 0,
) -> Session:
    """Load a model on the best of the providers asked for.

    Parameters
    ----------
    model : path or bytes
        An ONNX file, or a model held in memory.
    providers : sequence of str
        ``("auto",)``, or names in order of preference (``"cuda"``, ``"tensorrt"``, ``"directml"``,
        ``"coreml"``, ``"openvino"``, ``"cpu"``, or any name ONNX Runtime knows).
    threads : int, optional
        Threads for one operator; by default the physical cores.
    allow_cpu_fallback : bool
        Whether the processor may stand in for a provider asked for by name.
    weights_folder : path, optional
        Where the external weights of a model held in memory lie.
    device_id : int
        Which of several GPUs.

    Raises
    ------
    ModelError
        The model cannot be loaded; the message names the cause.
    ProviderError
        The provider asked for is absent or fails, and nothing may stand in.
    """
    path = None if isinstance(model, bytes) else Path(model)
    anatomy = parse_anatomy(model) if isinstance(model, bytes) else read_anatomy(model)
    check_loadable(anatomy, path)
    tried: list[str] = []
    for provider in provision.candidates(providers, allow_cpu_fallback=allow_cpu_fallback):
        try:
            return _open(model, anatomy, provider, threads, weights_folder, device_id, tried)
        except ProviderError as error:
            tried.append(str(error))
    raise ProviderError(
        tr("{reasons} Choose another execution provider, or allow the processor instead.").format(
            reasons=" ".join(tried)
        )
    )


def _open(
    model: str | Path | bytes,
    anatomy: Anatomy,
    provider: str,
    threads: int | None,
    weights_folder: str | Path | None,
    device_id: int,
    tried: Sequence[str],
) -> Session:
    count = provision.default_threads() if threads is None else threads
    options = _options(provider, count, weights_folder)
    if provider in ("cuda", "tensorrt") and hasattr(onnxruntime, "preload_dlls"):
        onnxruntime.preload_dlls()
    source = model if isinstance(model, bytes) else str(model)
    try:
        session = onnxruntime.InferenceSession(
            source,
            sess_options=options,  # the spelling "options" is accepted and ignored
            providers=provision.chain(provider, device_id=device_id),
            enable_fallback=0,  # the default retries on the processor and prints so on standard output
        )
    except NATIVE_ERRORS as error:
        raise _opening_error(error, anatomy, provider) from error
    notes = [*tried, *_check_provider(session, provider)]
    return Session(session, anatomy, provider=provider, threads=count, notes=notes)


def _options(provider: str, threads: int, weights_folder: str | Path | None) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = FATAL
    if provider == "directml":  # it supports neither
        options.enable_mem_pattern = False
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    if provider != "cpu":
        options.add_session_config_entry("session.record_ep_graph_assignment_info", "1")
    if weights_folder is not None:
        options.add_session_config_entry(
            "session.model_external_initializers_file_folder_path", str(weights_folder)
        )
    return options


def _opening_error(error: BaseException, anatomy: Anatomy, provider: str) -> Exception:
    known = loading_error(error, anatomy)
    if known is not None:
        return known
    failure = running_error(error)
    if isinstance(failure, OutOfMemory):
        return failure
    if provider == "cpu":
        return ModelError(tr("The model cannot be loaded: {reason}").format(reason=reason(error)))
    return ProviderError(
        tr("The execution provider {provider} failed to start: {reason}.").format(
            provider=provider, reason=reason(error).rstrip(".")
        )
    )


def _check_provider(session: Any, provider: str) -> list[str]:
    """Refuse a session that runs elsewhere than asked; say how much of it fell to the processor."""
    used = [provision.short_name(name) for name in session.get_providers()]
    if used[:1] != [provider]:
        raise ProviderError(
            tr("The execution provider {provider} did not start: ONNX Runtime would run on {used}.").format(
                provider=provider, used=", ".join(used)
            )
        )
    shares = _assigned_nodes(session) if provider != "cpu" else {}
    elsewhere, total = shares.get("cpu", 0), sum(shares.values())
    if total and elsewhere == total:
        raise ProviderError(
            tr(
                "The execution provider {provider} runs none of the model's nodes: all fall to the processor."
            ).format(provider=provider)
        )
    if not elsewhere:
        return []
    return [
        tr("{elsewhere} of the model's {total} nodes run on the processor, the others on {provider}.").format(
            elsewhere=elsewhere, total=total, provider=provider
        )
    ]


def _assigned_nodes(session: Any) -> dict[str, int]:
    """Number of nodes on each provider, where this ONNX Runtime can tell (1.24)."""
    tell = getattr(session, "get_provider_graph_assignment_info", None)
    if tell is None:
        return {}
    counts: dict[str, int] = {}
    try:
        for part in tell():
            name = provision.short_name(part.ep_name)
            counts[name] = counts.get(name, 0) + len(part.get_nodes())
    except NATIVE_ERRORS:
        return {}
    return counts


def _trial(port: Port, side: int, random: np.random.Generator) -> Array:
    """A pair of different random items for one input."""
    shape = (2, *(length if length > 0 else side for length in port.shape[1:]))
    values = random.random(shape)
    if not port.dtype.startswith("float"):
        values = values * 100
    return values.astype(port.dtype)
