"""The figures of an assessment as tables for programs: the same in every language."""

from __future__ import annotations

from collections.abc import Iterator

from ..reports.data import Row
from .intervals import Interval
from .map_assessment import HECTARE_M2, Assessment
from .stratified import Estimate

ESTIMATE_COLUMNS = (
    "measure",
    "weighting",
    "class",
    "name",
    "estimate",
    "standard_error",
    "low",
    "high",
    "unit",
)


def matrix_rows(assessment: Assessment) -> Iterator[Row]:
    """The confusion matrix in counts. Rows: map. Columns: reference."""
    classes = assessment.classes
    yield ["map", "map_name", *(f"reference_{entry.value}" for entry in classes), "total"]
    for entry, row in zip(classes, assessment.confusion.counts.tolist(), strict=True):
        yield [entry.value, entry.name, *row, sum(row)]
    yield ["total", "", *assessment.confusion.counts.sum(axis=0).tolist(), assessment.confusion.total]


def estimate_rows(assessment: Assessment) -> Iterator[Row]:
    """All figures, one a row. ``weighting`` is area, or none where each observation counts the same."""
    yield ESTIMATE_COLUMNS
    yield from _of_sample(assessment)
    yield from _of_area(assessment)


def _of_sample(assessment: Assessment) -> Iterator[Row]:
    sample = assessment.sample
    whole = {
        "balanced_accuracy": sample.scores.balanced,
        "kappa": sample.scores.kappa,
        "quantity_disagreement": sample.scores.quantity,
        "allocation_disagreement": sample.scores.allocation,
    }
    yield ["overall_accuracy", "none", "", "", sample.scores.overall, None, *_ends(sample.overall), "share"]
    for measure, value in whole.items():
        yield [measure, "none", "", "", value, None, None, None, "share"]
    nothing: tuple[None, ...] = (None,) * len(assessment.classes)
    by_class = (
        ("precision", sample.scores.precision, sample.precision),
        ("recall", sample.scores.recall, sample.recall),
        ("f1", sample.scores.f1, nothing),
    )
    for measure, values, intervals in by_class:
        for entry, value, interval in zip(assessment.classes, values.tolist(), intervals, strict=True):
            yield [measure, "none", entry.value, entry.name, value, None, *_ends(interval), "share"]


def _of_area(assessment: Assessment) -> Iterator[Row]:
    area = assessment.area
    yield ["overall_accuracy", "area", "", "", *_figures(area.overall), "share"]
    by_class = (
        ("user_accuracy", area.user),
        ("producer_accuracy", area.producer),
        ("f1", area.f1),
        ("area_share", area.share),
    )
    for measure, estimates in by_class:
        for entry, one in zip(assessment.classes, estimates, strict=True):
            yield [measure, "area", entry.value, entry.name, *_figures(one), "share"]
    for entry, one in zip(assessment.classes, area.share, strict=True):
        unit = "ha" if assessment.area_is_metric else "of the strata"
        yield ["area", "area", entry.value, entry.name, *_figures(one, assessment.total_area), unit]
    for entry, mapped in zip(assessment.classes, assessment.mapped_m2.tolist(), strict=True):
        yield ["mapped_area", "none", entry.value, entry.name, mapped / HECTARE_M2, None, None, None, "ha"]


def _figures(one: Estimate, scale: float = 1.0) -> tuple[float | None, ...]:
    figures = one.value, one.standard_error, *_ends(one.interval)
    return tuple(None if figure is None else figure * scale for figure in figures)


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (interval.low, interval.high)
