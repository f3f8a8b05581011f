"""The texts and tables of a report for a client, from what a map tells of itself."""

from typing import Optional

from qgis.core import QgsTableCell, QgsTextFormat
from qgis.PyQt.QtCore import QDate, QLocale, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..i18n import locale, tr
from ..report_facts import Accuracy, ClassArea, Interval, MapFacts

FONT = "DejaVu Sans"
SIZE_PT = 8.0
HECTARE_M2, KM2_M2 = 1e4, 1e6
SMALL_M2, LARGE_M2 = 1e5, 1e9
"""Maps below are told in m², above in km²."""

Rows = list[list[QgsTableCell]]


def class_table(facts: MapFacts) -> Rows:
    """A row a class: colour, name, share and area with unit, as far as known; the interval of an estimate."""
    unit, unit_m2 = _unit(facts.classes)
    has_share = any(one.share is not None for one in facts.classes)
    has_area = any(one.area_m2 is not None for one in facts.classes)
    has_interval = any(one.interval_m2 for one in facts.classes)
    titles = ["", tr("Class")]
    titles += [tr("Share")] if has_share else []
    titles += [tr("Area ({unit})").format(unit=unit)] if has_area else []
    titles += [tr("95 % interval ({unit})").format(unit=unit)] if has_interval else []
    rows = [[_cell(title, is_bold=True, is_number=place > 1) for place, title in enumerate(titles)]]
    for one in facts.classes:
        row = [_swatch(one.color), _cell(one.name)]
        row += [_cell(_share(one.share), is_number=True)] if has_share else []
        row += [_cell(_amount(one.area_m2, unit_m2), is_number=True)] if has_area else []
        row += [_cell(_range(one.interval_m2, unit_m2), is_number=True)] if has_interval else []
        rows.append(row)
    return rows if facts.classes else []


def fact_table(facts: MapFacts, *, reference_system: str, credits: str, date: str) -> Rows:
    """Accuracy and how it was measured, sources, model, licence, date: a row each, where it is known."""
    told = [
        (tr("Accuracy"), accuracy_text(facts.accuracy)),
        (tr("Areas"), _areas_text(facts)),
        (tr("Images"), ", ".join(facts.images)),
        (tr("Model"), f"{facts.model} ({facts.version})" if facts.version else facts.model),
        (tr("Licence of the model"), facts.licence or tr("not stated")),
        (tr("Citation"), facts.citation),
        (tr("Reference system"), reference_system),
        (tr("Source and authors"), credits),
        (tr("Made with"), _software(facts.software)),
        (tr("Date"), date or locale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)),
    ]
    return [[_cell(name, is_bold=True), _cell(text)] for name, text in told if text]


def accuracy_text(accuracy: Optional[Accuracy]) -> str:
    """An accuracy with its interval, and how it was measured; that there is none is told too."""
    if accuracy is None:
        return tr("Not known: the map has not been compared with reference data.")
    ends = accuracy.interval
    share = percent(accuracy.overall)
    if ends:
        sentence = tr("{share} (95 % interval: {low} to {high})")
        share = sentence.format(share=share, low=percent(ends[0]), high=percent(ends[1]))
    if accuracy.is_of_this_map:
        return tr("{share}, measured {how}.").format(share=share, how=accuracy.how)
    text = tr("{share}, stated for the model, not measured on this map.").format(share=share)
    return f"{text} {accuracy.how}".strip()


def percent(share: float) -> str:
    """A share as people read it."""
    return tr("{number} %").format(number=locale().toString(100 * share, "f", 1))


def _areas_text(facts: MapFacts) -> str:
    if not facts.classes:
        return ""
    if any(one.interval_m2 for one in facts.classes):
        return tr("Estimated from reference data; an interval contains the true area in 95 of 100 cases.")
    if all(one.share is None for one in facts.classes):
        return tr("Unknown: the raster was cut, resampled or reprojected after the model had made it.")
    if all(one.area_m2 is None for one in facts.classes):
        return tr("Unknown: the map has no reference system.")
    return tr("Counted in the pixels of the map, whose errors they share.")


def _software(told: str) -> str:
    name, _, version = told.partition(" ")
    return f"{'Relevé' if name == 'releve' else name} {version}".strip()


def _unit(classes: tuple[ClassArea, ...]) -> tuple[str, float]:
    total = sum(one.area_m2 or 0 for one in classes)
    return ("m²", 1.0) if total < SMALL_M2 else ("km²", KM2_M2) if total >= LARGE_M2 else ("ha", HECTARE_M2)


def _share(share: Optional[float]) -> str:
    return "" if share is None else percent(share)


def _amount(area_m2: Optional[float], unit_m2: float) -> str:
    return "" if area_m2 is None else locale().toString(area_m2 / unit_m2, "f", 1 if unit_m2 > 1 else 0)


def _range(ends: Interval, unit_m2: float) -> str:
    return "" if ends is None else f"{_amount(ends[0], unit_m2)} – {_amount(ends[1], unit_m2)}"


def _cell(text: str, *, is_bold: bool = False, is_number: bool = False) -> QgsTableCell:
    cell = QgsTableCell(text)
    font = QFont(FONT)
    font.setBold(is_bold)
    form = QgsTextFormat()
    form.setFont(font)
    form.setSize(SIZE_PT)
    cell.setTextFormat(form)
    cell.setVerticalAlignment(Qt.AlignmentFlag.AlignTop)
    if is_number:
        cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight)
    return cell


def _swatch(color: str) -> QgsTableCell:
    cell = _cell("")
    cell.setBackgroundColor(QColor(color))
    return cell
