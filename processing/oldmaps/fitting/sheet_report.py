"""The report of a fit: for people who must decide whether a sheet is placed well enough."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from ...language import tr
from ...raster.reference_systems import called, crs_of
from ...reports import (
    Arrow,
    Bar,
    Bars,
    Block,
    Column,
    Facts,
    Heading,
    Mark,
    Paragraph,
    Patch,
    Report,
    Sketch,
    Source,
    Table,
    Warning,
    formats,
)
from ..points.control_points import FloatArray
from .errors import MethodErrors, summary
from .methods import METHODS
from .places import UPWARDS
from .portrait import Portrait

WITH_ALL, WITHOUT = "#8a8f94", "#2f7f8f"
SHOWN = 4.0
"""How far the axis of errors reaches, over the lowest error without a point."""


def sheet_report(portrait: Portrait, *, name: str, remarks: list[str], provenance: dict[str, Any]) -> Report:
    """The report.

    Parameters
    ----------
    portrait : Portrait
        The fit and what follows from it.
    name : str
        What to call the sheet.
    remarks : list of str
        What the reader must not miss.
    provenance : dict
        Where the figures come from, shown at the end.
    """
    places = portrait.fit.comparison.places
    subtitle = tr("{count} points in {crs}").format(
        count=len(places), crs=called(crs_of(portrait.fit.points.crs))
    )
    blocks = tuple(_blocks(portrait, remarks, provenance))
    return Report(title=tr("Fit of {sheet}").format(sheet=name), subtitle=subtitle, blocks=blocks)


def _blocks(portrait: Portrait, remarks: list[str], provenance: dict[str, Any]) -> Iterator[Block]:
    yield Paragraph(portrait.fit.comparison.reason)
    yield _summary(portrait)
    yield from map(Warning, remarks)
    yield Heading(tr("Methods"))
    yield Paragraph(
        tr(
            "The error at the points says how far the sheet can be bent to them. The error without a point, "
            "at each point when the others alone decide, says how far off the sheet is. It flatters a little "
            "the method that was chosen by it."
        )
    )
    yield from _methods(portrait)
    yield Heading(tr("Errors of the points"))
    yield from _points(portrait)
    yield Heading(tr("Expected error"))
    yield from _accuracy(portrait)
    yield Heading(tr("Distortion"))
    yield from _distortion(portrait)
    yield Source(tr("Where these figures come from"), json.dumps(provenance, indent=2, ensure_ascii=False))


def _summary(portrait: Portrait) -> Facts:
    fit, shape, errors = portrait.fit, portrait.shape, portrait.fit.errors
    facts = [
        (tr("Method shown"), METHODS[fit.method].title),
        (tr("Error without a point (m)"), formats.number(summary(errors.loo_m).rmse)),
        (tr("Error without a point (px)"), formats.number(summary(errors.loo_px).rmse)),
        (tr("Error at the points (m)"), _at_the_points(errors)),
        (tr("Size of a pixel (m)"), formats.number(shape.metres_per_pixel)),
        (tr("Rotation (°)"), formats.number(shape.rotation_deg, 2)),
        (tr("Stretch of one way over the other"), formats.number(shape.anisotropy, 4)),
    ]
    if portrait.scale is not None:
        title = tr("Resolution of the scan at 1:{scale} (dpi)").format(scale=formats.number(portrait.scale))
        facts.append((title, formats.number(shape.dpi(portrait.scale), 0)))
    return Facts(tuple(facts))


def _at_the_points(errors: MethodErrors) -> str:
    if METHODS[errors.method].interpolates:
        return tr("none, by construction")
    return formats.number(summary(errors.fit_m).rmse)


def _methods(portrait: Portrait) -> Iterator[Block]:
    columns = (
        Column(tr("Method")),
        Column(tr("Parameters"), "number", 0),
        Column(tr("At the points (m)"), "number"),
        Column(tr("Without a point (m)"), "number"),
        Column(tr("Median (m)"), "number"),
        Column(tr("Greatest (m)"), "number"),
        Column(tr("at point"), "number", 0),
        Column(tr("Without a point (px)"), "number"),
    )
    comparison = portrait.fit.comparison
    rows = []
    for key, errors in comparison.methods.items():
        loo = summary(errors.loo_m)
        number = None if loo.at < 0 else comparison.places.point_of(loo.at) + 1
        title, parameters = METHODS[key].title, METHODS[key].parameters_for(len(comparison.places))
        fit_m, loo_px = summary(errors.fit_m).rmse, summary(errors.loo_px).rmse
        rows.append((title, parameters, fit_m, loo.rmse, loo.median, loo.greatest, number, loo_px))
    yield Table(columns, rows, tr("Errors: root of the mean square over the points, unless said otherwise."))
    yield from _bars(portrait)
    for errors in comparison.methods.values():
        if errors.refused:
            yield Paragraph(errors.refused)


def _bars(portrait: Portrait) -> Iterator[Block]:
    known = {
        key: (summary(errors.fit_m).rmse, summary(errors.loo_m).rmse)
        for key, errors in portrait.fit.comparison.methods.items()
        if not errors.refused
    }
    lowest = min((loo for _, loo in known.values() if np.isfinite(loo)), default=np.nan)
    if not np.isfinite(lowest) or lowest <= 0:
        return
    bars = []
    for key, (fit_m, loo_m) in known.items():
        title = METHODS[key].title
        bars += [
            Bar(tr("{method}, at the points").format(method=title), _known(fit_m), color=WITH_ALL),
            Bar(tr("{method}, without a point").format(method=title), _known(loo_m), color=WITHOUT),
        ]
    caption = tr("Errors in metres. Longer bars than {limit} m are cut.").format(
        limit=formats.number(SHOWN * lowest, 2)
    )
    yield Bars(bars, caption, maximum=SHOWN * lowest)


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _points(portrait: Portrait) -> Iterator[Block]:
    figures, points = portrait.figures, portrait.fit.points
    pixels = points.pixels * UPWARDS
    error = np.stack([figures["col_px"], -figures["row_px"]], axis=1) * portrait.factor_px
    ends = np.hstack([pixels, error]).tolist()
    listed = {
        portrait.fit.comparison.places.point_of(place) for place in portrait.fit.comparison.suspects.listed
    }
    known = np.flatnonzero(np.isfinite(error).all(axis=1)).tolist()
    arrows = [Arrow(x, y, dx, dy, at in listed) for at in known for (x, y, dx, dy) in [ends[at]]]
    marks = [Mark(x, y, str(at + 1), at in listed) for at, (x, y, *_) in enumerate(ends)]
    caption = tr(
        "The sheet, and lines from its points to where it puts each when the others alone decide, {factor} "
        "times as long as the errors. Suspects stand out."
    ).format(factor=formats.number(portrait.factor_px))
    alt = tr("Plan of the sheet with a line for the error at each of {count} points.").format(
        count=len(points.points)
    )
    yield Sketch(alt, caption, outline=portrait.outline, arrows=arrows, marks=marks)
    if listed:
        yield _suspects(portrait)


def _suspects(portrait: Portrait) -> Table:
    comparison, figures = portrait.fit.comparison, portrait.figures
    affine, spline = (np.hypot(*errors.T) for errors in _both(portrait))
    columns = (
        Column(tr("Point"), "number", 0),
        Column(tr("Suspicion"), "number", 1),
        Column(tr("Affine, at the point (m)"), "number"),
        Column(tr("Spline, without it (m)"), "number"),
        Column(tr("The sheet without it (m)"), "number"),
    )
    rows = []
    for place in comparison.suspects.listed.tolist():
        at = comparison.places.point_of(place)
        numbers = comparison.suspects.suspicion[place], affine[place], spline[place], figures["without_m"][at]
        rows.append((at + 1, *map(float, numbers)))
    caption = tr(
        "Points to look at, the most suspicious first: about 2 is a point like others. Stretched paper looks "
        "like a misplaced point, so look before you delete."
    )
    return Table(columns, rows, caption)


def _both(portrait: Portrait) -> tuple[FloatArray, FloatArray]:
    methods = portrait.fit.comparison.methods
    return methods["affine"].fit_m, methods["spline"].loo_m


def _accuracy(portrait: Portrait) -> Iterator[Block]:
    if portrait.expected_m is None:
        yield Paragraph(portrait.why_no_accuracy)
        return
    least, low, middle, high, most = np.nanpercentile(portrait.expected_m, (0, 5, 50, 95, 100)).tolist()
    sentence = tr(
        "Half of the sheet is expected to be off by less than {middle} m, nine tenths by {low} to {high} m. "
        "Each error without a point is divided by the uncertainty that the fit has there. The mean of these "
        "nearby, times the uncertainty of the fit at a place as if the point on which it hangs most were "
        "missing, is what is expected there (after Dubrule 1983, doi:10.1007/BF01033232). Beyond the points "
        "it grows, since nothing was measured there."
    )
    figures = {"low": low, "middle": middle, "high": high}
    yield Paragraph(sentence.format(**{name: _expected(value) for name, value in figures.items()}))
    yield Sketch(
        tr("Plan of the sheet, darker where the expected error is greater."),
        tr("Expected error, from {low} m (light) to {high} m (dark).").format(
            low=_expected(least), high=_expected(most)
        ),
        outline=portrait.outline,
        patches=_patches(portrait, -(portrait.expected_m - least) / max(most - least, 1e-9)),
        marks=[Mark(*place) for place in (portrait.fit.points.enabled.pixels * UPWARDS).tolist()],
    )


def _expected(error_m: float) -> str:
    """Two digits: more would promise what no one can know."""
    return formats.number(float(f"{error_m:.2g}"))


def _patches(portrait: Portrait, strengths: FloatArray) -> list[Patch]:
    known = np.isfinite(strengths)
    pairs = zip((portrait.net.corners * UPWARDS)[known].tolist(), strengths[known].tolist(), strict=True)
    return [Patch([(x, y) for x, y in corners], strength) for corners, strength in pairs]


def _distortion(portrait: Portrait) -> Iterator[Block]:
    found = portrait.distortion
    rows = [
        (title, *np.nanpercentile(values, (0, 50, 100)).tolist())
        for title, values in (
            (tr("Area, log₂"), found.log2_area),
            (tr("Greatest change of an angle (°)"), found.angle_deg),
            (tr("Airy-Kavrayskiy"), found.airy_kavrayskiy),
        )
    ]
    titles = tr("Least"), tr("Median"), tr("Greatest")
    columns = (Column(tr("Measure")), *(Column(title, "number") for title in titles))
    yield Table(columns, rows, tr("Distortion over the sheet, beside Helmert's fit of the same points."))
    greatest = max(float(np.nanmax(np.abs(found.log2_area))), 1e-9)
    yield Sketch(
        tr("Plan of the sheet, shaded where the fit enlarges or shrinks it."),
        tr(
            "Area on the ground beside Helmert's fit: green where it is larger, orange where smaller, by up "
            "to {percent}."
        ).format(percent=formats.percent(2**greatest - 1)),
        outline=portrait.outline,
        patches=_patches(portrait, found.log2_area / greatest),
    )
