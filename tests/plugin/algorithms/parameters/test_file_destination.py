from __future__ import annotations


def test_processing_knows_its_extension(place):
    definition = place("file", None).definition
    assert definition.type() == "fileDestination"
    assert definition.defaultFileExtension() == "html"
