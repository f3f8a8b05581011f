"""Cancels and kills at random moments, with a model that has a node nobody would wait for."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import numpy as np
import onnx
import pytest
from affine import Affine

DEEP_S = 8


@pytest.fixture(scope="module")
def deep_model(tmp_path_factory) -> Path:
    """64 → 64 channels by 31 × 31: one node of at least 8 s on two cores for a tile of 512 px."""
    weights = np.random.default_rng(1)
    first = onnx.numpy_helper.from_array(weights.normal(0, 1, (64, 3, 1, 1)).astype("f4"), "first")
    deep = onnx.numpy_helper.from_array(weights.normal(0, 1, (64, 64, 31, 31)).astype("f4"), "deep")
    last = onnx.numpy_helper.from_array(weights.normal(0, 1, (4, 64, 1, 1)).astype("f4"), "last")
    nodes = [
        onnx.helper.make_node("Conv", ["x", "first"], ["a"]),
        onnx.helper.make_node("Conv", ["a", "deep"], ["b"], pads=[15] * 4),
        onnx.helper.make_node("Conv", ["b", "last"], ["y"]),
    ]
    shape = ["n", 3, "h", "w"]
    kind = onnx.TensorProto.FLOAT
    entry = onnx.helper.make_tensor_value_info("x", kind, shape)
    leaving = onnx.helper.make_tensor_value_info("y", kind, ["n", 4, "h", "w"])
    graph = onnx.helper.make_graph(nodes, "deep", [entry], [leaving], [first, deep, last])
    path = tmp_path_factory.mktemp("deep") / "deep.onnx"
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, path)
    return path


@pytest.fixture(scope="module")
def large_image(tmp_path_factory) -> Path:
    import rasterio

    path = tmp_path_factory.mktemp("large") / "image.tif"
    values = np.random.default_rng(2).integers(0, 255, (3, 2048, 2048), "uint8")
    transform = Affine(10, 0, 500_000, 0, -10, 5_000_000)
    with rasterio.open(
        path, "w", driver="GTiff", width=2048, height=2048, count=3, dtype="uint8", crs="EPSG:32631",
        transform=transform, tiled=True,
    ) as target:  # fmt: skip
        target.write(values)
    return path


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("count", [5, pytest.param(50, marks=pytest.mark.soak)])
def test_whenever_a_run_is_cancelled_or_killed_nothing_stays(
    start_worker, tmp_path, monkeypatch, own_cache, deep_model, large_image, count
):
    results, temporary = tmp_path / "results", tmp_path / "tmp"
    results.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    inputs = {
        "input": [str(large_image)],
        "model": str(deep_model),
        "gsd": 10,
        "scaling": "none",
        "tile": 512,
    }
    inputs |= {"task": "segmentation", "activation": "softmax", "bands": "1,2,3"}
    outputs = {name: {"path": str(results / f"{name}.tif")} for name in ("classes", "confidence")}
    request = {"job": "inference.map", "inputs": inputs, "outputs": outputs}
    moments = random.Random(count)
    for number in range(count):
        how = ("line", "SIGTERM", "end of input", "SIGKILL")[number % 4]
        worker = start_worker()
        worker.send({"id": 1, "request": request})
        time.sleep(moments.uniform(0, 3))
        assert worker.process.poll() is None, worker.process.stderr.read()
        start = time.monotonic()
        end(worker, how)
        worker.process.wait(10)
        assert time.monotonic() - start < 2, how
        assert not is_alive(worker.process.pid), how
        if how != "SIGKILL":
            assert [*results.iterdir(), *temporary.iterdir()] == [], how
    sweeper = start_worker()
    sweeper.send({"id": 1, "request": request})
    sweeper.send({"cancel": 1})
    sweeper.process.stdin.close()
    sweeper.process.wait(10)
    assert [*results.iterdir(), *temporary.iterdir(), *(own_cache / "runs").iterdir()] == []


def end(worker, how: str) -> None:
    if how == "line":
        worker.send({"cancel": 1})
        assert worker.until("error")["type"] == "Cancelled"
        worker.process.stdin.close()
    elif how == "SIGTERM":
        worker.process.send_signal(signal.SIGTERM)
    elif how == "end of input":
        worker.process.stdin.close()
    else:
        os.killpg(worker.process.pid, signal.SIGKILL)


def test_the_model_has_a_node_that_nobody_would_wait_for(deep_model):
    import onnxruntime

    session = onnxruntime.InferenceSession(deep_model, providers=["CPUExecutionProvider"])
    start = time.monotonic()
    session.run(None, {"x": np.zeros((1, 3, 256, 256), "f4")})
    assert (
        time.monotonic() - start
    ) * 4 > DEEP_S / 2  # a quarter of a tile; half of it for a faster processor
