"""What a raster says about itself: its grid, its bands and their names, what it takes for missing."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from affine import Affine

from ..errors import GridError, RasterError
from ..jobs.provenance import public_name
from ..language import tr
from .grids import Grid, Shape2d

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

# Upper bound of the central wavelength in micrometres → STAC's common names.
COMMON_NAMES = (
    (0.45, ("coastal",)), (0.51, ("blue",)), (0.60, ("green",)), (0.69, ("red",)), (0.76, ("rededge",)),
    (0.90, ("nir", "nir08")), (1.00, ("nir09",)), (1.30, ()), (1.40, ("cirrus",)), (1.54, ()),
    (1.75, ("swir16",)), (2.05, ()), (2.35, ("swir22",)),
)  # fmt: skip
COLOURS = {"red", "green", "blue", "nir", "rededge", "coastal", "pan", "swir", "mwir", "lwir", "tir"}
BAND_IN_FILE_NAME = re.compile(r"[A-Za-z]{1,8}[0-9]{0,2}[A-Za-z]?")


@dataclass(frozen=True)
class RasterFacts:
    """A raster as its header describes it. ``alpha``: number of its alpha band, which is never an input."""

    href: str
    grid: Grid
    dtypes: tuple[str, ...]
    nodata: tuple[float | None, ...]
    names: tuple[tuple[str, ...], ...]
    alpha: int | None
    has_mask: bool
    block: Shape2d
    scales: tuple[float, ...] = ()
    offsets: tuple[float, ...] = ()

    def stored(self, number: int) -> tuple[float, float]:
        """Scale and offset that turn the stored numbers of a band into its unit; 1 and 0 mostly."""
        return (self.scales[number - 1], self.offsets[number - 1]) if self.scales else (1.0, 0.0)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The bands that hold data, from 1."""
        return tuple(n for n in range(1, len(self.dtypes) + 1) if n != self.alpha)

    @property
    def title(self) -> str:
        """How to call it in a message."""
        return short_name(self.href)


def short_name(href: str) -> str:
    """The last part of a path, URL or GDAL name, without what may hold a password.

    Examples
    --------
    >>> short_name("/data/scene.tif"), short_name("https://host/a/b.tif?token=1")
    ('scene.tif', 'b.tif')
    """
    return public_name(href) or href


def open_raster(href: str) -> DatasetReader:
    """A raster opened for reading.

    Raises
    ------
    RasterError
        It is missing, damaged, or no raster; the message says which.
    """
    import rasterio
    from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            dataset = rasterio.open(href)
    except RasterioIOError as error:
        raise RasterError(_why_not_opened(href, error)) from error
    if dataset.count == 0:
        choices = ", ".join(dataset.subdatasets[:8])
        dataset.close()
        sentence = tr("{name} holds several rasters: name one of them, such as {choices}")
        raise RasterError(
            sentence.format(name=short_name(href), choices=choices or tr("none that can be read"))
        )
    return dataset


def _why_not_opened(href: str, error: Exception) -> str:
    import os

    if "://" not in href and not href.startswith("/vsi") and ":" not in href[2:] and not os.path.exists(href):
        return tr("There is no raster at {path}: check its name and folder.").format(path=href)
    sentence = tr(
        "{name} cannot be read as a raster ({reason}): it is damaged, cut short or of another kind."
    )
    reason = str(error).replace(href, short_name(href)).strip().rstrip(".")[-200:]
    return sentence.format(name=short_name(href), reason=reason)


def read_facts(href: str) -> RasterFacts:
    """The header of a raster.

    Raises
    ------
    RasterError
        It cannot be opened.
    GridError
        It is rotated, south-up, or located by ground control points alone.
    """
    from rasterio.enums import ColorInterp, MaskFlags

    with open_raster(href) as dataset:
        flags = dataset.mask_flag_enums[0]
        alpha = [n for n, colour in enumerate(dataset.colorinterp, start=1) if colour == ColorInterp.alpha]
        return RasterFacts(
            href=href,
            grid=Grid(dataset.crs or None, transform_of(dataset), Shape2d(dataset.height, dataset.width)),
            dtypes=tuple(dataset.dtypes),
            nodata=tuple(dataset.nodatavals),
            names=tuple(tuple(_names(dataset, number)) for number in dataset.indexes),
            alpha=alpha[0] if alpha else None,
            has_mask=not alpha and MaskFlags.per_dataset in flags and MaskFlags.all_valid not in flags,
            block=Shape2d(*dataset.block_shapes[0]),
            scales=tuple(dataset.scales),
            offsets=tuple(dataset.offsets),
        )


def transform_of(dataset: DatasetReader) -> Affine:
    """Where the pixels of a raster lie; without georeference, rows counted downwards from zero, as in QGIS.

    Raises
    ------
    GridError
        It is located by ground control points alone.
    """
    if dataset.transform != Affine.identity():
        transform: Affine = dataset.transform
        return transform
    if dataset.gcps[0] or dataset.rpcs:
        raise GridError(
            tr(
                "{name} is located by control points alone: bring it onto a grid with "
                "“gdalwarp -t_srs EPSG:… input.tif output.tif”."
            ).format(name=short_name(dataset.name))
        )
    return Affine.scale(1, -1)


def _names(dataset: DatasetReader, number: int) -> Iterator[str]:
    from .bands import spellings

    tags = {**dataset.tags(number, ns="IMAGERY"), **dataset.tags(number)}
    description = dataset.descriptions[number - 1] or tags.get("BandName") or tags.get("band_name") or ""
    if description:
        yield from spellings(description)
    if common := tags.get("common_name"):
        yield common
    yield from _names_by_wavelength(tags)
    if dataset.count == 1 and not description:
        yield from _names_in_file_name(dataset.name)
    colour = dataset.colorinterp[number - 1].name
    # GDAL calls the first three bands of many files red, green and blue: a description knows better.
    if not description and colour in COLOURS:
        yield colour


def _names_by_wavelength(tags: dict[str, Any]) -> Iterator[str]:
    text = tags.get("CENTRAL_WAVELENGTH_UM") or tags.get("wavelength") or tags.get("WAVELENGTH") or ""
    match = re.match(r"[0-9.]+", str(text).strip())
    if not match:
        return
    wavelength = float(match.group().strip(".") or 0)
    wavelength = wavelength / 1000 if wavelength > 100 else wavelength  # in nanometres
    names = next((names for bound, names in COMMON_NAMES if wavelength <= bound), ())
    yield from names if wavelength > 0.38 else ()


def _names_in_file_name(path: str) -> Iterator[str]:
    stem = PurePath(short_name(path)).stem
    yield stem
    yield from (
        part for part in re.split(r"[_\s.-]+", stem) if part != stem and BAND_IN_FILE_NAME.fullmatch(part)
    )
