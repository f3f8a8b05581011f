from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from releve.processing.errors import CardError
from releve.processing.models import complete, read_card
from releve.processing.models.sessions import open_session
from releve.processing.models.verification import _trial, verify


@pytest.fixture
def checked(graphs):
    path = graphs.segmenter()
    card = replace(complete(read_card(path), task="segmentation"), tile_px=32)
    x = np.random.default_rng(0).random((1, 3, 4, 4)).astype("float32")
    return open_session(path), card, x, open_session(path).run({"x": x})[0]


def test_a_model_without_test_vectors_is_timed_and_compared_with_the_processor(checked):
    session, card, _, _ = checked
    verdict = verify(session, card, reference=session)
    assert verdict.ok
    assert (verdict.vectors, verdict.max_difference, verdict.device_difference) == (0, None, 0.0)
    assert verdict.device_agreement == 1.0
    assert verdict.tile == (1, 3, 32, 32)
    assert verdict.ms_per_tile > 0


def test_test_vectors_inline_are_met(checked):
    session, card, x, y = checked
    vector = {"input": x.tolist(), "output": y.tolist()}
    verdict = verify(session, replace(card, test_vectors=(vector,)))
    assert (verdict.ok, verdict.vectors, verdict.agreement) == (True, 1, 1.0)
    assert verdict.max_difference < 1e-6


def test_a_model_that_gives_something_else_is_found(checked):
    session, card, x, y = checked
    wrong = y[:, ::-1]
    verdict = verify(session, replace(card, test_vectors=({"input": x.tolist(), "output": wrong.tolist()},)))
    assert not verdict.ok
    assert verdict.max_difference == pytest.approx(np.abs(wrong - y).max())
    assert verdict.agreement < 0.5


def test_test_vectors_in_files_lie_beside_the_card(checked, tmp_path):
    session, card, x, y = checked
    np.savez(tmp_path / "vectors.npz", x=x, y=y)
    vector = {"input": {"x": {"href": "vectors.npz"}}, "output": {"y": {"href": "vectors.npz", "key": "y"}}}
    assert verify(session, replace(card, test_vectors=(vector,)), folder=tmp_path).ok


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"input": "nonsense"}, "not an array of numbers"),
        ({"input": {"href": "none.npy"}}, "none.npy cannot be read"),
        ({"input": {"href": "../other.npy"}}, "outside the card's folder"),
        ({"input": {"href": "/etc/passwd"}}, "outside the card's folder"),
        ({"output": [[1.0]]}, "the model gives"),
    ],
)
def test_a_test_vector_that_does_not_fit_is_named(checked, tmp_path, change, words):
    session, card, x, y = checked
    vector = {"input": x.tolist(), "output": y.tolist()} | change
    with pytest.raises(CardError, match=words):
        verify(session, replace(card, test_vectors=(vector,)), folder=tmp_path)


def test_a_model_that_gives_nan_is_not_well(graphs):
    path = graphs.write(
        "nan.onnx",
        [("Sqrt", ["z"], ["y"]), ("Neg", ["x"], ["z"])][::-1],
        outputs=(("y", ["n", 3, "h", "w"]),),
    )
    verdict = verify(open_session(path), replace(read_card(path), tile_px=8))
    assert (verdict.finite, verdict.ok) == (False, False)


def test_inputs_of_several_resolutions_are_tried_on_the_same_ground(graphs):
    path = graphs.write(
        "two.onnx",
        [("Concat", ["x", "coarse"], ["both"], {"axis": 1}), ("Identity", ["both"], ["y"])],
        inputs=(("x", ["n", 3, "h", "w"]), ("coarse", ["n", 1, "h", "w"])),
    )
    card = read_card(path)
    sizes = {"x": 10.0, "coarse": 20.0}
    card = replace(card, tile_px=32, inputs=tuple(replace(one, gsd_m=sizes[one.name]) for one in card.inputs))
    shapes = {port.name: _trial(port, card).shape for port in open_session(path).inputs}
    assert shapes == {"x": (1, 3, 32, 32), "coarse": (1, 1, 16, 16)}


def test_a_series_of_any_length_is_tried_on_a_year_of_months(graphs):
    sides = ("batch", "time", "bands", "height", "width")
    path = graphs.write(
        "series.onnx",
        [("ReduceMean", ["x"], ["y"], {"axes": [1], "keepdims": 0})],
        inputs=(("x", ["n", "t", 2, "h", "w"]),),
        outputs=(("y", ["n", 2, "h", "w"]),),
        opset=13,
    )
    card = read_card(path)
    card = replace(card, tile_px=8, inputs=(replace(card.inputs[0], dim_order=sides, mode="series"),))
    assert verify(open_session(path), card).tile == (1, 12, 2, 8, 8)
