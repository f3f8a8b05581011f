"""Fields in which one thing of several is chosen."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ....i18n import tr
from .field import FieldEditor
from .numbers import number_of, shown

NUMBERS = {
    "z-score": ("mean", "stddev"),
    "min-max": ("minimum", "maximum"),
    "scale": ("value",),
    "offset": ("value",),
}
"""Scalings whose numbers can be typed, in the words of STAC MLM."""
KEPT = "as the card says"


class EnumEditor(FieldEditor):
    """A list to choose from, nothing among it."""

    def build(self) -> QWidget:
        box = _box(self.field.choices)
        box.setCurrentIndex(max(0, box.findData(self.field.value)))
        return box

    def value(self) -> Any:
        return self.widget.currentData()


class ScalingEditor(FieldEditor):
    """A known scaling by name, or one with numbers: one for all bands, or one per band with commas."""

    def build(self) -> QWidget:
        kind = _kind_of(self.field.value)
        self._box = _box(self.field.choices)
        self._box.setAccessibleName(self.field.title)
        for key, label in scaling_labels().items():
            self._box.addItem(label, key)
        if kind == KEPT:
            self._box.addItem(tr("as the card says"), KEPT)
        self._lines = [QLineEdit(), QLineEdit()]
        self._labels = [QLabel(), QLabel()]
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        for label, line in zip(self._labels, self._lines):
            label.setBuddy(line)
            line.setAccessibleName(self.field.title)
            column.addWidget(label)
            column.addWidget(line)
        self._box.currentIndexChanged.connect(self._show_lines)
        self._box.setCurrentIndex(max(0, self._box.findData(kind)))
        if isinstance(self.field.value, list):
            for line, name in zip(self._lines, NUMBERS.get(kind, ())):
                line.setText(", ".join(shown(item.get(name)) for item in self.field.value))
        self._show_lines()
        whole.setFocusProxy(self._box)
        return whole

    def value(self) -> Any:
        kind = self._box.currentData()
        if kind == KEPT:
            return self.field.value
        names = NUMBERS.get(kind)
        if names is None or kind in self.field.choices:
            return kind
        columns = [[number_of(text) for text in line.text().split(",")] for line in self._lines[: len(names)]]
        length = max(map(len, columns))
        if any(len(column) not in (1, length) for column in columns) or any(
            None in column for column in columns
        ):
            raise ValueError(tr("give as many numbers of the one as of the other, none of them empty"))
        columns = [column * length if len(column) == 1 else column for column in columns]
        return [{"type": kind, **dict(zip(names, numbers))} for numbers in zip(*columns)]

    def _show_lines(self) -> None:
        kind = self._box.currentData()
        names = () if kind in self.field.choices else NUMBERS.get(kind, ())
        labels = number_labels()
        for place, (label, line) in enumerate(zip(self._labels, self._lines)):
            is_used = place < len(names)
            label.setVisible(is_used)
            line.setVisible(is_used)
            if is_used:
                label.setText(labels[names[place]])
                line.setAccessibleName(f"{self.field.title}, {labels[names[place]]}")


def _kind_of(value: Any) -> Any:
    """What the box shows of a value: its key, a scaling whose numbers can be typed, or one kept whole."""
    if not isinstance(value, list):
        return value
    kinds = {item.get("type") for item in value}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(NUMBERS) else KEPT


def scaling_labels() -> dict[str, str]:
    """Scalings with numbers, for people."""
    return {
        "z-score": tr("(value − mean) ÷ deviation"),
        "min-max": tr("minimum to maximum becomes 0 to 1"),
        "scale": tr("value ÷ a number"),
        "offset": tr("value − a number"),
    }


def number_labels() -> dict[str, str]:
    """What the numbers of scalings are called."""
    return {
        "mean": tr("Means, one for all bands or one for each, with commas"),
        "stddev": tr("Standard deviations, likewise"),
        "minimum": tr("Minima, one for all bands or one for each, with commas"),
        "maximum": tr("Maxima, likewise"),
        "value": tr("Numbers, one for all bands or one for each, with commas"),
    }


def _box(choices) -> QComboBox:
    box = QComboBox()
    box.addItem(tr("(not said)"), None)
    for key, label in choices.items():
        box.addItem(label, key)
    return box
