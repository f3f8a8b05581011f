"""Runs at the same time, and outputs that others have open."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import rasterio

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation", "bands": "1,2,3"}
LONG = {"tile": 32, "overlap": 8}  # 48 tiles of the scene: enough to be kept for a later run


@pytest.fixture
def start(root):
    """Starts the job in a process of its own."""
    door = [sys.executable, "-I", "-X", "utf8", str(root / "processing" / "__main__.py")]
    started = []

    def start(target, **inputs):
        values = [f"{name}={value}" for name, value in inputs.items()]
        command = [*door, "run", "inference.map", *values, f"classes={target}"]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_two_runs_at_once_do_not_disturb_each_other(bench, scene, start, own_cache):
    """Neither those of one request, which would share what they keep, nor those of two."""
    options = {"input": bench.image(scene), "model": bench.blur(), **LONG, **FACTS}
    other = options | {"threshold": 0.9}
    expected = [bench.run(name="one", **options), bench.run(name="two", **other)]
    asked = [options, options, other, options]
    targets = [bench.folder / name for name in ("a.tif", "b.tif", "c.tif", "a.tif")]
    runs = [start(target, **inputs) for target, inputs in zip(targets, asked, strict=True)]
    for run in runs:
        _, errors = run.communicate(timeout=60)
        assert run.returncode == 0, errors
    for target, ran in zip(targets, [expected[0], expected[0], expected[1]], strict=False):
        assert target.read_bytes() == ran.paths["classes"].read_bytes()
    assert not list((own_cache / "blocks").glob("strips-*"))
    assert not [path for path in bench.folder.iterdir() if path.name.startswith(".")]


READER = """
import sys, rasterio
with rasterio.open(sys.argv[1]) as dataset:
    before = dataset.read(1, window=rasterio.windows.Window(0, 0, 10, 10))
    print("open", flush=True)
    sys.stdin.readline()
    values = dataset.read(1)
    print(int(values.min()), int(values.max()), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced on Windows")
def test_an_output_that_another_program_has_open_is_replaced_and_the_reader_keeps_the_old_one(bench, scene):
    image, model = bench.image(scene), bench.blur()
    target = bench.folder / "run-classes.tif"
    bench.image(np.full((1, 700, 900), 77, "uint8"), target.name)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout.readline() == "open\n"
    ran = bench.run(input=image, model=model, **FACTS)
    output, _ = reader.communicate("go on\n", timeout=30)
    assert output == "77 77\n"
    with rasterio.open(ran.paths["classes"]) as dataset:
        assert dataset.shape == scene.shape[1:]
        assert dataset.read(1).max() < 4
