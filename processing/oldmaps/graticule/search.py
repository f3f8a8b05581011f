"""From a request to the graticule, and to what is written and told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rasterio

from ...errors import RasterError, RequestError
from ...language import tr
from ...raster.reading import CACHE_BYTES
from ...raster.reference_systems import crs_of, definition_of
from ...reports.data import write_table
from ..points.control_points import ControlPoint, ControlPoints
from ..points.writing import write_points
from ..sheets.copies import quick
from ..sheets.sheet import Sheet, open_sheet
from .bands import FloatArray
from .graticule import Graticule, find_graticule
from .greys import Greys
from .labels import ground_steps, one_label, parse_labels
from .nodes import Node
from .picture import write_picture
from .tables import line_values, node_rows, node_values, place_of, write_lines

if TYPE_CHECKING:
    from ...jobs import Context
    from .graticule_job import Request


def search(request: Request, context: Context) -> None:
    """Find the graticule of a sheet, write what was asked for and tell the rest.

    Raises
    ------
    RequestError
        The labels cannot be read or do not fit what was found, or points are wanted without labels.
    RasterError
        The sheet cannot be read, or points are wanted where no graticule was found.
    """

    def step(fraction: float) -> None:
        context.check()
        context.progress(fraction)

    _check(request, points_wanted=context.output("points") is not None)
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), open_sheet(request.sheet) as sheet:
        for sentence in sheet.warnings:
            context.warn(sentence)
        with quick(sheet, context.scratch, check=context.check) as pixels:
            greys = Greys(sheet, pixels)
            graticule = find_graticule(greys, rotation_deg=request.rotation, progress=step)
        if path := context.output("picture"):
            write_picture(path, sheet, graticule, check=context.check)
        ground = ground_of(graticule, request)
        _tell(context, graticule, ground)
        if path := context.output("points"):
            write_points(path, control_points(graticule, ground, sheet, crs=request.crs))
    if path := context.output("nodes"):
        write_table(path, node_rows(graticule, ground))
    if path := context.output("lines"):
        write_lines(path, graticule)


def _check(request: Request, *, points_wanted: bool) -> None:
    """Say what is wrong with a request before any work."""
    if request.crs:
        crs_of(request.crs)
    labels = parse_labels(request.labels or "")
    if len(labels) == 1 and request.spacing is None:
        raise RequestError(one_label())
    if points_wanted and not labels:
        sentence = tr(
            "control points need the ground coordinates of two nodes, or of one and the spacing: run "
            "without them first, and label nodes of those that are found"
        )
        raise RequestError(sentence)


def ground_of(graticule: Graticule, request: Request) -> FloatArray | None:
    """Ground coordinates by the labels of a request, see :func:`.ground_steps`; None without any."""
    labels = parse_labels(request.labels or "")
    if not labels or not graticule.nodes:
        return None
    in_degrees = bool(request.crs) and crs_of(str(request.crs)).is_geographic
    return ground_steps(graticule, labels, spacing=request.spacing, in_degrees=in_degrees)


def control_points(
    graticule: Graticule, ground: FloatArray | None, sheet: Sheet, *, crs: str | None
) -> ControlPoints:
    """Nodes as control points; those that are weak or were not seen are set aside, for a person to decide.

    Raises
    ------
    RasterError
        There is none.
    """
    if ground is None:
        raise RasterError(nothing_found())
    points = tuple(_point(node, ground) for node in graticule.nodes)
    system = definition_of(crs) if crs else ""
    return ControlPoints(points=points, crs=system, sheet=sheet.title, size=sheet.size)


def _point(node: Node, ground: FloatArray) -> ControlPoint:
    x, y = place_of(node, ground)
    predicted = node.kind == "predicted"
    return ControlPoint(
        col=round(node.col, 3),
        row=round(node.row, 3),
        x=x,
        y=y,
        enabled=node.kind == "measured",
        id=f"{node.i + 1}-{node.j + 1}",
        origin="predicted" if predicted else "graticule",
        sigma_px=round(node.sigma_px, 3),
        confidence=round(node.confidence, 3),
        note="weak" if node.kind == "weak" else "",
    )


def nothing_found() -> str:
    """The sentence that says so."""
    return tr(
        "no graticule was found: its lines are missing, too faint, too few, or turned further than the "
        "largest rotation; set points by hand, or match the sheet with a reference"
    )


def _tell(context: Context, graticule: Graticule, ground: FloatArray | None) -> None:
    kinds = [node.kind for node in graticule.nodes]
    context.values |= {
        "measured": kinds.count("measured"),
        "weak": kinds.count("weak"),
        "predicted": kinds.count("predicted"),
        "nodes": node_values(graticule, ground),
        "lines": line_values(graticule),
    }
    if graticule.spacing_px is None or graticule.rotation_deg is None:
        context.warn(nothing_found())
        return
    right, down = graticule.spacing_px
    context.values |= {
        "spacing_right_px": round(right, 2),
        "spacing_down_px": round(down, 2),
        "rotation": round(graticule.rotation_deg, 3),
    }
