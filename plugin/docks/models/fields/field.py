"""A field of a card as ``model.card`` describes it, and what an editor of one has to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from qgis.PyQt.QtWidgets import QWidget


@dataclass(frozen=True)
class Field:
    """One field. ``asked``: a run needs it and nothing says it; ``origin``: card, graph or nothing."""

    key: str
    title: str
    kind: str
    help: str = ""
    group: str = ""
    unit: str = ""
    value: Any = None
    asked: bool = False
    origin: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    count: int | None = None

    @classmethod
    def from_json(cls, item: Mapping[str, Any]) -> Field:
        """The field of one item of the answer; what a newer backend adds is passed over."""
        known = {one.name for one in fields(cls)}
        said = {key: value for key, value in item.items() if key in known and value is not None}
        return cls(**{**said, "origin": str(item.get("from") or "")})


class FieldEditor:
    """Edits one field in ``widget``."""

    widget: QWidget

    def __init__(self, field: Field):
        self.field = field
        self.widget = self.build()
        self.widget.setAccessibleName(field.title)
        self.widget.setAccessibleDescription(field.help)

    def build(self) -> QWidget:
        """The widget, showing the field's value."""
        raise NotImplementedError

    def value(self) -> Any:
        """What the widget says, as JSON; None for nothing.

        Raises
        ------
        ValueError
            It cannot be read; the message is a sentence.
        """
        raise NotImplementedError
