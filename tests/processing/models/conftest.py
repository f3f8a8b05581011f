"""Small graphs made by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

FLOAT = TensorProto.FLOAT


class Graphs:
    """Writes ONNX files into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(
        self,
        nodes,
        *,
        inputs=(("x", ["n", 3, "h", "w"]),),
        outputs=(("y", ["n", 4, "h", "w"]),),
        weights=None,
        opset=17,
        ir=8,
        metadata=None,
        dtypes=None,
    ) -> onnx.ModelProto:
        """A model from nodes given as (operator, inputs, outputs, attributes)."""
        made = [helper.make_node(op, list(i), list(o), **(a[0] if a else {})) for op, i, o, *a in nodes]

        def info(name, shape):
            return helper.make_tensor_value_info(name, (dtypes or {}).get(name, FLOAT), shape)

        graph = helper.make_graph(
            made,
            "graph",
            [info(*one) for one in inputs],
            [info(*one) for one in outputs],
            [numpy_helper.from_array(np.asarray(value), name) for name, value in (weights or {}).items()],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
        model.ir_version = ir
        helper.set_model_props(model, metadata or {})
        return model

    def write(self, name: str, *args, **kwargs) -> Path:
        path = self.folder / name
        onnx.save(self.make(*args, **kwargs), path)
        return path

    def segmenter(
        self, name="model.onnx", *, bands=3, classes=4, last="Softmax", kernel=1, opset=17, **kwargs
    ) -> Path:
        """One convolution with random weights, and a last node ("" for none)."""
        random = np.random.default_rng(1)
        weights = {"k": random.normal(size=(classes, bands, kernel, kernel)).astype("float32")}
        pads = [kernel // 2] * 4
        conv = "scores" if last else "y"
        nodes = [("Conv", ["x", "k"], [conv], {"pads": pads})]
        if last:
            nodes.append((last, ["scores"], ["y"], {"axis": 1} if last == "Softmax" else {}))
        kwargs.setdefault("inputs", (("x", ["n", bands, "h", "w"]),))
        kwargs.setdefault("outputs", (("y", ["n", classes, "h", "w"]),))
        return self.write(name, nodes, weights=weights, opset=opset, **kwargs)


@pytest.fixture
def graphs(tmp_path) -> Graphs:
    return Graphs(tmp_path)


@pytest.fixture(scope="session")
def toys(shared_data) -> Path:
    """Deepness' sample models."""
    folder = shared_data / "landcover/deepness_models/test/data/dummy_model"
    if not folder.is_dir():
        pytest.skip(f"no Deepness models in {folder}")
    return folder
