"""The sheets of a folder: images and files of control points, paired by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ....errors import RequestError
from ....language import tr
from .sheet import IMAGE_ENDINGS, POINT_ENDINGS, Sheet, key_of, stem_of


def sheets_of_folder(folder: Path) -> tuple[list[Sheet], list[str]]:
    """The sheets in the order of their names, and remarks for the user.

    Raises
    ------
    RequestError
        It is no folder, or holds no sheet.
    """
    if not folder.is_dir():
        raise RequestError(tr("{path} is not a folder: choose one that exists").format(path=folder))
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    images = _by_key(path for path in files if path.name.lower().endswith(IMAGE_ENDINGS))
    points = _by_key(_point_files(files, images))
    if not images and not points:
        sentence = tr("{folder} holds neither images nor files of control points: choose another folder.")
        raise RequestError(sentence.format(folder=folder))
    sheets = [_sheet(images.get(key), points.get(key)) for key in sorted(images.keys() | points.keys())]
    several = [paths for found in (images, points) for paths in found.values() if len(paths) > 1]
    return sheets, [_told(paths) for paths in several]


def _by_key(paths: Iterable[Path]) -> dict[str, list[Path]]:
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        found[key_of(path.name)].append(path)
    return dict(found)


def _point_files(files: Sequence[Path], images: Mapping[str, object]) -> list[Path]:
    """What surely holds points; a table or text only beside its image, or where there is nothing else."""
    possible = [path for path in files if path.name.lower().endswith(POINT_ENDINGS)]
    sure = [path for path in possible if path.suffix.lower() == ".points"]
    if not sure and not images:
        return possible
    return [path for path in possible if path in sure or key_of(path.name) in images]


def _sheet(images: Sequence[Path] | None, points: Sequence[Path] | None) -> Sheet:
    image = images[0] if images else None
    file = points[0] if points else None
    named = image or file
    assert named is not None  # a key comes from one of them
    return Sheet(name=stem_of(named.name), image=str(image) if image else None, points=file)


def _told(paths: Sequence[Path]) -> str:
    sentence = tr("{names} have the name of one sheet: {first} is taken.")
    return sentence.format(names=", ".join(path.name for path in paths), first=paths[0].name)
