"""The results of a block adjustment: a page for people, a table and JSON for programs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ....language import tr
from ....reports import Block, Column, Facts, Heading, Paragraph, Report, Table, Warning, render
from ....reports.blocks import Cell
from ....reports.data import Row
from ...points.control_points import FloatArray
from .outcome import Outcome, ties_of
from .seams import Seam

SHOWN = 100
"""Seams in the report; the table has all."""
LITTLE = 0.5
"""Weight below which a point is named: it takes part by less than half."""


def write_report(path: Path, outcome: Outcome) -> None:
    """The adjustment as HTML."""
    blocks: list[Block] = [Facts(_facts(outcome)), *(Warning(remark) for remark in outcome.remarks)]
    blocks += [Heading(tr("Sheets")), _sheets(outcome)]
    if suspects := _suspects(outcome):
        blocks += [
            Heading(tr("Points of little weight")),
            Paragraph(tr("They contradict the others, and were weighted down. Look at them first.")),
            suspects,
        ]
    blocks += [Heading(tr("Seams")), _seams(outcome)]
    render(path, Report(tr("Block adjustment"), blocks))


def _facts(outcome: Outcome) -> list[tuple[str, Any]]:
    before, after = outcome.loo_m
    return [
        (tr("Number of sheets"), len(outcome.names)),
        (tr("Number of ties"), len(outcome.done.pairs)),
        (tr("Median seam before (m)"), outcome.before.median_m),
        (tr("Median seam after (m)"), outcome.after.median_m),
        (tr("95 % of the seams are below, before (m)"), outcome.before.p95_m),
        (tr("95 % of the seams are below, after (m)"), outcome.after.p95_m),
        (tr("Median seam of a node left out, before (m)"), outcome.without_before.median_m),
        (tr("Median seam of a node left out, after (m)"), outcome.without_after.median_m),
        (tr("Error without a point before (m)"), before),
        (tr("Error without a point after (m)"), after),
        (tr("Standard error of a point (m)"), outcome.done.sigmas.point),
    ]


def _sheets(outcome: Outcome) -> Table:
    done, ties = outcome.done, ties_of(outcome.done)
    points = np.bincount(done.seen.sheet[done.seen.known], minlength=len(outcome.names))
    moved = np.hypot(*(done.placed(done.affines) - done.placed(done.own)).T)
    rows = [
        (
            name,
            int(points[sheet]),
            int(ties[sheet]),
            _mean(moved[done.seen.of(sheet)]),
            _known(outcome.error_before[sheet]),
            _known(outcome.error_after[sheet]),
            _known(done.redundancy(sheet)),
        )
        for sheet, name in enumerate(outcome.names)
    ]
    columns = [
        Column(tr("Sheet")),
        Column(tr("Points"), "number", 0),
        Column(tr("Ties"), "number", 0),
        Column(tr("Moved by (m)"), "number", 2),
        Column(tr("Error without a point before (m)"), "number", 2),
        Column(tr("Error without a point after (m)"), "number", 2),
        Column(tr("Redundancy"), "percent", 0),
    ]
    caption = tr("What holds each sheet, and how far it was moved; the largest errors first.")
    return Table(columns, sorted(rows, key=_worst_first), caption)


def _worst_first(row: Sequence[Cell]) -> float:
    return -row[5] if isinstance(row[5], float) else 0.0


def _suspects(outcome: Outcome) -> Table | None:
    done = outcome.done
    weights = done.weights
    known = np.isfinite(weights)
    off = np.hypot(*(done.placed(done.affines) - done.seen.ground[done.seen.node]).T)
    found = [row for row in np.flatnonzero(known)[np.argsort(weights[known])] if weights[row] < LITTLE]
    rows = [
        (
            outcome.names[done.seen.sheet[row]],
            float(done.seen.pixels[row, 0]),
            float(-done.seen.pixels[row, 1]),
            float(off[row]),
            float(weights[row]),
        )
        for row in found[:SHOWN]
    ]
    columns = [
        Column(tr("Sheet")),
        Column(tr("Column (px)"), "number", 1),
        Column(tr("Row (px)"), "number", 1),
        Column(tr("Off by (m)"), "number", 2),
        Column(tr("Weight"), "percent", 0),
    ]
    return Table(columns, rows, tr("Points of a weight below one half.")) if rows else None


def _seams(outcome: Outcome) -> Table:
    columns = [
        Column(tr("Seam")),
        Column(tr("Places"), "number", 0),
        *(
            Column(title, "number", 2)
            for title in (
                tr("Median before (m)"), tr("95 % before (m)"), tr("Median after (m)"), tr("95 % after (m)"),
            )
        ),
    ]  # fmt: skip
    rows = [
        (" – ".join(_names(seam, outcome)), seam.places, *(_known(value) for value in _values(seam)))
        for seam in outcome.seams[:SHOWN]
    ]
    sentence = tr(
        "How far apart two sheets put the places that both show, the worst first: {shown} of {count}."
    )
    return Table(columns, rows, sentence.format(shown=len(rows), count=len(outcome.seams)))


def seam_rows(outcome: Outcome) -> Iterator[Row]:
    """The seams as a table."""
    yield [
        "sheet_a", "sheet_b", "places", "before_median_m", "before_p95_m", "after_median_m", "after_p95_m",
    ]  # fmt: skip
    for seam in outcome.seams:
        yield [*_names(seam, outcome), seam.places, *_values(seam)]


def data_of(outcome: Outcome, provenance: dict[str, Any]) -> dict[str, Any]:
    """The adjustment as a JSON object."""
    done, ties = outcome.done, ties_of(outcome.done)
    before, after = outcome.loo_m
    return {
        "sheets": [
            {
                "name": name,
                "held": bool(done.held[sheet]),
                "ties": int(ties[sheet]),
                "loo_before_m": float(outcome.error_before[sheet]),
                "loo_after_m": float(outcome.error_after[sheet]),
                "redundancy": done.redundancy(sheet),
            }
            for sheet, name in enumerate(outcome.names)
        ],
        "ties": len(done.pairs),
        "seams": {"before": asdict(outcome.before), "after": asdict(outcome.after)},
        "seams_without": {"before": asdict(outcome.without_before), "after": asdict(outcome.without_after)},
        "loo_m": {"before": before, "after": after},
        "sigmas_m": asdict(done.sigmas),
        "remarks": list(outcome.remarks),
        "provenance": provenance,
    }


def _names(seam: Seam, outcome: Outcome) -> tuple[str, str]:
    return outcome.names[seam.one], outcome.names[seam.other]


def _values(seam: Seam) -> tuple[float, float, float, float]:
    return seam.before.median_m, seam.before.p95_m, seam.after.median_m, seam.after.p95_m


def _mean(values: FloatArray) -> float | None:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else None


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
