"""Strips and overviews described as one raster, in the words of GDAL's VRT driver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from .cell_sizes import CellSizes
from .classes import COUNTS_TAG, TAG, RasterClass, classes_tag, counts_tag
from .grids import Grid, Window
from .legend import legend_of
from .statistics import BandStatistics
from .writing import RasterSpec

PICTURE_COLOURS = {2: ("Gray", "Alpha"), 4: ("Red", "Green", "Blue", "Alpha")}
GDAL_TYPES = {"uint8": "Byte", "uint16": "UInt16", "int16": "Int16", "float32": "Float32"}


def describe_mosaic(
    spec: RasterSpec,
    grid: Grid,
    strips: Sequence[tuple[Path, Window]],
    *,
    levels: Sequence[Path] = (),
    statistics: Sequence[BandStatistics] = (),
) -> bytes:
    """The raster as a VRT document.

    Parameters
    ----------
    strips : sequence of (Path, Window)
        Each strip and the pixels of the raster that it holds.
    levels : sequence of Path
        Its overviews, the largest first.
    """
    root = ElementTree.Element(
        "VRTDataset", rasterXSize=str(grid.shape.columns), rasterYSize=str(grid.shape.rows)
    )
    if grid.crs is not None:
        ElementTree.SubElement(root, "SRS", dataAxisToSRSAxisMapping="1,2").text = grid.crs.to_wkt()
    ElementTree.SubElement(root, "GeoTransform").text = ", ".join(
        f"{value!r}" for value in grid.transform.to_gdal()
    )
    _metadata(root, spec.tags)
    pixel_m2 = _pixel_m2(grid) if spec.kind == "classes" and statistics else None
    for number in range(1, len(spec.bands) + 1):
        kind = {"dataType": GDAL_TYPES[spec.dtype], "band": str(number)}
        band = ElementTree.SubElement(root, "VRTRasterBand", kind)
        _describe_band(band, spec, number, statistics, pixel_m2, grid)
        for path, window in strips:
            _add_source(band, path, number, window)
        for level in levels:
            overview = ElementTree.SubElement(band, "Overview")
            ElementTree.SubElement(overview, "SourceFilename", relativeToVRT="0").text = str(level)
            ElementTree.SubElement(overview, "SourceBand").text = str(number)
    document: bytes = ElementTree.tostring(root, encoding="utf-8")
    return document


def _add_source(band: ElementTree.Element, path: Path, number: int, window: Window) -> None:
    source = ElementTree.SubElement(band, "SimpleSource")
    ElementTree.SubElement(source, "SourceFilename", relativeToVRT="0", shared="0").text = str(path)
    ElementTree.SubElement(source, "SourceBand").text = str(number)
    size = {"xSize": str(window.columns), "ySize": str(window.rows)}
    ElementTree.SubElement(source, "SrcRect", {"xOff": "0", "yOff": "0"} | size)
    place = {"xOff": str(window.column), "yOff": str(window.row)}
    ElementTree.SubElement(source, "DstRect", place | size)


def _pixel_m2(grid: Grid) -> float | None:
    """Area of a pixel on the ground, on average; unknown without a reference system."""
    if grid.crs is None:
        return None
    return float(CellSizes.of(grid.crs, grid.transform, grid.shape).area_m2.mean())


def _describe_band(
    band: ElementTree.Element,
    spec: RasterSpec,
    number: int,
    statistics: Sequence[BandStatistics],
    pixel_m2: float | None,
    grid: Grid,
) -> None:
    if name := spec.bands[number - 1]:
        ElementTree.SubElement(band, "Description").text = name
    legend: tuple[RasterClass, ...] = ()
    if spec.kind == "classes" and statistics:
        named = spec.classes[number - 1] if spec.classes else ()
        legend = legend_of(named, statistics[number - 1].counts)
    facts = {TAG: classes_tag(legend)} if legend else {}
    if legend:
        facts[COUNTS_TAG] = counts_tag(statistics[number - 1].counts, pixel_m2, grid)
    if statistics and (one := statistics[number - 1]).count:
        numbers = {"MINIMUM": one.minimum, "MAXIMUM": one.maximum, "MEAN": one.mean, "STDDEV": one.stddev}
        facts |= {f"STATISTICS_{key}": f"{value:.9g}" for key, value in numbers.items()}
    _metadata(band, facts)
    if (nodata := spec.declared_nodata) is not None:
        ElementTree.SubElement(band, "NoDataValue").text = f"{nodata:g}"
    if spec.unit:
        ElementTree.SubElement(band, "UnitType").text = spec.unit
    if spec.scale != 1.0:
        ElementTree.SubElement(band, "Offset").text = f"{spec.offset:g}"
        ElementTree.SubElement(band, "Scale").text = repr(spec.scale)
    is_alone = len(spec.bands) == 1  # a GeoTIFF has one colour table, for one band: others have names alone
    kind = "Palette" if legend and is_alone else "Gray" if number == 1 else "Undefined"
    if spec.kind == "picture":
        kind = PICTURE_COLOURS[len(spec.bands)][number - 1]
    ElementTree.SubElement(band, "ColorInterp").text = kind
    if legend:
        _describe_classes(band, legend, colored=is_alone)


def _describe_classes(band: ElementTree.Element, classes: Sequence[RasterClass], *, colored: bool) -> None:
    by_value = {one.value: one for one in classes}
    colors = ElementTree.Element("ColorTable")
    names = ElementTree.Element("CategoryNames")
    for value in range(max(by_value) + 1):
        one = by_value.get(value, RasterClass(value))
        red, green, blue = bytes.fromhex((one.color or "#000000").lstrip("#"))
        ElementTree.SubElement(colors, "Entry", c1=str(red), c2=str(green), c3=str(blue), c4="255")
        ElementTree.SubElement(names, "Category").text = one.name
    if colored:
        band.append(colors)
    band.append(names)


def _metadata(parent: ElementTree.Element, values: Mapping[str, str]) -> None:
    if values:
        metadata = ElementTree.SubElement(parent, "Metadata")
        for key, value in values.items():
            ElementTree.SubElement(metadata, "MDI", key=key).text = value
