"""Rasters written as they are computed, strip by strip, then as one Cloud Optimized GeoTIFF.

A strip is one row of blocks in a file of its own, which gets its name once it is whole: so a run that was stopped,
however it was stopped, knows what it has. The strips are read once more for statistics and overviews, and GDAL's COG
driver puts all together.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias
from xml.etree import ElementTree as xml

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ..errors import OutputError
from ..language import tr
from .classes import TAG, RasterClass, classes_tag
from .grids import Grid, Shape2d, Window
from .overviews import halve_classes, halve_means, overview_shapes

Array: TypeAlias = NDArray[Any]

BLOCK = 512
CHUNK_BYTES = 16 << 20  # read at once while overviews are made
PLACELESS = Affine(1, 0, 1, 0, -1, 1)  # parts know no place, and rasterio warns of an identity
PROVENANCE_TAG = "RELEVE_PROVENANCE"


@dataclass(frozen=True, kw_only=True)
class RasterSpec:
    """What a raster to be written holds.

    ``kind`` decides how overviews are made. A value times ``scale`` is in ``unit``.
    """

    name: str
    dtype: str
    nodata: float
    kind: Literal["classes", "continuous"] = "continuous"
    bands: tuple[str, ...] = ("",)
    classes: tuple[RasterClass, ...] = ()
    unit: str = ""
    scale: float = 1.0
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def bytes_per_pixel(self) -> int:
        """Bytes that one pixel takes in memory."""
        return len(self.bands) * np.dtype(self.dtype).itemsize


@dataclass(frozen=True)
class BandStatistics:
    """Of the valid pixels of one band, in stored values; ``counts`` holds the pixels of each class."""

    count: int
    minimum: float
    maximum: float
    mean: float
    stddev: float
    counts: Mapping[int, int] = field(default_factory=dict)


def strip_path(folder: Path, spec: RasterSpec, row: int) -> Path:
    """Where a whole strip stands."""
    return folder / f"{spec.name}-{row:05d}.tif"


class StripWriter:
    """One strip of a raster on its way to its file. Pixels never written are nodata.

    Parameters
    ----------
    window : Window
        The pixels of the raster that the strip holds.
    """

    def __init__(self, folder: Path, spec: RasterSpec, row: int, window: Window) -> None:
        import rasterio

        self.window = window
        self._final = strip_path(folder, spec, row)
        self._part = self._final.with_suffix(".part")
        with _writing(self._final):
            self._dataset = rasterio.open(
                self._part,
                "w",
                driver="GTiff",
                width=window.columns,
                height=window.rows,
                count=len(spec.bands),
                dtype=spec.dtype,
                nodata=spec.nodata,
                tiled=True,
                blockxsize=BLOCK,
                blockysize=min(BLOCK, -(-window.rows // 16) * 16),
                interleave="band",
                compress="zstd",
                zstd_level=1,
                predictor=1,
                sparse_ok=True,
                BIGTIFF="IF_SAFER",
                transform=PLACELESS,
            )

    def write(self, values: Array, window: Window) -> None:
        """Write values of shape (bands, rows, columns) to a window of the raster."""
        inside = window.relative_to(self.window)
        with _writing(self._final):
            self._dataset.write(values, window=inside.for_rasterio())

    def close(self) -> None:
        """The strip is whole: give it its name."""
        with _writing(self._final):
            self._dataset.close()
            os.replace(self._part, self._final)

    def abandon(self) -> None:
        """The strip will not be whole."""
        self._dataset.close()
        self._part.unlink(missing_ok=True)


class _writing:
    """Context manager: what goes wrong while writing is an `OutputError` that says where."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, traceback: Any) -> None:
        from rasterio.errors import RasterioError

        if isinstance(error, (RasterioError, OSError)) and not isinstance(error, OutputError):
            raise OutputError(_why_not_written(self._path, error)) from error


