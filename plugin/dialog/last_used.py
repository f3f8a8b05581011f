"""What a form was filled in with last time, one setting a job; neither data nor paths of results."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsProcessing, QgsSettings

from ..algorithms.parameters import KINDS
from ..catalogue import Job, Parameter

DATA = ("raster", "rasters", "vector", "table", "band", "field", "extent")
"""Kinds that belong to what is worked on: remembered, they would end in a map of the wrong place."""
GROUP = "releve/last_used"


@dataclass(frozen=True)
class LastUsed:
    """Values other than the defaults as a request spells them, and the outputs that were asked for."""

    inputs: dict[str, Any] = field(default_factory=dict)
    outputs: "list[str] | None" = None

    @classmethod
    def of(cls, job: Job, request: dict[str, Any]) -> "LastUsed":
        """What of a request is worth remembering."""
        given = request["inputs"]
        kept = {p.name: given[p.name] for p in _settings(job) if p.name in given}
        return cls(
            {p.name: kept[p.name] for p in _settings(job) if kept.get(p.name, p.default) != p.default},
            list(request["outputs"]),
        )

    @classmethod
    def load(cls, job: Job) -> "LastUsed":
        """What was remembered; nothing where that cannot be read."""
        try:
            told = json.loads(QgsSettings().value(f"{GROUP}/{job.id}", "", type=str))
            return cls(dict(told["inputs"]), list(told["outputs"]))
        except (ValueError, LookupError, TypeError):
            return cls()

    def save(self, job: Job) -> None:
        """Remember it."""
        told = {"inputs": self.inputs, "outputs": self.outputs}
        QgsSettings().setValue(f"{GROUP}/{job.id}", json.dumps(told, ensure_ascii=False))

    def parameters(self, job: Job) -> dict[str, Any]:
        """What to fill a form in with."""
        found = {
            p.key: KINDS[p.kind].recall(p, self.inputs[p.name])
            for p in _settings(job)
            if p.name in self.inputs
        }
        return {**found, **({} if self.outputs is None else _destinations(job, self.outputs))}

    def changed(self, job: Job) -> list[str]:
        """Titles of what differs from a new form, as they stand in the catalogue."""
        titles = [p.title for p in _settings(job) if p.name in self.inputs]
        by_default = [output.name for output in job.outputs if output.required or output.by_default]
        if self.outputs is None or set(self.outputs) == set(by_default):
            return titles
        return [
            *titles,
            *(o.title for o in job.outputs if (o.name in self.outputs) != (o.name in by_default)),
        ]


def defaults(job: Job) -> dict[str, Any]:
    """What a new form shows, but for the data."""
    found = {p.key: None if p.default is None else KINDS[p.kind].recall(p, p.default) for p in _settings(job)}
    made = [output.name for output in job.outputs if output.required or output.by_default]
    return {**found, **_destinations(job, made)}


def _destinations(job: Job, made: "list[str]") -> dict[str, Any]:
    return {o.key: QgsProcessing.TEMPORARY_OUTPUT if o.name in made else None for o in job.outputs}


def _settings(job: Job) -> Iterator[Parameter]:
    return (parameter for parameter in job.parameters if parameter.kind not in DATA)
