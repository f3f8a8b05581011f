"""Which layout of a detector the shapes of its outputs allow."""

from __future__ import annotations

import pytest

from releve.processing.errors import CardError
from releve.processing.models.detection import Detection
from releve.processing.models.detection_heads import Tensor, certain_head, find_head

SIDE = (640, 640)  # 8,400 cells of three grids, 25,200 boxes with three anchors each


def one(*shape):
    return [Tensor("y", shape)]


CERTAIN = {
    "yolo_v5": (one(1, 25200, 7), 2),
    "yolo_nms": (one(1, 300, 6), -1),
    "yolo_seg": ([Tensor("a", (1, 37, 8400)), Tensor("b", (1, 32, 160, 160))], 1),
    "boxes": (
        [Tensor("boxes", (-1, 4)), Tensor("labels", (-1,), "int64"), Tensor("scores", (-1,))],
        -1,
    ),
}


@pytest.mark.parametrize("layout", CERTAIN)
def test_shapes_that_one_layout_alone_has_are_enough(layout):
    outputs, classes = CERTAIN[layout]
    head = find_head(outputs, side=SIDE)
    assert (head.layout, head.classes) == (layout, classes)


def test_masks_beside_boxes_labels_and_scores_are_those_of_instances():
    masks = Tensor("masks", (-1, 1, 28, 28))
    head = find_head([*CERTAIN["boxes"][0], masks])
    assert head.layout == "boxes"
    assert head.has_masks
    assert head.tensors["masks"] == "masks"


@pytest.mark.parametrize(
    ("outputs", "fitting"),
    [
        (one(1, 84, 8400), {"yolo_v8", "yolo_obb"}),
        (one(1, 8400, 85), {"yolo_v6", "yolo_v8", "yolo_obb"}),
        ([Tensor("pred_boxes", (1, 100, 4)), Tensor("logits", (1, 100, 92))], {"detr", "detr_sigmoid"}),
    ],
)
def test_shapes_that_several_layouts_have_are_a_question_for_the_user(outputs, fitting):
    assert certain_head(outputs, side=SIDE) is None
    with pytest.raises(CardError) as told:
        find_head(outputs, side=SIDE)
    assert all(f"{layout}:" in str(told.value) for layout in fitting)
    assert {find_head(outputs, Detection(layout=layout), side=SIDE).layout for layout in fitting} == fitting


def test_the_number_of_classes_settles_a_doubt():
    assert find_head(one(1, 84, 8400), side=SIDE, classes=80).layout == "yolo_v8"
    assert find_head(one(1, 84, 8400), side=SIDE, classes=79).layout == "yolo_obb"
    detr = [Tensor("pred_boxes", (1, 100, 4)), Tensor("logits", (1, 100, 92))]
    assert find_head(detr, classes=91).layout == "detr"
    assert find_head(detr, classes=92).layout == "detr_sigmoid"


def test_candidates_may_lie_along_either_side():
    said = Detection(layout="yolo_v8")
    assert find_head(one(1, 84, 8400), said, side=SIDE).is_turned
    assert not find_head(one(1, 8400, 84), said, side=SIDE).is_turned
    assert find_head(one(1, 6, 84), said, side=(64, 64)).is_turned


@pytest.mark.parametrize(
    "outputs",
    [
        one(1, 3, 512, 512),
        one(1, 1000),
        one(1, 25200, 3),
        [Tensor("a", (1, 100, 4)), Tensor("b", (1, 80, 91))],
        [Tensor("a", (1, 100)), Tensor("b", (1, 100)), Tensor("c", (1, 100))],
    ],
)
def test_other_shapes_are_refused_with_what_is_known(outputs):
    with pytest.raises(CardError, match=r"unknown layout.*torchvision"):
        find_head(outputs, side=SIDE)


def test_a_layout_that_the_shapes_exclude_is_refused():
    with pytest.raises(CardError, match=r"y \[1, 300, 6\].*not those of “YOLO with masks"):
        find_head(one(1, 300, 6), Detection(layout="yolo_seg"), side=SIDE)
