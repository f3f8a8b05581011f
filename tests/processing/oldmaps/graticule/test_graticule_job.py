"""oldmaps.graticule: from a file to control points."""

import csv

import cv2
import pyogrio
import pytest

from releve.processing.errors import RasterError, RequestError
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.raster.reference_systems import crs_of


@pytest.fixture
def sheet(drawing, save):
    """A sheet, and its drawing."""
    drawn = drawing(turn_deg=0.6)
    return save(drawn.draw()), drawn


def label(nodes, number, x, y):
    col, row = nodes[number]
    return f"{col + 3:.0f},{row - 2:.0f}={x},{y}"


def two_labels(nodes):
    return f"{label(nodes, (0, 0), 600000, 128000)}; {label(nodes, (2, 1), 602000, 127000)}"


@pytest.mark.parametrize("extension", ["csv", "points"])
def test_labelled_nodes_become_control_points(sheet, run_job, tmp_path, extension):
    path, drawn = sheet
    target = tmp_path / f"out.{extension}"
    inputs = {"sheet": path, "labels": two_labels(drawn.nodes), "crs": "EPSG:27561"}
    run_job(inputs, {"points": target})
    points = read_points(target)
    assert len(points.points) == len(drawn.nodes)
    assert crs_of(points.crs) == crs_of("EPSG:27561")
    for point in points.points:
        i, j = round((point.x - 600000) / 1000), round((128000 - point.y) / 1000)
        assert (point.x, point.y) == pytest.approx((600000 + 1000 * i, 128000 - 1000 * j))
        assert (point.col, point.row) == pytest.approx(tuple(drawn.nodes[i, j]), abs=3)
    if extension == "csv":
        assert {point.origin for point in points.points} == {"graticule"}
        assert all(point.sigma_px and point.confidence for point in points.points)


def test_nodes_that_are_weak_or_unseen_are_set_aside(sheet, run_job, tmp_path):
    path, drawn = sheet
    picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    col, row = (round(value) for value in drawn.nodes[1, 1])
    picture[row - 160 : row + 160, col - 160 : col + 160] = 222
    cv2.imwrite(str(path), picture)
    inputs = {"sheet": path, "labels": label(drawn.nodes, (0, 0), 0, 0), "spacing": 1000}
    run_job(inputs, {"points": tmp_path / "out.csv"})
    points = {(point.x, point.y): point for point in read_points(tmp_path / "out.csv").points}
    hidden = points.pop((1000, -1000))
    assert not hidden.enabled
    assert hidden.origin == "predicted"
    assert all(point.enabled == (point.note != "weak") for point in points.values())
    assert sum(point.enabled for point in points.values()) > len(points) / 2


def test_without_labels_nodes_are_told_and_drawn(sheet, run_job, tmp_path):
    path, drawn = sheet
    outputs = {"nodes": tmp_path / "n.csv", "picture": tmp_path / "p.png", "lines": tmp_path / "l.gpkg"}
    values = run_job({"sheet": path}, outputs).values
    assert values["measured"] + values["weak"] == len(drawn.nodes) == len(values["nodes"])
    assert values["rotation"] == pytest.approx(0.6, abs=0.1)
    assert values["spacing_right_px"] == pytest.approx(420, rel=0.003)
    assert "x" not in values["nodes"][0]
    with outputs["nodes"].open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [float(row["col"]) for row in rows] == [node["col"] for node in values["nodes"]]
    assert {row["x"] for row in rows} == {""}
    picture = cv2.imread(str(outputs["picture"]))
    assert picture.shape[1] == 1600
    layer = pyogrio.read_dataframe(outputs["lines"])
    assert layer.crs is None or "Undefined" in layer.crs.name
    assert (layer.kind == "graticule").sum() == 7
    assert layer.total_bounds[3] <= 0


def test_points_without_labels_are_refused_before_any_work(save, run_job, tmp_path, drawing):
    path = save(drawing(spacing=None, streets=0).draw())
    with pytest.raises(RequestError, match="label nodes"):
        run_job({"sheet": path}, {"points": tmp_path / "out.csv"})


def test_a_sheet_without_graticule_gives_no_points_and_says_so(save, run_job, tmp_path, drawing):
    path = save(drawing(spacing=None).draw())
    context = run_job({"sheet": path})
    assert context.values["nodes"] == []
    assert "spacing_right_px" not in context.values
    assert any("no graticule was found" in event.get("message", "") for event in context.told)
    with pytest.raises(RasterError, match="no graticule was found"):
        run_job({"sheet": path, "labels": "1,1=0,0; 9,9=1,1"}, {"points": tmp_path / "out.csv"})
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(("labels", "words"), [("1,2", "column,row=x,y"), ("9,9=1,1", "a second one")])
def test_labels_that_cannot_do_are_refused_before_any_work(run_job, tmp_path, labels, words):
    no_image = tmp_path / "sheet.png"
    no_image.touch()
    with pytest.raises(RequestError, match=words):
        run_job({"sheet": no_image, "labels": labels})


def test_an_unknown_reference_system_is_refused(sheet, run_job):
    path, drawn = sheet
    with pytest.raises(RequestError, match="nowhere"):
        run_job({"sheet": path, "labels": two_labels(drawn.nodes), "crs": "nowhere"})


def test_a_file_that_is_no_image_is_refused(run_job, tmp_path):
    path = tmp_path / "sheet.tif"
    path.write_text("no image")
    with pytest.raises(RasterError):
        run_job({"sheet": path})
