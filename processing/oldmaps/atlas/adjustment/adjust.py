"""A run of `oldmaps.adjust`: from the points of all sheets to points that agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ....errors import RequestError, VectorError
from ....jobs import Context
from ....language import tr
from ....raster.reference_systems import called, crs_of
from ....reports.data import write_json, write_table
from ...fitting.units import metres_per_unit
from ...points.control_points import ControlPoints, FloatArray
from ...points.reading import read_points
from ...points.writing import write_points
from ..sets.origin import origin_of
from ..sets.sheet import IMAGE_ENDINGS, Sheet, key_of
from ..sets.sheet_set import listed, read_sheets
from .adjusted_points import adjusted_points
from .adjustment import adjust
from .observations import BoolArray, observe
from .outcome import Outcome, outcome_of
from .tie_table import read_ties

if TYPE_CHECKING:
    from pyproj import CRS

    from .adjust_job import Request

NODE_ON_PAPER_M = 0.2e-3
"""Standard error of a node on the paper: what a pen draws and a hand measures."""


def run_adjust(request: Request, context: Context) -> None:
    """Adjust, and write what was asked for.

    Raises
    ------
    RequestError, VectorError
        The set cannot be read, its sheets are in several reference systems, or nothing ties them.
    """
    from .adjust_report import data_of, seam_rows, write_report

    sheets, outcome = _adjusted(request, context)
    for remark in outcome.remarks:
        context.warn(remark)
    context.values |= {
        "sheets": len(outcome.names),
        "ties": len(outcome.done.pairs),
        "seam_before_m": outcome.before.median_m,
        "seam_after_m": outcome.after.median_m,
        "loo_before_m": outcome.loo_m[0],
        "loo_after_m": outcome.loo_m[1],
    }
    if context.output("points"):
        for name, points in zip(_file_names(sheets), outcome.points, strict=True):
            context.check()
            with context.file_in("points", name) as part:
                write_points(part, points)
    if path := context.output("seams"):
        write_table(path, seam_rows(outcome))
    if path := context.output("report"):
        write_report(path, outcome)
    if path := context.output("data"):
        write_json(path, data_of(outcome, origin_of(context, sheets, "points")))


def _adjusted(request: Request, context: Context) -> tuple[Sequence[Sheet], Outcome]:
    """The sheets, and what came of adjusting them."""
    found = read_sheets(request).having("points")
    context.keep(found.files)
    names = [sheet.name for sheet in found.sheets]
    points = [read_points(str(sheet.points), crs=request.crs, place=request.place) for sheet in found.sheets]
    scale = metres_per_unit(_common_crs(names, points), _middle(points))
    ties = read_ties(Path(request.ties), names) if request.ties else ()
    seen = observe(points, ties, metres_per_unit=scale, tolerance_m=request.tolerance)
    fixed = _fixed(found.sheets, request)
    context.progress(0.1, tr("Adjusting {count} sheets").format(count=len(names)))
    sigma = NODE_ON_PAPER_M * request.scale if request.scale else None
    done = adjust(seen, fixed=fixed, node_sigma_m=sigma, check=context.check)
    if not len(done.pairs):
        sentence = tr(
            "No place is drawn on two of the {count} sheets: where neighbours show one place, their points "
            "need the same coordinates, to {tolerance:g} m, or a table must tie them."
        )
        raise VectorError(sentence.format(count=len(names), tolerance=request.tolerance))
    moved = [
        one if fixed[sheet] else adjusted_points(one, done, sheet, metres_per_unit=scale)
        for sheet, one in enumerate(points)
    ]
    return found.sheets, outcome_of(done, names, moved, scale, remarks=found.remarks, context=context)


def _common_crs(names: Sequence[str], points: Sequence[ControlPoints]) -> str:
    """The reference system of all sheets.

    Raises
    ------
    RequestError
        They are in several.
    """
    systems: list[tuple[CRS | None, list[str]]] = []
    for name, one in zip(names, points, strict=True):
        crs = crs_of(one.crs) if one.crs else None
        alike = next((those for system, those in systems if system == crs), None)
        if alike is None:  # one system may be written in several ways: only PROJ can tell
            systems.append((crs, alike := []))
        alike.append(name)
    if len(systems) > 1:
        sentence = tr(
            "The sheets are in {count} reference systems ({told}): bring their points into one, or say which "
            "one to assume for all."
        )
        told = "; ".join(
            f"{called(crs) if crs else tr('unknown')}: {listed(those)}" for crs, those in systems
        )
        raise RequestError(sentence.format(count=len(systems), told=told))
    return points[0].crs


def _middle(points: Sequence[ControlPoints]) -> FloatArray:
    """The mean of all points.

    Raises
    ------
    VectorError
        There is none.
    """
    ground = np.concatenate([one.ground for one in points])
    if not len(ground):
        raise VectorError(tr("None of the files of the sheets holds a control point: add points first."))
    middle: FloatArray = ground.mean(axis=0)
    return middle


def _fixed(sheets: Sequence[Sheet], request: Request) -> BoolArray:
    """Which sheets stay, as the table or the request says.

    Raises
    ------
    RequestError
        The request names one that is not in the set.
    """
    asked = {key_of(name) for name in (request.fixed or "").split(";") if name.strip()}
    if unknown := asked - {key_of(sheet.name) for sheet in sheets}:
        sentence = tr("There is no sheet {names} in the set: the fixed sheets must be among {known}.")
        known = listed([sheet.name for sheet in sheets])
        raise RequestError(sentence.format(names=", ".join(sorted(unknown)), known=known))
    return np.array([sheet.fixed or key_of(sheet.name) in asked for sheet in sheets], bool)


def _file_names(sheets: Sequence[Sheet]) -> list[str]:
    """A name for each file: that of the points as they were read, where no other has it."""
    sources = [sheet.points for sheet in sheets if sheet.points]
    twice = Counter(source.name.lower() for source in sources)
    return [
        source.name
        if twice[source.name.lower()] == 1 and not source.name.lower().endswith(IMAGE_ENDINGS)
        else f"{sheet.name}.points"
        for sheet, source in zip(sheets, sources, strict=True)
    ]
