"""The boxes in the tensors of each layout, by hand: one object of 20 × 10 pixels around (50, 30)."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.errors import ModelError
from releve.processing.inference.detection.decoding import decode
from releve.processing.models.detection_heads import Head

TILE = (200, 400)  # rows, columns
MIDDLE = [50, 30, 20, 10]
CORNERS = [40, 25, 60, 35]
SHARES = [50 / 400, 30 / 200, 20 / 400, 10 / 200]


def predictions(*rows):
    return {"y": np.array([rows], "f4")}


def logit(share):
    return np.log(share / (1 - share))


CASES = {
    "yolo_v5": (Head("yolo_v5", {"predictions": "y"}), predictions([*MIDDLE, 0.5, 0.2, 0.8]), 0.4),
    "yolo_v6": (Head("yolo_v6", {"predictions": "y"}), predictions([*MIDDLE, 1, 0.2, 0.8]), 0.8),
    "yolo_v8": (Head("yolo_v8", {"predictions": "y"}), predictions([*MIDDLE, 0.2, 0.8]), 0.8),
    "yolo_v8 turned": (
        Head("yolo_v8", {"predictions": "y"}, is_turned=True),
        {"y": np.array([*MIDDLE, 0.2, 0.8], "f4").reshape(1, 6, 1)},
        0.8,
    ),
    "yolo_nms": (Head("yolo_nms", {"predictions": "y"}), predictions([*CORNERS, 0.8, 1]), 0.8),
    "yolo_obb": (Head("yolo_obb", {"predictions": "y"}), predictions([*MIDDLE, 0.2, 0.8, 0.3]), 0.8),
    "yolo_seg": (
        Head("yolo_seg", {"predictions": "y", "prototypes": "p"}),
        predictions([*MIDDLE, 0.2, 0.8, 7, 8, 9]) | {"p": np.zeros((1, 3, 50, 100), "f4")},
        0.8,
    ),
    "detr": (
        Head("detr", {"boxes": "b", "scores": "s"}),
        {"b": np.array([[SHARES]]), "s": np.log([[[0.1, 0.8, 0.1]]])},
        0.8,
    ),
    "detr_sigmoid": (
        Head("detr_sigmoid", {"boxes": "b", "scores": "s"}),
        {"b": np.array([[SHARES]]), "s": np.array([[[logit(0.2), logit(0.8)]]])},
        0.8,
    ),
    "boxes": (
        Head("boxes", {"boxes": "b", "scores": "s", "labels": "l"}),
        {"b": np.array([CORNERS], "f4"), "s": np.array([0.8], "f4"), "l": np.array([1])},
        0.8,
    ),
    "boxes with scores": (
        Head("boxes", {"boxes": "b", "labels": "l"}),
        {"b": np.array([[[*CORNERS, 0.8]]], "f4"), "l": np.array([[1]])},
        0.8,
    ),
    "boxes of a batch": (
        Head("boxes", {"boxes": "b", "scores": "s", "labels": "l"}),
        {"b": np.array([[CORNERS]], "f4"), "s": np.array([[0.8]], "f4"), "l": np.array([[1]])},
        0.8,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_layout_gives_the_same_box(case):
    head, outputs, score = CASES[case]
    found = decode(head, outputs, tile=TILE, confidence=0.3)
    np.testing.assert_allclose(found.boxes[:, :4], [MIDDLE], rtol=1e-6)
    np.testing.assert_allclose(found.boxes[:, 4], 0.3 if case == "yolo_obb" else 0, rtol=1e-6)
    np.testing.assert_allclose(found.scores, [score], rtol=1e-6)
    assert found.labels.tolist() == [1]
    assert len(decode(head, outputs, tile=TILE, confidence=0.81)) == 0


@pytest.mark.parametrize("case", CASES)
def test_no_candidates_are_no_objects(case):
    head, outputs, _ = CASES[case]
    axis = {"y": -1 if head.is_turned else -2, "p": 0, "b": -2, "s": -1 if "l" in outputs else -2, "l": -1}
    empty = {name: values if name == "p" else values.take([], axis[name]) for name, values in outputs.items()}
    assert len(decode(head, empty, tile=TILE)) == 0


def test_coefficients_of_masks_stay_with_their_box():
    head, outputs, _ = CASES["yolo_seg"]
    assert decode(head, outputs, tile=TILE).extras.tolist() == [[7, 8, 9]]


def test_boxes_in_shares_of_the_tile_are_brought_to_pixels():
    head = Head("yolo_v8", {"predictions": "y"})
    found = decode(head, predictions([*SHARES, 0.2, 0.8]), tile=TILE, unit="share")
    np.testing.assert_allclose(found.boxes[0, :4], MIDDLE, rtol=1e-6)


def test_boxes_in_shares_that_nobody_told_of_are_refused():
    head = Head("yolo_v8", {"predictions": "y"})
    with pytest.raises(ModelError, match=r"“unit”: “share”"):
        decode(head, predictions(*[[*SHARES, 0.2, 0.8]] * 20), tile=TILE)
    corner = decode(head, predictions([1, 1, 2, 2, 0.2, 0.8]), tile=TILE)
    assert len(corner) == 1  # a lone box may lie there


def test_an_activation_inside_the_graph_is_not_applied_twice():
    head = Head("detr_sigmoid", {"boxes": "b", "scores": "s"})
    outputs = {"b": np.array([[SHARES]]), "s": np.array([[[0.2, 0.8]]])}
    assert decode(head, outputs, tile=TILE, applied="sigmoid").scores.tolist() == [0.8]
    head = Head("detr", {"boxes": "b", "scores": "s"})
    outputs = {"b": np.array([[SHARES]]), "s": np.array([[[0.1, 0.2, 0.7]]])}
    assert decode(head, outputs, tile=TILE, applied="softmax").scores.tolist() == [0.2]


def test_boxes_without_size_and_numbers_are_left_out_and_scores_must_be_numbers():
    head = Head("yolo_v8", {"predictions": "y"})
    rows = [[50, 30, 0, 10, 1], [np.inf, 30, 20, 10, 1], [*MIDDLE, 1]]
    assert len(decode(head, predictions(*rows), tile=TILE)) == 1
    with pytest.raises(ModelError, match="not numbers"):
        decode(head, predictions([*MIDDLE, np.nan]), tile=TILE)
