"""What a match gave, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ...language import tr
from ...reports import Block, Column, Facts, Heading, Image, Paragraph, Report, Source, Table, Warning
from ...reports.formats import number
from ..points.control_points import ControlPoints
from .matching import Matching


def plain_values(matching: Matching) -> dict[str, Any]:
    """The main figures for a program: only those that exist."""
    anatomy = matching.anatomy
    values = {
        "verdict": matching.verdict,
        "inliers": matching.evidence.inliers,
        "point_count": len(matching.chosen),
        "scale": anatomy and anatomy.scale,
        "rotation": anatomy and anatomy.rotation_deg,
        "error": matching.rmse_px,
    }
    return {name: value for name, value in values.items() if value is not None}


def match_data(matching: Matching, *, matcher: str, provenance: dict[str, Any]) -> dict[str, Any]:
    """All figures, as a JSON object; places in pixels of either image, continuous from its corner."""
    pairs = zip(matching.sheet.tolist(), matching.reference.tolist(), strict=True)
    return {
        **plain_values(matching),
        "matcher": matcher,
        "reasons": list(matching.reasons),
        "evidence": asdict(matching.evidence),
        "affinity": None if matching.affinity is None else matching.affinity.tolist(),
        "pairs": [
            {"sheet": sheet, "reference": reference, "confidence": confidence, "error_px": error}
            for (sheet, reference), confidence, error in zip(
                pairs, matching.confidence.tolist(), matching.error_px.tolist(), strict=True
            )
        ],
        "provenance": provenance,
    }


def verdict_sentence(matching: Matching) -> str:
    """The verdict in plain words."""
    return {
        "reliable": tr("Reliable: the sheet was found on the reference."),
        "look": tr("Look at it: the sheet seems to be found, check the points before you use them."),
        "failed": tr("Failed: the sheet was not found on the reference, and no points are given."),
    }[matching.verdict]


def match_report(
    matching: Matching,
    points: ControlPoints,
    *,
    names: tuple[str, str],
    matcher: str,
    picture: bytes,
    provenance: dict[str, Any],
) -> Report:
    """The report.

    Parameters
    ----------
    points : ControlPoints
        Those that were chosen, on the ground; none where the match failed.
    names : tuple of str
        How to call the sheet and the reference.
    matcher : str
        What found the places.
    picture : bytes
        A PNG of the two images with their pairs.
    """
    subtitle = tr("{sheet}, on {reference}, by {matcher}")
    return Report(
        title=tr("Match of a sheet with a reference"),
        subtitle=subtitle.format(sheet=names[0], reference=names[1], matcher=matcher),
        blocks=tuple(_blocks(matching, points, picture, provenance)),
    )


def _blocks(
    matching: Matching, points: ControlPoints, picture: bytes, provenance: dict[str, Any]
) -> Iterator[Block]:
    yield Paragraph(verdict_sentence(matching))
    yield from map(Warning, matching.reasons)
    yield _facts(matching)
    yield Image(
        picture,
        alt=tr("The sheet on the left, the reference on the right, with the places found on both."),
        caption=tr("Dots: all pairs. Numbered circles: the points given. Lines join what shows the same."),
    )
    if points.points:
        yield Heading(tr("Control points"))
        yield _table(points)
    yield Heading(tr("How the verdict is reached"))
    yield from map(Paragraph, _method())
    yield Source(tr("Where these figures come from"), json.dumps(provenance, indent=2, ensure_ascii=False))


def _facts(matching: Matching) -> Facts:
    evidence, anatomy = matching.evidence, matching.anatomy
    found = () if anatomy is None else (
        (tr("Pixels of the reference for one of the sheet"), number(anatomy.scale, 4)),
        (tr("Rotation, clockwise (°)"), number(anatomy.rotation_deg, 2)),
        (tr("Longer one way than the other by a factor of"), number(anatomy.anisotropy, 4)),
        (tr("Pairs against their neighbours, RMSE (px of the sheet)"), number(matching.rmse_px, 2)),
    )  # fmt: skip
    return Facts(
        (
            (tr("Pairs that agree"), evidence.inliers),
            (tr("Parts of the sheet that hold pairs, of 9"), evidence.cells),
            (tr("So many by chance: once in 10 to the power of"), number(max(0.0, -evidence.chance), 0)),
            *found,
        )
    )


def _table(points: ControlPoints) -> Table:
    columns = (
        Column(tr("Point")),
        Column(tr("Column (px)"), "number", 1),
        Column(tr("Row (px)"), "number", 1),
        Column(tr("Easting or longitude"), "number", 6 if _is_in_degrees(points) else 2),
        Column(tr("Northing or latitude"), "number", 6 if _is_in_degrees(points) else 2),
        Column(tr("Standard error (px)"), "number", 2),
        Column(tr("Confidence"), "percent"),
    )
    rows = [
        (point.id, point.col, point.row, point.x, point.y, point.sigma_px, point.confidence)
        for point in points.points
    ]
    return Table(columns, rows, tr("One point in each part of the sheet where pairs were found."))


def _is_in_degrees(points: ControlPoints) -> bool:
    from ...raster.reference_systems import crs_of

    return crs_of(points.crs).is_geographic


def _method() -> Iterator[str]:
    yield tr(
        "Both images are made small and searched for one similarity (RANSAC); around the place it gives, "
        "tiles at full resolution are matched one by one. Places must pair both ways, pass the ratio test, "
        "agree with their tile within 4 pixels and with their neighbours (Delaunay triangles that keep their "
        "order and their area)."
    )
    yield tr(
        "Reliable takes 100 pairs in 4 of 9 parts of the sheet, a number that chance does not reach, and a "
        "paper that has not shrunk by more than 10 % one way. Whether the reference itself is right, no "
        "match can tell."
    )
