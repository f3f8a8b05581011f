"""What a run leaves: outputs, provenance, the same bytes again, and what a stopped one keeps."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio

from releve.processing.errors import Cancelled, ModelError, OutOfMemory
from releve.processing.inference import inferring, setup
from releve.processing.raster.cogs import PROVENANCE_TAG

from .conftest import node

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
LONG = {"tile": 32, "overlap": 8}  # 48 tiles of the scene


def softmax(scores):
    shares = np.exp(scores - scores.max(0))
    return shares / shares.sum(0)


def test_a_class_map_has_names_colours_statistics_and_overviews(bench):
    values = np.random.default_rng(0).integers(0, 255, (3, 700, 300)).astype("uint8")
    ran = bench.run(input=bench.image(values), model=bench.blur(), class_names="sea,sand,wood,town", **FACTS)
    with rasterio.open(ran.paths["classes"]) as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.overviews(1) == [2]
        assert dataset.nodata == 255
        assert dataset.colormap(1)[0][:3] == (0x00, 0x72, 0xB2)
        classes = json.loads(dataset.tags(1)["RELEVE_CLASSES"])
        assert float(dataset.tags(1)["STATISTICS_MEAN"]) == pytest.approx(dataset.read(1).mean(), rel=1e-6)
    assert [one["name"] for one in classes] == ["sea", "sand", "wood", "town"]
    assert ran.styles["classes"] == {
        "type": "classes",
        "classes": [{key: one[key] for key in ("value", "name", "color")} for one in classes],
    }
    assert "<Category>sand</Category>" in Path(f"{ran.paths['classes']}.aux.xml").read_text(encoding="utf-8")
    assert sum(ran.values["pixels"].values()) == 700 * 300


def test_measures_agree_with_the_probabilities(bench, scene):
    image, model = bench.image(scene), bench.blur()
    names = ["classes", "confidence", "margin", "entropy", "probabilities"]
    exact = bench.run(names, input=image, model=model, number_type="float32", name="exact", **FACTS)
    steps = bench.run(names, input=image, model=model, name="steps", **FACTS)
    cropped = bench.run(names[:4], input=image, model=model, blending="crop", name="cropped", **FACTS)
    p = exact.read("probabilities")
    ordered = np.sort(p, axis=0)
    expected = {
        "confidence": ordered[-1],
        "margin": ordered[-1] - ordered[-2],
        "entropy": -(p * np.log(np.maximum(p, 1e-12))).sum(0) / np.log(4),
    }
    np.testing.assert_array_equal(exact.read("classes")[0], p.argmax(0))
    for name, values in expected.items():
        np.testing.assert_allclose(exact.read(name)[0], values, atol=1e-5)
        for ran in (steps, cropped):
            np.testing.assert_allclose(ran.read(name)[0] / 254, values, atol=1.01 / 254)
    with rasterio.open(steps.paths["confidence"]) as dataset:
        assert dataset.scales == (1 / 254,)
        assert dataset.nodata == 255


def test_one_sigmoid_channel_is_a_class_against_the_rest(bench, scene):
    weights = np.random.default_rng(1).normal(0, 0.02, (1, 3, 1, 1)).astype("f4")
    nodes = [node("Conv", "x", "w", "s"), node("Sigmoid", "s", "p"), node("Squeeze", "p", "one", "y")]
    model = bench.model(nodes, {"w": weights, "one": np.array([1])}, leaving=("n", "h", "w"))
    p = 1 / (1 + np.exp(-np.tensordot(weights[0, :, 0, 0], scene.astype("f4"), 1)))
    for blending in ("crop", "blend"):
        for threshold in (None, 0.8):
            options = {} if threshold is None else {"threshold": threshold}
            ran = bench.run(
                ["classes", "confidence"], input=bench.image(scene), model=model, class_names="coffee",
                overlap=8, blending=blending, tile=64, **options, **FACTS,
            )  # fmt: skip
            present = p >= (threshold or 0.5)
            sure = np.abs(p - (threshold or 0.5)) > 1e-4
            np.testing.assert_array_equal(ran.read("classes")[0][sure], present[sure])
            expected = np.where(present, p, 1 - p)
            np.testing.assert_allclose(ran.read("confidence")[0][sure] / 254, expected[sure], atol=1.01 / 254)


def test_classes_below_their_threshold_are_nodata_and_never_class_zero(bench, scene):
    image, model = bench.image(scene), bench.blur()
    for blending in ("crop", "blend"):
        ran = bench.run(
            ["classes", "confidence"], input=image, model=model, threshold=0.9, blending=blending, **FACTS
        )
        unsure = ran.read("confidence")[0] < 0.9 * 254 - 0.5
        assert unsure.any()
        np.testing.assert_array_equal(ran.read("classes")[0][unsure], 255)


def test_more_than_255_classes_are_words(bench):
    values = np.arange(40 * 60, dtype="float32").reshape(1, 40, 60) % 300
    nodes = [node("Sub", "x", "k", "d"), node("Abs", "d", "a"), node("Neg", "a", "y")]
    model = bench.model(
        nodes,
        {"k": np.arange(300, dtype="f4").reshape(300, 1, 1)},
        entry=("n", 1, "h", "w"),
        leaving=("n", 300, "h", "w"),
    )
    for blending in ("crop", "blend"):
        ran = bench.run(
            input=bench.image(values), model=model, blending=blending, tile=64, overlap=4, **FACTS
        )
        found = ran.read("classes")
        assert found.dtype == np.uint16
        np.testing.assert_array_equal(found, values)


def test_several_outputs_are_bands_and_one_can_be_chosen(bench, scene):
    nodes = [node("Identity", "x", "first"), node("Neg", "x", "second")]
    shape = ("n", 3, "h", "w")
    model = bench.model(nodes, {}, leaving={"first": shape, "second": shape})
    both = bench.run(input=bench.image(scene), model=model, name="both", **FACTS)
    second = bench.run(input=bench.image(scene), model=model, head="second", name="second", **FACTS)
    found = both.read("classes")
    np.testing.assert_array_equal(found[0], scene.argmax(0))
    np.testing.assert_array_equal(found[1], scene.argmin(0))
    np.testing.assert_array_equal(second.read("classes")[0], scene.argmin(0))


def test_a_model_of_pixels_reads_features(bench, scene):
    weights = np.random.default_rng(4).normal(0, 0.02, (3, 5)).astype("f4")
    model = bench.model([node("MatMul", "x", "w", "y")], {"w": weights}, entry=("n", 3), leaving=("n", 5))
    ran = bench.run(["classes", "confidence"], input=bench.image(scene), model=model, **FACTS)
    scores = np.tensordot(weights.T, scene.astype("f4"), 1)
    np.testing.assert_array_equal(ran.read("classes")[0], scores.argmax(0))
    np.testing.assert_allclose(ran.read("confidence")[0] / 254, softmax(scores).max(0), atol=1.01 / 254)


def test_a_model_that_loses_its_border_is_given_a_margin(bench, scene):
    weights = np.zeros((3, 3, 9, 9), "f4")
    weights[range(3), range(3), 4, 4] = 1  # the pixel in the middle of 9 × 9, without padding
    model = bench.model(
        [node("Conv", "x", "w", "y")], {"w": weights}, entry=("n", 3, 64, 64), leaving=("n", 3, 56, 56)
    )
    for blending in ("crop", "blend"):
        ran = bench.run(input=bench.image(scene), model=model, blending=blending, overlap=6, **FACTS)
        np.testing.assert_array_equal(ran.read("classes")[0], scene.argmax(0))


def test_a_model_of_fixed_batch_is_filled_up(bench, scene):
    shape = (4, 3, 64, 64)
    model = bench.model([node("Identity", "x", "y")], {}, entry=shape, leaving=shape)
    ran = bench.run(input=bench.image(scene), model=model, overlap=0, **FACTS)
    np.testing.assert_array_equal(ran.read("classes")[0], scene.argmax(0))


def test_polygons_and_a_report_come_with_the_map(bench, scene):
    ran = bench.run(
        ["classes", "polygons", "report"], input=bench.image(scene), model=bench.blur(), minimum_area=500,
        class_names="sea,sand,wood,town", **FACTS,
    )  # fmt: skip
    layer = geopandas.read_file(ran.paths["polygons"])
    assert layer["pixels"].sum() == 150 * 190
    assert layer["score_mean"].between(0.25, 1).all()
    assert ran.values["polygon_count"] == len(layer)
    page = ran.paths["report"].read_text(encoding="utf-8")
    assert all(name in page for name in ("sea", "sand", "wood", "town"))


def test_straightened_polygons_tell_in_the_report_what_changed(bench, scene):
    ran = bench.run(
        ["polygons", "report"], input=bench.image(scene), model=bench.blur(), minimum_area=2000,
        class_names="sea,sand,wood,town", polygon_shape="straightened", **FACTS,
    )  # fmt: skip
    layer = geopandas.read_file(ran.paths["polygons"])
    assert set(layer["shape"]) == {"straightened"}
    assert layer.geometry.area.sum() == pytest.approx(150 * 190 * 100)
    assert sum(abs(share) for share in ran.values["area_change_share"].values()) > 0
    assert "Change of area" in ran.paths["report"].read_text(encoding="utf-8")


def test_a_report_alone_tells_what_the_map_would(bench, scene):
    image, names = bench.image(scene), "sea,sand,wood,town"
    ran = bench.run(["report"], input=image, model=bench.blur(), class_names=names, **FACTS)
    both = bench.run(["classes"], input=image, model=bench.blur(), class_names=names, name="both", **FACTS)
    assert ran.values["tiles"] == both.values["tiles"] > 0
    assert ran.values["pixels"] == both.values["pixels"]
    assert "wood" in ran.paths["report"].read_text(encoding="utf-8")
    facts = FACTS | {"task": "regression"}
    ran = bench.run(["report"], input=image, model=bench.identity(3), name="values", **facts)
    page = ran.paths["report"].read_text(encoding="utf-8")
    assert f"{scene[2].mean():.3f}" in page


def test_provenance_names_everything_and_no_place_or_time(bench, scene):
    ran = bench.run(input=bench.image(scene), model=bench.blur(), **FACTS)
    with rasterio.open(ran.paths["classes"]) as dataset:
        text = dataset.tags()[PROVENANCE_TAG]
    told = json.loads(text)
    assert str(bench.folder) not in text
    assert told["runtime"]["provider"] == "cpu"
    assert told["inputs"]["input"] == ["image.tif"]
    assert {"tile", "margin", "overlap", "blending", "grid"} <= set(told["plan"])
    assert len(told["model"]["sha256"]) == 64


class Interrupted:
    """Lets some tiles through, then something happens."""

    def __init__(self, tiles, happens):
        self.left, self.happens, self.infer = tiles, happens, inferring.infer

    def __call__(self, plan, session, items):
        self.left -= len(items)
        if self.left < 0:
            self.happens()
        return self.infer(plan, session, items)


def cancelled():
    time.sleep(0.5)  # what was inferred is written meanwhile
    raise Cancelled("cancelled")


@pytest.mark.parametrize("blending", ["crop", "blend"])
def test_a_stopped_run_goes_on_where_it_was_and_gives_the_same_bytes(
    bench, scene, monkeypatch, own_cache, blending
):
    names = ["classes", "confidence"]
    options = {"input": bench.image(scene), "model": bench.blur(), "blending": blending, **LONG, **FACTS}
    whole = bench.run(names, name="whole", **options)
    with monkeypatch.context() as patch:
        patch.setattr(inferring, "infer", Interrupted(20, cancelled))
        with pytest.raises(Cancelled):
            bench.run(names, name="resumed", **options)
    assert not list(bench.folder.glob("resumed*"))
    resumed = bench.run(names, name="resumed", **options)
    assert resumed.values["rows_resumed"] >= 1
    assert resumed.values["tiles"] < whole.values["tiles"]
    for name in names:
        assert whole.paths[name].read_bytes() == resumed.paths[name].read_bytes()
    assert not list((own_cache / "blocks").glob("strips-*"))


@pytest.mark.parametrize("carried", [0, 4 * 4 * 8 * 24 * 3])
def test_a_wide_image_is_walked_in_lanes_that_leave_no_trace(bench, scene, monkeypatch, carried):
    """Where a row of tile borders would take too much memory, and also when the run was stopped."""
    names = ["classes", "confidence"]
    options = {"input": bench.image(scene), "model": bench.blur(), **LONG, **FACTS}
    whole = bench.run(names, name="whole", **options)
    monkeypatch.setattr(setup, "CARRY_BYTES", carried)
    lanes = bench.run(names, name="lanes", **options)
    assert lanes.values["tiles"] > whole.values["tiles"]
    with monkeypatch.context() as patch:
        patch.setattr(inferring, "infer", Interrupted(30, cancelled))
        with pytest.raises(Cancelled):
            bench.run(names, name="resumed", **options)
    resumed = bench.run(names, name="resumed", **options)
    assert resumed.values["rows_resumed"] >= 1
    for name in names:
        assert whole.paths[name].read_bytes() == lanes.paths[name].read_bytes()
        assert whole.paths[name].read_bytes() == resumed.paths[name].read_bytes()


def other_threshold(bench, scene, options):
    return options | {"threshold": 0.4}


def other_pixels(bench, scene, options):
    bench.image(scene[:, ::-1], "source.tif")
    return options


def other_mask(bench, scene, options):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False):
        bench.image(scene, "source.tif", mask=np.eye(150, 190) == 0)
    return options


def other_weights(bench, scene, options):
    weights = bench.folder / "w.bin"
    weights.write_bytes((-np.fromfile(weights, "f4")).tobytes())
    return options


def other_card(bench, scene, options):
    card = Path(options["model"]).with_suffix(".stac.json")
    card.write_text(json.dumps(item("other", 4)), encoding="utf-8")
    return options


def item(name, classes):
    """The least a card may say."""

    def tensor(channels, order):
        return {"data_type": "float32", "shape": [-1, channels, -1, -1], "dim_order": order}

    entry = {"name": "x", "bands": [], "input": tensor(3, ["batch", "bands", "height", "width"])}
    result = tensor(classes, ["batch", "class", "height", "width"])
    leaving = {"name": "y", "tasks": ["semantic-segmentation"], "result": result}
    told = {"mlm:name": name, "mlm:input": [entry], "mlm:output": [leaving]}
    return {"type": "Feature", "id": name, "properties": told, "assets": {}}


@pytest.mark.parametrize("change", [other_threshold, other_pixels, other_mask, other_weights, other_card])
def test_a_stopped_run_goes_on_but_not_with_anything_else(bench, scene, monkeypatch, change):
    """What is named stays the same: a virtual raster, a model that keeps its weights beside it."""
    bench.image(scene, "source.tif")
    image = bench.virtual("source.tif")
    options = {"input": image, "model": bench.external(bench.blur(), "w.bin"), **LONG, **FACTS}

    def stop():
        with monkeypatch.context() as patch:
            patch.setattr(inferring, "infer", Interrupted(20, cancelled))
            with pytest.raises(Cancelled):
                bench.run(**options)

    stop()
    assert bench.run(**options).values["rows_resumed"] >= 1
    stop()
    assert bench.run(**change(bench, scene, options)).values["rows_resumed"] == 0


KILLED = """
import os, signal, sys
sys.path.insert(0, {tests!r})
import conftest
from pathlib import Path
from releve.processing.inference import inferring, setup
left, infer = [25], inferring.infer
def dying(plan, session, items):
    left[0] -= len(items)
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return infer(plan, session, items)
inferring.infer = dying
from releve.processing.cli import main
sys.argv = ["releve", "run", "inference.map", *{arguments!r}]
main()
"""


def test_a_killed_run_goes_on_and_gives_the_same_bytes(bench, scene, root):
    options = {"input": bench.image(scene), "model": bench.blur(), **LONG, **FACTS}
    target = bench.folder / "run-classes.tif"
    arguments = [f"{key}={value}" for key, value in options.items()] + [f"classes={target}"]
    code = KILLED.format(tests=str(root / "tests"), arguments=arguments)
    done = subprocess.run([sys.executable, "-c", code], env=os.environ, capture_output=True, timeout=60)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert not target.exists()
    resumed = bench.run(**options)
    assert resumed.values["rows_resumed"] >= 1
    with rasterio.open(resumed.paths["classes"]) as dataset:
        found = dataset.read()
    whole = bench.run(**options, name="whole")
    np.testing.assert_array_equal(found, whole.read("classes"))


def test_the_batch_halves_when_memory_runs_out(bench, scene, monkeypatch):
    sizes, infer = [], inferring.infer

    def hungry(plan, session, items):
        sizes.append(len(items))
        if len(items) > 2:
            raise OutOfMemory("too much")
        return infer(plan, session, items)

    monkeypatch.setattr(inferring, "infer", hungry)
    ran = bench.run(input=bench.image(scene), model=bench.blur(), batch=8, **LONG, **FACTS)
    assert sizes[:3] == [8, 4, 2]
    assert max(sizes[2:]) == 2
    assert (ran.read("classes") != 255).all()


def test_a_single_tile_too_many_is_a_clear_error(bench, scene, monkeypatch):
    def hungry(plan, session, items):
        raise OutOfMemory("too much")

    monkeypatch.setattr(inferring, "infer", hungry)
    with pytest.raises(OutOfMemory, match="TILE"):
        bench.run(input=bench.image(scene), model=bench.blur(), **FACTS)


def test_a_model_that_gives_no_numbers_is_refused(bench, scene):
    for nodes in ([node("Log", "x", "y")], [node("Neg", "x", "n"), node("Log", "n", "y")]):
        model = bench.model(nodes, {})
        for outputs in (["classes"], ["classes", "confidence"]):
            with pytest.raises(ModelError, match="not numbers"):
                bench.run(outputs, input=bench.image(scene * 0), model=model, **FACTS)
    with pytest.raises(ModelError, match="not numbers"):
        bench.run(["values"], input=bench.image(scene * 0), model=model, **FACTS | {"task": "regression"})


def test_a_dry_run_tells_tiles_time_memory_and_size(bench, scene):
    ran = bench.run(
        ["plan"],
        job="inference.plan",
        input=bench.image(scene),
        model=bench.blur(),
        blending="crop",
        **LONG,
        **FACTS,
    )
    plan = json.loads(ran.paths["plan"].read_text())
    assert plan["blocks"] == 7 * 8
    assert plan["output_bytes_uncompressed"] == {"classes": 150 * 190, "confidence": 150 * 190}
    assert plan["seconds"] >= 0
    assert plan["memory_bytes"] > 0


def test_uint8_uint16_and_float_give_the_same_map(bench, scene):
    """The same scene in three units, each with the scaling that fits."""
    model = bench.blur()
    maps = []
    for place, (dtype, factor, scaling) in enumerate(
        [("uint8", 1, "divide_by_255"), ("uint16", 39.0, "divide_by_10000"), ("float32", 1 / 255, "none")]
    ):
        values = (scene.astype("float64") * factor).astype(dtype)
        image = bench.image(values, f"{dtype}.tif")
        maps.append(
            bench.run(input=image, model=model, name=str(place), **FACTS | {"scaling": scaling}).read(
                "classes"
            )
        )
    assert (maps[0] == maps[2]).mean() > 0.999
    assert (maps[0] == maps[1]).mean() > 0.97  # 39 / 10000 is not quite 1 / 255


def test_an_odd_path_is_no_obstacle(bench, scene):
    folder = bench.folder / ("dossier d’été “x” 'y' & <z> " + "n" * 180)
    folder.mkdir()
    bench.folder = folder
    ran = bench.run(["classes", "confidence"], input=bench.image(scene), model=bench.blur(), **LONG, **FACTS)
    assert (ran.read("classes") != 255).all()


def test_external_weights_stay_where_they_are(bench, scene):
    path = bench.blur()
    expected = bench.run(input=bench.image(scene), model=path, name="inside", **FACTS).read("classes")
    model = bench.external(path, "w.bin")
    ran = bench.run(input=bench.image(scene), model=model, name="outside", **FACTS)
    np.testing.assert_array_equal(ran.read("classes"), expected)
