"""The picture of a sheet under a view of the map."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...errors import FitError
from ...inference.previews.pictures import placed_picture, png
from ...raster.grids import Grid, Shape2d, Window
from ...raster.reference_systems import crs_of
from ..fitting.georeference import Georeference
from ..points.control_points import ControlPoints
from ..points.reading import read_points
from .footprint import pixels_per_unit
from .outlines import outline_of_corners
from .paper import Colour, opacity, paper_colour
from .placement import Placement, placed
from .pyramids import PYRAMIDS, Pyramid
from .resampling import Source
from .warp import Warping

if TYPE_CHECKING:
    from ...jobs import Context
    from .ghost_job import Request

Bytes: TypeAlias = NDArray[np.uint8]

LOOK = 1000  # pixels a side, at most and roughly, in which the paper's colour is looked for


@dataclass(frozen=True)
class Fitted:
    """A sheet's points and the fit by them, or why there is none."""

    points: ControlPoints
    georeference: Georeference | None
    refused: str = ""
    remarks: tuple[str, ...] = ()


def show(request: Request, context: Context) -> None:
    """Send one preview: the picture, or none where the sheet is not under the view or has no fit.

    Raises
    ------
    ReleveError
        The sheet or its points cannot be read.
    """
    pyramid = PYRAMIDS.get(request.sheet)
    stat = Path(request.points).stat() if Path(request.points).is_file() else None
    state = (stat.st_mtime_ns, stat.st_size) if stat else None
    fitted = _fitted(request.points, state, request.crs, request.place, request.method)
    told: dict[str, Any] = {"picture": None, "paper": "", "method": "", "refused": fitted.refused}
    told["warnings"] = list(fitted.remarks)
    if fitted.georeference is not None:
        told["method"] = fitted.georeference.method
        told |= _picture(request, pyramid, fitted.points, fitted.georeference, context)
    context.preview(**told)


@lru_cache(maxsize=8)
def _fitted(path: str, state: Any, crs: str | None, place: str | None, method: str | None) -> Fitted:
    """Kept for the next view; ``state`` changes when the file does."""
    points = read_points(path, crs=crs, place=place)
    remarks: list[str] = []
    try:
        georeference = placed(points, method or "", warn=remarks.append)
    except FitError as error:
        return Fitted(points, None, str(error))
    return Fitted(points, georeference, remarks=tuple(remarks))


def _picture(
    request: Request, pyramid: Pyramid, points: ControlPoints, georeference: Georeference, context: Context
) -> dict[str, Any]:
    view = request.view
    placement = Placement.of(georeference, crs_of(view.crs) if view.crs else None)
    grid = _grid(request, placement)
    ground = placement.on_map(points.enabled.ground)
    factor, level = pyramid.level(pixels_per_unit(placement, ground) * _side(grid), context.check)
    outline = None if points.mask is None else outline_of_corners(points.mask / factor)
    source = Source(level, factor, level.shape.columns, level.shape.rows, outline)
    block = Warping(placement, source, "bilinear", 1).block(grid.transform, grid.window)
    if block is None:
        return {"coarse": factor}
    window = _filled(block[-1])
    picture = np.ascontiguousarray(np.moveaxis(block, 0, 2)[window.slices()])
    told: dict[str, Any] = {"coarse": factor}
    if request.paper:
        colour = _paper(pyramid, points, context)
        # A thin line has its contrast at its own size: in means of many pixels it is nearly paper.
        tolerance = request.tolerance / 100 / (1 + math.log2(factor))
        clear = opacity(picture[..., :3], colour, tolerance)
        picture[..., 3] = np.minimum(picture[..., 3], clear)
        picture[picture[..., 3] == 0] = 0  # a picture with nothing on the paper is sent sooner
        told["paper"] = "#" + bytes(np.rint(colour).astype(np.uint8).tolist()).hex()
    sent = placed_picture(png(picture), grid.crop(window))
    return told | {"picture": sent | ({"crs": view.crs} if view.crs else {})}  # in the view's own words


def _grid(request: Request, placement: Placement) -> Grid:
    """The pixels of the view."""
    view, shape = request.view, Shape2d(request.view_height, request.view_width)
    width, height = (view.xmax - view.xmin) / shape.columns, (view.ymax - view.ymin) / shape.rows
    transform = Affine(width, 0, view.xmin, 0, -height, view.ymax)
    return Grid(placement.raster_crs, transform, shape)


def _side(grid: Grid) -> float:
    """Side of a square as large as a pixel."""
    return float((grid.pixel_width * grid.pixel_height) ** 0.5)


def _filled(alpha: Bytes) -> Window:
    """The smallest window with all that is not transparent."""
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    return Window(top, left, int(rows[-1]) + 1 - top, int(columns[-1]) + 1 - left)


def _paper(pyramid: Pyramid, points: ControlPoints, context: Context) -> Colour:
    """The colour of the paper between the points, where the sheet is drawn on."""
    corners = points.enabled.pixels
    reach = float((corners.max(axis=0) - corners.min(axis=0)).max())
    factor, level = pyramid.level(2 * reach / LOOK, context.check)
    left, top = np.floor(corners.min(axis=0) / factor).astype(int).tolist()
    right, bottom = np.ceil(corners.max(axis=0) / factor).astype(int).tolist()
    whole = Window(0, 0, level.shape.rows, level.shape.columns)
    window = Window(top, left, bottom - top, right - left).intersection(whole)
    drawn = level.pixels(whole if window.is_empty else window)
    return paper_colour(drawn.reshape(-1, drawn.shape[2]))
