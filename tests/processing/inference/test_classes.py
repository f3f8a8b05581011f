"""The classes of a map: named or not, of one output of the model or of several."""

from __future__ import annotations

import geopandas
import numpy as np
import onnx
import pytest
import rasterio
from onnx import TensorProto

from releve.processing.errors import ModelError, RequestError
from releve.processing.raster.classes import read_classes

from .conftest import node

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
OUTPUTS = ["classes", "polygons", "report"]


def model_of_codes(bench):
    """A model that gives the numbers of classes as they are in the image, as int64."""
    shape = ("n", 1, "h", "w")
    path = bench.model([node("Cast", "x", "y", to=TensorProto.INT64)], {}, entry=shape, leaving=shape)
    proto = onnx.load(path)
    proto.graph.output[0].type.tensor_type.elem_type = TensorProto.INT64
    onnx.save(proto, path)
    return path


def image_of(bench, values):
    return bench.image(np.resize(np.array(values, "float32"), (1, 20, 30)))


def legend(path, band=1):
    with rasterio.open(path) as dataset:
        return [(one.value, one.name) for one in read_classes(dataset, band=band)]


def test_classes_without_names_are_those_that_occur(bench):
    ran = bench.run(OUTPUTS, input=image_of(bench, [0, 1, 2, 5, 300]), model=model_of_codes(bench), **FACTS)
    found = ran.read("classes")
    assert (found.dtype, np.unique(found).tolist()) == (np.uint16, [0, 1, 2, 5, 300])
    names = ["0", "1", "2", "5", "300"]
    assert legend(ran.paths["classes"]) == [(int(name), name) for name in names]
    assert ran.values["pixels"] == dict.fromkeys(names, 120)
    assert [one["name"] for one in ran.styles["classes"]["classes"]] == names
    assert len({one["color"] for one in ran.styles["classes"]["classes"]}) == 5
    page = ran.paths["report"].read_text(encoding="utf-8")
    assert "0 pixels have no class" in page
    assert page.count("20.0") >= 5  # per cent


def test_a_class_that_the_card_does_not_name_is_counted_too(bench):
    options = {"model": model_of_codes(bench), "class_names": "sea,sand"} | FACTS
    ran = bench.run(["classes", "report"], input=image_of(bench, [0, 1, 7]), **options)
    assert legend(ran.paths["classes"]) == [(0, "sea"), (1, "sand"), (7, "7")]
    assert "0 pixels have no class" in ran.paths["report"].read_text(encoding="utf-8")
    with pytest.raises(ModelError, match=r"class 300, which its card does not name, .* 0 to 254"):
        bench.run(input=image_of(bench, [0, 1, 300]), **options)


def test_classes_that_no_map_holds_are_refused(bench):
    model = model_of_codes(bench)
    for value in (-1, 65535, 70_000):
        with pytest.raises(ModelError, match=f"class {value}, and a map holds 0 to 65534"):
            bench.run(input=image_of(bench, [0, value]), model=model, **FACTS)


@pytest.fixture
def two_heads(bench):
    """A model of two outputs, of three classes each, whose names are in Deepness' keys."""
    names = [{"0": "sea", "1": "sand", "2": "wood"}, {"0": "wet", "1": "damp", "2": "dry"}]
    nodes = [node("Identity", "x", "cover"), node("Neg", "x", "water")]
    shape = ("n", 3, "h", "w")
    keys = {"model_type": "Segmentor", "class_names": names}
    return bench.model(nodes, {}, leaving={"cover": shape, "water": shape}, metadata=keys)


def test_each_output_has_its_own_names_and_table(bench, scene, two_heads):
    ran = bench.run(["classes", "report"], input=bench.image(scene), model=two_heads, **FACTS)
    assert [name for _, name in legend(ran.paths["classes"], 1)] == ["sea", "sand", "wood"]
    assert [name for _, name in legend(ran.paths["classes"], 2)] == ["wet", "damp", "dry"]
    with rasterio.open(ran.paths["classes"]) as dataset:
        assert dataset.descriptions == ("cover", "water")
    pixels = ran.values["pixels"]
    assert pixels["cover"]["sea"] == (scene.argmax(0) == 0).sum()
    assert pixels["water"]["dry"] == (scene.argmin(0) == 2).sum()
    page = ran.paths["report"].read_text(encoding="utf-8")
    assert all(word in page for word in ("cover", "water", "sand", "damp", "holds no colours"))
    assert [one["name"] for one in ran.styles["classes"]["classes"]] == ["sea", "sand", "wood"]


def test_polygons_are_made_of_one_output(bench, scene, two_heads):
    image = bench.image(scene)
    with pytest.raises(RequestError, match=r"several outputs \(cover, water\).*HEAD"):
        bench.run(OUTPUTS, input=image, model=two_heads, **FACTS)
    ran = bench.run(["polygons"], input=image, model=two_heads, head="water", **FACTS)
    layer = geopandas.read_file(ran.paths["polygons"])
    assert set(layer["name"]) == {"wet", "damp", "dry"}
    assert layer.loc[layer["name"] == "dry", "pixels"].sum() == (scene.argmin(0) == 2).sum()
