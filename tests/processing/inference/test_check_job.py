from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from releve.processing.catalogue import find_job
from releve.processing.errors import ModelError, ProviderError
from releve.processing.jobs import Context, read_request
from releve.processing.models import complete, read_card
from releve.processing.models.sessions import open_session
from releve.processing.models.writing import card_item


@pytest.fixture
def model(tmp_path) -> Path:
    """One convolution of 3 × 3 over 2 bands, 3 classes."""
    weights = np.random.default_rng(0).normal(size=(3, 2, 3, 3)).astype("float32")
    nodes = [
        helper.make_node("Conv", ["x", "k"], ["s"], pads=[1] * 4),
        helper.make_node("Softmax", ["s"], ["y"], axis=1),
    ]
    entry = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 2, "h", "w"])
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 3, "h", "w"])
    graph = helper.make_graph(nodes, "g", [entry], [output], [numpy_helper.from_array(weights, "k")])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    made.ir_version = 8
    onnx.save(made, tmp_path / "model.onnx")
    return tmp_path / "model.onnx"


@pytest.fixture
def report(tmp_path) -> Path:
    return tmp_path / "report.html"


@pytest.fixture
def check(report):
    """Runs the job, gives its values and warnings."""
    return lambda model, **inputs: run_check(model, report, inputs)


def run_check(model, report, inputs):
    outputs = {"report": {"path": str(report)}}
    message = {"job": "model.check", "inputs": {"model": str(model), **inputs}, "outputs": outputs}
    job = find_job("model.check")
    request, events = read_request(job, message), []
    context = Context(request, events.append)
    try:
        job.run(request.inputs, context)
        published = context.publish()
    finally:
        context.close()
    return published["values"], [event["message"] for event in events if event.get("level") == "warning"]


def test_a_model_without_card_is_described_and_runs(check, model):
    values, warnings = check(model)
    assert values["ok"] is True
    assert values["missing"] == "gsd, bands, scaling"
    assert (values["kind"], values["provider"], values["card"]) == ("segmentation", "cpu", "graph")
    assert (values["reach_px"], values["test_vectors"]) == (1, 0)
    assert values["ms_per_tile"] > 0
    assert "batch_limit" not in values  # any
    assert warnings == ["Nothing names the classes of the output “y”: they are numbered."]


def whole_card(model, **vector):
    card = complete(read_card(model), gsd_m=10, scaling="none", bands=["a", "b"], classes=["x", "y", "z"])
    item = card_item(card)
    x = np.ones((1, 2, 4, 4), "float32")
    y = open_session(model).run({"x": x})[0]
    item["properties"]["releve:test_vectors"] = [{"input": x.tolist(), "output": y.tolist()} | vector]
    path = model.with_name("card.json")
    path.write_text(json.dumps(item))
    return path


def test_the_test_vectors_of_a_card_given_are_run(check, model):
    values, warnings = check(model, card=str(whole_card(model)))
    assert (values["ok"], values["test_vectors"], values["agreement"]) == (True, 1, 1.0)
    assert values["max_difference"] < 1e-6
    assert warnings == []


def test_a_model_that_does_not_meet_its_test_vectors_is_not_ok(check, model):
    wrong = np.zeros((1, 3, 4, 4)).tolist()
    values, _ = check(model, card=str(whole_card(model, output=wrong)))
    assert values["ok"] is False
    assert values["max_difference"] > 0.3


def test_the_report_tells_it_all(check, model, report):
    check(model, card=str(whole_card(model)))
    text = report.read_text("utf-8")
    for words in ("says all that is needed", "ONNX Runtime", "Test vectors in the card", "10 m", "x, y, z"):
        assert words in text


def test_each_provider_has_a_row_and_a_line_in_the_report(check, model, report):
    values, _ = check(model)
    assert values["providers"][-1]["provider"] == "cpu"
    assert values["providers"][-1]["ok"] is True
    assert "On each execution provider" in report.read_text("utf-8")
    values, _ = check(model, provider="auto")
    assert [row["provider"] for row in values["providers"]] == ["cpu"]
    assert "On each execution provider" not in report.read_text("utf-8")


def test_script_in_a_card_is_text_in_the_report(check, model, report):
    card = whole_card(model)
    item = json.loads(card.read_text())
    script = "<script>alert(1)</script>"
    item["properties"] |= {"title": script, "description": script, "license": script}
    item["properties"]["mlm:output"][0]["classification:classes"][0]["title"] = script
    card.write_text(json.dumps(item))
    check(model, card=str(card))
    text = report.read_text("utf-8")
    assert text.count("&lt;script&gt;alert(1)") >= 4
    assert "<script>alert" not in text


def test_a_kind_that_cannot_be_run_yet_is_said(check, model):
    card = whole_card(model)
    item = json.loads(card.read_text())
    item["properties"]["mlm:output"][0]["tasks"] = ["image-captioning"]
    card.write_text(json.dumps(item))
    values, warnings = check(model, card=str(card))
    assert values["ok"] is False
    assert "cannot yet run models of the kind “image-captioning”" in values["obstacle"]
    assert values["obstacle"] in warnings


def test_all_the_sample_models_can_be_checked(check, shared_data):
    folder = shared_data / "landcover/deepness_models/test/data/dummy_model"
    found = {path.stem: check(path)[0]["ok"] for path in sorted(folder.rglob("*.onnx"))}
    refused = sorted(name for name, ok in found.items() if not ok)
    assert refused == []


def test_what_cannot_be_loaded_fails_the_job(check, model):
    with pytest.raises(ProviderError, match="not in the installed ONNX Runtime"):
        check(model, provider="xnnpack")
    model.write_bytes(b"nothing")
    with pytest.raises(ModelError, match="not an ONNX model"):
        check(model)
