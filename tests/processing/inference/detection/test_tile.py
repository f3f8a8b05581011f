"""The objects of one tile of an image of 100 × 160 pixels: tiles of 64 that share 32."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.inference.detection.tile import Finder
from releve.processing.models.detection import Detection
from releve.processing.models.detection_heads import Head
from releve.processing.raster.grids import Shape2d, Window
from releve.processing.raster.tiles import TileGrid, TileIndex

TILES = TileGrid.over(Shape2d(100, 160), tile=64, margin=16)
HEAD = Head("boxes", {"boxes": "b", "scores": "s", "labels": "l"})
RAW = Head("yolo_v8", {"predictions": "y"})


def find(index, *boxes, head=HEAD, valid=None, values=()):
    finder = Finder(head, Detection(), np.array(values, int), "none", TILES, Window(0, 0, 100, 160))
    count = len(boxes)
    outputs = {"b": np.array(boxes, "f4").reshape(-1, 4), "s": np.full(count, 0.9), "l": np.arange(count)}
    return finder.find(TileIndex(*index), outputs, valid)


def test_boxes_are_counted_from_the_top_left_of_the_image():
    found = find((1, 1), (30, 20, 40, 30))
    assert TILES.tile(TileIndex(1, 1)) == Window(16, 16, 64, 64)
    assert found.bounds.tolist() == [[46, 36, 56, 46]]
    assert found.central.tolist() == [True]


@pytest.mark.parametrize(
    ("index", "box", "cut"),
    [
        ((1, 1), (0.5, 20, 10, 30), True),
        ((1, 1), (20, 55, 30, 63), True),
        ((1, 1), (20, 20, 30, 30), False),
        ((0, 0), (16, 16, 26, 26), False),  # the corner of the image
        ((0, 0), (16, 40, 64, 50), True),
    ],
)
def test_an_object_is_cut_by_an_edge_of_its_tile_inside_the_image(index, box, cut):
    assert find(index, box).cut.tolist() == [cut]


def test_what_lies_beyond_the_image_is_none_and_what_sticks_out_ends_there():
    beyond, half, mostly = (0, 20, 15, 40), (6, 20, 26, 40), (12, 20, 32, 40)
    assert find((0, 0), beyond, half, mostly).bounds.tolist() == [[0, 4, 10, 24], [0, 4, 16, 24]]


def test_an_object_needs_a_pixel_in_its_middle():
    valid = np.ones((64, 64), bool)
    valid[25, 35] = False
    assert len(find((1, 1), (30, 20, 41, 31), valid=valid)) == 0
    assert len(find((1, 1), (31, 20, 42, 31), valid=valid)) == 1


def test_one_candidate_is_kept_of_an_object_that_the_model_proposes_twice():
    rows = [[30, 30, 10, 10, 0.8, 0], [31, 30, 10, 10, 0.9, 0], [31, 30, 10, 10, 0, 0.7]]
    finder = Finder(RAW, Detection(), np.array([4, 7]), "none", TILES, Window(0, 0, 100, 160))
    found = finder.find(TileIndex(1, 1), {"y": np.array([rows], "f4")}, None)
    assert sorted(zip(found.classes.tolist(), found.scores.round(6).tolist(), strict=True)) == [
        (4, 0.9), (7, 0.7),
    ]  # fmt: skip


def test_a_class_that_nobody_named_keeps_its_number():
    found = find((1, 1), (10, 10, 20, 20), (30, 30, 40, 40), values=[3])
    assert found.classes.tolist() == [3, 1]
