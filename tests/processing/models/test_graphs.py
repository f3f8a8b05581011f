from __future__ import annotations

import dataclasses

import numpy as np
import onnxruntime
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from releve.processing.errors import ModelError
from releve.processing.models import complete, read_card
from releve.processing.models.card import Scaling
from releve.processing.models.graphs import Recipe, kept, prepared
from releve.processing.models.heads import Head, Nodes, append_head

ALL = ("class", "confidence", "margin", "entropy", "probabilities", "check")


def run(model, **feeds):
    model = model if isinstance(model, bytes) else str(model)
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return dict(zip([one.name for one in session.get_outputs()], session.run(None, feeds), strict=True))


def run_head(head, values):
    """The products of a head that stands alone."""
    nodes = Nodes(17)
    made = append_head(nodes, "values", head)
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes.nodes,
        "head",
        [info("values", TensorProto.FLOAT, values.shape)],
        [info(name, helper.np_dtype_to_tensor_dtype(np.dtype(dtype)), None) for name, dtype in made.values()],
        nodes.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return run(model.SerializeToString(), values=values)


def softmax(scores):
    weights = np.exp(scores - scores.max(1, keepdims=True))
    return weights / weights.sum(1, keepdims=True)


def expected(p):
    """The products from probabilities, in double precision."""
    ordered = np.sort(p, 1)
    entropy = -(p * np.log(np.maximum(p, 1e-300))).sum(1) / np.log(p.shape[1])
    return {
        "class": p.argmax(1),
        "confidence": 254 * ordered[:, -1],
        "margin": 254 * (ordered[:, -1] - ordered[:, -2]),
        "entropy": 254 * entropy,
    }


def assert_products(made, p):
    wanted = expected(p.astype(float))
    clear = np.diff(np.sort(p, 1)[:, -2:], axis=1)[:, 0] > 1e-6
    assert (made["class"] == wanted["class"])[clear].all()
    for name in ("confidence", "margin", "entropy"):
        assert made[name].dtype == np.uint8
        assert np.abs(made[name] - wanted[name]).max() <= 0.51  # half a step, and float32


def image(seed=0, bands=3, rows=17, columns=23, batch=2, scale=1.0):
    return (np.random.default_rng(seed).normal(size=(batch, bands, rows, columns)) * scale).astype("float32")


@pytest.mark.parametrize("last", ["Softmax", ""])
@pytest.mark.parametrize("opset", [13, 17, 18, 21])
def test_the_fused_head_gives_what_the_softmax_gives(graphs, last, opset):
    path = graphs.segmenter(last=last, opset=opset)
    card = complete(read_card(path), task="segmentation")
    made = run(prepared(path, card, Recipe(products=ALL)), x=image(scale=3))
    p = softmax(run(graphs.segmenter("raw.onnx", last="", opset=opset), x=image(scale=3))["y"])
    assert_products(made, p)
    np.testing.assert_allclose(made["probabilities"], p, atol=1e-6)
    assert np.isfinite(made["check"]).all()
    assert made["check"].shape == (2,)


def test_only_what_is_asked_for_leaves_the_model(graphs):
    path = graphs.segmenter()
    assert list(run(prepared(path, read_card(path), Recipe(products=("class",))), x=image())) == ["class"]


def test_the_softmax_leaves_the_graph(graphs):
    import onnx

    path = graphs.segmenter()
    model = onnx.load_from_string(prepared(path, read_card(path), Recipe(products=("class",))))
    assert "Softmax" not in [node.op_type for node in model.graph.node]


def test_a_softmax_of_an_old_opset_over_a_middle_axis_stays(graphs):
    """Before opset 13 it normalised over all axes from this one on, so it is no choice between classes."""
    path = graphs.segmenter(opset=12)
    card = read_card(path)
    x = image()
    made = run(prepared(path, card, Recipe(products=("probabilities",))), x=x)
    np.testing.assert_allclose(made["probabilities"], run(path, x=x)["y"], atol=1e-6)


def test_a_softmax_between_transposes_leaves_too(toys):
    path = toys / "dummy_segmentation_models/two_outputs_softmax_bsx2x512x512.onnx"
    x = image(rows=512, columns=512, batch=1)
    recipe = Recipe(products=ALL, outputs=("output2",), bake_scaling=False)
    made = run(prepared(path, read_card(path), recipe), input=x)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    p = session.run(["output2"], {"input": x})[0]
    assert_products(made, p)
    np.testing.assert_allclose(made["probabilities"], p, atol=1e-6)


