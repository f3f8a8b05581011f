"""Public exports of detectors, by the shapes and keys that their exporters write."""

from __future__ import annotations

import onnx
import pytest
from onnx import TensorProto, helper

from releve.processing.models.completing import complete
from releve.processing.models.detectors import as_detector, detection_of, head_of, obstacle_of, with_layout
from releve.processing.models.reading import read_card

COCO = {"names": str({number: f"class {number}" for number in range(80)}), "stride": "32"}
DETECT = COCO | {"task": "detect", "description": "Ultralytics YOLOv8n model trained on coco.yaml"}
DOTA = {"names": str({number: f"class {number}" for number in range(15)}), "stride": "32", "task": "obb"}
BATCH, IMAGE = (1, 3, 640, 640), (3, "height", "width")

# What enters, outputs (integers end in "!"), keys, what the user adds → layout
EXPORTS = {
    "Ultralytics YOLOv8, YOLO11, YOLO12": (BATCH, {"output0": (1, 84, 8400)}, DETECT, {}, "yolo_v8"),
    "Ultralytics with nms=True, YOLOv10, YOLO26": (BATCH, {"output0": (1, 300, 6)}, DETECT, {}, "yolo_nms"),
    "Ultralytics YOLO11-seg": (
        BATCH, {"output0": (1, 116, 8400), "output1": (1, 32, 160, 160)}, COCO | {"task": "segment"}, {},
        "yolo_seg",
    ),
    "Ultralytics YOLO11-obb on DOTA": (
        (1, 3, 1024, 1024), {"output0": (1, 20, 21504)}, DOTA, {}, "yolo_obb",
    ),
    "Ultralytics, any size": (
        (1, 3, "height", "width"), {"output0": (1, 84, "anchors")}, DETECT, {}, "yolo_v8",
    ),
    "ultralytics/yolov5": (BATCH, {"output0": (1, 25200, 85)}, COCO, {}, "yolo_v5"),
    "YOLOv7 without keys": (BATCH, {"output": (1, 25200, 85)}, {}, {}, "yolo_v5"),
    "YOLOv6": (BATCH, {"outputs": (1, 8400, 85)}, {}, {"layout": "yolo_v6"}, "yolo_v6"),
    "YOLOX, decoded in the graph": (BATCH, {"output": (1, 8400, 85)}, {}, {"layout": "yolo_v5"}, "yolo_v5"),
    "Ultralytics RT-DETR": (
        BATCH, {"output0": (1, 300, 84)}, DETECT | {"description": "Ultralytics rtdetr-l model"}, {},
        "yolo_v8",
    ),
    "Hugging Face DETR": (
        BATCH, {"logits": (1, 100, 92), "pred_boxes": (1, 100, 4)}, {}, {"layout": "detr"}, "detr",
    ),
    "Hugging Face RT-DETR with its 80 classes": (
        BATCH, {"logits": (1, 300, 80), "pred_boxes": (1, 300, 4)}, {}, {"classes": 80}, "detr_sigmoid",
    ),
    "RF-DETR": (
        BATCH, {"dets": (1, 300, 4), "labels": (1, 300, 91)}, {}, {"layout": "detr_sigmoid"}, "detr_sigmoid",
    ),
    "torchvision Faster R-CNN, RetinaNet, FCOS, SSD; DeepForest": (
        IMAGE, {"boxes": ("n", 4), "labels!": ("n",), "scores": ("n",)}, {}, {}, "boxes",
    ),
    "torchvision Mask R-CNN": (
        IMAGE,
        {"boxes": ("n", 4), "labels!": ("n",), "scores": ("n",), "masks": ("n", 1, "height", "width")},
        {}, {}, "boxes",
    ),
    "ONNX model zoo MaskRCNN-10": (
        IMAGE, {"6568": ("n", 4), "6570!": ("n",), "6572": ("n",), "6887": ("n", 1, 28, 28)}, {}, {}, "boxes",
    ),
    "MMDeploy": (BATCH, {"dets": (1, "n", 5), "labels!": (1, "n")}, {}, {}, "boxes"),
}  # fmt: skip

# Exports that are refused, with the shapes and the layouts known.
REFUSED = {
    "YOLOv7 --end2end": (BATCH, {"output": ("n", 7)}, {}),
    "Ultralytics obb with nms=True": ((1, 3, 1024, 1024), {"output0": (1, 300, 7)}, DOTA),
    "TensorFlow object detection": (
        (1, 3, 640, 640),
        {"num_detections": (1,), "detection_boxes": (1, 100, 4), "detection_scores": (1, 100),
         "detection_classes": (1, 100)},
        {},
    ),
}  # fmt: skip


def export(path, entry, outputs, keys):
    nodes = [helper.make_node("Identity", ["x"], [name.rstrip("!")]) for name in outputs]
    entering = [helper.make_tensor_value_info("x", TensorProto.FLOAT, list(entry))]
    leaving = [
        helper.make_tensor_value_info(
            name.rstrip("!"), TensorProto.INT64 if name.endswith("!") else TensorProto.FLOAT, list(shape)
        )
        for name, shape in outputs.items()
    ]
    proto = helper.make_model(helper.make_graph(nodes, "export", entering, leaving))
    helper.set_model_props(proto, keys)
    onnx.save(proto, path)
    return path


@pytest.mark.parametrize("name", EXPORTS)
def test_public_exports_are_understood(name, tmp_path):
    entry, outputs, keys, said, layout = EXPORTS[name]
    card = read_card(export(tmp_path / "export.onnx", entry, outputs, keys))
    if "layout" in said:
        assert "LAYOUT" in obstacle_of(with_layout(card, None))
        card = with_layout(card, said["layout"])
    if "classes" in said:
        names = [f"class {number}" for number in range(said["classes"])]
        card = as_detector(complete(with_layout(card, None), classes=names))
    assert card.task == "detection"
    assert head_of(card).layout == layout
    assert detection_of(card).unit == ("share" if "RT-DETR" in name and keys else "pixel")
    assert "height" in card.inputs[0].dim_order
    assert obstacle_of(card) == ""


@pytest.mark.parametrize("name", REFUSED)
def test_other_exports_are_refused_with_what_is_known(name, tmp_path):
    card = read_card(export(tmp_path / "export.onnx", *REFUSED[name]))
    assert "unknown layout" in obstacle_of(with_layout(card, None))
