"""The run that made a raster, again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import RequestError
from ..jobs import read_request
from ..jobs.provenance import fingerprint
from ..language import tr
from ..raster.cogs import read_provenance
from ..raster.sources import short_name
from .map_job import JOB as MAP

if TYPE_CHECKING:
    from ..jobs import Context
    from .repeat_job import Request

WHERE = ("input", "model", "area", "card")


def repeat(request: Request, context: Context) -> None:
    """Make the outputs asked for as the result was made.

    Raises
    ------
    OutputError
        The result does not say how it was made.
    RequestError
        An input is missing, or is not what it was.
    """
    from .run import apply

    told = read_provenance(request.result)
    if told.get("job") != MAP.id:
        sentence = tr("{name} was made by {job}, not by {needed}: choose a raster that a model has made.")
        raise RequestError(
            sentence.format(name=short_name(request.result), job=told.get("job"), needed=MAP.id)
        )
    inputs = _inputs(request, told)
    _check_sources(inputs, told.get("sources", {}))
    # The map's own door wants a destination, although it is this job's that are written.
    anywhere = {output.name: ".releve-repeat." + output.extension for output in MAP.outputs[:1]}
    parsed = read_request(MAP, {"version": told.get("version"), "inputs": inputs, "outputs": anywhere})
    apply(parsed.inputs, context, before=told)


def _inputs(request: Request, told: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs of the run, each source where it lies now."""
    inputs = dict(told["inputs"])
    folder = Path(request.folder or Path(request.result).parent)
    for name in WHERE:
        given = getattr(request, name)
        if given is not None:
            inputs[name] = MAP.parameters[name].serialise(given)
        elif name in inputs:
            inputs[name] = _found(inputs[name], folder)
    return inputs


def _found(named: Any, folder: Path) -> Any:
    if isinstance(named, list):
        return [_found(one, folder) for one in named]
    if isinstance(named, dict):
        return named | {"href": _found(named["href"], folder)}
    path, bar, layer = str(named).partition("|")
    if not (folder / path).exists():
        sentence = tr("The run used {name}, which is not in {folder}: say where it lies.")
        raise RequestError(sentence.format(name=path, folder=folder))
    return str(folder / path) + bar + layer


def _check_sources(inputs: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """Refuse inputs that are not what they were; their names may have changed."""
    hashes = {facts["hash"] for facts in known.values()}
    hrefs = [one["href"] if isinstance(one, dict) else one for one in inputs.get("input", [])]
    hrefs += [str(inputs[name]).partition("|")[0] for name in WHERE[1:] if name in inputs]
    for href in hrefs:
        path = Path(str(href))
        if path.is_file() and fingerprint(path) not in hashes:
            sentence = tr(
                "{name} is not what the run used: its content has changed since. Give the one it used."
            )
            raise RequestError(sentence.format(name=path.name))
