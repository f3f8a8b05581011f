from __future__ import annotations

import numpy as np
import onnxruntime
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releve.processing.models.reach import receptive_reach

SIZE = 96


def conv(name, source, target, *, kernel=3, **attributes):
    attributes = {"pads": [kernel // 2] * 4, **attributes}
    return ("Conv", [source, name], [target], attributes)


def weights(**kernels):
    random = np.random.default_rng(0)
    return {name: random.random((2, 2, size, size)).astype("float32") + 0.1 for name, size in kernels.items()}


def make(graphs, nodes, arrays, *, size=SIZE, out=None):
    return graphs.write(
        "net.onnx",
        nodes,
        inputs=(("x", [1, 2, size, size]),),
        outputs=(("y", [1, 2, out or "h", out or "w"]),),
        weights=arrays,
    )


def measured_reach(path, *, size=SIZE):
    """Farthest output pixel that a change of one input pixel moves, over several places."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    base = np.random.default_rng(0).random((1, 2, size, size)).astype("float32") + 1
    before = session.run(None, {"x": base})[0]
    trim = (size - before.shape[2]) / 2
    farthest = 0.0
    for row, column in ((40, 40), (41, 47), (43, 45), (46, 42)):
        changed = base.copy()
        changed[:, :, row, column] += 1000
        rows, columns = np.nonzero((session.run(None, {"x": changed})[0] != before).any((0, 1)))
        if len(rows):
            farthest = max(farthest, *np.abs(rows + trim - row), *np.abs(columns + trim - column))
    return farthest


def test_a_convolution_reaches_half_its_kernel(graphs):
    path = make(graphs, [conv("k", "x", "y", kernel=5)], weights(k=5))
    assert receptive_reach(path) == 2 == measured_reach(path)


def test_dilation_and_depth_add_up(graphs):
    nodes = [conv("a", "x", "p"), ("Relu", ["p"], ["q"]), conv("b", "q", "y", dilations=[4, 4], pads=[4] * 4)]
    path = make(graphs, nodes, weights(a=3, b=3))
    assert receptive_reach(path) == 5 == measured_reach(path)


def test_a_valid_convolution_counts_from_the_centre_of_its_smaller_output(graphs):
    path = make(graphs, [conv("a", "x", "y", kernel=29, pads=[0] * 4)], weights(a=29))
    assert receptive_reach(path) == 14 == measured_reach(path)


def test_pixelwise_graphs_reach_nothing(graphs):
    path = make(graphs, [conv("k", "x", "p", kernel=1), ("Softmax", ["p"], ["y"], {"axis": 1})], weights(k=1))
    assert receptive_reach(path) == 0


def test_channels_last_inside_do_not_matter(graphs):
    nodes = [
        conv("k", "x", "p"),
        ("Transpose", ["p"], ["q"], {"perm": [0, 2, 3, 1]}),
        ("Softmax", ["q"], ["r"], {"axis": -1}),
        ("Transpose", ["r"], ["y"], {"perm": [0, 3, 1, 2]}),
    ]
    assert receptive_reach(make(graphs, nodes, weights(k=3))) == 1


@pytest.mark.parametrize(
    "node",
    [
        ("GlobalAveragePool", ["x"], ["g"]),
        ("ReduceMean", ["x"], ["g"], {"axes": [2, 3]}),
        ("Softmax", ["x"], ["g"], {"axis": 3}),
        ("NonMaxSuppressionOfMine", ["x"], ["g"]),
    ],
)
def test_what_mixes_the_whole_image_has_no_reach(graphs, node):
    assert receptive_reach(make(graphs, [node, ("Mul", ["x", "g"], ["y"])], {})) is None


UP = {
    "nearest": ("Resize", ["q", "", "s"], ["u"], {"mode": "nearest", "nearest_mode": "floor",
                "coordinate_transformation_mode": "asymmetric"}),
    "half pixel": ("Resize", ["q", "", "s"], ["u"], {"mode": "nearest"}),
    "linear": ("Resize", ["q", "", "s"], ["u"], {"mode": "linear"}),
    "aligned": ("Resize", ["q", "", "s"], ["u"],
                {"mode": "linear", "coordinate_transformation_mode": "align_corners"}),
    "cubic": ("Resize", ["q", "", "s"], ["u"], {"mode": "cubic"}),
    "transposed": ("ConvTranspose", ["q", "t"], ["u"], {"strides": [2, 2]}),
    "transposed 4": ("ConvTranspose", ["q", "t4"], ["u"], {"strides": [2, 2], "pads": [1] * 4}),
}  # fmt: skip


@pytest.mark.parametrize("up", UP)
@pytest.mark.parametrize("down", ["MaxPool", "AveragePool", "Conv"])
def test_a_small_unet_never_reaches_further_than_said(graphs, up, down):
    pool = {"kernel_shape": [2, 2], "strides": [2, 2]}
    nodes = [
        conv("a", "x", "p"),
        conv("d", "p", "o", strides=[2, 2]) if down == "Conv" else (down, ["p"], ["o"], pool),
        conv("b", "o", "q"),
        UP[up],
        ("Add", ["u", "p"], ["v"]),
        conv("c", "v", "y"),
    ]
    arrays = weights(a=3, b=3, c=3, d=3, t=2, t4=4) | {"s": np.array([1, 1, 2, 2], "float32")}
    path = make(graphs, nodes, arrays)
    said, found = receptive_reach(path), measured_reach(path)
    assert found <= said <= found + 7
    if up in ("nearest", "half pixel", "transposed"):
        assert said <= found + 1  # the usual decoders are told exactly


@given(st.lists(st.tuples(st.sampled_from([1, 3, 5]), st.sampled_from([1, 2])), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_chains_of_convolutions_reach_what_is_said(graphs, layers):
    nodes, arrays, source, total = [], {}, "x", 0
    for place, (kernel, dilation) in enumerate(layers):
        target = "y" if place == len(layers) - 1 else f"v{place}"
        pad = kernel // 2 * dilation
        nodes.append(conv(f"k{place}", source, target, dilations=[dilation] * 2, pads=[pad] * 4))
        arrays |= weights(**{f"k{place}": kernel})
        source, total = target, total + pad
        nodes[-1][3]["kernel_shape"] = [kernel, kernel]
    assert receptive_reach(make(graphs, nodes, arrays)) == total
