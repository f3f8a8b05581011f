"""How far to trust a map: what the card of its model says of its accuracy and of where it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..language import current_language, tr
from ..models.card import Card
from ..reports import Column, Facts, Heading, Paragraph, Table, formats
from ..reports.blocks import Block

Ends = tuple[float | None, float | None]


def trust(card: Card) -> list[Block]:
    """The section of a report; what a card does not say is left out of it.

    Examples
    --------
    >>> trust(Card(name="made up", inputs=(), outputs=(), origin="graph"))[1].text
    'The card of the model states no accuracy: compare the map with reference data (assessment.map).'
    """
    said = card.accuracy if isinstance(card.accuracy, Mapping) else {}
    overall = _number(said.get("overall"))
    blocks: list[Block] = [Heading(tr("How far to trust it"))]
    if overall is None:
        sentence = tr(
            "The card of the model states no accuracy: compare the map with reference data (assessment.map)."
        )
        blocks.append(Paragraph(sentence))
    else:
        blocks.append(Facts(_facts(overall, said)))
    if card.description:
        blocks.append(Paragraph(card.description))
    if rows := _rows(card, said.get("per_class")):
        columns = [
            Column(tr("Class")),
            Column(tr("Precision"), "percent"),
            Column(tr("Interval"), "percent"),
            Column(tr("Recall"), "percent"),
            Column(tr("Interval"), "percent"),
        ]
        blocks.append(Table(columns, rows, tr("Accuracy of each class, as the card states it.")))
    return blocks


def _facts(overall: float, said: Mapping[str, Any]) -> list[tuple[str, str]]:
    facts = [(tr("Accuracy stated"), _with_interval(overall, said.get("interval")))]
    if how := said.get("how"):
        facts.append((tr("How it was measured"), str(how)))
    again = said.get("second_reading")
    again = again if isinstance(again, Mapping) else {}
    if (agreement := _number(again.get("agreement"))) is not None:
        text = _with_interval(agreement, again.get("agreement_interval"))
        how = again.get("how")
        facts.append((tr("Agreement of a second reading"), f"{text}: {how}" if how else text))
    return facts


def _rows(card: Card, stated: Any) -> list[tuple[Any, ...]]:
    named = card.outputs[0].classes if len(card.outputs) == 1 else ()
    labels = [(one.value, one.label(current_language())) for one in named]
    entries = stated if isinstance(stated, list | tuple) else ()
    return [
        (
            next((label for value, label in labels if value == one.get("value")), str(one.get("name", ""))),
            _number(one.get("precision")),
            _ends(one.get("precision_interval")),
            _number(one.get("recall")),
            _ends(one.get("recall_interval")),
        )
        for one in entries
        if isinstance(one, Mapping)
    ]


def _with_interval(share: float, interval: Any) -> str:
    text, ends = formats.percent(share), _ends(interval)
    return text if None in ends else f"{text} ({formats.cell(ends, 'percent')})"


def _ends(interval: Any) -> Ends:
    if not isinstance(interval, Sequence) or len(interval) != 2:
        return None, None
    return _number(interval[0]), _number(interval[1])


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None
