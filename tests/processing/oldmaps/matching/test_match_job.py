"""oldmaps.match: from files to control points on the ground."""

import csv
import json

import cv2
import numpy as np
import pytest
import rasterio
from pyproj import Transformer
from rasterio.transform import Affine

from releve.processing.errors import GridError, ModelError, RasterError, RequestError
from releve.processing.oldmaps.matching.affinities import applied, inverse
from releve.processing.raster.reference_systems import crs_of

TURNED = Affine.translation(650_000, 6_862_000) @ Affine.rotation(12) @ Affine.scale(0.84, -0.84)


@pytest.fixture
def sheet(tmp_path, drawn, seen):
    """A sheet without georeference, and the map from its pixels to those of the town."""
    image, forward = seen(drawn, degrees=20, scale=0.9)
    path = tmp_path / "planche d'été.png"
    path.write_bytes(cv2.imencode(".png", cv2.cvtColor(image.picture.pixels, cv2.COLOR_RGB2BGR))[1].tobytes())
    return path, inverse(forward)


@pytest.fixture
def place(tmp_path):
    """Writes an image as a raster that lies on the ground."""

    def placed(pixels, name="reference.tif", *, transform=TURNED, crs="EPSG:2154"):
        path = tmp_path / name
        rows, columns = pixels.shape[:2]
        profile = {"driver": "GTiff", "width": columns, "height": rows, "count": 3, "dtype": "uint8"}
        with rasterio.open(path, "w", **profile, crs=crs, transform=transform) as target:
            target.write(np.moveaxis(pixels, 2, 0))
        return path

    return placed


def rows_of(path):
    with path.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_points_lie_where_the_reference_says(sheet, place, drawn, run_job, tmp_path):
    path, to_town = sheet
    endings = {"points": "csv", "report": "html", "picture": "png", "data": "json"}
    outputs = {name: tmp_path / f"out.{ending}" for name, ending in endings.items()}
    result = run_job({"sheet": path, "reference": place(drawn)}, outputs)
    assert result.values["verdict"] == "reliable"
    assert result.values["rotation"] == pytest.approx(-20, abs=0.1)
    assert result.values["scale"] == pytest.approx(1 / 0.9, rel=0.005)
    rows = rows_of(outputs["points"])
    assert len(rows) == result.values["point_count"] >= 20
    assert {row["origin"] for row in rows} == {"matcher"}
    assert {row["crs"] for row in rows} == {"EPSG:2154"}
    pixels = np.array([[float(row["col"]), float(row["row"])] for row in rows])
    ground = np.array([[float(row["x"]), float(row["y"])] for row in rows])
    truth = applied(np.array(TURNED[:6]).reshape(2, 3), applied(to_town, pixels))
    assert np.hypot(*(ground - truth).T).max() < 0.84 * 3
    assert all(0 < float(row["sigma_px"]) < 2 and 0 < float(row["confidence"]) <= 1 for row in rows)
    told = json.loads(outputs["data"].read_text(encoding="utf-8"))
    assert told["evidence"]["inliers"] == len(told["pairs"]) >= 100
    assert "planche d'été.png" in outputs["report"].read_text(encoding="utf-8").replace("&#39;", "'")
    assert cv2.imread(str(outputs["picture"])).shape[2] == 3


def test_points_come_in_the_reference_system_asked_for(sheet, place, drawn, run_job, tmp_path):
    inputs = {"sheet": sheet[0], "reference": place(drawn)}
    found = {}
    for crs in ("EPSG:4326", "verniquet"):
        run_job(inputs | {"crs": crs}, {"points": tmp_path / "points.csv"})
        rows = rows_of(tmp_path / "points.csv")
        found[crs] = np.array([[float(row["x"]), float(row["y"])] for row in rows])
    change = Transformer.from_crs(crs_of("EPSG:4326"), crs_of("verniquet"), always_xy=True)
    degrees, toises = found.values()
    assert np.allclose(np.column_stack(change.transform(*degrees.T)), toises, atol=1e-3)
    assert 1 < degrees[:, 0].mean() < 4 < 40 < degrees[:, 1].mean()  # longitude first


