"""What a search for objects found, for people: one page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...language import tr
from ...models.detection import layout_in_words
from ...raster.classes import RasterClass
from ...reports import Bar, Bars, Column, Facts, Heading, Paragraph, Report, Source, Table, render
from ...reports import Warning as Notice
from ...reports.blocks import Cell
from ..inferring import Busy
from ..report import model_facts, timing
from ..trust import trust
from .merging import Merged
from .objects import FloatArray

if TYPE_CHECKING:
    from .setup import Search

STEPS = 20  # of a histogram of the scores, from 0 to 1


@dataclass(frozen=True)
class Outcome:
    """What was found: the objects, their areas in square metres, the classes that occur."""

    merged: Merged
    areas: FloatArray
    classes: Mapping[int, RasterClass]


def write_report(
    path: Path,
    search: Search,
    told: Mapping[str, Any],
    outcome: Outcome,
    busy: Busy,
    *,
    warnings: Sequence[str],
) -> None:
    """Write the report as one HTML file."""
    setup = search.setup
    blocks: list[Any] = [
        Facts([*model_facts(setup, told), *_rules(search)]),
        *(Notice(sentence) for sentence in warnings),
        *(trust(setup.card) if setup.card.accuracy else ()),
        *_counts(outcome),
        *_scores(search, outcome),
        *_edges(outcome),
        Heading(tr("How it ran")),
        Facts(timing(setup, busy)),
        Source(tr("Provenance"), json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)),
    ]
    title = tr("Objects found by {model}").format(model=setup.card.title or setup.card.name)
    names = ", ".join(view.facts.title for view in setup.sources.main.views)
    render(path, Report(title, blocks, subtitle=names))


def _rules(search: Search) -> list[tuple[str, Any]]:
    """How objects are told."""
    said = search.finder.detection
    return [
        (tr("Objects"), layout_in_words(search.finder.head.layout)),
        (tr("Least score"), said.confidence),
        (tr("Greatest overlap"), said.overlap),
    ]


def _counts(outcome: Outcome) -> list[Any]:
    objects = outcome.merged.objects
    if not len(objects):
        return []
    rows: list[tuple[Cell, ...]] = []
    bars = []
    for value, one in outcome.classes.items():
        here = objects.classes == value
        areas, scores = outcome.areas[here], objects.scores[here]
        known = not np.isnan(areas).any()
        rows.append(
            (
                one.name,
                int(here.sum()),
                float(scores.mean()),
                float(areas.sum()) if known else None,
                float(np.median(areas)) if known else None,
            )
        )
        bars.append(Bar(one.name, int(here.sum()), color=one.color))
    columns = [
        Column(tr("Class")),
        Column(tr("Objects"), "number", 0),
        Column(tr("Mean score"), "number", 3),
        Column(tr("Area (m²)"), "number", 1),
        Column(tr("Median area (m²)"), "number", 1),
    ]
    return [
        Heading(tr("Objects")),
        Bars(bars, tr("Number of objects of each class."), digits=0),
        Table(columns, rows, tr("Objects of each class, and the area that their outlines hold.")),
        Paragraph(
            tr(
                "These are all objects whose score reaches the least one. Some are none, and others were "
                "missed: review them before you count on them."
            )
        ),
    ]


def _scores(search: Search, outcome: Outcome) -> list[Any]:
    """A histogram of the scores, from the least one on."""
    if not len(outcome.merged.objects):
        return []
    counts, edges = np.histogram(outcome.merged.objects.scores, STEPS, (0.0, 1.0))
    first = int(search.finder.detection.confidence * STEPS)
    bars = [
        Bar(f"{low:.2f} – {high:.2f}", int(count))
        for count, low, high in zip(counts[first:], edges[first:-1], edges[first + 1 :], strict=True)
    ]
    return [Heading(tr("Scores")), Bars(bars, tr("Number of objects by score."), digits=0)]


def _edges(outcome: Outcome) -> list[Any]:
    """What the edges of the tiles did to objects."""
    joined, cut = int(outcome.merged.joined.sum()), int(outcome.merged.objects.cut.sum())
    if not joined and not cut:
        return []
    sentence = tr(
        "{joined} objects were put together from pieces in several tiles, and {cut} were cut by the edge of "
        "a tile (field “seen”): larger tiles (TILE) or a larger overlap (OVERLAP) see them whole."
    )
    return [Paragraph(sentence.format(joined=joined, cut=cut))]
