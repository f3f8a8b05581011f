"""A run of `oldmaps.batch`: one sheet after the other, then the set as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ....errors import ReleveError
from ....jobs import Context
from ....language import tr
from ....reports.data import write_json, write_table
from ...places.sets import check_set
from ..sets.origin import origin_of
from ..sets.sheet_set import read_sheets
from .sheet_results import SheetResult, result_of
from .warped_sheets import warp_all

if TYPE_CHECKING:
    from .batch_job import Request

FITTING = 0.3
"""Of the work, where sheets are warped too."""


def run_batch(request: Request, context: Context) -> None:
    """Check, fit and warp each sheet, and report.

    Raises
    ------
    ReleveError
        There is no sheet, or no room for results; or, once the report is written, sheets that failed.
    """
    from .batch_report import data_of, result_rows, write_report

    found = read_sheets(request).having("points")
    context.keep(found.files)
    for remark in found.remarks:
        context.warn(remark)
    results = []
    share = FITTING if context.output("results") else 0.9
    for place, sheet in enumerate(found.sheets):
        context.check()
        context.progress(share * place / len(found.sheets))
        results.append(result_of(sheet, request))
    results = _as_a_set(results)
    if folder := context.output("results"):
        results = warp_all(results, request, context, folder, start=FITTING)
    for result in results:
        for sentence in (result.refused, *result.warnings):
            if sentence:
                name = f"{result.sheet.name}: "
                context.warn(name + sentence.removeprefix(name))
    context.values |= _values(results)
    if path := context.output("report"):
        write_report(path, results, found.remarks)
    if path := context.output("figures"):
        write_table(path, result_rows(results))
    if path := context.output("data"):
        write_json(path, data_of(results, found.remarks, origin_of(context, found.sheets, "points")))
    failed = [result for result in results if result.outcome == "failed"]
    if failed and request.failures == "error":
        _end_with_error(failed, len(results), context)


def _as_a_set(results: Sequence[SheetResult]) -> list[SheetResult]:
    """The sheets with what stands out when they are held against each other."""
    placed = [
        (result.sheet.name, result.points)
        for result in results
        if result.points is not None and result.fit is not None
    ]
    findings = check_set(placed)
    return [
        result.warned(*(one.sentence for one in findings if one.sheet == result.sheet.name))
        for result in results
    ]


def _values(results: Sequence[SheetResult]) -> dict[str, float]:
    outcomes = Counter(result.outcome for result in results)
    errors = [result.loo.rmse for result in results if result.loo is not None]
    known = np.array(errors)[np.isfinite(errors)]
    values: dict[str, float] = {
        "sheets": len(results),
        "fitted": sum(result.fit is not None for result in results),
        "warped": outcomes["warped"],
        "kept": outcomes["kept"],
        "failed": outcomes["failed"],
    }
    return values | ({"loo_m": float(np.median(known))} if len(known) else {})


def _end_with_error(failed: Sequence[SheetResult], count: int, context: Context) -> None:
    for name in ("report", "figures", "data"):
        context.put_in_place(name)
    sentence = tr(
        "{failed} of {count} sheets failed, the others are done; {name}: {reason} The report tells of all."
    )
    first = failed[0]
    raise ReleveError(
        sentence.format(failed=len(failed), count=count, name=first.sheet.name, reason=first.refused)
    )
