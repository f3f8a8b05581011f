"""Labels of a reference become values of the map."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from releve.processing.assessment.labels import class_values, label_text, read_numbers, read_pairs
from releve.processing.errors import RequestError, VectorError

NAMES = {"Sea": 1, "Bare soil": 2, "11": 30}


def test_labels_are_names_whatever_their_capitals_or_values():
    found = class_values(["SEA", "bare soil", "7"], names=NAMES, values=[1, 2, 7], given={})
    assert found == {"SEA": 1, "bare soil": 2, "7": 7}


def test_a_name_goes_before_a_number_and_what_the_user_says_before_both():
    assert class_values(["11"], names=NAMES, values=[30], given={}) == {"11": 30}
    given = {"11": "5", "Mer": "Sea"}
    assert class_values(["11", "mer"], names=NAMES, values=[1], given=given) == {"11": 5, "mer": 1}


def test_labels_that_are_not_understood_are_listed_with_the_names_there_are():
    with pytest.raises(VectorError, match=r"no class called lake, pond; it has Sea, Bare soil, 11.*lake=1"):
        class_values(["lake", "Sea", "pond"], names=NAMES, values=[1], given={})
    with pytest.raises(VectorError, match=r"does not name its classes, and the labels lake are not numbers"):
        class_values(["lake"], names={}, values=[1], given={})


def test_numbers_of_which_none_is_on_the_map_are_refused():
    with pytest.raises(VectorError, match=r"No reference label \(10, 20\) is a class of the map \(1, 2\)"):
        class_values(["10", "20"], names={}, values=[1, 2], given={})


def test_a_number_that_the_map_never_has_may_stand_beside_others():
    assert class_values(["1", "9"], names={}, values=[1, 2], given={}) == {"1": 1, "9": 9}


def test_a_label_is_the_same_in_a_field_of_text_whole_numbers_or_floats():
    assert [label_text(label) for label in ("3", " 3 ", 3, 3.0, np.int32(3), np.float64(3))] == ["3"] * 6
    assert [label_text(label) for label in (None, float("nan"), "", "  ", pd.NA, pd.NaT)] == [""] * 6


def test_pairs_are_read_whatever_separates_them():
    assert read_pairs("a=1,b = 2;c d=3\ne=f=4") == {"a": "1", "b": "2", "c d": "3", "e=f": "4"}
    assert read_pairs("") == {}


@pytest.mark.parametrize("text", ["a", "a=", "=1", "a=1,b"])
def test_half_a_pair_is_refused(text):
    with pytest.raises(RequestError, match="a pair such as sea=1 is needed"):
        read_pairs(text)


@pytest.mark.parametrize("text", ["a=x", "a=-1", "a=inf", "a=nan"])
def test_an_area_that_is_no_number_is_refused(text):
    with pytest.raises(RequestError, match="for a, a positive number is needed"):
        read_numbers(text)
