"""Numbers are written as the reader's language does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from releve.processing import language
from releve.processing.reports.formats import cell, number, percent


@pytest.fixture
def french() -> Iterator[None]:
    language.use_language("fr")
    yield
    language.use_language("en")


def test_english_groups_by_commas_and_has_a_decimal_point():
    assert number(1234567.891, 2) == "1,234,567.89"
    assert percent(0.94651) == "94.7%"


@pytest.mark.usefixtures("french")
def test_french_groups_by_narrow_spaces_and_has_a_decimal_comma():
    assert number(1234567.891, 2) == "1\u202f234\u202f567,89"
    assert percent(0.94651) == "94,7\u202f%"
    assert cell((0.25, 0.75), "percent", 0) == "25\u202f%\u2009–\u200975\u202f%"


def test_a_number_shows_four_significant_digits_and_no_idle_zero():
    assert [number(value) for value in (0.00123456, 2.5, 3.0, 1234.56, 0)] == [
        *("0.001235", "2.5", "3", "1,235", "0"),
    ]


def test_what_is_not_known_is_a_dash_and_a_negative_number_has_a_true_minus():
    assert [cell(value) for value in (None, float("nan"), float("inf"), (0.1, None))] == ["–"] * 4
    assert number(-2.5) == "\u22122.5"


def test_a_text_stays_as_it_is():
    assert cell("1.5 <b>") == "1.5 <b>"
