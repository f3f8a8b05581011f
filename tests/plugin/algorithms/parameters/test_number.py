from __future__ import annotations

import pytest
from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber


def test_an_absent_optional_number_is_left_out_rather_than_zero(ask):
    assert ask("number", optional=True).inputs == {}
    assert ask("number", None, optional=True).inputs == {}


def test_an_absent_number_with_a_default_is_left_to_the_backend(ask):
    answer = ask("number", default=3)
    assert answer.inputs == {}
    assert answer.definition.defaultValue() == 3


def test_an_absent_number_that_is_needed_is_asked_for(ask):
    assert ask("number").problem == "IT (It): is missing: give it a value"


def test_zero_is_a_number(ask):
    assert ask("number", 0, optional=True).inputs == {"it": 0}


@pytest.mark.parametrize("value", [0.5, "0.5"])
def test_a_number_may_come_as_text(ask, value):
    assert ask("number", value).value == 0.5


def test_a_whole_number_stays_whole(ask):
    value = ask("number", 3.0, integer=True).value
    assert value == 3
    assert isinstance(value, int)


@pytest.mark.parametrize(
    ("facts", "needed"),
    [
        ({"minimum": 0, "maximum": 10}, "a number from 0 to 10"),
        ({"maximum": 10}, "a number of at most 10"),
        ({"maximum": 10, "integer": True, "minimum": 1}, "a whole number from 1 to 10"),
    ],
)
def test_a_value_out_of_bounds_is_refused_with_the_bounds(ask, facts, needed):
    assert ask("number", 11, **facts).problem == f"IT (It): found 11, {needed} is needed"


@pytest.mark.parametrize("value", ["many", "nan", "inf", [1]])
def test_what_is_no_number_is_refused(ask, value):
    assert "a number is needed" in ask("number", value).problem


def test_a_fraction_is_no_whole_number(ask):
    assert "a whole number of at least 1 is needed" in ask("number", 1.5, integer=True, minimum=1).problem


def test_the_form_knows_kind_bounds_and_unit(ask):
    definition = ask(
        "number", optional=True, advanced=True, integer=True, minimum=1, maximum=9, unit="m²"
    ).definition
    assert definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    assert (definition.minimum(), definition.maximum()) == (1, 9)
    assert definition.description() == "It (m²)"
    assert definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
