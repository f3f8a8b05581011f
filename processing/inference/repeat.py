"""The run that made a raster, again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import RequestError
from ..jobs import read_request
from ..language import tr
from ..raster.cogs import read_provenance
from ..raster.sources import short_name
from .inputs import check_same
from .map_job import JOB as MAP

if TYPE_CHECKING:
    from ..jobs import Context
    from .repeat_job import Request

WHERE = ("input", "further", "model", "area", "card")


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
    if not isinstance(told.get("sources"), list):
        sentence = tr("{name} does not say what it was made of: it was made by a Relevé that is too old.")
        raise RequestError(sentence.format(name=short_name(request.result)))
    inputs = _inputs(request, told)
    # The map's own door wants a destination, although it is this job's that are written.
    anywhere = {output.name: ".releve-repeat." + output.extension for output in MAP.outputs[:1]}
    parsed = read_request(MAP, {"version": told.get("version"), "inputs": inputs, "outputs": anywhere})
    check_same(parsed.inputs, told["sources"], warn=context.warn)
    apply(parsed.inputs, context, before=told)


def _inputs(request: Request, told: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs of the run, each source where it lies now."""
    inputs = dict(told["inputs"])
    folder = Path(request.folder or Path(request.result).parent)
    for name in WHERE:
        given = getattr(request, name)
        if given is not None:
            inputs[name] = _dated(MAP.parameters[name].serialise(given), inputs.get(name))
        elif name in inputs:
            _refuse_namesakes(name, told["sources"])
            inputs[name] = _found(inputs[name], folder)
    return inputs


def _dated(given: Any, before: Any) -> Any:
    """Images given again, each with its date of before where none is given."""
    if not isinstance(given, list) or not isinstance(before, list) or len(given) != len(before):
        return given
    return [
        then | {"href": one} if isinstance(then, dict) and isinstance(one, str) else one
        for one, then in zip(given, before, strict=True)
    ]


def _refuse_namesakes(name: str, sources: Sequence[Mapping[str, Any]]) -> None:
    """Refuse to look by name in one folder for two inputs that had one name and not one content."""
    first: dict[str, Any] = {}
    for source in sources:
        if source["role"].partition("[")[0] != name:
            continue
        if first.setdefault(source["name"], source["files"]) != source["files"]:
            sentence = tr(
                "The run used several inputs called {name}: say where each lies ({parameter}), in order."
            )
            raise RequestError(sentence.format(name=source["name"], parameter=name.upper()))


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
