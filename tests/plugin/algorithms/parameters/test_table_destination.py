from __future__ import annotations


def test_processing_knows_it_as_a_layer_without_geometry(place):
    definition = place("table", None).definition
    assert definition.type() == "vectorDestination"
    assert definition.hasGeometry() is False