def _why_not_written(path: Path, error: BaseException) -> str:
    cause = error.__cause__ or error
    free = _free_bytes(path.parent)
    if free is not None and free < 1 << 20:
        return tr("The disk of {folder} is full: make room, or choose another folder.").format(
            folder=path.parent
        )
    sentence = tr("{path} cannot be written ({reason}): is the disk full, or the folder read-only?")
    return sentence.format(path=path, reason=str(cause).strip()[-200:])


def _free_bytes(folder: Path) -> int | None:
    import shutil

    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


# -- the whole raster -------------------------------------------------------------------------------------


def write_cog(
    path: Path,
    spec: RasterSpec,
    grid: Grid,
    strips: Sequence[tuple[Path, Window]],
    *,
    scratch: Path,
    threads: int = 1,
    check: Callable[[], None] = lambda: None,
) -> tuple[BandStatistics, ...]:
    """Write strips as one Cloud Optimized GeoTIFF, and say what is in it.

    Parameters
    ----------
    grid : Grid
        Of the whole raster.
    strips : sequence of (Path, Window)
        Each strip and the pixels of the raster that it holds; what none holds is nodata.
    scratch : Path
        Folder for temporary files, which are removed.
    check : callable
        Called now and then; raises to give up.

    Raises
    ------
    OutputError
        The disk is full, or the path cannot be written.
    """
    mosaic = scratch / f"{spec.name}.vrt"
    levels = [
        scratch / f"{spec.name}.{level}.tif" for level, _ in enumerate(overview_shapes(grid.shape), start=1)
    ]
    mosaic.write_bytes(_vrt(spec, grid, strips))
    statistics = _reduce(mosaic, spec, grid.shape, levels, check)
    mosaic.write_bytes(_vrt(spec, grid, strips, levels=levels, statistics=statistics))
    _copy(mosaic, path, spec, threads, check)
    for temporary in (mosaic, *levels):
        temporary.unlink(missing_ok=True)
    return statistics


def _copy(mosaic: Path, path: Path, spec: RasterSpec, threads: int, check: Callable[[], None]) -> None:
    import rasterio.shutil

    from ..errors import Cancelled  # noqa: F401  (raised by check)

    options = {
        "compress": "deflate",
        "predictor": "yes" if np.dtype(spec.dtype).kind == "f" else "no",
        "blocksize": BLOCK,
        "bigtiff": "if_safer",
        "num_threads": threads,
    }
    with _writing(path):
        rasterio.shutil.copy(mosaic, path, driver="COG", **options)
    check()


def _reduce(
    mosaic: Path, spec: RasterSpec, shape: Shape2d, levels: Sequence[Path], check: Callable[[], None]
) -> tuple[BandStatistics, ...]:
    """Write the overviews, each band read once from top to bottom; statistics on the way."""
    import rasterio

    shapes = overview_shapes(shape)
    tallies = [_Tally(spec) for _ in spec.bands]
    with ExitStack() as stack:
        source = stack.enter_context(rasterio.open(mosaic))
        reduced = [
            stack.enter_context(_open_level(level, spec, size))
            for level, size in zip(levels, shapes, strict=True)
        ]
        for band, tally in enumerate(tallies, start=1):
            for window in _chunks(shape, spec, len(shapes)):
                check()
                image = source.read(band, window=window.for_rasterio())
                tally.add(image)
                _write_levels(image, band, window.row, reduced, spec)
        with _writing(mosaic):
            stack.close()
    return tuple(tally.result() for tally in tallies)


def _open_level(path: Path, spec: RasterSpec, shape: Shape2d) -> Any:
    import rasterio

    with _writing(path):
        return rasterio.open(
            path, "w", driver="GTiff", width=shape.columns, height=shape.rows, count=len(spec.bands),
            dtype=spec.dtype, nodata=spec.nodata, tiled=True, blockxsize=BLOCK, blockysize=BLOCK,
            interleave="band", compress="zstd", zstd_level=1, sparse_ok=True, transform=PLACELESS,
        )  # fmt: skip


