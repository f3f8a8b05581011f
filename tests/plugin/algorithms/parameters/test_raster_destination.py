from __future__ import annotations


def test_an_image_of_another_format_is_refused(place):
    assert "ends in .tif is needed" in place("raster", "/tmp/result.img").problem


def test_processing_knows_it_as_a_raster(place):
    assert place("raster", None).definition.type() == "rasterDestination"
