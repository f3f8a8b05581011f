"""Detectors of every layout that find shapes of one size exactly: a shape scores 1, anything else less."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

BRIGHT = 200  # of the band of its class, in which a shape is painted
TOP = 20  # objects that a model lists at most, where it lists them itself


class Graph:
    """Nodes and constants, and names for what they give."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, NDArray[Any]] = {}

    def constant(self, values: Any, dtype: str = "f4") -> str:
        """A constant."""
        name = f"c{len(self.weights)}"
        self.weights[name] = np.asarray(values, dtype)
        return name

    def add(self, operator: str, *inputs: str, outputs: int = 1, **attributes: Any) -> Any:
        """What a node gives."""
        names = [f"n{len(self.nodes)}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, **attributes))
        return names if outputs > 1 else names[0]

    def call(self, value: str, name: str) -> None:
        """Give a value the name of an output."""
        self.nodes.append(helper.make_node("Identity", [value], [name]))


class Shape:
    """What a detector looks for: a mask, and the box around it (width, height, angle)."""

    def __init__(
        self, mask: NDArray[np.bool_], box: tuple[float, float] | None = None, angle: float = 0.0
    ) -> None:
        self.mask = mask
        self.box = box or mask.shape[::-1]
        self.angle = angle

    def paint(self, image: NDArray[Any], row: int, column: int, band: int) -> None:
        """Paint it with its top left at a pixel; what lies beyond the image is lost."""
        rows, columns = np.nonzero(self.mask)
        rows, columns = rows + row, columns + column
        inside = (rows >= 0) & (rows < image.shape[1]) & (columns >= 0) & (columns < image.shape[2])
        image[band, rows[inside], columns[inside]] = BRIGHT


def detector(
    folder: Path,
    layout: str,
    shape: Shape,
    *,
    tile: int = 64,
    keys: dict[str, Any] | None = None,
    has_batch: bool = True,
) -> str:
    """An ONNX file of this layout, for tiles of one size, whose two classes are bands of the image."""
    graph = Graph()
    if not has_batch:
        graph.nodes.append(helper.make_node("Unsqueeze", ["image", graph.constant([0], "i8")], ["x"]))
    height, width = shape.mask.shape
    kernel = np.zeros((2, 3, height, width), "f4")
    for band in range(2):
        kernel[band, band] = shape.mask / (shape.mask.sum() * BRIGHT)
        kernel[band, band] -= ~shape.mask / (shape.mask.sum() * BRIGHT)  # brightness beside it counts less
    top, left = (height - 1) // 2, (width - 1) // 2
    pads = [top, left, height - 1 - top, width - 1 - left]
    found = graph.add("Conv", "x", graph.constant(kernel), pads=pads)
    found = graph.add("Clip", found, graph.constant(0), graph.constant(1))
    rows, columns = np.mgrid[:tile, :tile]
    middles = np.stack([columns - left + width / 2, rows - top + height / 2]).reshape(2, -1)
    boxes = np.concatenate([middles, np.repeat([[shape.box[0]], [shape.box[1]]], tile**2, axis=1)])
    outputs = _HEADS[layout](graph, found, boxes, shape, tile)
    entry = ("x", [1, 3, tile, tile]) if has_batch else ("image", [3, tile, tile])
    return _saved(graph, entry, outputs, folder / f"{layout}.onnx", keys or {})


def _saved(
    graph: Graph,
    entry: tuple[str, list[int]],
    outputs: dict[str, tuple[list[Any], int]],
    path: Path,
    keys: dict[str, Any],
) -> str:
    entering = helper.make_tensor_value_info(entry[0], TensorProto.FLOAT, entry[1])
    leaving = [helper.make_tensor_value_info(name, kind, shape) for name, (shape, kind) in outputs.items()]
    weights = [numpy_helper.from_array(values, name) for name, values in graph.weights.items()]
    made = helper.make_graph(graph.nodes, "detector", [entering], leaving, weights)
    proto = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)])
    proto.ir_version = 8
    helper.set_model_props(proto, {key: json.dumps(value) for key, value in keys.items()})
    onnx.checker.check_model(proto)
    onnx.save(proto, path)
    return str(path)


