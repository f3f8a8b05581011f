"""What the reader of an assessment must know before believing its figures, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..language import tr
from ..reports.formats import number, percent
from .intervals import Interval
from .reference import Reference
from .stratified import Estimate
from .tally import Tally

if TYPE_CHECKING:
    from .map_assessment import Assessment

FEW_BLOCKS = 20
NO_WIDTH = 1e-6
NAMED = 3  # in one sentence


def of_reading(reference: Reference, found: Tally) -> list[str]:
    """What was left out, and what counts more than once."""
    counted = [
        (reference.without_geometry, tr("Features of the reference without geometry, left out: {count}.")),
        (reference.without_label, tr("Features of the reference without a class, left out: {count}.")),
        (found.outside, tr("Points outside the map, left out: {count}.")),
        (found.on_nodata, tr("Observations where the map has no data, left out: {count}.")),
        (
            found.without_stratum,
            tr("Observations where the raster of strata has no data, left out: {count}."),
        ),
        (
            found.empty_polygons,
            tr("Polygons that hold the centre of no pixel of the map, left out: {count}."),
        ),
        (
            found.claimed_again,
            tr(
                "Pixels that the reference claims more than once, by points in the same pixel or polygons "
                "that overlap: {count}. Each claim counts."
            ),
        ),
        (
            found.contradicted,
            tr(
                "Pixels that the reference gives to different classes at once: {count}. Whatever the map "
                "shows there is counted as wrong at least once: correct the reference."
            ),
        ),
    ]
    return [sentence.format(count=number(count)) for count, sentence in counted if count]


def of_design(assessment: Assessment) -> list[str]:
    """What the sample cannot tell."""
    return [*_about_strata(assessment), *_about_blocks(assessment), *_about_certainty(assessment)]


def _about_strata(assessment: Assessment) -> Iterable[str]:
    if assessment.strata is None:
        names, areas = tuple(entry.name for entry in assessment.classes), assessment.mapped_m2
    else:
        names, areas = assessment.strata.names, assessment.strata.areas
    sizes = assessment.stratum_sizes.tolist()
    rows = [(name, size) for name, size, area in zip(names, sizes, areas.tolist(), strict=True) if area > 0]
    if empty := [name for name, size in rows if size == 0]:
        sentence = tr(
            "No observation in the strata {names}, {share} of the area: the estimates weighted by area "
            "concern the rest."
        )
        yield sentence.format(names=", ".join(empty), share=percent(1 - assessment.area.sampled_share))
    single = () if assessment.population is None else np.flatnonzero(assessment.population == 1)
    alone = [name for name, size in rows if size == 1 and name not in {names[place] for place in single}]
    if alone and assessment.blocks == "none":
        sentence = tr(
            "A single observation in the strata {names}: intervals that need the spread inside them are "
            "absent. Two "
            "observations are needed in each, fifty are advised."
        )
        yield sentence.format(names=", ".join(alone))


def _about_blocks(assessment: Assessment) -> Iterable[str]:
    if assessment.blocks == "polygons":
        yield tr(
            "The reference has polygons, and all pixels inside one count. They are not independent of each "
            "other, so that "
            "intervals come from drawing whole polygons again; large polygons weigh more than small ones."
        )
    if assessment.blocks != "none" and assessment.block_count < 2:
        yield tr("All observations belong to one block: there are no intervals.")
    elif assessment.blocks != "none" and assessment.block_count < FEW_BLOCKS:
        sentence = tr("Intervals from only {count} blocks are too narrow: twenty or more are advised.")
        yield sentence.format(count=assessment.block_count)


def _about_certainty(assessment: Assessment) -> Iterable[str]:
    """Why an interval has no width: 1 and 0 are where the sample is all right or all wrong."""
    sentences = {
        1.0: tr(
            "The interval has no width where the sample is all right, which tells nothing of pixels outside "
            "it: {names}."
        ),
        0.0: tr(
            "The interval has no width where the sample is all wrong, which tells nothing of pixels outside "
            "it: {names}."
        ),
        None: tr("The interval has no width where every block has the same share: {names}.")
        if assessment.blocks != "none"
        else tr(
            "The interval has no width where the observations of each stratum are all alike, or all of its "
            "pixels: {names}."
        ),
    }
    found: dict[float | None, list[str]] = {share: [] for share in sentences}
    for name, one in _named_accuracies(assessment):
        if one.value is not None and _has_no_width(one.interval):
            found[next((end for end in (1.0, 0.0) if abs(one.value - end) < NO_WIDTH), None)].append(name)
    found[None] += [name for name, one in _named_shares(assessment) if _has_no_width(one.interval)]
    for share, names in found.items():
        if names:
            yield sentences[share].format(names=_few(names))


def _named_accuracies(assessment: Assessment) -> Iterator[tuple[str, Estimate]]:
    yield tr("overall accuracy"), assessment.area.overall
    for estimates in (assessment.area.user, assessment.area.producer):
        yield from _named(assessment, estimates)


def _named_shares(assessment: Assessment) -> Iterator[tuple[str, Estimate]]:
    return _named(assessment, assessment.area.share)


def _named(assessment: Assessment, estimates: Sequence[Estimate]) -> Iterator[tuple[str, Estimate]]:
    return zip((entry.name for entry in assessment.classes), estimates, strict=True)


def _few(names: Iterable[str]) -> str:
    """Each name once, and how many more there are."""
    each = list(dict.fromkeys(names))
    more = len(each) - NAMED
    shown = ", ".join(each[:NAMED])
    return shown if more <= 0 else f"{shown} {tr('and {count} more').format(count=more)}"


def _has_no_width(interval: Interval | None) -> bool:
    return interval is not None and interval.high - interval.low < NO_WIDTH
