"""Models that cannot be run, through the job: a sentence that says why, and nothing written."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnx import helper

from releve.processing.errors import CardError, ModelError, RasterError, ReleveError

from .conftest import node

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}


def refused(bench, kind, words, outputs=("classes", "confidence"), **inputs):
    """The run is refused by this error with these words, and leaves nothing beside its inputs."""
    before = set(bench.folder.iterdir())
    with pytest.raises(kind, match=words):
        bench.run(outputs, **inputs)
    assert set(bench.folder.iterdir()) == before


def changed(bench, change):
    """A model of the bench after a change of its protocol buffer."""
    path = bench.blur()
    proto = onnx.load(path)
    change(proto)
    onnx.save(proto, path)
    return path


def test_a_newer_opset_names_both_numbers(bench, scene):
    def change(proto):
        proto.opset_import[0].version = 999

    refused(
        bench, ModelError, r"(?i)opset.*999", input=bench.image(scene), model=changed(bench, change), **FACTS
    )


def test_a_newer_format_names_both_numbers(bench, scene):
    def change(proto):
        proto.ir_version = 99

    refused(bench, ModelError, "99", input=bench.image(scene), model=changed(bench, change), **FACTS)


@pytest.mark.parametrize("domain", ["", "com.example"])
def test_an_unknown_operator_is_named(bench, scene, domain):
    def change(proto):
        proto.graph.node[0].op_type = "Divination"
        proto.graph.node[0].domain = domain
        if domain:
            proto.opset_import.append(helper.make_opsetid(domain, 1))

    image = bench.image(scene)
    refused(bench, ModelError, "Divination", input=image, model=changed(bench, change), **FACTS)


def test_missing_external_weights_are_named(bench, scene):
    path = bench.folder / "external.onnx"
    onnx.save(
        onnx.load(bench.blur()), path, save_as_external_data=True, location="weights.bin", size_threshold=0
    )
    (bench.folder / "weights.bin").unlink()
    refused(bench, ModelError, r"weights\.bin", input=bench.image(scene), model=str(path), **FACTS)


def test_a_truncated_model(bench, scene):
    path = bench.folder / "model.onnx"
    content = bench.blur() and path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    refused(bench, ModelError, "cut short", input=bench.image(scene), model=str(path), **FACTS)


def card(classes, bands):
    """A STAC Item of a model."""
    order = ["batch", "bands", "height", "width"]
    entry = {"shape": [-1, len(bands), -1, -1], "dim_order": order, "data_type": "float32"}
    leaving = {"shape": [-1, classes, -1, -1], "dim_order": ["batch", "class", "height", "width"]}
    names = [{"value": value, "name": f"class {value}"} for value in range(classes)]
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": ["https://stac-extensions.github.io/mlm/v1.5.0/schema.json"],
        "id": "test",
        "geometry": None,
        "properties": {
            "datetime": None,
            "mlm:name": "test",
            "mlm:architecture": "none",
            "mlm:tasks": ["semantic-segmentation"],
            "mlm:input": [{"name": "x", "bands": bands, "input": entry, "releve:gsd": 10}],
            "mlm:output": [
                {
                    "name": "y",
                    "tasks": ["semantic-segmentation"],
                    "result": leaving | {"data_type": "float32"},
                    "classification:classes": names,
                }
            ],
        },
        "assets": {},
        "links": [],
    }


@pytest.mark.parametrize(
    ("classes", "bands"), [(7, ["B02", "B03", "B04"]), (4, ["B02", "B03", "B04", "B08", "B11"])]
)
def test_a_card_that_contradicts_its_model(bench, scene, classes, bands):
    """A model of 3 bands and 4 classes, whose card tells of others."""
    model = bench.blur(metadata={"stac_mlm": card(classes, bands)})
    image = bench.image(np.concatenate([scene, scene[:2]]), bands=["B02", "B03", "B04", "B08", "B11"])
    refused(bench, CardError, "card", input=image, model=model, **FACTS)


def test_numbers_that_are_none_from_the_middle_of_a_run(bench, scene):
    """What was written until then is not left behind."""
    values = scene.astype("float32")
    values[:, 100:, :] = -1
    nodes = [node("Log", "x", "y")]
    image, model = bench.image(values), bench.model(nodes, {})
    for blending in ("crop", "blend"):
        refused(
            bench, ModelError, "not numbers", input=image, model=model, tile=32, overlap=8, blending=blending,
            **FACTS,
        )  # fmt: skip


def test_an_image_without_pixels(bench):
    path = bench.folder / "empty.vrt"
    path.write_text("<VRTDataset rasterXSize='0' rasterYSize='0'><VRTRasterBand band='1'/></VRTDataset>")
    refused(bench, RasterError, "cannot be read", input=str(path), model=bench.blur(bands=1), **FACTS)


def test_an_extent_without_pixels(bench, scene):
    extent = {"bbox": [500_100, 4_999_500, 500_100, 4_999_500], "crs": "EPSG:32631"}
    refused(bench, ReleveError, "xmin", input=bench.image(scene), model=bench.blur(), extent=extent, **FACTS)
