"""Bands are found by name."""

from __future__ import annotations

import pytest

from releve.processing.errors import BandError
from releve.processing.raster.bands import SourceBand, WantedBand, chosen_bands, match_bands

SENTINEL = [SourceBand(0, n, (name,)) for n, name in enumerate(["B02", "B03", "B04", "B08", "B8A"], start=1)]
UNNAMED = [SourceBand(0, number) for number in (1, 2, 3)]


def wanted(*names):
    return [WantedBand((name,) if isinstance(name, str) else name) for name in names]


def numbers(bands):
    return [band.number for band in bands]


def test_case_and_zeros_do_not_count_but_b08_is_not_b8a():
    assert numbers(match_bands(wanted("b8", "b_8a", "B4"), SENTINEL)) == [4, 5, 3]


def test_a_common_name_is_tried_after_the_bands_own():
    available = [SourceBand(0, 1, ("red",)), SourceBand(0, 2, ("B04",))]
    assert numbers(match_bands(wanted(("B04", "red")), available)) == [2]
    assert numbers(match_bands(wanted(("B4x", "red")), available)) == [1]


def test_names_that_do_not_match_are_never_taken_by_order():
    with pytest.raises(BandError, match=r"B12.*1 \(B02\).*BANDS"):
        match_bands(wanted("B02", "B12"), SENTINEL)


def test_a_name_that_two_bands_bear_is_a_question():
    with pytest.raises(BandError, match="1:1, 2:1"):
        match_bands(wanted("red"), [SourceBand(0, 1, ("red",)), SourceBand(1, 1, ("red",))])


def test_where_nothing_has_names_nothing_is_matched():
    assert match_bands(wanted("red"), UNNAMED) is None
    assert match_bands([], SENTINEL) is None


def test_a_user_names_or_numbers_bands():
    assert numbers(chosen_bands("B8A, 3,b02", SENTINEL)) == [5, 3, 1]
    assert numbers(chosen_bands("3,2,1", UNNAMED)) == [3, 2, 1]


@pytest.mark.parametrize("text", ["4", "0", "red"])
def test_a_band_that_is_not_there_is_told(text):
    with pytest.raises(BandError, match="1, 2, 3"):
        chosen_bands(text, UNNAMED)
