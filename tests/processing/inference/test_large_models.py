"""Models whose weights lie in a file beside them, of more than a protobuf message can hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, numpy_helper

from . import kinds

COLUMNS, LAST = 1024, np.float32(5)
TWO_GB = 2 << 30


def with_table(model: str, size: int) -> str:
    """The model with the last number of a table added, which lies in a sparse file beside it.

    Which row is read depends on the input, so that nothing is worked out when the model is opened.
    """
    path, rows = Path(model), size // (4 * COLUMNS)
    table = onnx.TensorProto(name="table", data_type=TensorProto.FLOAT, dims=[rows, COLUMNS])
    table.data_location = TensorProto.EXTERNAL
    for key, value in {"location": "table.bin", "offset": "0", "length": str(4 * rows * COLUMNS)}.items():
        table.external_data.add(key=key, value=value)
    proto = onnx.load(path)
    proto.graph.initializer.extend([table, numpy_helper.from_array(np.float32(rows - 1), "last")])
    proto.graph.node[-1].output[0] = "plain"
    proto.graph.node.extend(
        [
            kinds.node("ReduceMin", "x", "least", keepdims=0),
            kinds.node("Min", "least", "last", "number"),
            kinds.node("Sub", "number", "least", "none"),  # 0 for any image of small numbers
            kinds.node("Sub", "last", "none", "place"),
            kinds.node("Cast", "place", "row", to=TensorProto.INT64),
            kinds.node("Gather", "table", "row", "found", axis=0),
            kinds.node("ReduceSum", "found", "sum", keepdims=0),
            kinds.node("Add", "plain", "sum", "y"),
        ]
    )
    with (path.parent / "table.bin").open("wb") as file:
        file.truncate(4 * rows * COLUMNS)
        file.seek(-4, 2)
        file.write(LAST.tobytes())
    path.write_bytes(proto.SerializeToString())
    return str(path)


@pytest.mark.parametrize("size", [1 << 20, pytest.param(TWO_GB + (256 << 20), marks=pytest.mark.soak)])
def test_a_model_runs_with_its_weights_in_a_file_beside(bench, size):
    values = np.random.default_rng(0).random((1, 70, 90)).astype("float32")
    image, plain = bench.image(values, bands=("a",)), kinds.smaller_by_4(bench.folder)
    options = {"input": image, "tile": 64, "overlap": 0}
    expected = bench.run(["values"], model=plain, name="plain", **options).read("values") + LAST
    model = with_table(plain, size)
    assert (Path(model).parent / "table.bin").stat().st_size == size
    found = bench.run(["values"], model=model, **options).read("values")
    np.testing.assert_allclose(found, expected, rtol=1e-6)
