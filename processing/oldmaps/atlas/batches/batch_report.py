"""The report of a set of sheets: those to look at first on top; the same as a table and as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ....language import tr
from ....reports import Block, Column, Facts, Heading, Paragraph, Report, Table, Warning, render
from ....reports.data import Row
from ...fitting.live import as_json
from ...fitting.methods import METHODS
from .sheet_results import SheetResult
from .sketches import index_map


def write_report(path: Path, results: Sequence[SheetResult], remarks: Sequence[str]) -> None:
    """What came of each sheet, as HTML."""
    ordered = outliers_first(results)
    failed = [result for result in results if result.outcome == "failed"]
    blocks: list[Block] = [Facts(_facts(results)), *(Warning(remark) for remark in remarks)]
    if failed:
        blocks.append(Warning(tr("Some sheets failed: the reason stands with each of them below.")))
    if (sketch := index_map(ordered, _median(results))) is not None:
        blocks.append(sketch)
    blocks += [
        Heading(tr("Sheets")),
        Paragraph(
            tr(
                "Those that failed come first, then those that err most without a point. Errors are those of "
                "each point under the fit to all others: a spline errs between its points all the same."
            )
        ),
        _sheets(ordered),
        *_remarks(ordered),
    ]
    render(path, Report(tr("Georeferencing of a set of sheets"), blocks))


def outliers_first(results: Sequence[SheetResult]) -> list[SheetResult]:
    """Failed sheets, then the greatest error without a point first, unknown ones last."""

    def place(result: SheetResult) -> tuple[bool, float]:
        known = result.loo is not None and math.isfinite(result.loo.rmse)
        return result.outcome != "failed", -result.loo.rmse if result.loo and known else math.inf

    return sorted(results, key=place)


def _facts(results: Sequence[SheetResult]) -> list[tuple[str, Any]]:
    methods = [result.fit.method for result in results if result.fit]
    chosen = ", ".join(
        f"{METHODS[key].title} ({methods.count(key)})" for key in METHODS if methods.count(key)
    )
    return [
        (tr("Number of sheets"), len(results)),
        (tr("Sheets fitted"), len(methods)),
        (tr("Methods"), chosen or None),
        (tr("Sheets warped"), sum(result.outcome in ("warped", "kept") for result in results)),
        (tr("Sheets that failed"), sum(result.outcome == "failed" for result in results)),
        (tr("Median error without a point (m)"), _median(results)),
        (tr("Number of points"), sum(_points(result) for result in results)),
    ]


def _median(results: Sequence[SheetResult]) -> float | None:
    errors = np.array([result.loo.rmse for result in results if result.loo])
    known = errors[np.isfinite(errors)]
    return float(np.median(known)) if len(known) else None


def _points(result: SheetResult) -> int:
    return len(result.points.enabled.points) if result.points else 0


def _sheets(results: Sequence[SheetResult]) -> Table:
    told = {
        "fitted": tr("fitted"), "warped": tr("warped"), "kept": tr("kept"), "failed": tr("failed"),
    }  # fmt: skip
    median = _median(results)
    columns = [
        Column(tr("Sheet")),
        Column(tr("Outcome")),
        Column(tr("Points"), "number", 0),
        Column(tr("Method")),
        Column(tr("Error without a point (m)"), "number", 2),
        Column(tr("Times the median"), "number", 1),
        Column(tr("Greatest (m)"), "number", 2),
        Column(tr("Metres a pixel"), "number", 4),
        Column(tr("Stretch"), "number", 3),
        Column(tr("Suspect points")),
        Column(tr("Remarks"), "number", 0),
    ]
    rows = []
    for result in results:
        loo, shape = result.loo, result.shape
        rows.append(
            (
                result.sheet.name,
                told[result.outcome],
                _points(result),
                METHODS[result.fit.method].title if result.fit else None,
                loo.rmse if loo else None,
                loo.rmse / median if loo and median else None,
                loo.greatest if loo else None,
                shape.metres_per_pixel if shape else None,
                shape.anisotropy if shape else None,
                ", ".join(map(str, suspects(result))),
                len(result.warnings) + bool(result.refused),
            )
        )
    return Table(columns, rows, tr("Suspect points are numbered from 1, in the order of their file."))


def suspects(result: SheetResult) -> list[int]:
    """Numbers, from 1, of the points of a sheet to look at first."""
    if result.fit is None:
        return []
    comparison = result.fit.comparison
    return [comparison.places.point_of(place) + 1 for place in comparison.suspects.listed]


def _remarks(results: Sequence[SheetResult]) -> list[Block]:
    said = [
        (result.sheet.name, sentence)
        for result in results
        for sentence in (result.refused, *result.warnings)
        if sentence
    ]
    if not said:
        return []
    columns = [Column(tr("Sheet")), Column(tr("Remark"))]
    return [Heading(tr("Remarks")), Table(columns, said, tr("Why sheets failed, and what to look at."))]


def result_rows(results: Sequence[SheetResult]) -> Iterator[Row]:
    """The sheets as a table, those to look at first on top."""
    yield [
        "sheet", "outcome", "points", "method", "loo_m", "loo_max_m", "metres_per_pixel", "rotation_deg",
        "anisotropy", "suspects", "file", "reason", "warnings",
    ]  # fmt: skip
    for result in outliers_first(results):
        loo, shape = result.loo, result.shape
        yield [
            result.sheet.name,
            result.outcome,
            _points(result),
            result.fit.method if result.fit else None,
            loo.rmse if loo else None,
            loo.greatest if loo else None,
            shape.metres_per_pixel if shape else None,
            shape.rotation_deg if shape else None,
            shape.anisotropy if shape else None,
            " ".join(map(str, suspects(result))),
            result.file,
            result.refused,
            " ".join(result.warnings),
        ]


def data_of(
    results: Sequence[SheetResult], remarks: Sequence[str], provenance: dict[str, Any]
) -> dict[str, Any]:
    """The set as a JSON object: for each sheet what `oldmaps.fit` tells of one."""
    return {
        "sheets": [
            {
                "sheet": result.sheet.name,
                "outcome": result.outcome,
                "file": result.file,
                "refused": result.refused,
                "warnings": list(result.warnings),
                "fit": as_json(result.fit) if result.fit else None,
            }
            for result in outliers_first(results)
        ],
        "remarks": list(remarks),
        "provenance": provenance,
    }
