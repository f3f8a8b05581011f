from __future__ import annotations

import contextlib

import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

from releve.processing.errors import ModelError
from releve.processing.models.anatomy import Port, parse_anatomy, read_anatomy


def test_the_outside_of_a_model_is_read(graphs):
    path = graphs.segmenter(metadata={"k": "é"}, kernel=3)
    anatomy = read_anatomy(path)
    assert anatomy.inputs == (Port("x", "float32", (-1, 3, -1, -1)),)
    assert anatomy.outputs == (Port("y", "float32", (-1, 4, -1, -1)),)
    assert (anatomy.ir_version, anatomy.opsets, anatomy.metadata) == (8, {"": 17}, {"k": "é"})
    assert [node.operator for node in anatomy.nodes] == ["Conv", "Softmax"]
    assert anatomy.parameters == 4 * 3 * 3 * 3
    assert anatomy.last_activation("y") == "softmax"


def test_weights_listed_as_inputs_are_none(graphs):
    """As old exporters do."""
    model = onnx.load(graphs.segmenter(ir=3))
    model.graph.input.append(helper.make_tensor_value_info("k", 1, [4, 3, 1, 1]))
    assert [port.name for port in parse_anatomy(model.SerializeToString()).inputs] == ["x"]


def test_it_says_the_same_as_the_onnx_package(toys):
    for path in toys.rglob("*.onnx"):
        anatomy, model = read_anatomy(path), onnx.load(path)
        assert [node.operator for node in anatomy.nodes] == [node.op_type for node in model.graph.node]
        assert [port.name for port in anatomy.outputs] == [one.name for one in model.graph.output]
        assert anatomy.metadata == {one.key: one.value for one in model.metadata_props}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"just some text, not a model at all", "is not an ONNX model"),
        (b"PK\x03\x04" + b"\0" * 40, "is a PyTorch / ZIP file"),
        (b"\x18\0\0\0TFL3" + b"\0" * 40, "is a TensorFlow Lite file"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n", "is a Git LFS pointer"),
        (b"\x08\x08", "is not an ONNX model"),
    ],
)
def test_what_is_no_model_is_named(tmp_path, content, words):
    path = tmp_path / "m.onnx"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=words):
        read_anatomy(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(ModelError, match="no model at"):
        read_anatomy(tmp_path / "none.onnx")
    with pytest.raises(ModelError, match="cannot be opened"):
        read_anatomy(tmp_path)


def test_a_model_cut_short_is_told_from_another_format(graphs):
    path = graphs.segmenter(kernel=3)
    whole = path.read_bytes()
    for length in range(20, len(whole) - 1, 37):
        path.write_bytes(whole[:length])
        with pytest.raises(ModelError, match=r"cut short|is not an ONNX model"):
            read_anatomy(path)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_whatever_do_more_harm_than_an_error(data):
    with contextlib.suppress(ModelError):
        parse_anatomy(data)