def test_several_outputs_leave_one_graph(toys):
    path = toys / "dummy_segmentation_models/two_outputs_softmax_bsx2x512x512.onnx"
    x = image(rows=512, columns=512, batch=1)
    recipe = Recipe(products=("class", "confidence"), outputs=("output", "output2"), bake_scaling=False)
    made = run(prepared(path, read_card(path), recipe), input=x)
    original = run(path, input=x)
    assert list(made) == ["output/class", "output/confidence", "output2/class", "output2/confidence"]
    for name in ("output", "output2"):
        p = original[name]
        assert np.abs(made[f"{name}/confidence"] - 254 * p.max(1)).max() <= 0.51


def test_a_softmax_that_another_output_reads_stays(graphs):
    path = graphs.write(
        "shared.onnx",
        [("Softmax", ["x"], ["y"], {"axis": 1}), ("Mul", ["y", "y"], ["z"])],
        outputs=(("y", ["n", 3, "h", "w"]), ("z", ["n", 3, "h", "w"])),
    )
    card = complete(read_card(path), task="segmentation", activation="none")
    x = image()
    made = run(prepared(path, card, Recipe(products=("probabilities", "values"), outputs=("y", "z"))), x=x)
    np.testing.assert_allclose(made["y/probabilities"], softmax(x), atol=1e-6)
    np.testing.assert_allclose(made["z/values"], softmax(x) ** 2, atol=1e-6)


def test_two_equal_classes_have_no_margin():
    p = np.full((1, 4, 1, 2), 0.25, "float32")
    p[0, :, 0, 1] = (0.5, 0.5, 0, 0)
    made = run_head(Head(products=("class", "margin", "entropy"), channels=4), p)
    assert made["margin"].tolist() == [[[0, 0]]]
    assert made["entropy"].tolist() == [[[254, 127]]]  # ln 2 / ln 4
    assert made["class"].tolist() == [[[0, 0]]]


@given(st.integers(2, 9), st.integers(0, 10_000), st.floats(0.01, 30))
@settings(max_examples=25, deadline=None)
def test_heads_from_scores_and_from_probabilities_agree(classes, seed, scale):
    scores = image(seed, bands=classes, rows=5, columns=7, scale=scale)
    head = Head(products=("class", "confidence", "margin", "entropy"), channels=classes, given="scores")
    p = softmax(scores.astype(float)).astype("float32")
    from_scores = run_head(head, scores)
    from_p = run_head(dataclasses.replace(head, given="probabilities"), p)
    assert_products(from_scores, softmax(scores.astype(float)))
    for name in head.products[1:]:
        assert np.abs(from_scores[name].astype(int) - from_p[name]).max() <= 1


def test_scores_far_apart_give_no_nan():
    scores = np.array([-1e30, 0, 500, -500], "float32").reshape(1, 4, 1, 1)
    head = Head(products=("class", "confidence", "margin", "entropy"), channels=4, given="scores")
    made = {name: value.item() for name, value in run_head(head, scores).items()}
    assert made == {"class": 2, "confidence": 254, "margin": 254, "entropy": 0}


def test_the_check_tells_a_nan():
    values = np.zeros((2, 3, 4, 4), "float32")
    values[1, 2, 3, 3] = np.nan
    made = run_head(Head(products=("check",), channels=3), values)["check"]
    assert np.isnan(made).tolist() == [False, True]


def test_a_lone_probability_is_a_choice_of_two():
    p = np.array([0.0, 0.25, 0.5, 1.0], "float32").reshape(1, 1, 1, 4)
    head = Head(products=("class", "confidence", "margin", "entropy"), channels=1)
    made = {name: value.ravel().tolist() for name, value in run_head(head, p).items()}
    assert made["class"] == [0, 0, 1, 1]
    assert made["confidence"] == [254, 190, 127, 254]  # 254 * .75 = 190.5, rounded to even
    assert made["margin"] == [254, 127, 0, 254]
    assert made["entropy"] == [0, 206, 254, 0]  # -(.25 ln .25 + .75 ln .75) / ln 2 = .8113


def test_a_threshold_moves_the_line_of_a_lone_probability():
    p = np.array([0.29, 0.3, 0.6], "float32").reshape(1, 1, 1, 3)
    head = Head(products=("class", "confidence"), channels=1, thresholds=(0.3,))
    made = run_head(head, p)
    assert made["class"].ravel().tolist() == [0, 1, 1]
    assert made["confidence"].ravel().tolist() == [180, 76, 152]  # .71, .3, .6 of 254


