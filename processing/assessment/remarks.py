"""What the reader of an assessment must know before believing its figures, as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..language import tr
from ..reports.formats import number, percent
from .reference import Reference
from .tally import Tally

if TYPE_CHECKING:
    from .map_assessment import Assessment

AREA_TOLERANCE = 0.01
FEW_BLOCKS = 20


def of_reading(reference: Reference, found: Tally, ratio: float) -> list[str]:
    """What was left out, and what the map's projection does to areas.

    Parameters
    ----------
    reference, found
        What was read.
    ratio : float
        True area of a pixel over the one computed with.
    """
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
            found.shared_pixels,
            tr("Points that share a pixel with another point, counted all the same: {count}."),
        ),
    ]
    told = [sentence.format(count=number(count)) for count, sentence in counted if count]
    if abs(ratio - 1) > AREA_TOLERANCE:
        sentence = tr(
            "The map's projection does not keep areas: in its middle a pixel covers {ratio} of the area "
            "that is counted "
            "for it. Shares stay right where that is the same everywhere; for areas, reproject the map to "
            "an equal-area "
            "projection."
        )
        told.append(sentence.format(ratio=percent(ratio)))
    return told


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
    alone = [name for name, size in rows if size == 1]
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
    estimates = [assessment.area.overall, *assessment.area.user, *assessment.area.producer]
    widths = [e.interval.high - e.interval.low for e in estimates if e.interval is not None]
    if any(width < 1e-12 for width in widths):
        yield tr(
            "An interval of no width means that the sample holds no error of that kind, not that the map "
            "holds none."
        )
