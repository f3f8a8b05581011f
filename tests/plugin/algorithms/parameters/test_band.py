from __future__ import annotations

import pytest


def test_an_absent_band_is_left_out_rather_than_zero(ask):
    assert ask("band", parent="raster", optional=True).inputs == {}


@pytest.mark.parametrize("value", [2, "2", 2.0])
def test_a_band_is_a_whole_number(ask, value):
    assert ask("band", value, parent="raster").value == 2


@pytest.mark.parametrize("value", [0, -1, 1.5, "red", "inf"])
def test_what_is_no_band_is_refused(ask, value):
    assert "the number of a band, from 1, is needed" in ask("band", value, parent="raster").problem


def test_the_form_lists_the_bands_of_the_parent(ask):
    assert ask("band", parent="raster", optional=True).definition.parentLayerParameterName() == "RASTER"
