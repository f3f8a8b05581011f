"""What the values of a class raster stand for: their names and colours.

Relevé writes them as JSON into the tag ``RELEVE_CLASSES`` of the band, which survives any copy by GDAL.
Rasters of others tell them by GDAL's category names and colour table.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

    from .grids import Grid

TAG = "RELEVE_CLASSES"
COUNTS_TAG = "RELEVE_COUNTS"
"""How many pixels each class has, for those who show a map without reading it whole."""


@dataclass(frozen=True)
class RasterClass:
    """One value of a class raster. ``color``: ``#rrggbb``. Texts are empty where the raster does not tell."""

    value: int
    name: str = ""
    color: str = ""


def classes_tag(classes: Iterable[RasterClass]) -> str:
    """The classes as the content of the tag, to be written with ``update_tags(band, RELEVE_CLASSES=…)``.

    Examples
    --------
    >>> classes_tag([RasterClass(1, "Sea", "#0072b2")])
    '[{"value":1,"name":"Sea","color":"#0072b2"}]'
    """
    return json.dumps([asdict(entry) for entry in classes], ensure_ascii=False, separators=(",", ":"))


def counts_tag(counts: Mapping[int, int], pixel_m2: float | None, grid: Grid) -> str:
    """Pixels of each class, the area of a pixel in m² and what was counted, as the content of the tag.

    GDAL keeps tags where it cuts or resamples a raster: ``size`` and ``transform`` tell whether counts are
    those of the raster that bears them.

    Examples
    --------
    >>> from affine import Affine
    >>> from releve.processing.raster.grids import Grid, Shape2d
    >>> counts_tag({1: 12}, 100.0, Grid(None, Affine(10, 0, 700, 0, -10, 900), Shape2d(3, 4)))
    '{"pixels":{"1":12},"pixel_m2":100.0,"size":[4,3],"transform":[700.0,10.0,0.0,900.0,0.0,-10.0]}'
    """
    area = None if pixel_m2 is None or not math.isfinite(pixel_m2) else float(f"{pixel_m2:.10g}")
    told = {
        "pixels": {str(value): int(count) for value, count in sorted(counts.items())},
        "pixel_m2": area,
        "size": [grid.shape.columns, grid.shape.rows],
        "transform": list(grid.transform.to_gdal()),
    }
    return json.dumps(told, separators=(",", ":"))


def read_classes(dataset: DatasetReader, *, band: int = 1) -> tuple[RasterClass, ...]:
    """The classes that a raster names or colours, by value; empty where it tells nothing.

    Parameters
    ----------
    dataset : DatasetReader
        An open raster.
    band : int
        The band, from 1.
    """
    tag = dataset.tags(band).get(TAG) or dataset.tags().get(TAG)
    return (tag and _from_tag(tag)) or _from_gdal(dataset, band)


def _from_tag(tag: str) -> tuple[RasterClass, ...]:
    """The classes of a tag; nothing from one that something else has written over."""
    try:
        entries: list[dict[str, Any]] = json.loads(tag)
        found = [
            RasterClass(int(e["value"]), str(e.get("name", "")), str(e.get("color", ""))) for e in entries
        ]
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()
    return tuple(sorted(found, key=lambda entry: entry.value))


def _from_gdal(dataset: DatasetReader, band: int) -> tuple[RasterClass, ...]:
    names = dict(enumerate(_category_names(dataset, band)))
    colors = _color_table(dataset, band)
    # GDAL fills a colour table with black up to 255, and names with nothing: neither says that a class is
    # there.
    told = {value for value, name in names.items() if name}
    told |= {value for value, color in colors.items() if color != "#000000"} if not told else set()
    return tuple(RasterClass(value, names.get(value, ""), colors.get(value, "")) for value in sorted(told))


def _category_names(dataset: DatasetReader, band: int) -> list[str]:
    # rasterio has no call for category names; GDAL writes them, whatever the format, into a VRT of the
    # raster.
    import rasterio.shutil
    from rasterio.io import MemoryFile

    with MemoryFile(ext=".vrt") as memory:
        rasterio.shutil.copy(dataset, memory.name, driver="VRT")
        root = ElementTree.fromstring(memory.read())
    path = f"VRTRasterBand[@band='{band}']/CategoryNames/Category"
    return [(category.text or "").strip() for category in root.iterfind(path)]


def _color_table(dataset: DatasetReader, band: int) -> dict[int, str]:
    try:
        table = dataset.colormap(band)
    except ValueError:  # rasterio's way to say that there is none
        return {}
    return {value: "#{:02x}{:02x}{:02x}".format(*rgba[:3]) for value, rgba in table.items() if rgba[3]}
