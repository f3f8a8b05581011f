"""A job's only way to the world: progress, cancel, scratch folder, outputs, warnings."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from ..errors import Cancelled, RequestError
from ..language import current_language, tr
from . import publication, runs
from .provenance import FilesOf, file_named, provenance
from .request import Request, check_apart

Emit: TypeAlias = Callable[[dict[str, Any]], None]

PROGRESS_EVERY_S = 0.1


class Context:
    """What a running job may use.

    Parameters
    ----------
    request : Request
        The checked request.
    emit : callable
        Receives each event, a JSON object, from any thread.
    software : str
        Name and version of what runs the job, for the provenance.
    secrets : mapping, optional
        What must not stand in the request: tokens, passwords.
    """

    def __init__(
        self,
        request: Request,
        emit: Emit,
        *,
        software: str = "releve",
        secrets: Mapping[str, str] | None = None,
    ) -> None:
        self.secrets = dict(secrets or {})
        self.values: dict[str, Any] = {}
        self._request = request
        self._emit = emit
        self._software = software
        self._cancelled = threading.Event()
        self._callbacks: list[Callable[[], None]] = []
        self._run = runs.Run()
        self._prepared: dict[str, Path] = {}
        self._filled: dict[str, dict[str, dict[str, Any]]] = {}
        self._made: list[Path] = []
        self._styles: dict[str, dict[str, Any]] = {}
        self._scratch: Path | None = None
        self._provenance: dict[str, Any] | None = None
        self._fraction = 0.0
        self._told = 0.0
        self._files = 0

    @property
    def language(self) -> str:
        """Two-letter code of the user's language."""
        return current_language()

    @property
    def cache(self) -> Path:
        """The bounded cache folder of what a later run may reuse: see :mod:`.cache`."""
        from .cache import blocks_folder

        return blocks_folder()

    @property
    def scratch(self) -> Path:
        """A folder for temporary files, removed at the end."""
        if self._scratch is None:
            self._scratch = self._run.make_folder(Path(tempfile.gettempdir()), "scratch")
        return self._scratch

    @property
    def threads(self) -> int:
        """Processor threads that are this run's share."""
        return runs.threads_for_this_run()

    def gpu_turn(self) -> Any:
        """Context manager that waits for this computer's GPU and holds it."""
        return runs.gpu_turn(self.check)

    # -- progress and cancel ------------------------------------------------------------------------------

    def progress(self, fraction: float, message: str | None = None) -> None:
        """Tell how much of the work is done, 0 to 1; never goes back, at most ten times a second."""
        self._fraction = max(self._fraction, min(fraction, 1.0))
        now = time.monotonic()
        if message is None and now - self._told < PROGRESS_EVERY_S:
            return
        self._told = now
        event: dict[str, Any] = {"event": "progress", "fraction": round(self._fraction, 4)}
        self._emit(event if message is None else event | {"message": message})

    def info(self, sentence: str) -> None:
        """Tell the user something worth reading in the log."""
        self._emit({"event": "log", "level": "info", "message": sentence})

    def warn(self, sentence: str) -> None:
        """Tell the user what may make the result less than they expect."""
        self._emit({"event": "log", "level": "warning", "message": sentence})

    def preview(self, **content: Any) -> None:
        """Send a partial result that a dock can paint."""
        self._emit({"event": "preview"} | content)

    def check(self) -> None:
        """Raise :class:`~releve.processing.errors.Cancelled` if the work is no longer wanted."""
        if self._cancelled.is_set():
            raise Cancelled(tr("cancelled"))

    def cancel(self) -> None:
        """End the work: called by whoever listens, from another thread."""
        self._cancelled.set()
        for callback in list(self._callbacks):
            callback()

    @contextmanager
    def on_cancel(self, callback: Callable[[], None]) -> Iterator[None]:
        """Call ``callback`` from the listener's thread if a cancel comes while inside."""
        self._callbacks.append(callback)
        if self._cancelled.is_set():
            callback()
        try:
            yield
        finally:
            self._callbacks.remove(callback)

    # -- outputs ------------------------------------------------------------------------------------------

    def output(self, name: str) -> Path | None:
        """Where to write this output now, None when it was not asked for.

        Files written beside it (``.aux.xml`` and the like) are published with it. A folder is given as it
        will stay, made where it was missing: see :meth:`file_in`.
        """
        final = self._request.destinations.get(name)
        if final is not None and name not in self._prepared:
            if self._request.job.output(name).is_folder:
                self._prepared[name] = self._folder(name, final)
            else:
                self._prepared[name] = publication.prepare(self._run, name, final)
        return self._prepared.get(name)

    def keep(self, files: Sequence[str]) -> None:
        """Refuse outputs that would replace files which are read, and which the request does not name.

        Raises
        ------
        RequestError
            One would, or a folder of results is one of theirs.
        """
        check_apart(self._request, files)
        folders = {os.path.realpath(os.path.dirname(file)) for file in files}
        for name, path in self._request.destinations.items():
            if self._request.job.output(name).is_folder and os.path.realpath(path) in folders:
                sentence = tr(
                    "{name}: the results would lie among the files of {folder}, which are read: choose "
                    "another folder for them, such as a new one inside it."
                )
                raise RequestError(sentence.format(name=name, folder=path))

    def _folder(self, name: str, final: Path) -> Path:
        publication.check_folder(final)
        if not final.is_dir():
            final.mkdir()
            self._made.append(final)
        self._filled[name] = {}
        return final

    @contextmanager
    def file_in(self, name: str, file_name: str) -> Iterator[Path]:
        """Where to write a file of an output folder: it appears there, whole, when the block ends well."""
        final = self._prepared[name] / file_name
        self._files += 1
        part = publication.prepare(self._run, f"{name}-{self._files}", final)
        yield part
        publication.publish(part, final)
        self.tell_file(name, file_name)

    def tell_file(
        self, name: str, file_name: str, *, kind: str = "file", style: Mapping[str, Any] | None = None
    ) -> None:
        """Say of a file in an output folder what it is and how to show it."""
        told: dict[str, Any] = {"kind": kind} | ({} if style is None else {"style": dict(style)})
        self._filled[name][file_name] = told

    def style(self, name: str, style: Mapping[str, Any]) -> None:
        """Say how an output is to be shown: see ``docs/protocol.md``, "Styles"."""
        self._styles[name] = dict(style)

    @property
    def software(self) -> str:
        """Name and version of what runs the job."""
        return self._software

    def provenance(self, files_of: FilesOf = file_named) -> dict[str, Any]:
        """Where the results come from, as a JSON object: see :mod:`.provenance`.

        ``files_of`` tells which files are read for a source, where it is not that one file alone.
        """
        if self._provenance is None:
            self._provenance = provenance(self._request, software=self._software, files_of=files_of)
        return dict(self._provenance)

    def put_in_place(self, name: str) -> None:
        """Put an output in place although the work will fail: a summary that tells why."""
        if name in self._prepared:
            publication.publish(self._prepared.pop(name), self._request.destinations[name])

    def publish(self) -> dict[str, Any]:
        """Put the outputs in place and describe them: the content of the ``result`` event."""
        outputs: dict[str, dict[str, Any]] = {}
        for name, prepared in self._prepared.items():
            final = self._request.destinations[name]
            output = self._request.job.output(name)
            if not output.is_folder:
                publication.publish(prepared, final)
            outputs[name] = {"path": str(final), "kind": output.kind, "title": tr(output.title)}
            if name in self._styles:
                outputs[name]["style"] = self._styles[name]
            if name in self._filled:
                outputs[name]["files"] = self._filled[name]
        self._made.clear()
        return {"outputs": outputs, "values": self.values}

    def close(self) -> None:
        """Remove the scratch folder and whatever was not published. Safe to call twice."""
        self._run.close()
        for folder in self._made:
            with suppress(OSError):  # it stays once something is in it
                folder.rmdir()
