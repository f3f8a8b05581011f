"""Files of QGIS' georeferencer, in each of their dialects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from releve.processing.errors import RequestError, VectorError
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.points.rows import Rows
from releve.processing.oldmaps.points.writing import write_points
from releve.processing.raster.reference_systems import called, crs_of

LONG = """#CRS: EPSG:2154
mapX,mapY,sourceX,sourceY,enable,dX,dY,residual
652000.12345678901234,6861000,10.5,-20.25,1,0.1,-0.2,0.3
652100,6861000,110.50000000000000001,-20.25,0,0,0,0
"""
SHORT = "#CRS: EPSG:2154\nmapX,mapY,sourceX,sourceY\n652000,6861000,10,-20\n"
OLD = "mapX,mapY,pixelX,pixelY,enable\n652000,6861000,10,-20,1\n"
STRANGE = (
    "#CRS: EPSG:2154\n#Author: Zoé d'Arc\n"
    "mapX\tmapY\tsourceX\tsourceY\tenable\tsource\n652000\t6861000\t3\t-4\t1\tl'île\n"
)
WGS_84 = (
    'GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],'
    'CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]'
)
TOISES = f"""#CRS: {WGS_84}
mapX,mapY,sourceX,sourceY
-1600,3000,100,-100
-1400,3000,5300,-100
-1600,2800,100,-5300
"""


@pytest.fixture
def file(tmp_path):
    def make(content, name="feuille d'assemblage é (1).jpg.points"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return make


def write_back(path, points):
    write_points(path, points)
    with open(path, "rb") as file:
        return file.read().decode()


@pytest.mark.parametrize("content", [LONG, SHORT, OLD, STRANGE])
def test_what_was_read_is_written_letter_by_letter(file, content):
    path = file(content)
    assert write_back(path, read_points(path)) == content


@pytest.mark.parametrize(
    "content",
    [LONG.replace("\n", "\r\n").encode(), LONG.encode("utf-8-sig"), STRANGE.encode("latin-1")],
    ids=["CRLF", "BOM", "latin-1"],
)
def test_ends_of_lines_marks_and_encodings_stay(file, content):
    path = file(content)
    write_points(path, read_points(path))
    with open(path, "rb") as written:
        assert written.read() == content


def test_values_are_those_of_the_file_with_rows_downwards(file):
    points = read_points(file(LONG))
    assert points.points[0].x == 652000.12345678901234
    assert points.pixels.tolist() == [[10.5, 20.25], [110.5, 20.25]]
    assert [point.enabled for point in points.points] == [True, False]
    assert (points.crs, points.declared_crs) == ("EPSG:2154", "EPSG:2154")
    assert points.sheet == "feuille d'assemblage é (1).jpg"


def test_a_point_that_changed_is_written_anew_and_the_others_stay(file):
    path = file(LONG)
    points = read_points(path)
    moved = replace(points.points[1], col=99.5, enabled=True)
    lines = write_back(path, points.with_points([points.points[0], moved])).splitlines()
    assert lines[:3] == LONG.splitlines()[:3]
    assert lines[3] == "652100,6861000,99.5,-20.25,1,0,0,0"


def test_the_short_dialect_grows_when_a_point_is_set_aside(file):
    path = file(SHORT)
    points = read_points(path)
    aside = points.with_points([replace(points.points[0], enabled=False)])
    assert write_back(path, aside).splitlines()[1:] == [
        "mapX,mapY,sourceX,sourceY,enable,dX,dY,residual",
        "652000,6861000,10,-20,0,0,0,0",
    ]
    assert not read_points(path).points[0].enabled


def test_new_points_are_written_as_qgis_does(file):
    points = ControlPoints(points=(ControlPoint(col=1, row=0, x=2.5, y=-3),), crs="EPSG:2154")
    header, columns, row = write_back(file(""), points).splitlines()
    assert header.startswith('#CRS: PROJCRS["RGF93 v1 / Lambert-93"')
    assert (columns, row) == ("mapX,mapY,sourceX,sourceY,enable,dX,dY,residual", "2.5,-3,1,0,1,0,0,0")


def test_a_wrong_claim_is_refused_and_the_system_that_fits_is_named(file):
    with pytest.raises(VectorError, match=r"no longitudes and latitudes.*Verniquet.*crs=verniquet"):
        read_points(file(TOISES))


def test_the_claim_and_the_assumed_system_are_both_kept(file):
    path = file(TOISES)
    points = read_points(path, crs="verniquet")
    assert called(crs_of(points.crs)) == "Paris, Verniquet (toises)"
    assert points.declared_crs == TOISES.splitlines()[0].removeprefix("#CRS: ")
    header = write_back(path, points).splitlines()[0]
    again = read_points(path)  # a file that any program now puts where it belongs
    assert called(crs_of(again.crs)) == "Paris, Verniquet (toises)"
    assert points.declared_crs.replace('"', '""') in header


def test_a_claim_is_written_back_as_long_as_nothing_else_is_assumed(file):
    path = file(TOISES)
    assert write_back(path, read_points(path, trusting=True)) == TOISES


def test_positive_rows_are_asked_about(file):
    path = file(SHORT.replace("-20", "20"))
    with pytest.raises(RequestError, match="“down”"):
        read_points(path)
    assert read_points(path, rows=Rows("down")).pixels.tolist() == [[10, 20]]
    assert read_points(path, rows=Rows("bottom", 100)).pixels.tolist() == [[10, 80]]
    with pytest.raises(RequestError, match="height"):
        read_points(path, rows=Rows("bottom"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (LONG.replace("652100", "east"), "line 4: found “east”, a number"),
        (LONG.replace("6861000,110", "110"), "line 4: found “652100,110"),
        (LONG.replace("-20.25,0,", "-20.25,maybe,"), "line 4: found “maybe”, 1 or 0"),
        (LONG.replace("652100", "inf"), "line 4: found “inf”"),
        ("a,b,c\n1,2,3\n", "no control points in a format known here"),
        ("", "no control points in a format known here"),
    ],
)
def test_a_malformed_file_is_refused_with_the_line(file, content, told):
    with pytest.raises(VectorError, match=told):
        read_points(file(content))


def test_a_file_without_rows_has_no_points(file):
    assert read_points(file(LONG[: LONG.index("652000")])).points == ()


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(VectorError, match="cannot be read"):
        read_points(str(tmp_path / "none.points"))


def test_a_header_that_cannot_be_read_is_kept_and_told(file):
    path = file(SHORT.replace("EPSG:2154", "Lambert, zone 1"))
    with pytest.raises(VectorError, match="cannot be read"):
        read_points(path)
    points = read_points(path, trusting=True)
    assert (points.crs, points.declared_crs) == ("", "Lambert, zone 1")
    assert "#CRS: Lambert, zone 1" in write_back(path, points)
