"""The cards of detectors, from every source."""

from __future__ import annotations

import json

import onnx
import pytest
from onnx import TensorProto, helper

from releve.processing.errors import CardError, ModelError
from releve.processing.models.completing import complete
from releve.processing.models.deepness import deepness_keys
from releve.processing.models.detection import Detection
from releve.processing.models.detectors import as_detector, detection_of, head_of, obstacle_of, with_layout
from releve.processing.models.reading import read_card
from releve.processing.models.runnable import require_runnable
from releve.processing.models.summary import facts_of
from releve.processing.models.writing import card_item, embed

SIDE = 64  # 84 cells, 252 boxes with three anchors each


@pytest.fixture
def detector(tmp_path):
    """Writes an ONNX file of these outputs, which nobody will run."""

    def write(outputs, metadata=None, entry=(1, 3, SIDE, SIDE)):
        nodes = [helper.make_node("Identity", ["x"], [name]) for name in outputs]
        entering = [helper.make_tensor_value_info("x", TensorProto.FLOAT, list(entry))]
        leaving = [
            helper.make_tensor_value_info(name, kind, shape) for name, (shape, kind) in outputs.items()
        ]
        proto = helper.make_model(helper.make_graph(nodes, "test", entering, leaving))
        helper.set_model_props(proto, metadata or {})
        path = tmp_path / "detector.onnx"
        onnx.save(proto, path)
        return path

    return write


def floats(*shape):
    return (list(shape), TensorProto.FLOAT)


def test_a_bare_graph_is_a_detector_where_its_shapes_leave_no_doubt(detector):
    outputs = {"boxes": floats("n", 4), "labels": (["n"], TensorProto.INT64), "scores": floats("n")}
    card = read_card(detector(outputs))
    assert card.task == "detection"
    assert detection_of(card) == Detection(layout="boxes")
    assert card.missing == ("gsd", "bands", "scaling")
    assert card.outputs[0].dim_order == ("object", "value")  # no batch


def test_a_bare_graph_in_doubt_is_none_until_the_user_says_so(detector):
    card = read_card(detector({"y": floats(1, 84, 6)}))
    assert card.task == ""
    said = with_layout(card, "yolo_v8")
    assert (said.task, head_of(said).classes) == ("detection", 2)
    with pytest.raises(CardError, match="not those of"):
        head_of(with_layout(card, "yolo_seg"))


def test_what_ultralytics_writes_names_classes_scaling_and_with_them_the_layout(detector):
    metadata = {"names": "{0: 'ship', 1: 'plane'}", "stride": "32", "task": "detect", "license": "AGPL-3.0"}
    card = read_card(detector({"y": floats(1, 6, 84)}, metadata))
    assert detection_of(card).layout == "yolo_v8"
    assert [one.name for one in card.outputs[0].classes] == ["ship", "plane"]
    assert card.missing == ("gsd", "bands")
    assert (card.origin, card.licence) == ("ultralytics", "AGPL-3.0")
    turned = metadata | {"task": "obb"}
    assert detection_of(read_card(detector({"y": floats(1, 7, 84)}, turned))).layout == "yolo_obb"
    v5 = {"names": "['ship']", "stride": "32"}
    assert detection_of(read_card(detector({"y": floats(1, 252, 6)}, v5))).layout == "yolo_v5"
    other = metadata | {"task": "classify"}
    assert read_card(detector({"y": floats(1, 6)}, other)).task != "detection"


def test_deepness_keys_say_the_layout_and_what_counts(detector):
    keys = {
        "model_type": "Detector", "class_names": {"0": "car"}, "det_type": "YOLO_Ultralytics_segmentation",
        "det_conf": 0.6, "det_iou_thresh": 0.3, "resolution": 10,
    }  # fmt: skip
    outputs = {"y": floats(1, 37, 84), "p": floats(1, 32, 16, 16)}
    card = read_card(detector(outputs, {key: json.dumps(value) for key, value in keys.items()}))
    assert detection_of(card) == Detection("yolo_seg", confidence=0.6, overlap=0.3)
    assert [one.name for one in card.outputs[0].classes] == ["car"]  # no background beside it
    assert [output.task for output in card.outputs] == ["detection"] * 2
    again = {key: json.loads(value) for key, value in deepness_keys(card).items()}
    assert {key: again[key] for key in keys if key != "resolution"} == {
        key: value for key, value in keys.items() if key != "resolution"
    }


def test_a_card_survives_being_written_into_the_model(detector, tmp_path):
    path = detector({"y": floats(1, 84, 6)})
    card = with_layout(read_card(path), "yolo_v8")
    card = complete(card, classes=["ship", "plane"], gsd_m=0.3, scaling="divide_by_255")
    embed(card, path, tmp_path / "embedded.onnx")
    again = read_card(tmp_path / "embedded.onnx")
    assert again.task == "detection"
    assert detection_of(again) == Detection(layout="yolo_v8")
    assert again.outputs[0].classes == card.outputs[0].classes
    assert card_item(again)["properties"]["mlm:tasks"] == ["object-detection"]


def test_a_layout_that_nothing_tells_is_asked_for(detector):
    keys = {"model_type": '"Detector"', "resolution": "10"}
    card = read_card(detector({"y": floats(1, 6, 84)}, keys))
    assert "layout" in card.missing
    assert "LAYOUT" in obstacle_of(card)
    assert detection_of(as_detector(complete(card, classes=["ship", "plane"]))).layout == "yolo_v8"
    assert detection_of(as_detector(complete(card, classes=["ship"]))).layout == "yolo_obb"


def test_a_head_of_unknown_layout_is_an_obstacle_that_names_those_known(detector):
    keys = {"model_type": '"Detector"', "resolution": "10"}
    card = read_card(detector({"y": floats(1, 84, 3)}, keys))
    assert "y [1, 84, 3]" in obstacle_of(card)
    assert "torchvision" in obstacle_of(card)


def test_the_job_of_maps_names_the_job_of_objects(detector):
    card = read_card(detector({"y": floats(1, 252, 7)}))
    with pytest.raises(ModelError, match=r"Detect objects.*inference\.detect"):
        require_runnable(card)
    assert obstacle_of(card) == ""


def test_the_summary_tells_how_objects_are_told(detector):
    facts = dict(facts_of(read_card(detector({"y": floats(1, 252, 7)}))))
    assert facts["Kind"] == "objects in boxes"
    assert facts["Objects"].startswith("YOLO v5")
    assert facts["Least score"] == "0.25"


def test_other_models_are_not_taken_for_detectors(detector):
    tokens_and_image = {"tokens": floats(1, 196, 768), "image": floats(1, 3, 64, 64)}
    assert read_card(detector(tokens_and_image)).task != "detection"
    assert read_card(detector({"tokens": floats(1, 197, 768)})).task != "detection"
    label_and_shares = {"label": (["n"], TensorProto.INT64), "shares": floats("n", 5)}
    assert read_card(detector(label_and_shares)).task != "detection"
    label_shares_and_best = label_and_shares | {"shares": floats("n", 4), "best": floats("n")}
    pixels = detector(label_shares_and_best, entry=["n", 12])
    assert read_card(pixels).task != "detection"


@pytest.mark.parametrize("shape", [(1, 128, 128), (1, 64, 64), (1, 32, 32)])
def test_an_image_of_one_channel_is_no_list_of_objects(detector, shape):
    assert read_card(detector({"y": floats(*shape)})).task != "detection"