def _flat(graph: Graph, found: str, tile: int) -> str:
    return graph.add("Reshape", found, graph.constant([1, 2, tile**2], "i8"))


def _raw(graph: Graph, parts: list[str], tile: int, *, turned: bool, values: int) -> dict[str, Any]:
    """Candidates for every pixel, along the last side or, turned, the one before."""
    value = graph.add("Concat", *parts, axis=1)
    value = graph.add("Transpose", value, perm=[0, 2, 1]) if turned else value
    graph.call(value, "y")
    shape = [1, tile**2, values] if turned else [1, values, tile**2]
    return {"y": (shape, TensorProto.FLOAT)}


def _yolo_v5(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    scores = _flat(graph, found, tile)
    objectness = graph.add("ReduceMax", scores, axes=[1], keepdims=1)
    shares = graph.add("Div", scores, graph.add("Max", objectness, graph.constant(1e-6)))
    return _raw(graph, [graph.constant(boxes[None]), objectness, shares], tile, turned=True, values=7)


def _yolo_v6(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    ones = graph.constant(np.ones((1, 1, tile**2)))
    parts = [graph.constant(boxes[None]), ones, _flat(graph, found, tile)]
    return _raw(graph, parts, tile, turned=True, values=7)


def _yolo_v8(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    parts = [graph.constant(boxes[None]), _flat(graph, found, tile)]
    return _raw(graph, parts, tile, turned=False, values=6)


def _yolo_obb(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    angles = graph.constant(np.full((1, 1, tile**2), shape.angle))
    parts = [graph.constant(boxes[None]), _flat(graph, found, tile), angles]
    return _raw(graph, parts, tile, turned=False, values=7)


def _yolo_seg(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    """Prototypes: brightness in cells of four pixels, twice, of which the first alone counts."""
    coefficients = np.stack([np.full(tile**2, 10.0), np.zeros(tile**2)])[None]
    parts = [graph.constant(boxes[None]), _flat(graph, found, tile), graph.constant(coefficients)]
    outputs = _raw(graph, parts, tile, turned=False, values=8)
    bright = graph.add("ReduceMax", "x", axes=[1], keepdims=1)
    cells = graph.add("AveragePool", bright, kernel_shape=[4, 4], strides=[4, 4])
    centred = graph.add("Sub", cells, graph.constant(BRIGHT / 2))
    graph.call(graph.add("Concat", centred, centred, axis=1), "p")
    return outputs | {"p": ([1, 2, tile // 4, tile // 4], TensorProto.FLOAT)}


def _listed(graph: Graph, found: str, tile: int) -> tuple[str, str, str, str]:
    """The best places around: scores [TOP], scores of classes [2, TOP], class and place [TOP]."""
    around = graph.add("MaxPool", found, kernel_shape=[9, 9], strides=[1, 1], pads=[4] * 4)
    peaks = graph.add("Where", graph.add("Equal", found, around), found, graph.constant(0))
    flat = graph.add("Squeeze", _flat(graph, peaks, tile), graph.constant([0], "i8"))
    best = graph.add("ReduceMax", flat, axes=[0], keepdims=0)
    scores, places = graph.add("TopK", best, graph.constant([TOP], "i8"), outputs=2)
    classes = graph.add("Gather", flat, places, axis=1)
    return scores, classes, graph.add("ArgMax", classes, axis=0, keepdims=0), places


def _corners(boxes: NDArray[Any]) -> NDArray[Any]:
    middle, half = boxes[:2], boxes[2:] / 2
    return np.concatenate([middle - half, middle + half]).T


def _yolo_nms(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    scores, _, labels, places = _listed(graph, found, tile)
    corners = graph.add("Gather", graph.constant(_corners(boxes)), places, axis=0)
    columns = [
        graph.add("Unsqueeze", value, graph.constant([1], "i8"))
        for value in (scores, graph.add("Cast", labels, to=TensorProto.FLOAT))
    ]
    rows = graph.add("Concat", corners, *columns, axis=1)
    graph.call(graph.add("Unsqueeze", rows, graph.constant([0], "i8")), "y")
    return {"y": ([1, TOP, 6], TensorProto.FLOAT)}


def _queries(graph: Graph, found: str, boxes: NDArray[Any], tile: int) -> str:
    """Boxes of queries in shares of the tile; what leaves is the scores of their classes [1, TOP, 2]."""
    _, classes, _, places = _listed(graph, found, tile)
    shares = graph.add("Gather", graph.constant(boxes.T / tile), places, axis=0)
    graph.call(graph.add("Unsqueeze", shares, graph.constant([0], "i8")), "pred_boxes")
    turned = graph.add("Transpose", classes, perm=[1, 0])
    return graph.add("Unsqueeze", turned, graph.constant([0], "i8"))


def _logarithm(graph: Graph, value: str) -> str:
    return graph.add("Log", graph.add("Max", value, graph.constant(1e-9)))


def _detr(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    scores = _queries(graph, found, boxes, tile)
    nothing = graph.add("Sub", graph.constant(1), graph.add("ReduceMax", scores, axes=[2], keepdims=1))
    graph.call(_logarithm(graph, graph.add("Concat", scores, nothing, axis=2)), "logits")
    return {
        "logits": ([1, TOP, 3], TensorProto.FLOAT),
        "pred_boxes": ([1, TOP, 4], TensorProto.FLOAT),
    }


def _detr_sigmoid(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    scores = _queries(graph, found, boxes, tile)
    rest = graph.add("Sub", graph.constant(1), scores)
    graph.call(graph.add("Sub", _logarithm(graph, scores), _logarithm(graph, rest)), "logits")
    return {
        "logits": ([1, TOP, 2], TensorProto.FLOAT),
        "pred_boxes": ([1, TOP, 4], TensorProto.FLOAT),
    }


def _boxes(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    """As many objects as there are, without batch."""
    scores, _, labels, places = _listed(graph, found, tile)
    sure = graph.add("Greater", scores, graph.constant(0.5))
    corners = graph.add("Gather", graph.constant(_corners(boxes)), places, axis=0)
    for value, name in ((corners, "boxes"), (labels, "labels"), (scores, "scores")):
        graph.call(graph.add("Compress", value, sure, axis=0), name)
    return {
        "boxes": (["n", 4], TensorProto.FLOAT),
        "labels": (["n"], TensorProto.INT64),
        "scores": (["n"], TensorProto.FLOAT),
    }


def _masks(graph: Graph, found: str, boxes: NDArray[Any], shape: Shape, tile: int) -> dict[str, Any]:
    """The same with the mask of the shape, 28 cells wide whatever its size."""
    outputs = _boxes(graph, found, boxes, shape, tile)
    height, width = shape.mask.shape
    cells = np.repeat(np.repeat(shape.mask, 28 // height, axis=0), 28 // width, axis=1)
    count = graph.add("Shape", "scores")
    target = graph.add("Concat", count, graph.constant([1, 28, 28], "i8"), axis=0)
    graph.call(graph.add("Expand", graph.constant(cells[None, None]), target), "masks")
    return outputs | {"masks": (["n", 1, 28, 28], TensorProto.FLOAT)}


_HEADS = {
    "yolo_v5": _yolo_v5,
    "yolo_v6": _yolo_v6,
    "yolo_v8": _yolo_v8,
    "yolo_nms": _yolo_nms,
    "yolo_seg": _yolo_seg,
    "yolo_obb": _yolo_obb,
    "detr": _detr,
    "detr_sigmoid": _detr_sigmoid,
    "boxes": _boxes,
    "masks": _masks,
}
