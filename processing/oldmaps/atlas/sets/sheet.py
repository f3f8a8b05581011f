"""One sheet of a set, and what two spellings of its name have in common."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

IMAGE_ENDINGS = (".tif", ".tiff", ".jp2", ".jpg", ".jpeg", ".png", ".vrt", ".gif", ".bmp", ".webp")
POINT_ENDINGS = (".points", ".json", ".csv", ".tsv", ".txt")
LEFT_OUT = re.compile(r"['’ʼ`´()\[\]]")
"""What people and file systems drop from a name."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet of a set.

    Parameters
    ----------
    name : str
        No other sheet of the set has it.
    image : str, optional
        Path of its image.
    points : Path, optional
        File of its control points.
    cutline : str, optional
        File of the line along which it is cut.
    z : float
        In a mosaic the sheet with the greater number lies above.
    year : int, optional
    fixed : bool
        Whether it is to stay where its points put it.
    """

    name: str
    image: str | None = None
    points: Path | None = None
    cutline: str | None = None
    z: float = 0.0
    year: int | None = None
    fixed: bool = False


def key_of(name: str) -> str:
    """What two names of one sheet have in common.

    Examples
    --------
    >>> key_of("Plan_d'assemblage.jpg.points") == key_of("plan dassemblage.JPG")
    True
    >>> key_of("sheet_1_1.tif") == key_of("sheet_11.tif")
    False
    """
    plain = unicodedata.normalize("NFKD", LEFT_OUT.sub("", stem_of(name)))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "_", letters.casefold()).strip("_")


def stem_of(name: str) -> str:
    """A file's name without the endings of points and images.

    Examples
    --------
    >>> stem_of("planche 5.jpg.points"), stem_of("34.Place.tif"), stem_of("no.34")
    ('planche 5', '34.Place', 'no.34')
    """
    for endings in (POINT_ENDINGS, IMAGE_ENDINGS):
        ending = next((one for one in endings if name.lower().endswith(one)), "")
        name = name[: len(name) - len(ending)]
    return name
