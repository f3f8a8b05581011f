"""The work of the job `oldmaps.points`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ...errors import RequestError, VectorError
from ...jobs import Context
from ...language import tr
from ...raster.places import read_places
from ...raster.reference_systems import called, crs_of
from ..places.findings import Finding
from ..places.sheets import check_sheet
from .control_points import ControlPoints, ImageSize
from .formats import FORMATS
from .layer import write_layer
from .merging import averaged, merged
from .reading import read_points
from .rows import Direction, Rows
from .transforming import in_crs
from .writing import format_named, write_points

if TYPE_CHECKING:
    from .points_job import Request

DUPLICATES = {"keep": lambda points: points, "merge": merged, "average": averaged}


def convert(request: Request, context: Context) -> None:
    """Read the points, say what is to be said of them, write what was asked for.

    Raises
    ------
    VectorError
        They cannot be read, there are none, or they are to be moved although they contradict the reference
        system that they claim.
    """
    size, dpi = _image(request, context)
    rows = Rows(cast("Direction | None", request.rows), size.height if size else None)
    points = read_points(request.points, crs=request.crs, place=request.place, rows=rows, trusting=True)
    if not points.points:
        sentence = tr("{file} holds no points: choose another file")
        raise VectorError(sentence.format(file=Path(request.points).name))
    points = DUPLICATES[request.duplicates](replace(points, size=size or points.size))
    findings = check_sheet(points, request.place, denominator=request.scale, dpi=request.dpi or dpi)
    _refuse_to_move(findings, request, context)
    _tell(points, findings, context)
    _write(points, request, context)


def _image(request: Request, context: Context) -> tuple[ImageSize | None, float | None]:
    """Size and resolution of the sheet's image, where one is given."""
    from ..sheets.sheet import open_sheet

    if request.sheet is None:
        return None, None
    with open_sheet(request.sheet) as sheet:
        for sentence in sheet.warnings:
            context.warn(sentence)
        return sheet.size, sheet.dpi


def _tell(points: ControlPoints, findings: tuple[Finding, ...], context: Context) -> None:
    for sentence in (*read_places().faults, *(finding.sentence for finding in findings)):
        context.warn(sentence)
    contradicted = any(finding.kind == "contradiction" for finding in findings)
    fitting = [name for finding in findings for name in finding.fitting]
    context.values |= {
        "point_count": len(points.points),
        "enabled_count": len(points.enabled.points),
        "system": called(crs_of(points.crs)) if points.crs else "",
        "claimed_system": _claimed(points),
        "fits": "no" if contradicted else "yes" if points.crs else "unknown",
        "fitting": ", ".join(fitting),
    }
    context.preview(
        crs=points.crs,
        declared_crs=points.declared_crs,
        findings=[finding.to_json() for finding in findings],
    )


def _claimed(points: ControlPoints) -> str:
    try:
        return called(crs_of(points.declared_crs))
    except RequestError:
        return points.declared_crs


def _refuse_to_move(findings: tuple[Finding, ...], request: Request, context: Context) -> None:
    """Raise where a wrong claim would put points in a plausible wrong place."""
    moved = request.target_crs or context.output("layer") or _format(request, context) == "annotation"
    wrong = next((finding.sentence for finding in findings if finding.kind == "contradiction"), "")
    if moved and wrong:
        raise VectorError(wrong)


def _format(request: Request, context: Context) -> str:
    """Key of the format to write, empty where none is asked for."""
    path = context.output("converted")
    return "" if path is None else request.format or format_named(path)


def _write(points: ControlPoints, request: Request, context: Context) -> None:
    converted, layer, key = context.output("converted"), context.output("layer"), _format(request, context)
    if request.target_crs:
        points = in_crs(points, request.target_crs)
    if converted is not None:
        write_points(converted, points, format=key)
        left_out = len(points.points) - len(points.enabled.points)
        if left_out and not FORMATS[key].sets_aside:
            sentence = tr("{count} points that are set aside were left out: {format} cannot hold them.")
            context.warn(sentence.format(count=left_out, format=FORMATS[key].title))
    if layer is not None:
        write_layer(layer, points)
