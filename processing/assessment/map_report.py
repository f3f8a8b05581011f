"""The report of an assessment: for people who must decide whether to trust a map."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ..language import tr
from ..reports import (
    Bar,
    Bars,
    Block,
    Column,
    Facts,
    Heading,
    Legend,
    LegendEntry,
    Matrix,
    Paragraph,
    Report,
    Source,
    Table,
    Warning,
    formats,
)
from .intervals import Interval
from .map_assessment import HECTARE_M2, Assessment
from .stratified import Estimate


def map_report(
    assessment: Assessment, *, map_name: str, reference_name: str, provenance: dict[str, Any]
) -> Report:
    """The report.

    Parameters
    ----------
    assessment : Assessment
        What was found.
    map_name, reference_name : str
        How to call the two inputs.
    provenance : dict
        Where the figures come from, shown at the end.
    """
    subtitle = tr("{map}, compared with {reference}").format(map=map_name, reference=reference_name)
    return Report(
        title=tr("Accuracy of a map"), subtitle=subtitle, blocks=tuple(_blocks(assessment, provenance))
    )


def _blocks(assessment: Assessment, provenance: dict[str, Any]) -> Iterator[Block]:
    yield Paragraph(
        tr(
            "These figures hold only if the reference is a probability sample, its places drawn at random, "
            "and no part of the data that the model was trained on."
        )
    )
    yield _summary(assessment)
    yield from map(Warning, assessment.remarks)
    yield Heading(tr("Confusion matrix"))
    yield from _matrices(assessment)
    yield Heading(tr("Accuracy of each class, weighted by area"))
    yield from _classes_by_area(assessment)
    yield Heading(tr("Areas"))
    yield from _areas(assessment)
    yield Heading(tr("The sample as it is"))
    yield from _classes_of_sample(assessment)
    yield Heading(tr("How these figures were computed"))
    yield from map(Paragraph, _method(assessment))
    yield Source(tr("Where these figures come from"), json.dumps(provenance, indent=2, ensure_ascii=False))


def _summary(assessment: Assessment) -> Facts:
    plain = assessment.sample.scores
    return Facts(
        (
            (tr("Overall accuracy, by area"), _with_interval(assessment.area.overall)),
            (tr("Overall accuracy of the sample"), _share(plain.overall, assessment.sample.overall)),
            (tr("Balanced accuracy of the sample"), formats.percent(plain.balanced)),
            (tr("Kappa of the sample"), formats.number(plain.kappa, 3)),
            (tr("Disagreement in quantity of the sample"), formats.percent(plain.quantity)),
            (tr("Disagreement in place of the sample"), formats.percent(plain.allocation)),
            (tr("Observations"), assessment.confusion.total),
            *_block_fact(assessment),
            (tr("Area of the map (ha)"), formats.number(assessment.mapped_m2.sum() / HECTARE_M2)),
        )
    )


def _block_fact(assessment: Assessment) -> tuple[tuple[str, int], ...]:
    titles = {"polygons": tr("Polygons"), "groups": tr("Groups")}
    return ((titles[assessment.blocks], assessment.block_count),) if assessment.blocks in titles else ()


def _with_interval(estimate: Estimate) -> str:
    return _share(estimate.value, estimate.interval)


def _share(value: float | None, interval: Interval | None) -> str:
    text = formats.percent(value)
    return text if interval is None else f"{text} ({formats.cell(_ends(interval), 'percent')})"


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (interval.low, interval.high)


def _matrices(assessment: Assessment) -> Iterator[Block]:
    names = _names(assessment)
    yield Matrix(
        names,
        assessment.confusion.counts.tolist(),
        rows=tr("map"),
        columns=tr("reference"),
        caption=tr("Observations in each pair of classes."),
    )
    yield Matrix(
        names,
        assessment.area.proportions.tolist(),
        rows=tr("map"),
        columns=tr("reference"),
        caption=tr("Estimated share of the area in each pair of classes."),
        kind="percent",
        digits=2,
    )


def _names(assessment: Assessment) -> list[str]:
    return [entry.name for entry in assessment.classes]


def _classes_by_area(assessment: Assessment) -> Iterator[Block]:
    columns = (
        Column(tr("Class")),
        Column(tr("User's accuracy"), "percent"),
        Column(tr("95% interval"), "percent"),
        Column(tr("Producer's accuracy"), "percent"),
        Column(tr("95% interval"), "percent"),
        Column(tr("F1 score"), "percent"),
    )
    area = assessment.area
    rows = [
        (name, user.value, _ends(user.interval), producer.value, _ends(producer.interval), f1.value)
        for name, user, producer, f1 in zip(
            _names(assessment), area.user, area.producer, area.f1, strict=True
        )
    ]
    caption = tr(
        "User's accuracy: share of what the map shows as the class that truly is. Producer's accuracy: "
        "share of what "
        "truly is the class that the map shows."
    )
    yield Table(columns, rows, caption)
    yield _bars(assessment, area.user, tr("User's accuracy (precision)"))
    yield _bars(assessment, area.producer, tr("Producer's accuracy (recall)"))


def _bars(assessment: Assessment, estimates: Sequence[Estimate], caption: str) -> Bars:
    bars = [
        Bar(entry.name, one.value, *_ends(one.interval), color=entry.color or None)
        for entry, one in zip(assessment.classes, estimates, strict=True)
    ]
    return Bars(bars, caption, kind="percent", maximum=1.0)


def _areas(assessment: Assessment) -> Iterator[Block]:
    metric = assessment.area_is_metric
    columns = (
        Column(tr("Class")),
        Column(tr("Mapped (ha)"), "number"),
        Column(tr("Mapped pixels"), "number", 0),
        Column(tr("Estimated share"), "percent"),
        Column(tr("95% interval"), "percent"),
        Column(tr("Estimated (ha)") if metric else tr("Estimated (unit of the strata)"), "number"),
        Column(tr("95% interval"), "number"),
    )
    rows = [
        (
            name,
            mapped / HECTARE_M2,
            pixels,
            one.value,
            _ends(one.interval),
            *_scaled(one, assessment.total_area),
        )
        for name, mapped, pixels, one in zip(
            _names(assessment),
            assessment.mapped_m2.tolist(),
            assessment.pixels.tolist(),
            assessment.area.share,
            strict=True,
        )
    ]
    yield Paragraph(
        tr(
            "The map's errors bias the areas counted on it. The estimates take the reference for the truth "
            "and correct "
            "them; where an interval does not hold the mapped share, the map's own figure misleads."
        )
    )
    yield Table(columns, rows, tr("Area of each class, as mapped and as estimated."))
    yield Bars(_area_bars(assessment), tr("Estimated share of the area"), kind="percent")
    yield Legend(
        [LegendEntry(entry.name, entry.color or None, entry.value) for entry in assessment.classes],
        tr("Classes and their values on the map."),
    )


def _scaled(one: Estimate, factor: float) -> tuple[float | None, tuple[float | None, float | None]]:
    low, high = _ends(one.interval)
    return (
        None if one.value is None else one.value * factor,
        (None if low is None else low * factor, None if high is None else high * factor),
    )


def _area_bars(assessment: Assessment) -> list[Bar]:
    return [
        Bar(entry.name, one.value, *_ends(one.interval), color=entry.color or None)
        for entry, one in zip(assessment.classes, assessment.area.share, strict=True)
    ]


def _classes_of_sample(assessment: Assessment) -> Iterator[Block]:
    columns = (
        Column(tr("Class")),
        Column(tr("On the map"), "number", 0),
        Column(tr("In the reference"), "number", 0),
        Column(tr("Precision"), "percent"),
        Column(tr("95% interval"), "percent"),
        Column(tr("Recall"), "percent"),
        Column(tr("95% interval"), "percent"),
        Column(tr("F1 score"), "percent"),
    )
    counts, sample = assessment.confusion.counts, assessment.sample
    rows = list(
        zip(
            _names(assessment),
            counts.sum(axis=1).tolist(),
            counts.sum(axis=0).tolist(),
            sample.scores.precision.tolist(),
            map(_ends, sample.precision),
            sample.scores.recall.tolist(),
            map(_ends, sample.recall),
            sample.scores.f1.tolist(),
            strict=True,
        )
    )
    yield Paragraph(
        tr(
            "Here each observation counts the same, whatever area it stands for. Where rare classes were "
            "sampled more "
            "densely, these figures describe the sample and not the map."
        )
    )
    yield Table(columns, rows, tr("Observations of each class, precision and recall."))


def _method(assessment: Assessment) -> Iterator[str]:
    if assessment.strata is None:
        yield tr(
            "Figures weighted by area are the stratified estimators of Olofsson et al. (2014, "
            "doi:10.1016/j.rse.2014.02.015), the strata being the classes of the map."
        )
    else:
        sentence = tr(
            "Figures weighted by area are the stratified estimators of Stehman (2014, "
            "doi:10.1080/01431161.2014.930207), "
            "which hold where the strata are not the classes of the map. The strata: {names}."
        )
        yield sentence.format(names=", ".join(assessment.strata.names))
    yield tr(
        "They hold if the places of the reference were drawn at random, in each stratum or over the whole "
        "area, and were "
        "not used to make the map. Places chosen by hand, or those a model was trained on, give flattering "
        "figures."
    )
    if assessment.blocks == "none":
        yield tr(
            "Intervals at 95%: 1.96 standard errors to either side by area, Wilson's for the sample. They "
            "take the "
            "observations for independent of each other."
        )
        if assessment.population is not None:
            yield tr(
                "Standard errors by area hold Stehman's correction of finite populations: the share of each "
                "stratum's pixels that was observed leaves nothing open."
            )
    else:
        yield tr(
            "Intervals at 95%: percentiles of a bootstrap that draws whole blocks (polygons or groups) again."
        )
    yield tr(
        "Balanced accuracy is the mean recall of the classes of the reference. The disagreement is split "
        "after Pontius and "
        "Millones (2011, doi:10.1080/01431161.2011.552923): in quantity, the totals of the classes differ; "
        "in place, they "
        "are swapped."
    )


def plain_values(assessment: Assessment) -> dict[str, int | float]:
    """The main figures for a program: only those that exist."""
    scores, area = assessment.sample.scores, assessment.area.overall
    values = {
        "observations": assessment.confusion.total,
        "overall_accuracy": scores.overall,
        "balanced_accuracy": scores.balanced,
        "kappa": scores.kappa,
        "overall_accuracy_by_area": area.value,
        "overall_accuracy_by_area_low": _ends(area.interval)[0],
        "overall_accuracy_by_area_high": _ends(area.interval)[1],
    }
    return {name: value for name, value in values.items() if value is not None and np.isfinite(value)}
