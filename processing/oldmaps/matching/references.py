"""What a sheet is matched with: a raster or a service whose place on the ground is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...errors import DownloadError, GridError, RasterError
from ...jobs.parameters import Extent
from ...jobs.provenance import is_service
from ...language import tr
from ...raster.grids import Shape2d, Window
from ...raster.reference_systems import called, crs_of
from ...raster.sources import short_name
from ..points.control_points import FloatArray
from ..sheets.sheet import Sheet, open_sheet
from .affinities import applied
from .features import Picture
from .services import gdal_name, service_crs

if TYPE_CHECKING:
    from affine import Affine
    from pyproj import CRS

ANSWER = re.compile(r"HTTP status code: (\d+), error: (.*)")
LONGEST_PX = 150_000  # a side; a wider reference is a service of the world, of which a part must be named
DENSE = 21  # points along each edge of an extent on its way to another reference system


@dataclass(frozen=True)
class SheetImage:
    """A window of an opened image, read as `.images.Image` wants it."""

    sheet: Sheet
    window: Window

    @property
    def shape(self) -> Shape2d:
        """Rows and columns of the window."""
        return self.window.shape

    def read(self, window: Window, shape: Shape2d) -> Picture:
        """The pixels of a part of the window, brought to ``shape``."""
        part = Window(
            self.window.row + window.row, self.window.column + window.column, window.rows, window.columns
        )
        return Picture(self.sheet.read(part, shape), self.sheet.valid(part, shape))


@dataclass(frozen=True)
class ServiceImage:
    """A window of a service, whose errors are those of a network."""

    image: SheetImage
    title: str

    @property
    def shape(self) -> Shape2d:
        """Rows and columns of the window."""
        return self.image.shape

    def read(self, window: Window, shape: Shape2d) -> Picture:
        """The pixels of a part of the window, brought to ``shape``."""
        try:
            return self.image.read(window, shape)
        except RasterError as error:
            raise _unanswered(self.title, error) from error


@dataclass(frozen=True)
class Reference:
    """An opened reference.

    Parameters
    ----------
    image : Image
        The part of it that is looked at.
    to_ground : Affine
        From columns and rows of ``image`` to eastings and northings, or longitudes and latitudes, in ``crs``.
    crs : pyproj.CRS
    title : str
        How to call it in a message.
    """

    image: SheetImage | ServiceImage
    to_ground: Affine
    crs: CRS
    title: str

    def ground(self, places: FloatArray, crs: CRS) -> FloatArray:
        """Where places of shape (n, 2), in pixels, lie: x and y in ``crs``, shape (n, 2)."""
        from pyproj import Transformer

        here = applied(np.array(self.to_ground[:6]).reshape(2, 3), places)
        change = Transformer.from_crs(self.crs, crs, always_xy=True)
        return np.column_stack(change.transform(*here.T)).astype(np.float64)


@contextmanager
def open_reference(source: str, *, extent: Extent | None, side_px: int) -> Iterator[Reference]:
    """A reference, opened while the block lasts.

    Parameters
    ----------
    source : str
        A path, a GDAL name, or the source of a QGIS layer of a service.
    extent : Extent, optional
        Where the sheet lies, about: only that part is looked at. Without a CRS it is in the reference's.
    side_px : int
        Longer side of the sheet, in pixels: what a service without pixels of its own is asked for.

    Raises
    ------
    RasterError
        It cannot be opened.
    GridError
        It has no georeference, is mirrored, shows the whole world while no extent is given, or nothing of
        the extent.
    DownloadError
        A service does not answer.
    """
    of_service = is_service(source)
    bounds = None if extent is None or not of_service else _bounds_in(extent, crs_of(service_crs(source)))
    name = gdal_name(source, bounds=bounds, side_px=side_px)
    title = short_name(source)
    try:
        sheet = open_sheet(name)
    except RasterError as error:
        if of_service:
            raise _unanswered(title, error) from error
        raise
    with sheet:
        _check_placed(sheet, title)
        crs = crs_of(sheet.crs.to_wkt())  # type: ignore[union-attr]  # checked
        window = _looked_at(sheet, crs, extent, title)
        image = SheetImage(sheet, window)
        yield Reference(
            image=ServiceImage(image, title) if _is_online(sheet) else image,
            to_ground=sheet.transform @ _translation(window),
            crs=crs,
            title=title,
        )


def _translation(window: Window) -> Affine:
    from affine import Affine

    return Affine.translation(window.column, window.row)


def _is_online(sheet: Sheet) -> bool:
    return sheet.dataset.driver in ("WMS", "WMTS")


def _check_placed(sheet: Sheet, title: str) -> None:
    transform = sheet.transform
    if sheet.crs is None or transform.is_identity:
        sentence = tr(
            "{name} has no georeference, so nothing can be placed by it: warp it first (oldmaps.warp), or "
            "assign its coordinate reference system"
        )
        raise GridError(sentence.format(name=title))
    if transform.a * transform.e - transform.b * transform.d > 0:
        sentence = tr("{name} is stored mirrored (south-up): turn it with “gdalwarp input.tif north_up.tif”")
        raise GridError(sentence.format(name=title))


def _looked_at(sheet: Sheet, crs: CRS, extent: Extent | None, title: str) -> Window:
    if extent is None:
        if max(sheet.width, sheet.height) > LONGEST_PX:
            sentence = tr(
                "{name} is {columns} × {rows} pixels and shows far more ground than a sheet: give the "
                "approximate extent of the sheet (extent)"
            )
            raise GridError(sentence.format(name=title, columns=sheet.width, rows=sheet.height))
        return sheet.window
    west, south, east, north = _bounds_in(extent, crs)
    corners = np.array(
        [~sheet.transform @ place for place in ((west, south), (west, north), (east, south), (east, north))]
    )
    left, top = np.floor(corners.min(axis=0)).astype(int).tolist()
    right, bottom = np.ceil(corners.max(axis=0)).astype(int).tolist()
    window = Window(top, left, bottom - top, right - left).intersection(sheet.window)
    if window.is_empty:
        sentence = tr("{name} shows nothing of the extent given: the two must overlap")
        raise GridError(sentence.format(name=title))
    return window


def _bounds_in(extent: Extent, crs: CRS) -> tuple[float, float, float, float]:
    """West, south, east, north of an extent in another reference system."""
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    bounds = extent.xmin, extent.ymin, extent.xmax, extent.ymax
    if not extent.crs:
        return bounds
    change = Transformer.from_crs(crs_of(extent.crs), crs, always_xy=True)
    try:
        west, south, east, north = change.transform_bounds(*bounds, densify_pts=DENSE, errcheck=True)
    except ProjError as error:
        sentence = tr("the extent given has no place in the reference system of the reference ({crs})")
        raise GridError(sentence.format(crs=called(crs))) from error
    return float(west), float(south), float(east), float(north)


def _unanswered(title: str, error: BaseException) -> DownloadError:
    cause = error.__cause__
    reason = _said((cause and cause.__cause__) or cause or error)
    sentence = tr(
        "the service {name} does not give what it is asked for ({reason}): check its address, the "
        "connection and the extent"
    )
    return DownloadError(sentence.format(name=title, reason=reason))


def _said(error: BaseException) -> str:
    """What a server or the network said, without the address, which may hold a key."""
    told = str(getattr(error, "errmsg", "") or error)
    answer = ANSWER.search(told)
    if answer is None:
        return told.strip().splitlines()[-1].strip(" .") if told.strip() else ""
    status, reason = answer.groups()
    return f"HTTP {status}" if status != "0" else reason.strip(" .")
