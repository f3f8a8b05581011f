"""Which image stands for which date of a series."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from releve.processing.errors import RequestError
from releve.processing.inference.dates import date_of, slots_of, told_dates
from releve.processing.jobs.parameters import DatedSource
from releve.processing.models.card import Band, Dates, ModelInput


def days(*texts):
    return [dt.date.fromisoformat(text) for text in texts]


def entry(count=-1, **wanted):
    return ModelInput(
        name="x",
        mode="series",
        dim_order=("batch", "time", "bands"),
        shape=(-1, count, 2),
        dates=Dates(**wanted),
    )


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("/a/20230131/S2_2023-02-28_B4.tif", "2023-02-28"),  # a folder tells nothing
        ("LC08_195028_20190705_B4.tif", "2019-07-05"),
        ("scene_20230229.tif", None),  # no such day
        ("S1_20230101T1_20230101T2.tif", "2023-01-01"),
        ("mean_20230101_20231231.tif", None),
        ("tile_120230101.tif", None),
        ("B4.tif", None),
    ],
)
def test_a_name_tells_a_date_where_it_holds_one(name, date):
    assert date_of(DatedSource(name)) == (None if date is None else dt.date.fromisoformat(date))


def test_a_date_that_is_given_comes_before_that_in_the_name():
    assert date_of(DatedSource("a_20230101.tif", dt.datetime(2024, 5, 6, 7))) == dt.date(2024, 5, 6)


def test_in_order_any_number_is_taken_where_the_model_takes_any():
    given = days("2023-03-01", "2023-01-01", "2023-01-01")
    assert slots_of(given, entry()) == tuple(days("2023-01-01", "2023-03-01"))


def test_in_order_lacking_dates_are_padded_only_as_far_as_the_card_says():
    given = days("2023-01-01", "2023-03-01")
    assert slots_of(given, entry(4, least=2)) == (*given, None, None)
    with pytest.raises(RequestError, match="needs 3 dates, and images of 2"):
        slots_of(given, entry(4, least=3))
    with pytest.raises(RequestError, match="needs 1 dates, and images of 2"):
        slots_of(given, entry(1))


def test_a_month_takes_the_date_nearest_its_middle_of_any_year():
    given = days("2022-12-03", "2023-01-02", "2023-01-20", "2023-02-28")
    slots = slots_of(given, entry(12, match="month", least=3))
    assert slots == (given[2], given[3], *[None] * 9, given[0])


def test_the_nearest_date_is_taken_within_the_tolerance_and_across_the_turn_of_the_year():
    given = days("2022-12-28", "2023-03-01", "2023-07-20")
    wanted = {"match": "nearest", "at": ("01-05", "03-10", "07-01"), "tolerance_days": 10}
    assert slots_of(given, entry(3, least=1, **wanted)) == (given[0], given[1], None)
    with pytest.raises(RequestError, match=r"at least 3 of 3 dates .*“nearest”: 01-05, 03-10, 07-01"):
        slots_of(given, entry(3, **wanted))


def test_dates_are_told_in_the_units_that_the_bands_name():
    slots = (*days("2023-01-01", "2024-12-31"), None)
    units = tuple(Band(name) for name in ("year", "month", "day_of_year", "days"))
    told = told_dates(slots, ModelInput(name="t", content="dates", bands=units))
    assert told.tolist() == [[2023, 1, 1, 0], [2024, 12, 366, 730], [0, 0, 0, 0]]
    since = ModelInput(name="t", content="dates", bands=(Band("days"),), dates=Dates(reference="2022-12-31"))
    assert told_dates(slots, since)[:2].ravel().tolist() == [1, 731]
    assert told_dates(slots, since).dtype == np.float32
    with pytest.raises(RequestError, match=r"in “hours”; known are: day_of_year"):
        told_dates(slots, ModelInput(name="t", content="dates", bands=(Band("hours"),)))
