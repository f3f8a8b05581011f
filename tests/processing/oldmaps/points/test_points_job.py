"""The job ``oldmaps.points``."""

from __future__ import annotations

import json
import math

import numpy as np
import pyogrio
import pytest
import rasterio
from pyproj import Geod, Transformer

from releve.processing.errors import RequestError, VectorError
from releve.processing.jobs import Context, read_request
from releve.processing.oldmaps.points.points_job import JOB
from releve.processing.oldmaps.points.reading import read_points

TOISES = """#CRS: EPSG:4326
mapX,mapY,sourceX,sourceY,enable,dX,dY,residual
-1600,3000,100,-100,1,0,0,0
-1400,3000,5300,-100,1,0,0,0
-1600,2800,100,-5300,1,0,0,0
-1400,2800,5300,-5300,0,0,0,0
"""


@pytest.fixture
def file(tmp_path):
    def make(content, name="plan d'été.jpg.points"):
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return str(path)

    return make


@pytest.fixture
def run(tmp_path):
    """Runs the job: the result, the sentences said, and the answer to a dock."""

    def run(outputs=(), **inputs):
        paths = {name: {"path": str(tmp_path / file)} for name, file in dict(outputs).items()}
        request = read_request(JOB, {"inputs": inputs, "outputs": paths})
        events = []
        context = Context(request, events.append)
        try:
            JOB.run(request.inputs, context)
            result = context.publish()
        finally:
            context.close()
        said = [event["message"] for event in events if event.get("level") == "warning"]
        (answer,) = [event for event in events if event["event"] == "preview"]
        return result["values"], said, answer

    return run


def test_it_tells_what_a_file_holds_without_writing_anything(run, file):
    values, said, answer = run(points=file(TOISES))
    assert (values["point_count"], values["enabled_count"]) == (4, 3)
    assert (values["fits"], values["fitting"].split(", ")[0]) == ("no", "verniquet")
    assert (values["system"], values["claimed_system"]) == ("WGS 84 (EPSG:4326)", "WGS 84 (EPSG:4326)")
    assert (answer["crs"], answer["declared_crs"]) == ("EPSG:4326", "EPSG:4326")
    assert said == [finding["sentence"] for finding in answer["findings"]]
    fitting = answer["findings"][0]["fitting"][0]
    assert (fitting["name"], fitting["title"]) == ("verniquet", "Paris, Verniquet (toises)")
    assert fitting["definition"].startswith("PROJCRS[")


def test_a_contradicted_file_is_converted_all_the_same(run, file, tmp_path):
    run({"converted": "out.points"}, points=file(TOISES))
    assert (tmp_path / "out.points").read_text("utf-8") == TOISES


@pytest.mark.parametrize(
    ("outputs", "inputs"),
    [
        ({"converted": "a.json"}, {}),
        ({"converted": "a.points"}, {"target_crs": "EPSG:2154"}),
        ({"layer": "a.gpkg"}, {}),
    ],
)
def test_what_would_move_points_by_a_wrong_claim_is_refused(run, file, tmp_path, outputs, inputs):
    with pytest.raises(VectorError, match="crs=verniquet"):
        run(outputs, points=file(TOISES), **inputs)
    assert [path.suffix for path in tmp_path.iterdir()] == [".points"]


def test_points_are_brought_into_another_system(run, file, tmp_path):
    values, said, _ = run(
        {"converted": "a.csv"}, points=file(TOISES), crs="Verniquet", place="paris", target_crs="EPSG:2154"
    )
    assert (values["fits"], said) == ("yes", [])
    moved = read_points(str(tmp_path / "a.csv"))
    assert moved.crs == "EPSG:2154"
    # Along the geodesic from the Observatory, as the plan was measured.
    east, north = -1600 * 1.94903631, 3000 * 1.94903631
    azimuth, distance = math.degrees(math.atan2(east, north)), math.hypot(east, north)
    longitude, latitude, _ = Geod(ellps="GRS80").fwd(2.33652533, 48.83635863, azimuth, distance)
    expected = Transformer.from_crs("EPSG:4171", "EPSG:2154", always_xy=True).transform(longitude, latitude)
    assert moved.ground[0].tolist() == pytest.approx(expected, abs=1e-3)
    assert not moved.points[3].enabled


def test_a_layer_shows_points_with_all_that_is_known(run, file, tmp_path):
    run({"layer": "a.gpkg"}, points=file(TOISES), crs="verniquet")
    meta, _, geometry, fields = pyogrio.raw.read(tmp_path / "a.gpkg")
    assert len(geometry) == 4
    assert fields[list(meta["fields"]).index("enabled")].tolist() == [1, 1, 1, 0]
    assert "1.94903631" in meta["crs"]


def test_points_set_aside_are_told_where_a_format_cannot_hold_them(run, file, tmp_path):
    _, said, _ = run({"converted": "a.txt"}, points=file(TOISES), crs="verniquet")
    assert said == ["1 points that are set aside were left out: GDAL cannot hold them."]
    assert len(read_points(str(tmp_path / "a.txt")).points) == 3


