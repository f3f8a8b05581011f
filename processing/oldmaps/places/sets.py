"""What stands out when the sheets of a set are held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from statistics import median

import numpy as np

from ...errors import ReleveError
from ...language import tr
from ...raster.reference_systems import called, crs_of
from ..points.control_points import ControlPoints
from ..points.transforming import in_crs
from .findings import Finding
from .layout import footprint, layout_of

SCALE_TOLERANCE = 0.03
OVERLAP = 0.2
"""Share of a sheet that a neighbour may cover."""
SHOWN = 4
"""Names that a sentence lists."""
FEWEST = 3
"""Sheets that it takes to say what is usual."""
USUAL_DPI = (300, 400, 600, 200, 150, 800, 1200)
"""Resolutions of scans, the commonest first."""
SAME_DPI = 0.02


def check_set(sheets: Sequence[tuple[str, ControlPoints]]) -> tuple[Finding, ...]:
    """What stands out in a set of sheets: another scale, another reference system, two on one ground.

    Parameters
    ----------
    sheets : sequence of (name, points)
        Sheets whose reference system is unknown or contradicts their points are better left out.
    """
    known = [(name, points.enabled) for name, points in sheets if points.crs and points.enabled.points]
    placed = [(name, points) for name, points in known if _has_place(points)]
    return (*_mixed(known), *_other_scales(placed), *_overlaps(placed))


def _has_place(points: ControlPoints) -> bool:
    try:
        in_crs(points, "EPSG:4326")
    except ReleveError:
        return False
    return True


def _mixed(sheets: Sequence[tuple[str, ControlPoints]]) -> Iterator[Finding]:
    """Sheets in another reference system than most."""
    # PROJ takes a tenth of a second to name a system: each is asked for once.
    titles = {crs: called(crs_of(crs)) for crs in {points.crs for _, points in sheets}}
    by_system: dict[str, list[str]] = defaultdict(list)
    for name, points in sheets:
        by_system[titles[points.crs]].append(name)
    usual = max(by_system, key=lambda system: len(by_system[system]), default="")
    for system, names in by_system.items():
        if system == usual:
            continue
        sentence = tr(
            "{names}: in {system}, where {count} sheets of the set are in {usual}. Each is placed by its "
            "own; check that this is meant."
        )
        told = sentence.format(names=_listed(names), system=system, count=len(by_system[usual]), usual=usual)
        yield Finding(kind="warning", sheet=names[0], sentence=told)


def _other_scales(sheets: Sequence[tuple[str, ControlPoints]]) -> Iterator[Finding]:
    layouts = {name: layout for name, points in sheets if (layout := layout_of(points)) is not None}
    if len(layouts) < FEWEST:
        return
    usual = median(layout.metres_per_pixel for layout in layouts.values())
    for name, layout in layouts.items():
        ratio = layout.metres_per_pixel / usual
        if abs(ratio - 1) <= SCALE_TOLERANCE:
            continue
        sentence = tr(
            "{sheet}: a pixel is {found:.4g} m on the ground, where most sheets of the set have {usual:.4g} "
            "m. {reason}"
        )
        told = sentence.format(
            sheet=name, found=layout.metres_per_pixel, usual=usual, reason=_reason(1 / ratio)
        )
        yield Finding(kind="warning", sheet=name, sentence=told)


def _reason(finer: float) -> str:
    """Why a sheet may have so many times more pixels to the metre."""
    for usual in USUAL_DPI:
        for own in USUAL_DPI:
            if own != usual and abs(own / usual / finer - 1) <= SAME_DPI:
                sentence = tr(
                    "A scan at {own} dpi among scans at {usual} dpi has that: all is well if it is one."
                )
                return sentence.format(own=own, usual=usual)
    return tr("Check its points, unless it is drawn at another scale.")


def _overlaps(sheets: Sequence[tuple[str, ControlPoints]]) -> Iterator[Finding]:
    """Sheets that lie on a sibling's ground."""
    if not sheets:
        return
    degrees = np.concatenate([in_crs(points, "EPSG:4326").ground for _, points in sheets])
    longitude, latitude = np.median(degrees, axis=0).tolist()
    prints = [(name, footprint(points, (longitude, latitude))) for name, points in sheets]
    pairs = [
        (first.intersection(second).area / smaller, one, other)
        for (one, first), (other, second) in combinations(prints, 2)
        if (smaller := min(first.area, second.area)) and first.intersects(second)
    ]
    found = sorted((pair for pair in pairs if pair[0] > OVERLAP), key=lambda pair: -pair[0])
    if found:
        sentence = tr(
            "The points of {pairs} lie on one ground. Sheets of one atlas cover each other by a margin "
            "alone: check the coordinates of both, unless one is an inset, a title or an overview."
        )
        named = _listed([f"{one} – {other} ({share:.0%})" for share, one, other in found])
        yield Finding(kind="warning", sheet=found[0][1], sentence=sentence.format(pairs=named))


def _listed(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:SHOWN]), len(names) - SHOWN
    return tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
