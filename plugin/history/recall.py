"""A run as a form shows it, to be repeated as it was or with a change."""

from typing import Any, Optional

from qgis.core import QgsProcessing, QgsProcessingFeatureSourceDefinition, QgsProject

from ..algorithms.parameters import KINDS
from ..algorithms.requests import build_request
from ..catalogue import Job
from ..dialog.commands import NoCommand, unsaved
from ..dialog.last_used import DATA, defaults
from ..i18n import tr
from .runs import Record
from .secrets import has_secret

Parameters = dict[str, Any]


def parameters_of(job: Job, record: Record, project: QgsProject) -> "tuple[Parameters, list[str]]":
    """What to fill the form in with, and the titles of what has to be chosen again.

    A layer that was in no file is looked for in the project by its name. Results go to temporary files: those
    of the first run stay.
    """
    filled: Parameters = {p.key: None for p in job.parameters if p.kind in DATA}
    filled.update(defaults(job))
    missing: list[str] = []
    for parameter in job.parameters:
        if parameter.name not in record.inputs:
            continue
        value = _found(record.inputs[parameter.name], project)
        if value is None or has_secret(value):
            missing.append(parameter.title)
        elif isinstance(value, QgsProcessingFeatureSourceDefinition):
            filled[parameter.key] = value
        else:
            filled[parameter.key] = KINDS[parameter.kind].recall(parameter, value)
    for output in job.outputs:
        filled[output.key] = QgsProcessing.TEMPORARY_OUTPUT if output.name in record.outputs else None
    return filled, missing


def request_of(job: Job, record: Record) -> dict[str, Any]:
    """The request of a run, for a command line.

    Raises
    ------
    NoCommand
        It used a layer that was in no file, or a password that was not kept.
    """
    if has_secret(record.inputs):
        raise NoCommand(tr("The run used a password or a token, which was not kept: repeat it by the form"))
    if name := _layer_name(record.inputs):
        raise NoCommand(unsaved(name))
    return build_request(job, record.inputs, record.paths())


def _layer_name(value: Any) -> str:
    if isinstance(value, dict):
        return value.get("layer") or _layer_name(list(value.values()))
    return next(filter(None, map(_layer_name, value)), "") if isinstance(value, list) else ""


def _found(value: Any, project: QgsProject) -> Any:
    if isinstance(value, list):
        items = [_found(item, project) for item in value]
        return None if None in items else items
    if not isinstance(value, dict):
        return value
    if "layer" in value:
        return _layer(value, project)
    if "href" in value:
        href = _found(value["href"], project)
        return None if href is None else {**value, "href": href}
    return value


def _layer(told: dict[str, Any], project: QgsProject) -> Optional[Any]:
    named = project.mapLayersByName(told["layer"])
    if len(named) != 1:
        return None
    return (
        QgsProcessingFeatureSourceDefinition(named[0].id(), True) if told.get("selected") else named[0].id()
    )