def test_below_the_threshold_a_class_is_unsure_and_never_class_0():
    p = np.array([[0.6, 0.4], [0.4, 0.6], [0.45, 0.55]], "float32").T.reshape(1, 2, 1, 3)
    head = Head(products=("class",), channels=2, thresholds=(0.7, 0.58), unsure=255)
    assert run_head(head, p)["class"].ravel().tolist() == [255, 1, 255]


def test_class_values_need_not_count_from_0():
    p = np.eye(3, dtype="float32").reshape(1, 3, 1, 3)
    head = Head(products=("class",), channels=3, class_values=(10, 20, 95))
    made = run_head(head, p)["class"]
    assert (made.ravel().tolist(), made.dtype) == ([10, 20, 95], np.uint8)


def test_more_than_255_classes_need_two_bytes():
    p = np.zeros((1, 300, 1, 1), "float32")
    p[0, 299] = 1
    made = run_head(Head(products=("class",), channels=300, unsure=65535), p)["class"]
    assert (made.item(), made.dtype) == (299, np.uint16)


def test_channels_last_are_followed(graphs):
    path = graphs.write(
        "nhwc.onnx",
        [("Softmax", ["x"], ["y"], {"axis": -1})],
        inputs=(("x", ["n", "h", "w", 3]),),
        outputs=(("y", ["n", "h", "w", 3]),),
    )
    x = np.moveaxis(image(), 1, -1)
    made = run(prepared(path, read_card(path), Recipe(products=("class", "confidence", "margin"))), x=x)
    p = np.moveaxis(softmax(np.moveaxis(x, -1, 1)), 1, 1)
    assert (made["class"] == p.argmax(1)).all()
    assert made["confidence"].shape == (2, 17, 23)


def test_a_head_without_an_axis_of_classes_gets_one(toys):
    path = toys / "dummy_segmentation_models/one_output_sigmoid_bsx512x512.onnx"
    x = image(rows=512, columns=512, batch=1)
    recipe = Recipe(products=("class", "confidence"), bake_scaling=False)
    made = run(prepared(path, read_card(path), recipe), input=x)
    p = run(path, input=x)["output"]
    assert (made["class"] == (p >= 0.5)).all()
    assert np.abs(made["confidence"] - 254 * np.maximum(p, 1 - p)).max() <= 0.51


def test_pixel_models_give_a_value_for_each_row(graphs):
    weights = {"k": np.random.default_rng(0).normal(size=(5, 3)).astype("float32")}
    path = graphs.write(
        "pixels.onnx",
        [("MatMul", ["x", "k"], ["s"]), ("Softmax", ["s"], ["y"], {"axis": 1})],
        inputs=(("x", ["n", 5]),),
        outputs=(("y", ["n", 3]),),
        weights=weights,
    )
    card = read_card(path)
    assert (card.inputs[0].mode, card.task) == ("pixel", "segmentation")
    x = np.random.default_rng(1).normal(size=(100, 5)).astype("float32")
    made = run(prepared(path, card, Recipe(products=("class", "confidence"))), x=x)
    p = softmax(x @ weights["k"])
    assert (made["class"] == p.argmax(1)).all()
    assert np.abs(made["confidence"] - 254 * p.max(1)).max() <= 0.51


def test_a_model_of_class_values_gives_them_as_they_are(graphs):
    path = graphs.write(
        "codes.onnx",
        [("ArgMax", ["x"], ["y"], {"axis": 1, "keepdims": 0})],
        outputs=(("y", ["n", "h", "w"]),),
        dtypes={"y": TensorProto.INT64},
    )
    card = read_card(path)
    assert card.task == "segmentation"
    made = run(prepared(path, card, Recipe(products=("class",))), x=image())["class"]
    assert (made == image().argmax(1)).all()
    with pytest.raises(ModelError, match="gives classes only"):
        prepared(path, card, Recipe(products=("class", "confidence")))


SCALINGS = {
    "one for all": (Scaling("z-score", (100.0, 50.0)),),
    "one per band": tuple(Scaling("z-score", (90.0 + i, 40.0 + i)) for i in range(3)),
    "range": (Scaling("min-max", (10.0, 210.0)),),
    "divide": (Scaling("scale", (255.0,)),),
    "subtract": (Scaling("offset", (1000.0,)),),
    "mixed": (Scaling("clip", (20.0, 80.0)), Scaling("clip-max", (90.0,)), Scaling("scale", (3.0,))),
    "none": (),
}


