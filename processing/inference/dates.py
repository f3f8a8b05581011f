"""Dates of images: read, brought to the places of a series, and told to a model."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import RequestError
from ..jobs.parameters import DatedSource
from ..language import tr
from ..models.card import Dates, ModelInput
from ..raster.sources import short_name

Slots: TypeAlias = tuple[dt.date | None, ...]

IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
MIDDLE = 15  # day of a month that stands for it
YEAR = 365.25
UNITS = ("day_of_year", "month", "year", "days")


def date_of(source: DatedSource) -> dt.date | None:
    """The date of an image: the one given, or the only one in its name.

    Examples
    --------
    >>> date_of(DatedSource("S2A_20240415T105621_B04.tif")), date_of(DatedSource("from_20240101_to_20240131"))
    (datetime.date(2024, 4, 15), None)
    """
    if source.date is not None:
        return source.date.date()
    found = {_date(*match.group(1, 3, 4)) for match in IN_NAME.finditer(short_name(source.href))}
    return found.pop() if len(found) == 1 else None


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def check_dated(dated: Sequence[tuple[str, dt.date | None]], entry: ModelInput) -> list[dt.date]:
    """The dates of the images of a series, each given with its name.

    Raises
    ------
    RequestError
        Some have none.
    """
    lacking = [name for name, date in dated if date is None]
    if lacking:
        sentence = tr(
            "The model reads a series (“{name}”), and nothing says of which date these images are: "
            "{lacking}. Give each its date (as in image.tif|date=2024-06-30, or in the layer's temporal "
            "properties), or one date in its name."
        )
        raise RequestError(sentence.format(name=entry.name, lacking=", ".join(lacking)))
    return [date for _, date in dated if date is not None]


def slots_of(given: Sequence[dt.date], entry: ModelInput) -> Slots:
    """The date that fills each place of a series, None where none does.

    Parameters
    ----------
    given : sequence of date
        Of the images, in any order; several images may share one.

    Raises
    ------
    RequestError
        Too few or too many: the message gives both numbers.
    """
    known, wanted = sorted(set(given)), entry.dates or Dates()
    count = entry.side("time")
    if wanted.match == "order":
        slots: Slots = (*known, *[None] * max(0, count - len(known)))
        if 0 < count < len(known):
            raise RequestError(_wrong_number(entry, known, count, count))
    else:
        days = wanted.at or tuple(f"{month:02}-{MIDDLE}" for month in range(1, 13))
        slots = tuple(_nearest(known, day, wanted) for day in days)
        if 0 < count != len(slots):
            raise RequestError(_wrong_number(entry, known, count, count))
    found = sum(slot is not None for slot in slots)
    least = len(slots) if wanted.least is None else wanted.least
    if found < max(1, least):
        raise RequestError(_wrong_number(entry, known, max(1, least), len(slots)))
    return slots


def _nearest(known: Sequence[dt.date], day: str, wanted: Dates) -> dt.date | None:
    month, number = (int(part) for part in day.split("-"))
    if wanted.match == "month":
        near = [date for date in known if date.month == month]
        return min(near, key=lambda date: abs(date.day - number), default=None)
    middle = dt.date(2001, month, number).timetuple().tm_yday

    def away(date: dt.date) -> float:
        """Days between two days of the year, the short way round."""
        return abs((date.timetuple().tm_yday - middle + YEAR / 2) % YEAR - YEAR / 2)

    best = min(known, key=away, default=None)
    return best if best is not None and away(best) <= wanted.tolerance_days else None


def _wrong_number(entry: ModelInput, known: Sequence[dt.date], least: int, count: int) -> str:
    found = ", ".join(date.isoformat() for date in known)
    wanted = entry.dates or Dates()
    if wanted.match == "order":
        sentence = tr(
            "The model's input “{name}” needs {needed} dates, and images of {count} are given ({found}): "
            "give as many."
        )
        return sentence.format(name=entry.name, needed=least, count=len(known), found=found)
    sentence = tr(
        "The model's input “{name}” needs images of at least {needed} of {count} dates (“{match}”: {at}); "
        "those given are of {found}: add those that are missing."
    )
    days = ", ".join(wanted.at) or tr("each month")
    return sentence.format(
        name=entry.name, needed=least, count=count, match=wanted.match, at=days, found=found
    )


def slots_in_words(slots: Slots) -> str:
    """The dates of a series, in their order."""
    lacking = slots.count(None)
    found = ", ".join(date.isoformat() for date in slots if date is not None)
    return found if not lacking else tr("{found}, and {lacking} missing").format(found=found, lacking=lacking)


def told_dates(slots: Slots, entry: ModelInput) -> NDArray[np.float32]:
    """Dates as numbers, shape (dates, units); 0 for a date that is missing.

    Parameters
    ----------
    entry : ModelInput
        Its bands name the units, day of the year without any.

    Examples
    --------
    >>> entry = ModelInput(name="doy", content="dates")
    >>> told_dates((dt.date(2024, 1, 1), None, dt.date(2024, 2, 1)), entry).ravel().tolist()
    [1.0, 0.0, 32.0]
    """
    units = [band.name for band in entry.bands] or [UNITS[0]]
    odd = [unit for unit in units if unit not in UNITS]
    if odd:
        sentence = tr("The card gives dates of “{name}” in “{unit}”; known are: {known}.")
        raise RequestError(sentence.format(name=entry.name, unit=odd[0], known=", ".join(UNITS)))
    reference = _reference(slots, entry)
    rows = [[0.0 if date is None else _number(date, unit, reference) for unit in units] for date in slots]
    return np.array(rows, np.float32)


def _reference(slots: Slots, entry: ModelInput) -> dt.date:
    if entry.dates is not None and entry.dates.reference:
        return dt.date.fromisoformat(entry.dates.reference[:10])
    return min(date for date in slots if date is not None)


def _number(date: dt.date, unit: str, reference: dt.date) -> float:
    numbers = {
        "day_of_year": date.timetuple().tm_yday,
        "month": date.month,
        "year": date.year,
        "days": (date - reference).days,
    }
    return float(numbers[unit])
