"""Classes as people write them."""

from __future__ import annotations

import pytest

from releve.processing.errors import RequestError
from releve.processing.raster.classes import RasterClass
from releve.processing.raster.legend import parse_names, parse_values, shown_classes


def test_values_may_be_negative_and_separated_in_many_ways():
    assert parse_values(" -1; 3,5\n7 ") == (-1, 3, 5, 7)


@pytest.mark.parametrize("text", ["", "1, b", "1.5"])
def test_what_is_no_list_of_values_is_refused(text):
    with pytest.raises(RequestError, match="1, 3, 5"):
        parse_values(text)


def test_names_may_hold_spaces():
    assert parse_names("1=Open sea, -2 = Beach") == (RasterClass(1, "Open sea"), RasterClass(-2, "Beach"))


@pytest.mark.parametrize("text", ["", "Sea", "1=", "a=Sea"])
def test_what_is_no_list_of_names_is_refused(text):
    with pytest.raises(RequestError, match="1=Sea, 2=Beach"):
        parse_names(text)


def test_every_shown_class_has_a_name_and_a_colour_of_its_own():
    told, untold = shown_classes([RasterClass(4, "Sea", "#123456"), RasterClass(7)])
    assert told == RasterClass(4, "Sea", "#123456")
    assert untold.name == "7"
    assert untold.color.startswith("#")
    assert untold.color != told.color
