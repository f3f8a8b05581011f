"""Reports for people: one renderer, one style, a single HTML file that needs nothing beside it.

>>> from releve.processing.reports import Heading, Paragraph, Report
>>> report = Report(title="Accuracy", blocks=(Heading("Result"), Paragraph("All is well.")))
>>> "<h2>Result</h2>" in to_html(report)
True
"""

from __future__ import annotations

from .blocks import (
    Arrow,
    Bar,
    Bars,
    Block,
    Column,
    Facts,
    Heading,
    Image,
    Legend,
    LegendEntry,
    Mark,
    Matrix,
    Paragraph,
    Patch,
    Report,
    Sketch,
    Source,
    Table,
    Warning,
)
from .rendering import render, to_html

__all__ = [
    "Arrow",
    "Bar",
    "Bars",
    "Block",
    "Column",
    "Facts",
    "Heading",
    "Image",
    "Legend",
    "LegendEntry",
    "Mark",
    "Matrix",
    "Paragraph",
    "Patch",
    "Report",
    "Sketch",
    "Source",
    "Table",
    "Warning",
    "render",
    "to_html",
]
