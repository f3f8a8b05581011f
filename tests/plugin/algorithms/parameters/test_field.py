from __future__ import annotations

import pytest
from qgis.core import QgsProcessingParameterField


@pytest.mark.parametrize("value", ["class", ["class"]])
def test_a_field_is_its_name(ask, value):
    assert ask("field", value, parent="vector").value == "class"


@pytest.mark.parametrize("value", ["class;area", ["class", "area"]])
def test_several_fields_are_a_list(ask, value):
    assert ask("field", value, parent="vector", many=True).value == ["class", "area"]


def test_an_absent_field_is_left_out(ask):
    assert ask("field", optional=True, parent="vector").inputs == {}
    assert ask("field", [], optional=True, parent="vector", many=True).inputs == {}


def test_the_form_lists_the_fields_of_the_parent(ask):
    definition = ask("field", optional=True, parent="vector", type="number").definition
    assert definition.parentLayerParameterName() == "VECTOR"
    assert definition.dataType() == QgsProcessingParameterField.DataType.Numeric
