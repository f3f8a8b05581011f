"""The fields of a card as parts of a form: one table from a field's kind to what edits it."""

from __future__ import annotations

from .choices import EnumEditor, ScalingEditor
from .classes import ClassesEditor
from .field import Field, FieldEditor
from .numbers import IntervalEditor, NumberEditor
from .texts import NamesEditor, ParagraphEditor, TextEditor

EDITORS: dict[str, type[FieldEditor]] = {
    "text": TextEditor,
    "paragraph": ParagraphEditor,
    "names": NamesEditor,
    "number": NumberEditor,
    "interval": IntervalEditor,
    "enum": EnumEditor,
    "scaling": ScalingEditor,
    "classes": ClassesEditor,
}

__all__ = ["EDITORS", "Field", "FieldEditor"]
