"""What a job is, and its description in the words of OGC API – Processes 1.0."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .outputs import Output, Value
from .parameters import Parameter

if TYPE_CHECKING:
    from .context import Context

ROLE = "releve/ui"
"""Role under which a description says what OGC's schema cannot."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """A typed, versioned description of one piece of work.

    ``request`` is a frozen dataclass whose fields are declared by the functions of
    :mod:`releve.processing.jobs.parameters`; ``run`` receives one and a context. ``values`` are the numbers
    and texts that a result tells; a job that ``answers`` gives some that are worth having without any output.
    """

    id: str
    version: str
    title: str
    help: str
    group: str
    request: type[Any]
    outputs: tuple[Output, ...]
    run: Callable[[Any, Context], None]
    values: tuple[Value, ...] = ()
    answers: bool = False
    tags: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def parameters(self) -> dict[str, Parameter]:
        """Name of each input → its parameter, in the order of the form."""
        return {f.name: f.metadata["parameter"] for f in dataclasses.fields(self.request)}

    def output(self, name: str) -> Output:
        """The output of this name."""
        return next(output for output in self.outputs if output.name == name)


def describe(job: Job) -> dict[str, Any]:
    """The job as a process description of OGC API – Processes 1.0, a JSON object."""
    told: tuple[Output | Value, ...] = (*job.outputs, *job.values)
    links = [{"href": href, "rel": "about", "title": title} for title, href in job.links.items()]
    return {
        "id": job.id,
        "title": job.title,
        "description": job.help,
        "version": job.version,
        "keywords": list(job.tags),
        "jobControlOptions": ["async-execute", "dismiss"],
        "outputTransmission": ["reference", "value"] if job.values else ["reference"],
        "additionalParameters": _extra({"group": job.group, "answers": job.answers}),
        "links": links,
        "inputs": {name: _input(parameter) for name, parameter in job.parameters.items()},
        "outputs": {output.name: _output(output) for output in told},
    }


def _input(parameter: Parameter) -> dict[str, Any]:
    needed = not (parameter.optional or parameter.default is not None)
    return {
        "title": parameter.title,
        "description": parameter.help,
        "minOccurs": 1 if needed else 0,
        "schema": parameter.schema(),
        "additionalParameters": _extra(parameter.ui()),
    }


def _output(output: Output | Value) -> dict[str, Any]:
    return {
        "title": output.title,
        "description": output.help,
        "schema": output.schema(),
        "additionalParameters": _extra(output.ui()),
    }


def _extra(ui: dict[str, Any]) -> dict[str, Any]:
    return {"role": ROLE, "parameters": [{"name": ROLE, "value": [ui]}]}
