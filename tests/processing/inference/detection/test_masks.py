"""Outlines of instances along the edges of pixels, worked out by hand."""

from __future__ import annotations

import numpy as np
import shapely

from releve.processing.inference.detection.decoding import Candidates
from releve.processing.inference.detection.masks import instance_outlines
from releve.processing.models.detection_heads import Head

TILE = (64, 64)
SEG = Head("yolo_seg", {"predictions": "y", "prototypes": "p"})
BOXES = Head("boxes", {"boxes": "b", "scores": "s", "labels": "l", "masks": "m"})


def candidate(box, extra):
    boxes = np.array([[*box, 0.0]])
    return Candidates(boxes, np.array([0.9]), np.array([0]), np.array([extra], float))


def outline(found, head, **given):
    return instance_outlines(found, head, **{"prototypes": None, "tile": TILE, "valid": None} | given)[0]


def test_prototypes_are_weighed_and_cut_by_the_box():
    prototypes = np.full((2, 16, 16), -1.0)
    prototypes[0, 4:8] = 1  # rows 16 to 32 of the tile, which is four times as fine
    found = outline(candidate((20, 24, 20, 30), [2, 0]), SEG, prototypes=prototypes)
    assert found.equals(shapely.box(10, 16, 30, 32))
    turned_over = outline(candidate((20, 24, 20, 30), [-2, 0]), SEG, prototypes=prototypes)
    assert turned_over.area == 20 * 7  # of two pieces alike, one


def test_a_mask_of_the_box_is_stretched_over_it():
    left = np.zeros((28, 28))
    left[:, :14] = 1
    found = outline(candidate((32, 32, 28, 28), left), BOXES)
    assert found.equals(shapely.box(18, 18, 32, 46))


def test_a_mask_of_the_whole_tile_is_taken_as_it_is():
    mask = np.zeros(TILE)
    mask[10:20, 30:40] = 0.9
    mask[12:14, 32:34] = 0.2  # a hole
    found = outline(candidate((35, 15, 10, 10), mask), BOXES)
    assert found.area == 96
    assert len(found.interiors) == 1


def test_missing_pixels_belong_to_no_instance():
    valid = np.ones(TILE, bool)
    valid[:, 25:] = False
    found = outline(candidate((20, 24, 20, 10), np.ones((28, 28))), BOXES, valid=valid)
    assert found.equals(shapely.box(10, 19, 25, 29))
    assert outline(candidate((50, 24, 20, 10), np.ones((28, 28))), BOXES, valid=valid) is None
    assert outline(candidate((20.2, 24.2, 0.2, 0.2), np.ones((28, 28))), BOXES) is None  # no pixel's middle
