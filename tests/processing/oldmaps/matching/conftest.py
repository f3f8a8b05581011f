"""A drawn town, seen as it is and through known maps."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from releve.processing.jobs.context import Context
from releve.processing.jobs.request import read_request
from releve.processing.oldmaps.matching.affinities import applied, chained, inverse, shift
from releve.processing.oldmaps.matching.features import Picture
from releve.processing.oldmaps.matching.images import ArrayImage, warped
from releve.processing.oldmaps.matching.match_job import JOB
from releve.processing.raster.grids import Shape2d

SIDE = 480


def town(seed: int = 0, side: int = SIDE) -> Any:
    """Streets, blocks and hatching in ink on paper, uint8 (side, side, 3); another seed is another town."""
    random = np.random.default_rng(seed)
    paper = np.full((side, side, 3), (226, 214, 188), np.uint8)
    for _ in range(side // 3):
        middle = random.uniform(0, side, 2)
        size, angle = random.uniform(8, 45, 2), random.uniform(0, 180)
        corners = cv2.boxPoints((tuple(middle), tuple(size), angle)).astype(np.int32)
        shade = int(random.integers(90, 225))
        cv2.fillPoly(paper, [corners], (shade, shade - 10, shade - 30))
        cv2.polylines(paper, [corners], True, (40, 35, 30), 2, cv2.LINE_AA)
    noise = random.normal(0, 5, paper.shape)
    return np.clip(paper + cv2.GaussianBlur(noise, (0, 0), 1), 0, 255).astype(np.uint8)


@pytest.fixture(scope="session")
def drawn() -> Any:
    """The town."""
    return town()


@pytest.fixture(scope="session")
def town_of() -> Callable[..., Any]:
    """Other towns, by their number."""
    return town


@pytest.fixture
def seen() -> Callable[..., tuple[ArrayImage, Any]]:
    """A picture turned about its middle and scaled, on the same number of pixels, and the map that did it."""

    def turned(pixels: Any, *, degrees: float = 0.0, scale: float = 1.0) -> tuple[ArrayImage, Any]:
        rows, columns = pixels.shape[:2]
        cosine, sine = scale * np.cos(np.radians(degrees)), scale * np.sin(np.radians(degrees))
        turn = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0]])
        forward = chained(shift(-columns / 2, -rows / 2), turn, shift(columns / 2, rows / 2))
        picture = warped(Picture(pixels), inverse(forward), Shape2d(rows, columns))
        return ArrayImage(picture), forward

    return turned


@pytest.fixture
def corner_error() -> Callable[..., float]:
    """How far two maps put a picture's corners apart at most, in pixels."""

    def error(one: Any, other: Any, side: int = SIDE) -> float:
        corners = np.array([[0.0, 0], [side, 0], [side, side], [0, side]])
        return float(np.hypot(*(applied(one, corners) - applied(other, corners)).T).max())

    return error


@dataclass
class Result:
    """How a job ended."""

    values: dict[str, Any]
    warnings: list[str]


@pytest.fixture
def run_job() -> Callable[..., Result]:
    """Runs oldmaps.match with inputs and outputs by name, in this process."""

    def run(inputs: dict[str, Any], outputs: dict[str, Any] | None = None) -> Result:
        events: list[dict[str, Any]] = []
        named = {name: {"path": str(path)} for name, path in (outputs or {}).items()}
        given = {name: str(value) if isinstance(value, Path) else value for name, value in inputs.items()}
        request = read_request(JOB, {"job": JOB.id, "inputs": given, "outputs": named})
        context = Context(request, events.append)
        try:
            JOB.run(request.inputs, context)
            values = context.publish()["values"]
        finally:
            context.close()
        return Result(values, [event["message"] for event in events if event.get("level") == "warning"])

    return run


@pytest.fixture
def written(tmp_path):
    """Writes a model of nodes (operator, inputs, outputs, attributes) and constants."""

    def write(nodes, inputs, outputs, constants=None, name="model.onnx"):
        made = [helper.make_node(kind, entering, leaving, **more) for kind, entering, leaving, more in nodes]
        ports = [
            [helper.make_tensor_value_info(one, kind, shape) for one, (kind, shape) in side.items()]
            for side in (inputs, outputs)
        ]
        arrays = [numpy_helper.from_array(np.asarray(one), key) for key, one in (constants or {}).items()]
        graph = helper.make_graph(made, "small", *ports, arrays)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.checker.check_model(model)
        onnx.save(model, tmp_path / name)
        return str(tmp_path / name)

    return write


@pytest.fixture
def dots_model(written):
    """Scores dark pixels, and describes each by what surrounds it: what ALIKE gives, of one layer each."""

    def write(side="side", name="dots.onnx"):
        random = np.random.default_rng(0)
        constants = {
            "one": np.float32(1),
            "dark": np.full((1, 3, 1, 1), 1 / 3, "float32"),
            "around": random.normal(size=(16, 3, 15, 15)).astype("float32"),
        }
        nodes = [
            ("Sub", ["one", "image"], ["ink"], {}),
            ("Conv", ["ink", "dark"], ["score"], {}),
            ("Conv", ["ink", "around"], ["desc"], {"pads": [7] * 4}),
        ]
        shape = ["n", 3, side, side]
        return written(
            nodes,
            {"image": (TensorProto.FLOAT, shape)},
            {
                "score": (TensorProto.FLOAT, ["n", 1, side, side]),
                "desc": (TensorProto.FLOAT, ["n", 16, side, side]),
            },
            constants,
            name,
        )

    return write
