"""What a run reads: every file behind what its request names, and whether these are those of another run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import RequestError
from ..jobs.provenance import FilesOf, sources_told
from ..jobs.request import sources_of
from ..language import tr
from ..models.reading import sidecar_of, weights_beside
from ..raster import files

if TYPE_CHECKING:
    from ..jobs.request import Named
    from .request import ModelRequest


def files_read(request: ModelRequest) -> FilesOf:
    """Tells which files are read for a source: of a model, its weights and the card beside it too."""

    def files_of(source: Named) -> tuple[str, ...]:
        if source.kind != "model":
            return files.files_of(source)
        model = Path(source.href)
        beside = weights_beside(model) if model.is_file() else []
        if request.card is None and sidecar_of(model).is_file():
            beside.append(sidecar_of(model))
        return (source.href, *map(str, beside))

    return files_of


def check_same(
    request: ModelRequest, known: Sequence[Mapping[str, Any]], *, warn: Callable[[str], None]
) -> None:
    """Refuse inputs that are not, each in its place, what a run has read; their names may have changed.

    Parameters
    ----------
    known : sequence of dict
        The sources in the provenance of that run.

    Raises
    ------
    RequestError
        Another number of inputs, another order, or another content.
    """
    found = sources_told(sources_of(request), files_read(request))
    before, now = [one["role"] for one in known], [one["role"] for one in found]
    if before != now:
        sentence = tr("The run read {before}, given are {now}: give what it read, in its order.")
        raise RequestError(sentence.format(before=", ".join(before), now=", ".join(now)))
    for then, one in zip(known, found, strict=True):
        _check_files(one, then["files"], one["files"])
        if not all("hash" in file for file in one["files"] or [{}]):
            sentence = tr(
                "{name} does not lie in files of this computer: whether it is what the run used is not known."
            )
            warn(sentence.format(name=one["name"]))


def _check_files(
    source: Mapping[str, Any], before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]
) -> None:
    nothing: Mapping[str, Any] = {}
    for then, file in zip_longest(before, now, fillvalue=nothing):
        if then.get("hash") != file.get("hash") or bool(then) != bool(file):
            sentence = tr(
                "{name} is not what the run used as {role}: its content has changed since, or another is in "
                "its place. Give the one it used."
            )
            name = file.get("name") or then.get("name")
            raise RequestError(sentence.format(name=name, role=source["role"]))