def scaled(x, scaling):
    """The definition of STAC MLM, band by band."""
    rules = {
        "z-score": lambda x, mean, deviation: (x - mean) / deviation,
        "min-max": lambda x, low, high: (x - low) / (high - low),
        "scale": lambda x, value: x / value,
        "offset": lambda x, value: x - value,
        "clip": lambda x, low, high: x.clip(low, high),
        "clip-max": lambda x, high: np.minimum(x, high),
    }
    out = x.astype("float32")
    for band in range(x.shape[1]):
        if scaling:
            one = scaling[band if len(scaling) > 1 else 0]
            out[:, band] = rules[one.kind](out[:, band], *map(np.float32, one.values))
    return out


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
@pytest.mark.parametrize("name", SCALINGS)
def test_raw_values_go_in_and_the_same_comes_out_to_the_last_bit(graphs, dtype, name):
    path = graphs.segmenter()
    card = complete(read_card(path), scaling=SCALINGS[name], gsd_m=1)
    raw = np.random.default_rng(0).integers(0, 256, (2, 3, 17, 23)).astype(dtype)
    changed = prepared(path, card, Recipe(products=("values",), input_dtype=dtype))
    made = run(changed, x=raw)["values"]
    assert (made == run(path, x=scaled(raw, SCALINGS[name]))["y"]).all()


@pytest.mark.parametrize(
    "name",
    [
        "one_output_sigmoid_bsx1x512x512",
        "one_output_softmax_bsx2x512x512",
        "different_output_size_512_to_484",
    ],
)
def test_old_opsets_are_raised_and_give_the_same(toys, name):
    path = toys / f"dummy_segmentation_models/{name}.onnx"
    card = complete(read_card(path), scaling="divide_by_255", task="segmentation")
    raw = np.random.default_rng(0).integers(0, 256, (1, 3, 512, 512), dtype="uint8")
    made = run(prepared(path, card, Recipe(products=("values", "class"), input_dtype="uint8")), input=raw)
    wanted = run(path, input=raw.astype("float32") / np.float32(255))["output"]
    np.testing.assert_allclose(made["values"], wanted, atol=1e-6) if "softmax" not in name else None
    chosen = wanted.argmax(1) if wanted.shape[1] > 1 else wanted[:, 0] >= 0.5
    assert (made["class"] == chosen).mean() > 0.9999  # a tie may fall either way


def test_what_was_made_is_kept_and_made_once(tmp_path):
    calls = []

    def make():
        calls.append(1)
        return b"content"

    first = kept(tmp_path / "new", ("sha", "recipe"), make)
    assert kept(tmp_path / "new", ("sha", "recipe"), make) == first
    assert kept(tmp_path / "new", ("sha", "other"), make) != first
    assert (first.read_bytes(), len(calls)) == (b"content", 2)
    assert sorted(tmp_path.rglob("*.onnx")) == sorted(path for path in tmp_path.rglob("*") if path.is_file())


@given(st.integers(1, 4), st.integers(2, 6), st.sampled_from(["Softmax", "Sigmoid", ""]), st.integers(0, 99))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_head_on_any_small_model_equals_the_original(graphs, bands, classes, last, seed):
    path = graphs.segmenter(bands=bands, classes=classes, last=last, kernel=3)
    card = complete(read_card(path), task="segmentation", scaling="divide_by_255")
    raw = np.random.default_rng(seed).integers(0, 256, (1, bands, 9, 8), dtype="uint8")
    made = run(prepared(path, card, Recipe(products=ALL, input_dtype="uint8")), x=raw)
    y = run(path, x=raw.astype("float32") / np.float32(255))["y"]
    p = softmax(y) if last == "" else y
    np.testing.assert_allclose(made["probabilities"], p, atol=1e-6)
    ordered = np.sort(p, 1)
    clear = ordered[:, -1] - ordered[:, -2] > 1e-6
    assert (made["class"] == p.argmax(1))[clear].all()
    assert np.abs(made["confidence"] - 254 * ordered[:, -1]).max() <= 0.51
    assert np.abs(made["margin"] - 254 * (ordered[:, -1] - ordered[:, -2])).max() <= 0.51
