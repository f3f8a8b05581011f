"""Public files of points, and what other programs make of them."""

from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest

from releve.processing.errors import VectorError
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.points.rows import Rows
from releve.processing.oldmaps.points.transforming import in_crs
from releve.processing.oldmaps.points.writing import write_points

ALLMAPS = "oldmaps/allmaps/apps/cli/test"
SHDGR = "oldmaps/gcps/SHDGR__GR_6_M_J10_C_1188"


@pytest.fixture(scope="module")
def data(shared_data):
    if not (shared_data / "oldmaps/gcps").is_dir():
        pytest.skip("the public sets of points are absent")
    return shared_data


def metres_apart(one, other):
    """Metres between the ground of two sets, point by point."""
    local = "+proj=aeqd +lat_0=48.85 +lon_0=2.34 +datum=WGS84"
    away = in_crs(one, local).ground - in_crs(other, local).ground
    return np.hypot(*away.T)


def test_every_public_file_is_read_and_written_byte_by_byte(data, tmp_path):
    paths = [
        path for folder in ("gcps", "jacoubet") for path in (data / "oldmaps" / folder).rglob("*.points")
    ]
    out = tmp_path / "out.points"
    count = 0
    for path in paths:
        points = read_points(str(path), trusting=True)
        write_points(out, points)
        assert out.read_bytes() == path.read_bytes()
        count += len(points.points)
    assert (len(paths), count) == (390, 4618 + 1351)


def test_a_public_file_passes_through_our_table(data, tmp_path):
    out = tmp_path / "out.csv"
    for path in sorted((data / "oldmaps/jacoubet/gcps").glob("*.points"))[:12]:
        points = read_points(str(path))
        write_points(out, points)
        again = read_points(out)
        assert np.array_equal(points.pixels, again.pixels)
        assert np.array_equal(points.ground, again.ground)
        assert (again.declared_crs, again.sheet) == (points.declared_crs, points.sheet)


def test_degrees_and_toises_of_one_sheet_agree_but_for_the_one_that_is_wrong(data):
    away = {}
    for path in sorted((data / SHDGR).glob("*.points")):
        degrees, toises = (read_points(str(one)) for one in (path, path.parent / "GCP_VERNIQUET" / path.name))
        away[path.name[-15:-11]] = metres_apart(degrees, replace(toises, crs="verniquet"))
    del away["0059"]  # in toises there too
    assert sum(map(len, away.values())) == 654
    wrong = away.pop("0007")
    assert wrong == pytest.approx(np.full(len(wrong), 200 * 1.94903631), abs=0.5)
    assert max(one.max() for one in away.values()) < 0.01


def test_triangulation_points_in_toises_lie_where_the_survey_has_them(data):
    path = data / "oldmaps/verniquet_crs/supplementary/atlas_des_operations_trigonometriques.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    known = [row for row in rows if row["E IGN"] and row["X"]]
    points = tuple(ControlPoint(col=0, row=0, x=float(row["X"]), y=float(row["Y"])) for row in known)
    found = in_crs(ControlPoints(points=points, crs="verniquet"), "EPSG:2154").ground
    surveyed = [[_decimal(row["E IGN"]), _decimal(row["N IGN"])] for row in known]
    away = np.sort(np.hypot(*(found - surveyed).T))
    assert away == pytest.approx([0.10, 0.18, 0.34, 0.71, 1.23, 4.95, 16.46], abs=0.01)


def _decimal(text):
    return float(text.replace("\u202f", "").replace(" ", "").replace(",", "."))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("gcps-gdal.txt", None),
        ("gcps-arcgis-tsv.txt", None),
        ("gcps-arcgis-tsv-resource-y-axis-down.txt", Rows("down")),
        ("gcps-arcgis-tsv-resource-origin-bottom-left.txt", Rows("bottom", 10474)),
    ],
)
def test_what_allmaps_converts_reads_as_the_annotation(data, name, rows):
    annotation = read_points(str(data / ALLMAPS / "input/annotations/7a69f9470b49a744.json"))
    points = read_points(str(data / ALLMAPS / "output/gcps" / name), rows=rows)
    assert points.pixels.tolist() == annotation.pixels.tolist()
    assert points.ground == pytest.approx(annotation.ground, abs=1e-12)