@pytest.mark.filterwarnings("ignore:Dataset has no geotransform")
def test_the_image_tells_size_and_height(run, file, tmp_path):
    with rasterio.open(
        tmp_path / "s.png", "w", driver="PNG", width=5, height=9, count=1, dtype="uint8"
    ) as image:
        image.write(np.zeros((1, 9, 5), "uint8"))
    inputs = {
        "points": file("1\t2\t2.3\t48.8\n", "a.txt"),
        "sheet": str(tmp_path / "s.png"),
        "rows": "bottom",
    }
    run({"converted": "a.json"}, **inputs, crs="EPSG:4326")
    annotation = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert annotation["body"]["features"][0]["properties"] == {"resourceCoords": [1, 7]}
    assert annotation["target"]["source"]["height"] == 9


@pytest.mark.parametrize(("duplicates", "x"), [("keep", [0, 0, 8]), ("merge", [0, 8]), ("average", [4])])
def test_points_on_one_pixel_are_kept_dropped_or_averaged(run, file, tmp_path, duplicates, x):
    points = file("col,row,x,y\n1,2,0,5\n1,2,0,5\n1,2,8,5\n", "a.csv")
    run({"converted": "b.csv"}, points=points, duplicates=duplicates)
    assert read_points(str(tmp_path / "b.csv")).ground[:, 0].tolist() == x


def test_a_format_may_be_named(run, file, tmp_path):
    run({"converted": "a.csv"}, points=file(TOISES), crs="verniquet", format="arcgis-csv")
    assert (tmp_path / "a.csv").read_text("utf-8").splitlines()[0] == "1,100,-100,-1600,3000"


@pytest.mark.parametrize(
    ("content", "inputs", "error", "told"),
    [
        (TOISES[: TOISES.index("-1600")], {}, VectorError, "holds no points"),
        (TOISES, {"crs": "lambert"}, RequestError, "“lambert” is no known coordinate reference system"),
        (TOISES, {"place": "rome"}, RequestError, "“rome” is no known place"),
        (TOISES.replace("-100", "100").replace("-5300", "5300"), {}, RequestError, "positive rows"),
        ("col,row,x,y\n1,2,3,4\n", {"target_crs": "EPSG:2154"}, RequestError, "which one to assume"),
    ],
)
def test_what_cannot_be_understood_is_refused(run, file, tmp_path, content, inputs, error, told):
    with pytest.raises(error, match=told):
        run({"converted": "out.csv"}, points=file(content), **inputs)
    assert not (tmp_path / "out.csv").exists()


def test_another_city_needs_nothing_but_a_file(run, file, tmp_path, monkeypatch):
    places = tmp_path / "places"
    places.mkdir()
    monkeypatch.setenv("RELEVE_PLACES", str(places))
    lyon = {
        "id": "lyon",
        "title": {"en": "Lyon"},
        "extent": [4.7, 45.6, 5.0, 45.9],
        "systems": [
            {
                "id": "fourviere",
                "title": {"en": "Lyon, Fourvière (feet)"},
                "definition": "+proj=aeqd +lat_0=45.7623 +lon_0=4.8226 +ellps=GRS80 +to_meter=0.3248406",
                "grid": 300,
            }
        ],
        "common": ["EPSG:2154", "EPSG:3946"],
    }
    (places / "lyon.json").write_text(json.dumps(lyon), "utf-8")
    (places / "broken.json").write_text('{"id": "rome", "title": "Roma"}', "utf-8")
    feet = "#CRS: EPSG:2154\nmapX,mapY,sourceX,sourceY\n300,600,10,-20\n900,600,110,-20\n300,0,10,-120\n"
    values, said, _ = run(points=file(feet), place="lyon")
    assert (values["fits"], values["fitting"]) == ("no", "fourviere")
    assert "broken.json, at $.title" in said[0]
    assert "They fit Lyon, Fourvière (feet)" in said[1]
    run({"converted": "a.json"}, points=file(feet), place="lyon", crs="fourviere")
    placed = read_points(str(tmp_path / "a.json"), place="lyon")
    longitude, latitude, _ = Geod(ellps="GRS80").fwd(4.8226, 45.7623, 90, 300 * 0.3248406)
    assert placed.ground[2].tolist() == pytest.approx([longitude, latitude], abs=1e-9)


def test_it_runs_from_the_command_line(releve, file, tmp_path):
    out = tmp_path / "out.csv"
    done = releve("run", "oldmaps.points", f"points={file(TOISES)}", "crs=verniquet", f"converted={out}")
    assert done.returncode == 0, done.stderr
    assert "fits = yes" in done.stdout
    done = releve("run", "oldmaps.points", f"points={file('nothing')}", f"converted={tmp_path / 'b.csv'}")
    assert done.returncode == 1
    assert "no control points in a format known here" in done.stderr
    assert not (tmp_path / "b.csv").exists()
