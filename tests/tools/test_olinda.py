"""The sample's labels, and the model that the project trains on them and ships."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
import pyogrio
import pytest

CARD = Path("resources/models/olinda_landcover.stac.json")
MODEL = Path("resources/models/olinda_landcover.onnx")
LABELS = Path("resources/samples/olinda_labels.gpkg")
SCENE = Path("build/samples/olinda_landsat7.tif")


@pytest.fixture(scope="module")
def card(root: Path) -> dict[str, Any]:
    return json.loads((root / CARD).read_text("utf-8"))


@pytest.fixture(scope="module")
def session(root: Path) -> ort.InferenceSession:
    return ort.InferenceSession(str(root / MODEL), providers=["CPUExecutionProvider"])


def retrained(root: Path, folder: Path) -> bytes:
    """The model trained anew, by another process."""
    command = [sys.executable, str(root / "tools" / "train_olinda.py"), "--folder", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / MODEL.name).read_bytes()


def test_labels_hold_what_they_promise(root: Path) -> None:
    points = pyogrio.read_dataframe(root / LABELS, layer="points")
    polygons = pyogrio.read_dataframe(root / LABELS, layer="polygons")
    assert len(points) >= 150
    assert len(polygons) >= 20
    for layer in (points, polygons):
        assert {"class", "name", "author", "date", "method", "pictures", "block"} <= set(layer.columns)
        assert layer["class"].nunique() >= 6
        assert layer.crs.to_epsg() == 31985
        assert layer.is_valid.all()
        assert set(layer["author"]) == {"Relevé developers"}
    assert points["block"].nunique() == 25
    assert not points.geometry.duplicated().any()


def test_labels_and_card_name_the_same_classes(root: Path, card: dict[str, Any]) -> None:
    points = pyogrio.read_dataframe(root / LABELS, layer="points", read_geometry=False)
    named = {
        one["value"]: one["name"] for one in card["properties"]["mlm:output"][0]["classification:classes"]
    }
    assert dict(zip(points["class"], points["name"], strict=True)) == named


def test_training_again_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="training needs scikit-learn, the extra “train”")
    if not (root / SCENE).is_file():
        pytest.skip("the Landsat scene is not here: make samples")
    first, second = retrained(root, tmp_path / "one"), retrained(root, tmp_path / "two")
    assert first == second

    # Another processor may round otherwise, so the model that is shipped is compared by what it does.
    import rasterio

    with rasterio.open(root / SCENE) as source:
        scene = source.read()[None].astype(np.float32)
    shipped = ort.InferenceSession(str(root / MODEL), providers=["CPUExecutionProvider"])
    anew = ort.InferenceSession(first, providers=["CPUExecutionProvider"])
    maps = [one.run(None, {"image": scene})[0].argmax(1) for one in (shipped, anew)]
    assert (maps[0] == maps[1]).mean() > 0.98


def test_card_gives_the_hash_of_its_model(root: Path, card: dict[str, Any]) -> None:
    content = (root / MODEL).read_bytes()
    asset = card["assets"]["model"]
    assert asset["file:checksum"] == "1220" + hashlib.sha256(content).hexdigest()
    assert asset["file:size"] == len(content) < 200_000


def test_model_gives_the_test_vector(card: dict[str, Any], session: ort.InferenceSession) -> None:
    (vector,) = card["properties"]["releve:test_vectors"]
    given, wanted = vector["input"]["image"], vector["output"]["scores"]
    image = np.array(given["values"], np.float32).reshape(given["shape"])
    (made,) = session.run(None, {"image": image})
    np.testing.assert_allclose(made.ravel(), wanted["values"], atol=vector["tolerance"])


@pytest.mark.parametrize("side", [(1, 1), (3, 700)])
def test_model_takes_images_of_any_size(session: ort.InferenceSession, side: tuple[int, int]) -> None:
    (made,) = session.run(None, {"image": np.full((2, 6, *side), 90, np.float32)})
    assert made.shape == (2, 8, *side)
    assert np.isfinite(made).all()


def test_model_sees_no_further_than_its_card_says(
    card: dict[str, Any], session: ort.InferenceSession
) -> None:
    halo = card["properties"]["mlm:input"][0]["releve:halo"]
    image = np.full((1, 6, 21, 21), 90, np.float32)
    before = session.run(None, {"image": image})[0]
    image[..., 10, 10] = 200
    changed = np.argwhere((session.run(None, {"image": image})[0] != before).any((0, 1)))
    assert np.abs(changed - 10).max() == halo


def test_model_carries_its_card_and_deepness_keys(root: Path, card: dict[str, Any]) -> None:
    model = onnx.load(root / MODEL)
    assert (model.ir_version, model.opset_import[0].version) == (8, 17)
    inside = {entry.key: json.loads(entry.value) for entry in model.metadata_props}
    assert inside["stac_mlm"]["properties"]["mlm:input"] == card["properties"]["mlm:input"]
    assert inside["model_type"] == "Segmentor"
    assert inside["resolution"] == 2850
    assert len(inside["class_names"]) == 8


def test_deepness_gets_the_same_scores_by_its_keys(
    root: Path, card: dict[str, Any], session: ort.InferenceSession
) -> None:
    said = {entry.key: entry.value for entry in onnx.load(root / MODEL).metadata_props}
    mean, deviation = (
        np.array(json.loads(said[f"standardization_{key}"]), np.float32) for key in ("mean", "std")
    )
    (vector,) = card["properties"]["releve:test_vectors"]
    given, wanted = vector["input"]["image"], vector["output"]["scores"]
    tile = np.array(given["values"], np.uint8).reshape(given["shape"]).transpose(0, 2, 3, 1)
    # What Deepness does with a tile, its bands last: floats from 0 to 1, standardised, then bands first
    floats = (tile.astype("float32") / 255 - mean) / deviation
    (made,) = session.run(None, {session.get_inputs()[0].name: floats.transpose(0, 3, 1, 2)})
    np.testing.assert_allclose(made.ravel(), wanted["values"], atol=2 * vector["tolerance"])


def test_releve_reads_deepness_keys_as_raw_numbers_of_floats(root: Path, tmp_path: Path) -> None:
    from releve.processing.models import read_card

    model = onnx.load(root / MODEL)
    del model.metadata_props[[entry.key for entry in model.metadata_props].index("stac_mlm")]
    onnx.save(model, tmp_path / "bare.onnx")
    (entry,) = read_card(tmp_path / "bare.onnx").inputs
    beside = read_card(root / MODEL)
    assert {scaling.values for scaling in entry.scaling} == {(0.0, 1.0)}
    assert (entry.dtype, entry.gsd_m) == (beside.inputs[0].dtype, beside.inputs[0].gsd_m) == ("float32", 28.5)
    assert beside.inputs[0].scaling == ()


def test_card_is_valid(card: dict[str, Any], shared_data: Path) -> None:
    pytest.importorskip("jsonschema")
    from jsonschema import Draft7Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT7

    file = shared_data / "publishing" / "stac_mlm" / "json-schema" / "schema.json"
    if not file.is_file():
        pytest.skip(f"{file} is not here")
    classes = {
        "type": "array",
        "items": {
            "required": ["value", "name"],
            "properties": {"color_hint": {"pattern": "^([0-9A-F]{6})$"}},
        },
    }
    expression = {"type": "object", "required": ["format", "expression"]}
    # Stand-ins for the three extensions that the schema refers to on the web.
    stubs = {
        "classification/v1.1.0": {
            "definitions": {"fields": {"properties": {"classification:classes": classes}}}
        },
        "processing/v1.1.0": {
            "definitions": {"fields": {"properties": {"processing:expression": expression}}}
        },
        "raster/v1.1.0": {
            "definitions": {"bands": {"items": {"properties": {"data_type": {"type": "string"}}}}}
        },
    }
    registry = Registry().with_resources(
        (f"https://stac-extensions.github.io/{name}/schema.json", Resource.from_contents(stub, DRAFT7))
        for name, stub in stubs.items()
    )
    schema = json.loads(file.read_text("utf-8"))
    faults = [error.message for error in Draft7Validator(schema, registry=registry).iter_errors(card)]
    assert faults == []


def test_card_states_what_was_measured(card: dict[str, Any]) -> None:
    measured = card["properties"]["releve:accuracy"]
    low, high = measured["interval"]
    counts = np.array(measured["confusion"]["counts"])
    assert counts.sum() == measured["points"]
    assert measured["overall"] == pytest.approx(np.trace(counts) / counts.sum(), abs=1e-3)
    assert low < measured["overall"] < high
    assert len(measured["per_class"]) == 8
    for one in measured["per_class"]:
        for share in ("precision", "recall"):
            low, high = one[f"{share}_interval"]
            assert low <= one[share] <= high
