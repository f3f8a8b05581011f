"""What the header of a scan says of how it was made: dots per inch, and how it was held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

INCH_CM = 2.54
PER_CM = "3"  # as TIFF and Exif write the unit


def dots_per_inch(dataset: DatasetReader) -> float | None:
    """Resolution at which a sheet was scanned; None where the file does not tell, or tells two.

    The resolution of the scan, that is, not of what was drawn: paper shrinks.
    """
    tags = dataset.tags()
    across, down = (
        _number(tags.get(f"TIFFTAG_{axis}RESOLUTION") or tags.get(f"EXIF_{axis}Resolution")) for axis in "XY"
    )
    unit = str(tags.get("TIFFTAG_RESOLUTIONUNIT") or tags.get("EXIF_ResolutionUnit") or "")
    if across is None or across != (down or across) or across <= 1 or unit.startswith("1"):
        return None
    return across * INCH_CM if unit.startswith(PER_CM) else across


def _number(text: str | None) -> float | None:
    found = re.search(r"[0-9]+(\.[0-9]+)?", text or "")
    return float(found.group()) if found else None


def orientation(dataset: DatasetReader) -> int:
    """How the image is to be turned for viewing, as Exif numbers it: 1, as it is, unless a camera says so."""
    return int(_number(dataset.tags().get("EXIF_Orientation")) or 1)
