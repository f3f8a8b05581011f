"""A second execution provider gives the map that the processor gives. It needs an interpreter of its own."""

from __future__ import annotations

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


@pytest.mark.soak
def test_openvino_and_the_processor_agree_on_the_classes(tmp_path):
    numpy = pytest.importorskip("numpy")
    rasterio = pytest.importorskip("rasterio")
    onnxruntime = pytest.importorskip("onnxruntime")
    if "OpenVINOExecutionProvider" not in onnxruntime.get_available_providers():
        pytest.skip("this interpreter's ONNX Runtime has no OpenVINO: 'make soak' makes one that has")
    maps = []
    for provider in ("cpu", "openvino"):
        with rasterio.open(classify(provider, tmp_path / f"{provider}.tif")) as source:
            maps.append(source.read(1))
            assert provider in str(source.tags()).lower()  # the one really used stands in the provenance
    assert numpy.mean(maps[0] == maps[1]) >= 0.9999
