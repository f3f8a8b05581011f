"""A job done as a part of another one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .context import Context, Emit
from .declaration import Job
from .request import read_request


class InnerJob:
    """A job with outputs of its own, which appear when it is done, inside the run of another.

    Parameters
    ----------
    inputs : mapping
        In their JSON spelling; those that are None are left out.
    paths : mapping
        Name of each output that is wanted → where it goes.
    """

    def __init__(self, job: Job, inputs: Mapping[str, Any], paths: Mapping[str, Path]) -> None:
        outputs = {name: {"path": str(path)} for name, path in paths.items()}
        self.request = read_request(job, {"inputs": inputs, "outputs": outputs})
        self._context: Context | None = None

    def __enter__(self) -> InnerJob:
        return self

    def __exit__(self, *_: object) -> None:
        if self._context is not None:
            self._context.close()

    def open(self, parent: Context, emit: Emit) -> Context:
        """Its own context."""
        self._context = Context(self.request, emit, software=parent.software, secrets=parent.secrets)
        return self._context

    def run(self, parent: Context) -> dict[str, Any]:
        """Do the work; the content of the result event."""
        assert self._context is not None
        with parent.on_cancel(self._context.cancel):
            for name in self.request.destinations:
                self._context.output(name)
            self.request.job.run(self.request.inputs, self._context)
            self._context.check()
            return self._context.publish()
