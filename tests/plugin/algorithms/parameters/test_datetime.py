from __future__ import annotations

import datetime

import pytest
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

NOON = "2024-06-30T12:00:00"


@pytest.mark.parametrize(
    "value", [NOON, QDateTime(QDate(2024, 6, 30), QTime(12, 0)), datetime.datetime(2024, 6, 30, 12)]
)
def test_a_moment_is_passed_in_iso_8601(ask, value):
    assert ask("datetime", value).value == NOON


@pytest.mark.parametrize("value", ["2024-06-30", QDate(2024, 6, 30), datetime.date(2024, 6, 30)])
def test_a_day_begins_at_midnight(ask, value):
    assert ask("datetime", value).value == "2024-06-30T00:00:00"


def test_the_zone_is_kept(ask):
    assert ask("datetime", f"{NOON}Z").value == f"{NOON}Z"


def test_an_absent_moment_is_left_out(ask):
    assert ask("datetime", optional=True).inputs == {}


def test_another_spelling_is_refused(ask):
    assert "2024-06-30T12:00:00 is needed" in ask("datetime", "30/06/2024").problem
