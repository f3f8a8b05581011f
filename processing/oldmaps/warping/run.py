"""A run of `oldmaps.warp`, from the request to its output."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from ...errors import RequestError
from ...language import tr
from ...raster.cogs import PROVENANCE_TAG
from ...raster.files import files_of
from ...raster.grids import Grid
from ...raster.reading import CACHE_BYTES
from ...raster.reference_systems import crs_of
from ..fitting.georeference import Georeference
from ..places.sheets import check_sheet
from ..points.content import Content
from ..points.control_points import ControlPoints
from ..points.reading import read_points
from ..sheets.sheet import Sheet, open_sheet
from .footprint import is_turned, located, sheet_grid, sheet_places
from .outlines import check_on_sheet, outline_of_corners, parse_corners, read_outline
from .placement import Placement, placed
from .resampling import Resampling
from .warp import warp

if TYPE_CHECKING:
    from shapely import Geometry

    from ...jobs import Context
    from .warp_job import Request


def warp_sheet(request: Request, context: Context) -> None:
    """Do what the request asks.

    Raises
    ------
    ReleveError
        What is given does not fit, or the work failed.
    """
    import rasterio

    points = read_points(request.points, crs=request.crs, place=request.place)
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), open_sheet(request.sheet) as sheet:
        named = name_warnings(sheet, points, request.points)
        for sentence in (*sheet.warnings, *named, *size_warnings(sheet, points)):
            context.warn(sentence)
        points = _with_corners(points, request)
        georeference = placed(points, request.method or "", warn=context.warn)
        for finding in check_sheet(points, request.place):
            context.warn(finding.sentence)
        outline = _outline(request, points, georeference, sheet)
        crs = crs_of(request.target_crs) if request.target_crs else None
        placement = Placement.of(georeference, crs)
        grid = sheet_grid(placement, sheet.size, outline=outline, pixel_size=request.pixel_size)
        _warn_of_folds(placement, sheet, outline, context)
        _tell(georeference, grid, context)
        path = context.output("warped")
        assert path is not None  # it is required
        warp(
            sheet, placement, grid, path,
            scratch=context.scratch, resampling=cast("Resampling", request.resampling), outline=outline,
            tags={PROVENANCE_TAG: _provenance(points, georeference, context)}, threads=context.threads,
            check=context.check, progress=context.progress,
        )  # fmt: skip


def name_warnings(sheet: Sheet, points: ControlPoints, source: str) -> tuple[str, ...]:
    """What to tell where points are those of another image, which lies beside them."""
    other = Path(Content.named(source).path).with_name(Path(points.sheet).name or "-")
    if other.stem == Path(sheet.title).stem or not other.suffix or not other.is_file():
        return ()
    sentence = tr(
        "The points bear the name of {theirs} beside them, not that of {name}: are they its points?"
    )
    return (sentence.format(theirs=other.name, name=sheet.title),)


def size_warnings(sheet: Sheet, points: ControlPoints) -> tuple[str, ...]:
    """What to tell where points were set on an image of another size, or lie beyond this one."""
    if points.size is not None and points.size != sheet.size:
        sentence = tr(
            "The points were set on an image of {theirs_width} × {theirs_height} pixels, and {name} has "
            "{width} × {height}: is it the same scan?"
        )
        return (
            sentence.format(
                theirs_width=points.size.width, theirs_height=points.size.height,
                name=sheet.title, width=sheet.width, height=sheet.height,
            ),
        )  # fmt: skip
    pixels = points.enabled.pixels
    beyond = (pixels < -0.5) | (pixels > np.array([sheet.width, sheet.height]) + 0.5)
    if not beyond.any():
        return ()
    sentence = tr(
        "{count} of {total} points lie beyond the edges of {name}: is it the scan they were set on?"
    )
    return (sentence.format(count=int(beyond.any(axis=1).sum()), total=len(pixels), name=sheet.title),)


def _with_corners(points: ControlPoints, request: Request) -> ControlPoints:
    """The points with the mask that is given by its corners, which a fit looks at for folds."""
    if request.mask and request.outline:
        raise RequestError(tr("two masks are given, a layer and corners: leave out “mask” or “outline”"))
    return replace(points, mask=parse_corners(request.outline)) if request.outline else points


def _outline(
    request: Request, points: ControlPoints, georeference: Georeference, sheet: Sheet
) -> Geometry | None:
    if request.mask:
        return read_outline(request.mask, georeference, sheet.size)
    if points.mask is None:
        return None
    outline = outline_of_corners(points.mask)
    check_on_sheet(outline, sheet.size)
    return outline


def _warn_of_folds(placement: Placement, sheet: Sheet, outline: Geometry | None, context: Context) -> None:
    edge, inner = sheet_places(sheet.size, outline)
    if is_turned(placement, located(placement, np.concatenate([edge, inner]))).any():
        context.warn(
            tr(
                "Far from the points the fit folds the sheet over: those parts are left out. Draw a mask, "
                "add points there, or choose a method that bends less."
            )
        )


def _tell(georeference: Georeference, grid: Grid, context: Context) -> None:
    context.values |= {
        "method": georeference.method,
        "pixel_size": grid.pixel_width,
        "columns": grid.shape.columns,
        "rows": grid.shape.rows,
    }


def _provenance(points: ControlPoints, georeference: Georeference, context: Context) -> str:
    told = context.provenance(files_of) | {
        "method": georeference.method,
        "points": len(points.enabled.points),
        "crs_of_points": points.crs,
        "declared_crs": points.declared_crs,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
