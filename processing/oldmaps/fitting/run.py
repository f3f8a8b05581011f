"""The job `oldmaps.fit`: from files to files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...errors import FitError, OutputError, RequestError
from ...jobs import Context
from ...language import tr
from ...raster.files import files_of
from ...raster.sources import short_name
from ...reports import render
from ...reports.data import Row, write_table
from ..places.sheets import check_sheet
from ..points.control_points import ControlPoints
from ..points.reading import read_points
from ..sheets.sheet import open_sheet
from ..warping.outlines import read_outline
from .georeference import georeference
from .layers import error_map, write_arrows, write_error_map, write_net
from .live import as_json
from .portrait import Portrait, portray
from .remarks import remarks
from .sheet_fit import SheetFit, fit_sheet
from .sheet_report import sheet_report

if TYPE_CHECKING:
    from .fit_job import Request

PAPER_M = 1e-3
"""What a map may be off on paper, unless told: one millimetre."""
COLUMNS = (
    *("key", "parameters", "points_needed", "fit_m", "loo_m", "median_m", "max_m", "max_index"),
    *("fit_px", "loo_px", "refused"),
)


def run_fit(request: Request, context: Context) -> None:
    """Fit a sheet, and write what was asked for."""
    points = _with_extent(read_points(request.points, crs=request.crs, place=request.place), request)
    tolerance_m = request.tolerance
    if tolerance_m is None and request.scale is not None:
        tolerance_m = PAPER_M * request.scale
    fit = fit_sheet(points, request.method or "", tolerance_m=tolerance_m, thorough=True)
    if fit.georeference is None:
        raise FitError(fit.refused)
    context.check()
    context.progress(0.3)
    portrait = portray(fit, fit.georeference, scale=request.scale)
    said = list(_remarks(fit, request))
    for sentence in said:
        context.warn(sentence)
    _tell(portrait, context)
    _write(portrait, said, request, context)


def _with_extent(points: ControlPoints, request: Request) -> ControlPoints:
    """The points with the size of their sheet and its mask, where these are given."""
    if request.mask is not None and request.sheet is None:
        raise RequestError(tr("the image of the sheet is needed for a mask: give it with “sheet”"))
    if request.sheet is None:
        return points
    with open_sheet(request.sheet) as sheet:
        points = replace(points, size=sheet.size)
    if request.mask is None or points.size is None:
        return points
    from shapely import get_coordinates

    outline = read_outline(request.mask, georeference(points, "helmert"), points.size)
    hull = outline if outline.geom_type == "Polygon" else outline.convex_hull
    return replace(points, mask=get_coordinates(hull.exterior))


def _remarks(fit: SheetFit, request: Request) -> Iterator[str]:
    """What the user should know: first that nothing is recommended."""
    if not fit.comparison.recommended:
        yield fit.comparison.reason
    yield from remarks(fit.method, len(fit.comparison.places))
    for finding in check_sheet(fit.points, request.place, denominator=request.scale):
        yield finding.sentence


def _tell(portrait: Portrait, context: Context) -> None:
    told = as_json(portrait.fit)
    values = {name: told[name] for name in ("recommended", "method", "loo_m", "loo_px", "fit_m")}
    values |= {"n": len(portrait.fit.comparison.places)} | told["sheet"]
    context.values.update({name: value for name, value in values.items() if value is not None})


def _write(portrait: Portrait, said: list[str], request: Request, context: Context) -> None:
    provenance = context.provenance(files_of)
    if path := context.output("methods"):
        write_table(path, _rows(portrait))
    if path := context.output("errors"):
        write_arrows(path, portrait.fit.points, portrait.fitted, portrait.figures, factor=portrait.factor_m)
    if path := context.output("distortion"):
        write_net(path, portrait.net, portrait.distortion, portrait.fitted)
    if path := context.output("accuracy"):
        _write_accuracy(path, portrait, context, json.dumps(provenance))
    if path := context.output("data"):
        _write_json(path, _data(portrait) | {"warnings": said, "provenance": provenance})
    if path := context.output("report"):
        name = short_name(request.sheet or request.points)
        render(path, sheet_report(portrait, name=name, remarks=said, provenance=provenance))


def _rows(portrait: Portrait) -> Iterator[Row]:
    yield COLUMNS
    for method in as_json(portrait.fit)["methods"]:
        yield [method[name] for name in COLUMNS]


def _write_accuracy(path: Path, portrait: Portrait, context: Context, provenance: str) -> None:
    if portrait.expected is None:
        raise FitError(portrait.why_no_accuracy)
    found = error_map(portrait.expected, portrait.fitted, portrait.extent)
    write_error_map(path, found, scratch=context.scratch, provenance=provenance, check=context.check)
    low, high = np.nanpercentile(found.values, (2, 98)).tolist()
    style = {"type": "gradient", "ramp": "viridis", "minimum": low, "maximum": high, "unit": "m", "band": 1}
    context.style("accuracy", style)


def _data(portrait: Portrait) -> dict[str, Any]:
    """The fit as JSON, with the distortion and the expected error over the sheet: least, median, greatest."""
    spread = {name: _spread(values) for name, values in vars(portrait.distortion).items()}
    expected = None if portrait.expected_m is None else _spread(portrait.expected_m)
    return as_json(portrait.fit) | {"distortion": spread, "expected_error_m": expected}


def _spread(values: Any) -> list[float]:
    return [float(value) for value in np.nanpercentile(values, (0, 50, 100))]


def _write_json(path: Path, content: dict[str, Any]) -> None:
    try:
        path.write_text(
            json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n", encoding="utf-8"
        )
    except OSError as error:
        sentence = tr("{path} cannot be written ({reason}): choose another folder")
        raise OutputError(sentence.format(path=path, reason=error.strerror or error)) from error
