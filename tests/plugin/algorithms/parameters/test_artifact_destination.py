from __future__ import annotations


def test_processing_can_pass_it_on_as_a_file(place):
    definition = place("artifact", None).definition
    assert definition.toOutputDefinition().type() == "outputFile"
