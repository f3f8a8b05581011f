"""A second execution provider gives the map that the processor gives. It needs an interpreter of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCENE = ROOT / "build" / "samples" / "olinda_landsat7.tif"
MODEL = ROOT / "resources" / "models" / "olinda_landcover.onnx"


def classify(provider: str, destination: Path) -> Path:
    command = [
        sys.executable,
        "-I",
        "-X",
        "utf8",
        str(ROOT / "processing" / "__main__.py"),
        "run",
        "inference.map",
    ]
    values = [f"input={SCENE}", f"model={MODEL}", f"provider={provider}", f"classes={destination}"]
    subprocess.run([*command, *values], check=True)
    return destination


@pytest.fixture
def onnxruntime():
    module = pytest.importorskip("onnxruntime")
    if "OpenVINOExecutionProvider" not in module.get_available_providers():
        pytest.skip("this interpreter's ONNX Runtime has no OpenVINO: 'make soak' makes one that has")
    return module


@pytest.mark.soak
def test_openvino_and_the_processor_agree_on_the_classes(onnxruntime, tmp_path):
    import numpy
    import rasterio

    maps = []
    for provider in ("cpu", "openvino"):
        with rasterio.open(classify(provider, tmp_path / f"{provider}.tif")) as source:
            maps.append(source.read(1))
            provenance = json.loads(source.tags()["RELEVE_PROVENANCE"])
            assert provenance["runtime"]["provider"] == provider  # the one really used
    assert numpy.mean(maps[0] == maps[1]) >= 0.9999


@pytest.mark.soak
def test_the_oldest_runtime_reads_the_opset_that_the_matrix_allows_and_none_newer(onnxruntime):
    from onnx import TensorProto, helper

    matrix = json.loads((ROOT / "resources/requirements/matrix.json").read_text(encoding="utf-8"))
    assert onnxruntime.__version__.startswith(matrix["oldest_runtime"] + ".")
    ports = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy"]
    graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "graph", ports[:1], ports[1:])

    def load(opset: int) -> None:
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=10)
        onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])

    load(matrix["opset"])
    with pytest.raises(onnxruntime.capi.onnxruntime_pybind11_state.Fail, match="Opset"):
        load(matrix["opset"] + 1)


@pytest.mark.soak
def test_a_check_tells_of_each_provider_how_the_model_did_there(onnxruntime):
    command = [
        sys.executable,
        "-I",
        "-X",
        "utf8",
        str(ROOT / "processing" / "__main__.py"),
        "run",
        "model.check",
    ]
    done = subprocess.run(
        [*command, "--events", f"model={MODEL}"], capture_output=True, text=True, check=True
    )
    rows = {row["provider"]: row for row in json.loads(done.stdout.splitlines()[-1])["values"]["providers"]}
    assert rows["openvino"]["ok"] is True
    assert rows["openvino"]["device_agreement"] >= 0.999
    assert "which has: openvino, cpu" in rows["cuda"]["refused"]
