"""From the values that Processing passes to the request that a backend reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..catalogue import Job
from ..i18n import language, tr
from .copies import RasterCopy, VectorCopy
from .parameters import DESTINATIONS, KINDS
from .values import Values


def problem_of(job: Job, values: Values) -> str:
    """What is wrong with the values: one sentence that begins with a parameter's name; or nothing."""
    return _input_problem(job, values) or _destination_problem(job, values)


def _input_problem(job: Job, values: Values) -> str:
    for parameter in job.parameters:
        value = values.raw(parameter.key)
        if value is not None:
            problem = KINDS[parameter.kind].problem(parameter, value, values)
        else:
            problem = tr("is missing: give it a value") if parameter.needed else ""
        if problem:
            return f"{parameter.key} ({tr(parameter.title)}): {problem}"
    return ""


def _destination_problem(job: Job, values: Values) -> str:
    given = {output: values.raw(output.key) for output in job.outputs}
    for output, value in given.items():
        if value is not None:
            problem = DESTINATIONS[output.kind].problem(output, value, values)
        else:
            problem = tr("is missing: give it a path") if output.required else ""
        if problem:
            return f"{output.key} ({tr(output.title)}): {problem}"
    if problem := _sidecar_problem(job, values):
        return problem
    if given and not job.answers and all(value is None for value in given.values()):
        sentence = tr("No output is asked for: give a path to one of {names}")
        return sentence.format(names=", ".join(output.key for output in given))
    return ""


def _sidecar_problem(job: Job, values: Values) -> str:
    """Two layers whose styles would go into one file, ``<name>.qml``."""
    owners: dict[Path, str] = {}
    for name, path in read_destinations(job, values).items():
        output = next(one for one in job.outputs if one.name == name)
        if output.kind not in ("raster", "vector"):
            continue
        first = owners.setdefault(Path(path).with_suffix(".qml"), output.key)
        if first != output.key:
            sentence = tr("{first} and {second} would share one style file: give them names that differ")
            return sentence.format(first=first, second=output.key)
    return ""


def read_inputs(job: Job, values: Values) -> dict[str, Any]:
    """Name → value as a request spells it, absent ones left out: absent is not zero.

    A layer that only QGIS can read stands there as the copy to be made of it; the calling thread owns it.
    """
    present = ((parameter, values.raw(parameter.key)) for parameter in job.parameters)
    return {
        parameter.name: KINDS[parameter.kind].read(parameter, value, values)
        for parameter, value in present
        if value is not None
    }


def read_destinations(job: Job, values: Values) -> dict[str, str]:
    """Name → path of each output that is asked for."""
    present = ((output, values.raw(output.key)) for output in job.outputs)
    return {
        output.name: DESTINATIONS[output.kind].path(output, value, values)
        for output, value in present
        if value is not None
    }


def build_request(job: Job, inputs: dict[str, Any], paths: dict[str, str]) -> dict[str, Any]:
    """The request, as JSON."""
    return {
        "job": job.id,
        "version": job.version,
        "inputs": inputs,
        "outputs": {name: {"path": path} for name, path in paths.items()},
        "language": language(),
    }


def with_copies(value: Any, folder: Path, feedback: QgsProcessingFeedback) -> Any:
    """A request's value with each copy written to ``folder`` and replaced by its path."""
    if isinstance(value, (RasterCopy, VectorCopy)):
        feedback.pushInfo(tr("Writing the layer {name} for the backend").format(name=value.name))
        return value.write(folder, feedback)
    if isinstance(value, list):
        return [with_copies(item, folder, feedback) for item in value]
    if isinstance(value, dict):
        return {key: with_copies(item, folder, feedback) for key, item in value.items()}
    return value
