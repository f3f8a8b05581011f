"""Objects found by tiny detectors of every layout, whose boxes are known exactly."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.warp import reproject, transform_bounds

from releve.processing.errors import Cancelled, CardError, ModelError
from releve.processing.inference.detection import sink as detect_sink
from releve.processing.models.sessions import Session

from ..conftest import node
from .detectors import Shape, detector

SQUARE = Shape(np.ones((9, 9), bool))
ELBOW = Shape(np.kron(np.tri(7), np.ones((4, 4))).astype(bool))  # a stair of 28 pixels
FACTS = {"gsd": 10, "scaling": "none", "bands": "1,2,3", "class_names": "ship,plane", "threshold": 0.9}
SHAPE = (3, 150, 190)
SIDES = ("xmin", "ymin", "xmax", "ymax")

# Top left and class of each object: in tiles' middles, on their edges and corners, at the image's border.
PLACES = [(4, 4, 0), (20, 60, 1), (27, 100, 0), (60, 28, 0), (60, 60, 1), (90, 181, 0), (141, 90, 1)]


def painted(places, shape=SQUARE, size=SHAPE):
    image = np.zeros(size, "uint8")
    for row, column, band in places:
        shape.paint(image, row, column, band)
    return image


def rectangle(row, column, height, width):
    """The pixels of a window on the map of `Bench.image`: 10 m each."""
    east, north = 500_000 + 10 * column, 5_000_000 - 10 * row
    return shapely.box(east, north - 10 * height, east + 10 * width, north)


def found(ran):
    return pyogrio.read_dataframe(ran.paths["objects"], layer="objects")


def bounds_by_class(layer):
    pairs = zip(layer["class"], layer.geometry.bounds.to_numpy().round(3).tolist(), strict=True)
    return sorted((value, tuple(bounds)) for value, bounds in pairs)


def expected(places, size=9):
    return sorted(
        (band, tuple(float(edge) for edge in rectangle(row, column, size, size).bounds))
        for row, column, band in places
    )


@pytest.mark.parametrize(
    "layout",
    ["yolo_v5", "yolo_v6", "yolo_v8", "yolo_nms", "detr", "detr_sigmoid", "boxes"],
)
def test_every_layout_finds_each_object_once_where_it_is(bench, layout):
    ran = bench.run(
        ["objects", "report"], job="inference.detect", input=bench.image(painted(PLACES)),
        model=detector(bench.folder, layout, SQUARE), layout=layout, **FACTS,
    )  # fmt: skip
    layer = found(ran)
    assert bounds_by_class(layer) == expected(PLACES)
    assert set(zip(layer["class"], layer["name"], strict=True)) == {(0, "ship"), (1, "plane")}
    assert layer["score"].between(0.999, 1.001).all()
    assert set(layer["seen"]) == {"whole"}
    assert set(layer["review"]) == {"todo"}
    assert layer["area_m2"].between(8080, 8120).all()  # on the ellipsoid: scale .9996
    assert ran.values["counts"] == {"ship": 4, "plane": 3}
    assert [one["name"] for one in ran.styles["objects"]["classes"]] == ["ship", "plane"]
    report = ran.paths["report"].read_text(encoding="utf-8")
    assert "ship" in report
    assert "Number of objects by score" in report


def test_an_image_that_enters_without_batch_is_found_by_the_outputs_beside_it(bench):
    """As torchvision exports its detectors."""
    model = detector(bench.folder, "boxes", SQUARE, has_batch=False)
    image = bench.image(painted(PLACES))
    ran = bench.run(["objects"], job="inference.detect", input=image, model=model, **FACTS)
    assert bounds_by_class(found(ran)) == expected(PLACES)


def test_turned_boxes_stay_turned(bench):
    angle, (width, height) = 0.5, (26, 8)
    rows, columns = np.mgrid[:29, :29] - 14
    along = np.abs(np.cos(angle) * columns + np.sin(angle) * rows) <= width / 2
    across = np.abs(-np.sin(angle) * columns + np.cos(angle) * rows) <= height / 2
    shape = Shape(along & across, (width, height), angle)
    places = [(10, 10, 0), (40, 50, 1), (100, 120, 0)]
    ran = bench.run(
        ["objects"], job="inference.detect", input=bench.image(painted(places, shape)),
        model=detector(bench.folder, "yolo_obb", shape), layout="yolo_obb", **FACTS,
    )  # fmt: skip
    layer = found(ran)
    middles = sorted((round(point.x), round(point.y)) for point in layer.geometry.centroid)
    assert middles == sorted((500_000 + 10 * c + 145, 5_000_000 - 10 * r - 145) for r, c, _ in places)
    assert layer.geometry.area.to_numpy() == pytest.approx(100 * width * height)
    assert layer["azimuth"].to_numpy() == pytest.approx(90 + np.degrees(angle))  # clockwise from north


@pytest.mark.parametrize(("layout", "head"), [("yolo_seg", "yolo_seg"), ("masks", "boxes")])
def test_instances_have_outlines_along_the_edges_of_pixels(bench, layout, head):
    places = [(8, 8, 0), (36, 76, 1), (100, 120, 0)]
    ran = bench.run(
        ["objects"], job="inference.detect", input=bench.image(painted(places, ELBOW)),
        model=detector(bench.folder, layout, ELBOW), layout=head, **FACTS,
    )  # fmt: skip
    layer = found(ran)
    stairs = [
        shapely.union_all([rectangle(row + 4 * step, column, 4, 4 * step + 4) for step in range(7)])
        for row, column, _ in places
    ]
    assert len(layer) == len(stairs)
    corners = shapely.get_coordinates(layer.geometry.to_numpy()) / 10
    np.testing.assert_array_equal(corners, corners.round())
    for stair in stairs:
        odd = min(one.symmetric_difference(stair).area for one in layer.geometry)
        # Prototypes are coarser than pixels: between their cells, corners are rounded.
        assert odd == 0 if head == "boxes" else odd <= 16 * 100


def test_an_object_larger_than_the_overlap_is_one(bench):
    long = Shape(np.ones((9, 9), bool), (90, 9))  # boxes ten times as wide as what is looked for
    places = [(60, 60, 0), (60, 95, 0)]
    ran = bench.run(
        ["objects"], job="inference.detect", input=bench.image(painted(places)),
        model=detector(bench.folder, "boxes", long), layout="boxes", **FACTS,
    )  # fmt: skip
    assert len(found(ran)) == 1


def test_missing_pixels_hold_no_object(bench):
    image = painted(PLACES)
    mask = np.full(SHAPE[1:], 255, "uint8")
    mask[:, 50:110] = 0
    ran = bench.run(
        ["objects"], job="inference.detect", input=bench.image(image, mask=mask),
        model=detector(bench.folder, "boxes", SQUARE), layout="boxes", **FACTS,
    )  # fmt: skip
    kept = [place for place in PLACES if not 50 <= place[1] + 4 < 110]
    assert bounds_by_class(found(ran)) == expected(kept)


def test_an_area_gives_what_the_whole_image_gives_inside(bench):
    area = bench.folder / "area.gpkg"
    polygon = shapely.union_all([rectangle(15, 15, 60, 60), rectangle(85, 170, 20, 20)])
    geopandas.GeoDataFrame(geometry=[polygon], crs="EPSG:32631").to_file(area)
    image, model = bench.image(painted(PLACES)), detector(bench.folder, "boxes", SQUARE)
    ran = bench.run(
        ["objects"], job="inference.detect", input=image, model=model, area=str(area), layout="boxes", **FACTS
    )
    assert bounds_by_class(found(ran)) == expected([(20, 60, 1), (60, 28, 0), (60, 60, 1), (90, 181, 0)])
    assert ran.values["tiles"] < 30


def test_another_resolution_and_reference_system_keep_objects_in_place(bench):
    """Pixels of 5 m in another zone: the model works at 10 m."""
    image = painted(PLACES).repeat(2, axis=1).repeat(2, axis=2)
    path = bench.image(image, transform=Affine(5, 0, 500_000, 0, -5, 5_000_000))
    ran = bench.run(
        ["objects"], job="inference.detect", input=path, model=detector(bench.folder, "boxes", SQUARE),
        layout="boxes", **FACTS,
    )  # fmt: skip
    assert bounds_by_class(found(ran)) == expected(PLACES)


def test_an_image_in_degrees_gives_objects_of_the_same_size_at_the_same_place(bench):
    image, crs = painted(PLACES[:6]), "EPSG:4326"
    west, south, east, north = transform_bounds("EPSG:32631", crs, 500_000, 4_998_500, 501_900, 5_000_000)
    step = 2e-5
    transform = Affine(step, 0, west, 0, -step, north)
    there = np.zeros((3, round((north - south) / step), round((east - west) / step)), "uint8")
    reproject(
        image, there, src_transform=Affine(10, 0, 500_000, 0, -10, 5_000_000), src_crs="EPSG:32631",
        dst_transform=transform, dst_crs=crs,
    )  # fmt: skip
    ran = bench.run(
        ["objects"], job="inference.detect", input=bench.image(there, crs=crs, transform=transform),
        model=detector(bench.folder, "yolo_v8", SQUARE), layout="yolo_v8", **FACTS,
    )  # fmt: skip
    layer = found(ran)
    assert layer["area_m2"].to_numpy() == pytest.approx(8100, rel=0.01)
    places = shapely.points([shapely.box(*bounds).centroid.coords[0] for _, bounds in expected(PLACES[:6])])
    middles = layer.to_crs("EPSG:32631").geometry.centroid
    assert sorted(float(shapely.distance(places, one).min()) for one in middles)[-1] < 10
    assert len(layer) == 6


def test_boxes_of_real_trees_lie_on_the_map_where_the_image_shows_them(bench, shared_data):
    """A model that gives the boxes people have drawn on an image, whatever it sees."""
    folder = shared_data / "landcover" / "aerial"
    with (folder / "OSBS_029.csv").open() as file:
        drawn = np.array([[int(row[side]) for side in SIDES] for row in csv.DictReader(file)], "f4")
    table = np.column_stack([drawn, np.ones(len(drawn)), np.zeros(len(drawn))])[None].astype("f4")
    nodes = [node("ReduceMin", "x", "least", keepdims=0), node("Mul", "least", "zero", "none")]
    model = bench.model(
        [*nodes, node("Add", "table", "none", "y")], {"table": table, "zero": np.float32(0)},
        entry=(1, 3, 400, 400), leaving=table.shape,
    )  # fmt: skip
    image = folder / "OSBS_029.tif"
    ran = bench.run(
        ["objects"], job="inference.detect", input=str(image), model=model, gsd=0.1, scaling="none",
        bands="1,2,3", nodata_rule="all", class_names="tree", layout="yolo_nms",
    )  # fmt: skip
    with rasterio.open(image) as dataset:
        west, _, _, north = dataset.bounds
    edges = np.array([west, north, west, north]) + drawn[:, [0, 3, 2, 1]] * (0.1, -0.1, 0.1, -0.1)
    layer = found(ran)
    assert layer.crs == "EPSG:32617"
    np.testing.assert_allclose(
        sorted(layer.geometry.bounds.to_numpy().tolist()), sorted(edges.tolist()), atol=1e-6
    )
    assert set(layer["name"]) == {"tree"}


def test_an_image_without_objects_gives_an_empty_layer_and_says_so(bench):
    ran = bench.run(
        ["objects", "report"], job="inference.detect", input=bench.image(painted([])),
        model=detector(bench.folder, "yolo_v8", SQUARE), layout="yolo_v8", **FACTS,
    )  # fmt: skip
    assert len(found(ran)) == 0
    assert "No object was found" in ran.sentences("warning")[-1]
    assert "No object was found" in ran.paths["report"].read_text(encoding="utf-8")


def test_a_model_that_lists_as_many_objects_as_it_can_is_told_of(bench):
    """Twenty for a tile at most, and here are more: rows and columns of 12 pixels."""
    places = [(row, column, 0) for row in range(2, 60, 12) for column in range(2, 60, 12)]
    ran = bench.run(
        ["objects"], job="inference.detect", input=bench.image(painted(places, size=(3, 64, 64))),
        model=detector(bench.folder, "yolo_nms", SQUARE), layout="yolo_nms", **FACTS,
    )  # fmt: skip
    assert "at most 20 objects for a tile" in ran.sentences("warning")[-1]


def test_the_file_says_where_its_objects_come_from_and_a_second_run_gives_the_same_bytes(bench):
    image, model = bench.image(painted(PLACES)), detector(bench.folder, "yolo_v8", SQUARE)
    asked = {"job": "inference.detect", "input": image, "model": model, "layout": "yolo_v8"}
    runs = [bench.run(["objects"], name=name, **asked, **FACTS) for name in ("first", "second")]
    first, second = (ran.paths["objects"].read_bytes() for ran in runs)
    assert first == second
    with closing(sqlite3.connect(runs[0].paths["objects"])) as database:
        told = json.loads(database.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])
    assert told["job"] == "inference.detect"
    assert told["detection"] == {
        "layout": "yolo_v8", "unit": "pixel", "confidence": 0.9, "overlap": 0.45,
    }  # fmt: skip
    assert "blending" not in told["inputs"]
    assert str(bench.folder) not in json.dumps(told)


def test_a_stopped_run_goes_on_where_it_was(bench, monkeypatch):
    image = bench.image(painted(PLACES, size=(3, 150, 400)))
    model = detector(bench.folder, "yolo_v8", SQUARE)
    asked = {"job": "inference.detect", "input": image, "model": model, "layout": "yolo_v8", "overlap": 40}
    whole = bench.run(["objects"], name="whole", **asked, **FACTS)
    save, calls = detect_sink.Objects.save, []

    def stop(self, path):
        calls.append(path)
        if len(calls) == 3:
            raise Cancelled("stopped")
        save(self, path)

    monkeypatch.setattr(detect_sink.Objects, "save", stop)
    with pytest.raises(Cancelled):
        bench.run(["objects"], name="stopped", **asked, **FACTS)
    assert not (bench.folder / "stopped-objects.gpkg").exists()
    monkeypatch.setattr(detect_sink.Objects, "save", save)
    again = bench.run(["objects"], name="again", **asked, **FACTS)
    assert again.values["rows_resumed"] == 2
    assert again.values["tiles"] < whole.values["tiles"]
    assert again.paths["objects"].read_bytes() == whole.paths["objects"].read_bytes()


def test_a_cancel_while_the_model_runs_leaves_nothing(bench, monkeypatch):
    def cancelled(self, feeds, outputs=None):
        raise Cancelled("stopped")

    monkeypatch.setattr(Session, "run", cancelled)
    with pytest.raises(Cancelled):
        bench.run(
            ["objects"], job="inference.detect", input=bench.image(painted(PLACES)),
            model=detector(bench.folder, "yolo_v8", SQUARE), layout="yolo_v8", **FACTS,
        )  # fmt: skip
    assert not list(bench.folder.glob("*objects*"))


def test_a_model_of_maps_and_a_detector_are_each_sent_to_the_other_job(bench):
    image = bench.image(painted(PLACES))
    facts = {key: value for key, value in FACTS.items() if key != "threshold"}
    keys = {"model_type": "Detector", "det_type": "YOLO_Ultralytics"}
    with pytest.raises(ModelError, match=r"“Detect objects” \(inference\.detect\)"):
        bench.run(input=image, model=detector(bench.folder, "yolo_v8", SQUARE, keys=keys), **facts)
    regression = bench.identity(3, metadata={"model_type": "Regressor"})
    with pytest.raises(ModelError, match=r"“Apply a model to rasters” \(inference\.map\)"):
        bench.run(["objects"], job="inference.detect", input=image, model=regression, **FACTS)


def test_a_head_of_unknown_layout_is_refused_with_its_shapes(bench):
    image = bench.image(painted(PLACES))
    model = bench.blur(metadata={"model_type": "Detector"})
    with pytest.raises(CardError, match=r"unknown layout.*YOLO v8"):
        bench.run(["objects"], job="inference.detect", input=image, model=model, **FACTS)
    ambiguous = detector(bench.folder, "yolo_v8", SQUARE)
    facts = FACTS | {"class_names": None}
    with pytest.raises(CardError, match=r"fit several kinds.*\(LAYOUT\)"):
        bench.run(["objects"], job="inference.detect", input=image, model=ambiguous, **facts)


def test_the_command_line_finds_them_too(bench):
    image, model = bench.image(painted(PLACES)), detector(bench.folder, "boxes", SQUARE)
    out = bench.folder / "ships.gpkg"
    root = Path(__file__).resolve().parents[4]
    command = [
        sys.executable, "-I", "-X", "utf8", str(root / "processing" / "__main__.py"), "run",
        "inference.detect", f"input={image}", f"model={model}", "gsd=10", "scaling=none", "bands=1,2,3",
        f"objects={out}",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ)
    assert done.returncode == 0, done.stderr
    assert pyogrio.read_info(out)["features"] == len(PLACES)
