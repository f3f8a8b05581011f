"""Default colours."""

from __future__ import annotations

from releve.processing.raster.palette import default_color


def test_five_hundred_classes_have_five_hundred_colours():
    colors = [default_color(place) for place in range(500)]
    assert len(set(colors)) == 500
    assert all(len(color) == 7 and int(color[1:], 16) >= 0 for color in colors)