@pytest.mark.parametrize("name", ["gcps-gdal.txt", "gcps-arcgis-tsv.txt", "gcps-arcgis-csv-webmercator.csv"])
def test_allmaps_and_we_write_the_same_bytes(data, tmp_path, name):
    points = read_points(str(data / ALLMAPS / "input/annotations/7a69f9470b49a744.json"))
    key = {"gcps-arcgis-csv-webmercator.csv": "arcgis-csv"}.get(name)
    out = tmp_path / (name if name != "gcps-arcgis-tsv.txt" else "a.tsv")
    if "webmercator" in name:
        points = in_crs(points, "EPSG:3857")
    write_points(out, points, format=key)
    written, theirs = (
        out.read_text("utf-8").split(),
        (data / ALLMAPS / "output/gcps" / name).read_text().split(),
    )
    if "webmercator" not in name:
        assert written == theirs
    for ours, other in zip(written, theirs, strict=True):
        numbers = [[float(number) for number in line.split(",")] for line in (ours, other)]
        assert numbers[0] == pytest.approx(numbers[1], abs=1e-6)


@pytest.mark.parametrize(
    ("annotation", "points", "crs"),
    [
        ("7a69f9470b49a744.json", "gcps-qgis-webmercator.points", "EPSG:3857"),
        (
            "../../../../../packages/annotation/test/input/annotation.projection.json",
            "gcps-qgis-resource-crs.points",
            "+proj=bonne +lat_1=60 +lon_0=0 +x_0=0 +y_0=0 +R=6371000 +units=m +no_defs +type=crs",
        ),
    ],
)
def test_points_of_allmaps_in_another_system_are_ours(data, annotation, points, crs):
    ours = in_crs(read_points(str(data / ALLMAPS / "input/annotations" / annotation)), crs)
    theirs = read_points(str(data / ALLMAPS / "output/gcps" / points))
    assert ours.pixels.tolist() == theirs.pixels.tolist()
    assert ours.ground == pytest.approx(theirs.ground, abs=1e-3)


def test_malformed_annotations_of_allmaps_are_refused_with_the_path(data):
    folder = data / "oldmaps/allmaps/packages/annotation/test/input"
    with pytest.raises(VectorError, match=r"\$\.target: found null"):
        read_points(str(folder / "annotation.null-target-and-body.json"))
    with pytest.raises(VectorError, match=r"map\.false\.json, at \$: found false"):
        read_points(str(folder / "map.false.json"))


@pytest.mark.parametrize(
    ("folder", "count", "originals", "others"),
    [
        ("bhdv_atlas_municipal_1888", 152, ("gcps/bhdv_atlas_municipal_1888",), []),
        # The overview has 25 points in its annotation and four in its file: they were set anew.
        ("bhvp_jacoubet", 1335, ("gcps/jacoubet",), ["bhvp_jacoubet_08.json"]),
    ],
)
def test_published_annotations_say_what_their_points_say(data, tmp_path, folder, count, originals, others):
    paths = [path for one in originals for path in (data / "oldmaps" / one).glob("*.points")]
    known = [read_points(str(path)) for path in paths]
    seen, strangers, out = 0, [], tmp_path / "out.json"
    for path in sorted((data / "oldmaps/gcps/output" / folder).glob("[Bb]*.json")):
        points = read_points(str(path))
        write_points(out, points)
        again = read_points(out)
        assert metres_apart(points, again).max() < 0.01
        assert np.array_equal(points.pixels, again.pixels)
        if any(_same(points, one) for one in known):
            seen += len(points.points)
        else:
            strangers.append(path.name)
    assert (seen, strangers) == (count, others)


def _same(annotation, points):
    if len(annotation.points) != len(points.points):
        return False
    return bool(
        np.abs(annotation.pixels - points.pixels).max() <= 1 and metres_apart(annotation, points).max() < 0.01
    )
