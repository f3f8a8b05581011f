"""Points of GDAL, of ArcGIS, in our table and inside images."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint

from releve.processing.errors import RequestError, VectorError
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.points.rows import Rows
from releve.processing.oldmaps.points.writing import write_points

POINTS = ControlPoints(
    points=(
        ControlPoint(
            col=10.5, row=20.25, x=2.3, y=48.85, id="a", origin="matcher", sigma_px=0.3, confidence=0.75,
            author="Zoé", note="coin, d'îlot\nNord",
        ),
        ControlPoint(col=110, row=20, x=2.31, y=48.85, id="7", enabled=False),
        ControlPoint(col=10, row=120, x=2.3, y=48.84),
    ),
    crs="EPSG:4326", declared_crs="EPSG:2154", sheet="plan d'été.jpg",
)  # fmt: skip


@pytest.fixture
def path(tmp_path):
    return lambda name: str(tmp_path / name)


def text(path, content):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(content)
    return path


@pytest.mark.parametrize(
    ("name", "format", "content"),
    [
        ("p.txt", None, "10.5 20.25 2.3 48.85\n10 120 2.3 48.84\n"),
        ("p.tsv", None, "10.5\t-20.25\t2.3\t48.85\n10\t-120\t2.3\t48.84\n"),
        ("p.csv", "arcgis-csv", "1,10.5,-20.25,2.3,48.85\n2,10,-120,2.3,48.84\n"),
    ],
)
def test_plain_columns_hold_the_enabled_points(path, name, format, content):
    write_points(path(name), POINTS, format=format)
    with open(path(name), encoding="utf-8") as file:
        assert file.read() == content
    points = read_points(path(name), crs="EPSG:4326")
    assert points.pixels.tolist() == POINTS.enabled.pixels.tolist()
    assert points.ground.tolist() == POINTS.enabled.ground.tolist()


def test_our_table_keeps_all_of_every_point(path):
    write_points(path("p.csv"), POINTS)
    read = read_points(path("p.csv"))
    assert [
        (p.id, p.col, p.row, p.x, p.y, p.enabled, p.origin, p.sigma_px, p.confidence, p.author, p.note)
        for p in read.points
    ] == [
        (p.id, p.col, p.row, p.x, p.y, p.enabled, p.origin, p.sigma_px, p.confidence, p.author, p.note)
        for p in POINTS.points
    ]
    assert (read.sheet, read.crs, read.declared_crs) == (POINTS.sheet, "EPSG:4326", "EPSG:2154")


def test_our_table_keeps_columns_that_others_added(path):
    write_points(path("p.csv"), read_points(text(path("a.csv"), "col;row;x;y;colour\r\n1;2;3;4;red\r\n")))
    with open(path("p.csv"), encoding="utf-8") as file:
        head, row = file.read().splitlines()
    assert (head.split(",")[-1], row.split(",")[-1]) == ("colour", "red")


def test_one_sheet_of_a_table_of_several_is_named(path):
    text(path("p.csv"), "sheet_id,col,row,x,y\na,1,2,3,4\nb,5,6,7,8\n")
    with pytest.raises(VectorError, match=r"a, b: name one, as in “p.csv\|sheet=a”"):
        read_points(path("p.csv"))
    assert read_points(path("p.csv") + "|sheet=b").pixels.tolist() == [[5, 6]]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("col,row,x,y\n1,2,3\n", "line 2: found “1,2,3”, a row of 4 values"),
        ("col,row,x,y,origin\n1,2,3,4,guess\n", "one of human, graticule, predicted, matcher"),
        ("col,row,x,y,enabled\n1,2,3,4,2\n", "1 or 0 under “enabled”"),
        ("col,row,x,y,crs\n1,2,3,4,EPSG:4326\n1,2,3,4,EPSG:2154\n", "several values under “crs”"),
        ("col,row,x,y,sheet_mask\n1,2,3,4,here\n", "line 2: found “here”, JSON as Relevé writes it"),
        ('col,row,x,y,sheet_mask\n1,2,3,4,"[[1,2],[3]]"\n', "a list of three corners or more"),
        ("col,row,x,y,iiif_feature\n1,2,3,4,[]\n", "JSON as Relevé writes it"),
        ('col,row,x,y,note\n1,2,3,4,"open\n2,3,4,5,last\n', "line 3: found “unexpected end of data”, a row"),
        ("a" * 200_000, "no control points in a format known here"),
        ("col,row,x,y\n1,2,3,north\n", "line 2: found “north”, a number"),
    ],
)
def test_a_malformed_table_is_refused_with_the_line(path, content, told):
    with pytest.raises(VectorError, match=told):
        read_points(text(path("p.csv"), content))


def test_a_note_may_be_long(path):
    (point,) = read_points(text(path("p.csv"), f"col,row,x,y,note\n1,2,3,4,{'a' * 200_000}\n")).points
    assert len(point.note) == 200_000


@pytest.mark.parametrize(
    ("content", "direction"),
    [("1\t20\t3\t4\n", "down"), ("1,1,20,3,4\n", "down"), ("1 -20 3 4\n", "up")],
)
def test_rows_whose_sign_contradicts_the_format_are_asked_about(path, content, direction):
    text(path("p.txt"), content)
    with pytest.raises(RequestError, match=direction):
        read_points(path("p.txt"))
    assert read_points(path("p.txt"), rows=Rows(direction)).pixels.tolist() == [[1, 20]]


@pytest.mark.parametrize("usual", ["up", "down"])
def test_rows_along_the_upper_edge_contradict_no_format(usual):
    """Most points at a row of exactly 0: their sign says nothing."""
    sign = -1.0 if usual == "up" else 1.0
    assert Rows().of([0.0, 0.0, sign * 50], usual, "p.txt") == [0, 0, 50]


def test_points_inside_an_image_are_read_with_its_size_and_system(path):
    gcps = [
        GroundControlPoint(row=row, col=col, x=600_000 + col, y=6_800_000 - row, id=str(number))
        for number, (col, row) in enumerate([(0, 0), (8, 0), (0, 6.5)])
    ]
    with rasterio.open(
        path("s.tif"),
        "w",
        driver="GTiff",
        width=8,
        height=7,
        count=1,
        dtype="uint8",
        gcps=gcps,
        crs="EPSG:2154",
    ) as image:
        image.write(np.zeros((1, 7, 8), "uint8"))
    points = read_points(path("s.tif"))
    assert points.pixels.tolist() == [[0, 0], [8, 0], [0, 6.5]]
    assert points.ground.tolist() == [[600_000, 6_800_000], [600_008, 6_800_000], [600_000, 6_799_993.5]]
    assert (points.size.width, points.size.height, points.sheet) == (8, 7, "s.tif")
    assert "Lambert-93" in points.crs


@pytest.mark.filterwarnings("ignore:Dataset has no geotransform")
def test_an_image_without_points_and_what_is_no_image_are_refused(path):
    with rasterio.open(
        path("s.tif"), "w", driver="GTiff", width=8, height=7, count=1, dtype="uint8"
    ) as image:
        image.write(np.zeros((1, 7, 8), "uint8"))
    with pytest.raises(VectorError, match="without control points"):
        read_points(path("s.tif"))
    with open(path("s.bin"), "wb") as file:
        file.write(b"\0\1\2")
    with pytest.raises(VectorError, match="neither a text nor an image"):
        read_points(path("s.bin"))


def test_an_extension_that_stands_for_no_format_is_refused(path):
    with pytest.raises(RequestError, match="“xlsx”"):
        write_points(path("p.xlsx"), POINTS)
    with pytest.raises(RequestError, match="only read"):
        write_points(path("p.tif"), POINTS, format="geotiff")