def test_the_extent_given_is_all_that_is_looked_at(sheet, place, drawn, town_of, run_job):
    both = np.hstack([town_of(3), drawn])  # the town lies in the right half
    reference = place(both, transform=Affine(0.5, 0, 0, 0, -0.5, 0))
    half = {"bbox": [240, -240, 480, 0]}
    assert (
        run_job({"sheet": sheet[0], "reference": reference, "extent": half}).values["verdict"] == "reliable"
    )
    other = {"bbox": [0, -240, 230, 0]}
    assert run_job({"sheet": sheet[0], "reference": reference, "extent": other}).values["verdict"] == "failed"


def test_a_match_that_fails_gives_a_sentence_and_an_account_but_no_points(
    sheet, place, town_of, run_job, tmp_path
):
    inputs = {"sheet": sheet[0], "reference": place(town_of(5))}
    outputs = {"points": tmp_path / "points.csv", "report": tmp_path / "why.html"}
    with pytest.raises(RasterError, match=r"was not found on reference\.tif, so no points are written"):
        run_job(inputs, outputs)
    assert not outputs["points"].exists()
    assert "Failed: the sheet was not found" in outputs["report"].read_text(encoding="utf-8")
    result = run_job(inputs)  # nobody asked for points: the verdict is the answer
    assert result.values == {"verdict": "failed", "inliers": 0, "point_count": 0}
    assert any("may not show the same ground" in warning for warning in result.warnings)


def test_a_doubtful_match_gives_points_and_says_so(place, drawn, run_job, tmp_path):
    path = tmp_path / "sheet.png"
    cv2.imwrite(str(path), drawn)
    outputs = {"points": tmp_path / "points.csv"}
    result = run_job({"sheet": path, "reference": place(drawn[:, 340:, ::-1])}, outputs)
    assert result.values["verdict"] == "look"
    assert any("of 9 parts of the sheet" in warning for warning in result.warnings)
    assert rows_of(outputs["points"])


def test_a_reference_without_a_place_is_refused(sheet, place, drawn, run_job):
    for plain in (sheet[0], place(drawn, crs=None)):
        with pytest.raises(GridError, match="has no georeference"):
            run_job({"sheet": sheet[0], "reference": plain})


def test_a_mirrored_reference_is_refused(sheet, place, drawn, run_job):
    mirrored = place(drawn, transform=Affine(2, 0, 0, 0, 2, 0))
    with pytest.raises(GridError, match="mirrored"):
        run_job({"sheet": sheet[0], "reference": mirrored})


def test_an_extent_beside_the_reference_is_refused(sheet, place, drawn, run_job):
    away = {"bbox": [2.0, 40.0, 2.1, 40.1], "crs": "EPSG:4326"}
    with pytest.raises(GridError, match="shows nothing of the extent"):
        run_job({"sheet": sheet[0], "reference": place(drawn), "extent": away})


def test_wrong_words_are_refused_before_any_work(sheet, place, drawn, run_job):
    inputs = {"sheet": sheet[0], "reference": place(drawn)}
    with pytest.raises(RequestError, match="verniquette"):
        run_job(inputs | {"crs": "verniquette"})
    with pytest.raises(RasterError, match="There is no raster at"):
        run_job(inputs | {"reference": "/nowhere/reference.tif"})


def test_a_model_finds_what_is_turned_by_more_than_it_bears(place, drawn, run_job, dots_model, tmp_path):
    path = tmp_path / "sheet.png"
    cv2.imwrite(str(path), cv2.cvtColor(np.rot90(drawn), cv2.COLOR_RGB2BGR))
    inputs = {"sheet": path, "reference": place(drawn), "model": dots_model()}
    result = run_job(inputs, {"points": tmp_path / "points.csv", "data": tmp_path / "data.json"})
    assert result.values["verdict"] == "reliable"
    assert result.values["rotation"] == pytest.approx(90, abs=0.1)
    told = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert told["matcher"] == "dots"  # naming a model is enough to have it taken


def test_a_model_of_another_kind_is_refused(sheet, place, drawn, run_job, root):
    model = root / "resources" / "models" / "olinda_landcover.onnx"
    inputs = {"sheet": sheet[0], "reference": place(drawn), "model": model}
    with pytest.raises(ModelError):
        run_job(inputs)
