"""The images of a batch, each under a name that no other has."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import RequestError
from ...jobs.provenance import public_name
from ...language import tr

if TYPE_CHECKING:
    from .batch_job import Request


@dataclass(frozen=True)
class Image:
    """``name``: for people, from the folder on; ``stem``: that of its results."""

    href: str
    name: str
    stem: str


def images_of(request: Request, *, apart_from: Path) -> list[Image]:
    """The images of the folder in the order of their names, then those of the list.

    ``apart_from`` is the folder of results, whose files are none of them.

    Raises
    ------
    RequestError
        There is none, or results would lie among the images.
    """
    named = [(str(path), path.relative_to(request.folder or "")) for path in _found(request, apart_from)]
    named += [(one.href, Path(public_name(one.href).partition("|")[0])) for one in request.input or ()]
    if not named:
        sentence = tr("No image was found: {folder} holds none that fits {pattern}.")
        where = request.folder or tr("the list of images")
        raise RequestError(sentence.format(folder=where, pattern=request.pattern))
    stems = _stems([name for _, name in named])
    return [Image(href, name.as_posix(), stem) for (href, name), stem in zip(named, stems, strict=True)]


def _found(request: Request, apart_from: Path) -> list[Path]:
    if request.folder is None:
        return []
    folder = Path(request.folder)
    if not folder.is_dir():
        raise RequestError(tr("{path} is not a folder: choose one that exists").format(path=folder))
    if os.path.realpath(folder) == os.path.realpath(apart_from):
        sentence = tr("The results would lie among the images in {folder}: choose another folder for them.")
        raise RequestError(sentence.format(folder=folder))
    patterns = [pattern.strip().lower() for pattern in request.pattern.split(";") if pattern.strip()]
    return sorted(
        path
        for path in _files(folder, apart_from, recursive=request.recursive)
        if any(fnmatch(path.name.lower(), pattern) for pattern in patterns)
    )


def _files(folder: Path, apart_from: Path, *, recursive: bool) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        # Hidden folders hold what is half-written.
        folders[:] = sorted(
            name
            for name in folders
            if recursive
            and not name.startswith(".")
            and os.path.realpath(Path(place, name)) != os.path.realpath(apart_from)
        )
        yield from (Path(place, name) for name in files if not name.startswith("."))


def _stems(names: Sequence[Path]) -> list[str]:
    """A name for the results of each: its own, with its folders where another has the same, or a number.

    Examples
    --------
    >>> _stems([Path("a/x.tif"), Path("b/x.tif"), Path("y.tif"), Path("y.jp2")])
    ['a_x', 'b_x', 'y', 'y_2']
    >>> _stems([Path("a/x.tif"), Path("b/X.tif"), Path("a_x.tif"), Path("a_x_2.tif")])
    ['a_x', 'b_X', 'a_x_2', 'a_x_2_2']
    """
    stems_of = [name.stem.lower() for name in names]  # some disks do not tell a from A
    twice = Counter(stems_of)
    used: set[str] = set()
    stems = []
    for name, own in zip(names, stems_of, strict=True):
        first = "_".join(name.with_suffix("").parts) if twice[own] > 1 else name.stem
        numbered = (f"{first}_{number}" for number in count(2))
        stem = next(one for one in chain([first], numbered) if one.lower() not in used)
        used.add(stem.lower())
        stems.append(stem)
    return stems
