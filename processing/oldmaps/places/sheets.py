"""What to look at before the points of one sheet are trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...errors import ReleveError
from ...language import tr
from ..points.control_points import ControlPoints
from .claims import contradictions
from .findings import Finding
from .layout import Layout, layout_of

STRETCH = 1.03
"""Longer over shorter direction beyond which paper alone is no reason."""
SCALE_TOLERANCE = 0.05
INCH_M = 0.0254


def check_sheet(
    points: ControlPoints,
    place: str | None = None,
    *,
    denominator: float | None = None,
    dpi: float | None = None,
) -> tuple[Finding, ...]:
    """What contradicts or is strange about the points of a sheet.

    Parameters
    ----------
    points : ControlPoints
        Those not enabled are not looked at.
    place : str, optional
        Name of the place that the sheet shows.
    denominator : float, optional
        Of the map's scale: 5000 for 1:5000.
    dpi : float, optional
        Pixels of the scan to the inch.

    Raises
    ------
    RequestError
        The place is not known.
    """
    found = contradictions(points, place)
    if found or not points.crs:
        return (*found, *_doubles(points), *_outside_the_image(points))
    layout = _layout(points.enabled)
    return (
        *_turned(points, layout),
        *_stretched(points, layout),
        *_scaled(points, layout, denominator, dpi),
        *_doubles(points),
        *_outside_the_image(points),
    )


def _layout(points: ControlPoints) -> Layout | None:
    try:
        return layout_of(points)
    except ReleveError:
        return None  # what has no place has been told


def _turned(points: ControlPoints, layout: Layout | None) -> Iterator[Finding]:
    if layout is not None and layout.mirrored:
        sentence = tr(
            "{sheet} would lie on the ground as in a mirror: x and y are exchanged, or rows are counted from "
            "the other side. Exchange x and y in the file, or say which way rows count."
        )
        yield Finding(kind="contradiction", sheet=points.sheet, sentence=sentence.format(sheet=points.sheet))


def _stretched(points: ControlPoints, layout: Layout | None) -> Iterator[Finding]:
    if layout is not None and layout.anisotropy > STRETCH:
        sentence = tr(
            "{sheet} is {stretch:.2f} times longer in one direction than in the other, by its {count} "
            "points; paper stretches by a few hundredths at most. Check their coordinates; a title page or "
            "an overview had better be left out."
        )
        told = sentence.format(
            sheet=points.sheet, stretch=layout.anisotropy, count=len(points.enabled.points)
        )
        yield Finding(kind="warning", sheet=points.sheet, sentence=told)


def _scaled(
    points: ControlPoints, layout: Layout | None, denominator: float | None, dpi: float | None
) -> Iterator[Finding]:
    if layout is None or not (denominator and dpi):
        return
    expected = INCH_M * denominator / dpi
    if abs(layout.metres_per_pixel / expected - 1) > SCALE_TOLERANCE:
        sentence = tr(
            "{sheet}: a pixel is {found:.4g} m on the ground; at 1:{denominator:g} and {dpi:g} dpi it would "
            "be {expected:.4g} m. Check scale, resolution of the scan and the unit of the reference system."
        )
        told = sentence.format(
            sheet=points.sheet,
            found=layout.metres_per_pixel,
            denominator=denominator,
            dpi=dpi,
            expected=expected,
        )
        yield Finding(kind="warning", sheet=points.sheet, sentence=told)


def _doubles(points: ControlPoints) -> Iterator[Finding]:
    """Points that stand on one pixel."""
    here: dict[tuple[float, float], list[tuple[float, float]]] = defaultdict(list)
    for point in points.enabled.points:
        here[point.col, point.row].append((point.x, point.y))
    same = sum(len(there) - len(set(there)) for there in here.values())
    split = [pixel for pixel, there in here.items() if len(set(there)) > 1]
    if same:
        sentence = tr("{sheet} holds {count} points twice: they count once, or merge them.")
        told = sentence.format(sheet=points.sheet, count=same)
        yield Finding(kind="warning", sheet=points.sheet, sentence=told)
    if split:
        sentence = tr(
            "{sheet} puts one pixel (column {col:.1f}, row {row:.1f}) on several places of the ground: "
            "correct the points there, or average them."
        )
        told = sentence.format(sheet=points.sheet, col=split[0][0], row=split[0][1])
        yield Finding(kind="warning", sheet=points.sheet, sentence=told)


def _outside_the_image(points: ControlPoints) -> Iterator[Finding]:
    if points.size is None or not points.points:
        return
    pixels, size = points.enabled.pixels, (points.size.width, points.size.height)
    outside = int(((pixels < 0) | (pixels > size)).any(axis=1).sum())
    if outside:
        sentence = tr(
            "{sheet}: {count} points lie outside of the image of {width} × {height} pixels: is it the image "
            "they were taken on, at its full size?"
        )
        told = sentence.format(sheet=points.sheet, count=outside, width=size[0], height=size[1])
        yield Finding(kind="warning", sheet=points.sheet, sentence=told)