def _chunks(shape: Shape2d, spec: RasterSpec, levels: int) -> Iterator[Window]:
    """Full-width windows whose rows every overview can share out evenly."""
    least = 1 << levels
    affordable = CHUNK_BYTES // (shape.columns * np.dtype(spec.dtype).itemsize)
    rows = max(least, min(affordable, 2 * BLOCK) // least * least)
    for row in range(0, shape.rows, rows):
        yield Window(row, 0, min(rows, shape.rows - row), shape.columns)


def _write_levels(image: Array, band: int, row: int, reduced: Sequence[Any], spec: RasterSpec) -> None:
    for level in reduced:
        if spec.kind == "classes":
            image = halve_classes(image, nodata=int(spec.nodata))
        else:
            image = halve_means(image, nodata=spec.nodata)
        row //= 2
        window = Window(row, 0, *image.shape)
        with _writing(Path(level.name)):
            level.write(image, band, window=window.for_rasterio())


class _Tally:
    """Statistics of one band, chunk by chunk."""

    def __init__(self, spec: RasterSpec) -> None:
        self._nodata = spec.nodata
        self._values = [one.value for one in spec.classes]
        self._is_small = np.dtype(spec.dtype).kind == "u" and np.dtype(spec.dtype).itemsize <= 2
        self._counts = np.zeros(1 << 8 * np.dtype(spec.dtype).itemsize if self._is_small else 1, np.int64)
        self._n, self._sum, self._squares = 0, 0.0, 0.0
        self._minimum, self._maximum = math.inf, -math.inf

    def add(self, image: Array) -> None:
        if self._is_small:
            self._counts += _histogram(image, len(self._counts))
            return
        valid = image[~np.isnan(image)] if self._nodata != self._nodata else image[image != self._nodata]
        if valid.size:
            wide = valid.astype(np.float64)
            self._n += valid.size
            self._sum += float(wide.sum())
            self._squares += float((wide * wide).sum())
            self._minimum = min(self._minimum, float(valid.min()))
            self._maximum = max(self._maximum, float(valid.max()))

    def result(self) -> BandStatistics:
        counts: dict[int, int] = {}
        if self._is_small:
            self._counts[int(self._nodata)] = 0
            present = np.flatnonzero(self._counts)
            numbers = self._counts[present]
            self._n = int(numbers.sum())
            self._sum, self._squares = float((present * numbers).sum()), float((present**2 * numbers).sum())
            if present.size:
                self._minimum, self._maximum = float(present[0]), float(present[-1])
            counts = {int(value): int(self._counts[value]) for value in self._values}
        if not self._n:
            return BandStatistics(0, math.nan, math.nan, math.nan, math.nan, counts)
        mean = self._sum / self._n
        deviation = math.sqrt(max(self._squares / self._n - mean * mean, 0.0))
        return BandStatistics(self._n, self._minimum, self._maximum, mean, deviation, counts)


def _histogram(image: Array, size: int) -> NDArray[np.int64]:
    if size == 256 and image.size % 2 == 0:  # two pixels at a time: half the work
        pairs = np.bincount(np.ascontiguousarray(image).reshape(-1).view(np.uint16), minlength=65536).reshape(
            256, 256
        )
        both: NDArray[np.int64] = pairs.sum(0) + pairs.sum(1)
        return both
    return np.bincount(image.reshape(-1), minlength=size)


# -- the mosaic's description -----------------------------------------------------------------------------


def _vrt(
    spec: RasterSpec,
    grid: Grid,
    strips: Sequence[tuple[Path, Window]],
    *,
    levels: Sequence[Path] = (),
    statistics: Sequence[BandStatistics] = (),
) -> bytes:
    root = xml.Element("VRTDataset", rasterXSize=str(grid.shape.columns), rasterYSize=str(grid.shape.rows))
    if grid.crs is not None:
        xml.SubElement(root, "SRS", dataAxisToSRSAxisMapping="1,2").text = grid.crs.to_wkt()
    xml.SubElement(root, "GeoTransform").text = ", ".join(f"{value!r}" for value in grid.transform.to_gdal())
    _metadata(root, spec.tags)
    for number in range(1, len(spec.bands) + 1):
        band = xml.SubElement(root, "VRTRasterBand", dataType=_gdal_type(spec.dtype), band=str(number))
        _describe_band(band, spec, number, statistics)
        for path, window in strips:
            _add_source(band, path, number, window)
        for level in levels:
            overview = xml.SubElement(band, "Overview")
            xml.SubElement(overview, "SourceFilename", relativeToVRT="0").text = str(level)
            xml.SubElement(overview, "SourceBand").text = str(number)
    document: bytes = xml.tostring(root, encoding="utf-8")
    return document


def _gdal_type(dtype: str) -> str:
    return {"uint8": "Byte", "uint16": "UInt16", "int16": "Int16", "float32": "Float32"}[dtype]


def _add_source(band: xml.Element, path: Path, number: int, window: Window) -> None:
    source = xml.SubElement(band, "SimpleSource")
    xml.SubElement(source, "SourceFilename", relativeToVRT="0", shared="0").text = str(path)
    xml.SubElement(source, "SourceBand").text = str(number)
    size = {"xSize": str(window.columns), "ySize": str(window.rows)}
    xml.SubElement(source, "SrcRect", xOff="0", yOff="0", **size)
    xml.SubElement(source, "DstRect", xOff=str(window.column), yOff=str(window.row), **size)


def _describe_band(
    band: xml.Element, spec: RasterSpec, number: int, statistics: Sequence[BandStatistics]
) -> None:
    if name := spec.bands[number - 1]:
        xml.SubElement(band, "Description").text = name
    facts = {TAG: classes_tag(spec.classes)} if spec.classes else {}
    if statistics and (one := statistics[number - 1]).count:
        numbers = {"MINIMUM": one.minimum, "MAXIMUM": one.maximum, "MEAN": one.mean, "STDDEV": one.stddev}
        facts |= {f"STATISTICS_{key}": f"{value:.9g}" for key, value in numbers.items()}
    _metadata(band, facts)
    xml.SubElement(band, "NoDataValue").text = f"{spec.nodata:g}"
    if spec.unit:
        xml.SubElement(band, "UnitType").text = spec.unit
    if spec.scale != 1.0:
        xml.SubElement(band, "Offset").text = "0"
        xml.SubElement(band, "Scale").text = repr(spec.scale)
    if spec.classes and len(spec.bands) == 1:
        _describe_classes(band, spec.classes)
    else:
        xml.SubElement(band, "ColorInterp").text = "Gray" if number == 1 else "Undefined"


def _describe_classes(band: xml.Element, classes: Sequence[RasterClass]) -> None:
    by_value = {one.value: one for one in classes}
    colors = xml.Element("ColorTable")
    names = xml.Element("CategoryNames")
    for value in range(max(by_value) + 1):
        one = by_value.get(value, RasterClass(value))
        red, green, blue = bytes.fromhex((one.color or "#000000").lstrip("#"))
        xml.SubElement(colors, "Entry", c1=str(red), c2=str(green), c3=str(blue), c4="255")
        xml.SubElement(names, "Category").text = one.name
    xml.SubElement(band, "ColorInterp").text = "Palette"
    band.append(colors)
    band.append(names)


def _metadata(parent: xml.Element, values: Mapping[str, str]) -> None:
    if values:
        metadata = xml.SubElement(parent, "Metadata")
        for key, value in values.items():
            xml.SubElement(metadata, "MDI", key=key).text = value


def read_provenance(href: str) -> dict[str, Any]:
    """The provenance that a raster carries.

    Raises
    ------
    OutputError
        It carries none.
    """
    import json

    from .sources import open_raster, short_name

    with open_raster(href) as dataset:
        text = dataset.tags().get(PROVENANCE_TAG)
    if not text:
        sentence = tr(
            "{name} does not say how it was made: it is no result of Relevé, or was saved by another program."
        )
        raise OutputError(sentence.format(name=short_name(href)))
    provenance: dict[str, Any] = json.loads(text)
    return provenance
