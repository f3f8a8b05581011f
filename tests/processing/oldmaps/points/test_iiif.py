"""IIIF Georeference Annotations."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest

from releve.processing.errors import VectorError
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints, ImageSize
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.points.writing import write_points

FEATURE = {
    "type": "Feature",
    "id": "kept",
    "properties": {"resourceCoords": [10, 20.5], "colour": "red"},
    "geometry": {"type": "Point", "coordinates": [2.3, 48.85, 35]},
}
ANNOTATION = {
    "id": "https://example.org/1",
    "type": "Annotation",
    "@context": ["http://iiif.io/api/extension/georef/1/context.json", "http://example.org/more.json"],
    "motivation": "georeferencing",
    "created": "2024-01-01",
    "target": {
        "type": "SpecificResource",
        "source": {"id": "https://example.org/iiif/a", "type": "ImageService3", "width": 500, "height": 400},
        "selector": {
            "type": "SvgSelector",
            "value": "<svg height='90'  width='70.5'>\n "
            "<polygon class='x' points=' 1,2.5  30,2\n30 , 40.25 ' /> </svg>",
        },
    },
    "body": {
        "type": "FeatureCollection",
        "transformation": {"type": "polynomial", "options": {"order": 1}},
        "resourceCrs": {"name": "Bonne", "definition": "+proj=bonne +lat_1=60 +lon_0=0 +R=6371000"},
        "features": [FEATURE],
    },
}
OLD_TARGET = {
    "type": "Image",
    "source": "https://example.org/iiif/b/full/full/0/default.jpg",
    "service": [{"@id": "https://example.org/iiif/b", "type": "ImageService2"}],
    "selector": ANNOTATION["target"]["selector"],
}


@pytest.fixture
def file(tmp_path):
    def make(value, name="map.json"):
        path = tmp_path / name
        path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), "utf-8")
        return str(path)

    return make


def changed(path, value):
    """The annotation with something else at a path; DELETE takes it away."""
    annotation = copy.deepcopy(ANNOTATION)
    inner = annotation
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return annotation


def test_an_annotation_tells_points_image_and_mask(file):
    points = read_points(file(ANNOTATION))
    point = points.points[0]
    assert (point.col, point.row, point.x, point.y) == (10, 20.5, 2.3, 48.85)
    assert points.crs == "EPSG:4326"
    assert points.sheet == "https://example.org/iiif/a"
    assert points.size == ImageSize(width=500, height=400)  # that of the svg is the mask's
    assert points.mask.tolist() == [[1, 2.5], [30, 2], [30, 40.25]]


def test_what_is_not_understood_is_kept(file, tmp_path):
    out = tmp_path / "out.json"
    write_points(out, read_points(file(ANNOTATION)))
    assert json.loads(out.read_text("utf-8")) == ANNOTATION


def test_the_older_form_is_read_and_the_present_one_written(file, tmp_path):
    old = copy.deepcopy(ANNOTATION) | {"target": OLD_TARGET, "@context": "http://www.w3.org/ns/anno.jsonld"}
    old["body"]["features"][0]["properties"] = {"pixelCoords": [10, 20]}
    out = tmp_path / "out.json"
    write_points(out, read_points(file(old)))
    written = json.loads(out.read_text("utf-8"))
    assert written["@context"][0] == "http://iiif.io/api/extension/georef/1/context.json"
    assert written["target"]["type"] == "SpecificResource"
    assert written["target"]["source"] == {"id": "https://example.org/iiif/b", "type": "ImageService2"}
    assert written["target"]["selector"] == OLD_TARGET["selector"]
    assert written["body"]["features"][0]["properties"] == {"resourceCoords": [10, 20]}


def test_one_map_of_a_page_is_named_by_number_or_id(file):
    other = copy.deepcopy(ANNOTATION) | {"id": "second"}
    other["body"]["features"][0]["properties"]["resourceCoords"] = [77, 88]
    path = file({"type": "AnnotationPage", "items": [ANNOTATION, other]})
    with pytest.raises(VectorError, match=r"holds 2 maps.*map.json\|sheet=1"):
        read_points(path)
    assert read_points(f"{path}|sheet=2").pixels.tolist() == [[77, 88]]
    assert read_points(f"{path}|sheet=second").pixels.tolist() == [[77, 88]]


@pytest.mark.parametrize("target", ["https://example.org/iiif/c", {"id": "urn:c", "type": "Canvas"}])
def test_a_target_may_be_the_image_itself(file, target):
    points = read_points(file(changed(["target"], target)))
    assert points.sheet in ("https://example.org/iiif/c", "urn:c")
    assert points.mask is None


@pytest.mark.parametrize("service", [["https://example.org/iiif/b"], "https://example.org/iiif/b"])
def test_a_service_may_be_told_by_its_address_alone(file, tmp_path, service):
    again = str(tmp_path / "again.json")
    write_points(again, read_points(file(changed(["target"], OLD_TARGET | {"service": service}))))
    assert read_points(again).sheet == read_points(file(changed(["target"], OLD_TARGET))).sheet


def test_no_service_leaves_the_source(file):
    target = OLD_TARGET | {"service": []}
    assert read_points(file(changed(["target"], target))).sheet == OLD_TARGET["source"]


def test_half_of_a_letter_is_kept(file, tmp_path):
    again = tmp_path / "again.json"
    write_points(again, read_points(file(json.dumps(ANNOTATION | {"label": "\ud83d"}))))
    assert json.loads(again.read_text("utf-8"))["label"] == "\ud83d"


def test_points_in_toises_become_degrees_and_say_what_they_were(tmp_path):
    mask = np.array([[0, 0], [12345.678, 0], [100, 80.5]])
    size = ImageSize(width=100, height=80)
    origin = ControlPoint(col=5, row=6, x=0, y=0)
    path = tmp_path / "a.json"
    write_points(path, ControlPoints(points=(origin,), crs="verniquet", sheet="a.jpg", size=size, mask=mask))
    written = json.loads(path.read_text("utf-8"))
    assert written["body"]["resourceCrs"]["name"] == "Paris, Verniquet (toises)"
    assert written["target"]["source"] == {"id": "a.jpg", "type": "Image", "width": 100, "height": 80}
    read = read_points(path)
    assert read.ground == pytest.approx(np.array([[2.33652533, 48.83635863]]), abs=1e-12)
    assert read.mask.tolist() == mask.tolist()


FIRST = ["body", "features", 0]


SVG = ["target", "selector", "value"]
POLYGON = "<polygon points='0,0 9,0 9,9'/>"


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (["target"], None, r"\$\.target: found null, an object"),
        (["target"], 3, r"\$\.target: found 3"),
        (["body"], None, r"\$\.body: found null, an object"),
        (["body", "features"], {}, r"\$\.body\.features: found \{\}, a list"),
        (["type"], "Note", r"\$\.type: found \"Note\""),
        (["target", "source"], {"type": "Canvas"}, r"\$\.target\.source: “id” is missing"),
        (["target", "selector", "value"], "<svg/>", r"\$\.target\.selector\.value: .* one polygon"),
        (SVG, f"<svg>{POLYGON}{POLYGON}</svg>", r"\$\.target\.selector\.value: .* one polygon"),
        (SVG, f"<svg>{POLYGON}<path d='M0,0 9,0 9,9Z'/></svg>", "one polygon"),
        (SVG, f"<svg><g transform='scale(2)'>{POLYGON}</g></svg>", "no “transform”"),
        (["target", "source", "width"], 0, r"\.width: found 0, a number of pixels"),
        (["target", "source", "width"], 10**400, r"\.width: found 1000.*, a number is needed"),
        (["target", "source", "width"], "wide", r"\$\.target\.source\.width: found \"wide\", a number"),
        ([*FIRST, "properties"], {}, r"\$\.body\.features\[0\]\.properties: “resourceCoords” is missing"),
        ([*FIRST, "properties", "resourceCoords"], [1], r"\.features\[0\]\.properties\.resourceCoords"),
        ([*FIRST, "properties", "resourceCoords"], [1, "b"], r"\.resourceCoords\[1\]: found \"b\", a number"),
        ([*FIRST, "geometry"], None, r"\$\.body\.features\[0\]\.geometry: found null"),
        ([*FIRST, "geometry", "type"], "Polygon", r"\.geometry\.type: found \"Polygon\", “Point”"),
        ([*FIRST, "geometry", "coordinates"], [2, None], r"\.coordinates\[1\]: found null, a number"),
    ],
)  # fmt: skip
def test_a_malformed_annotation_is_refused_with_the_path_of_its_fault(file, path, value, told):
    with pytest.raises(VectorError, match=told):
        read_points(file(changed(path, value)))


@pytest.mark.parametrize(
    "text", ["false", "[]", "{}", "null", "{", "[[[[", '"text"', "[1" + 5000 * "0" + "]"]
)
def test_what_is_no_annotation_is_refused(file, text):
    with pytest.raises(VectorError, match=r"map\.json"):
        read_points(file(text))


def test_an_annotation_that_goes_through_our_table_keeps_its_mask_and_unknown_keys(file, tmp_path):
    table, back = str(tmp_path / "p.csv"), str(tmp_path / "back.json")
    write_points(table, read_points(file(ANNOTATION)))
    write_points(back, read_points(table))
    with open(back, encoding="utf-8") as stream:
        assert json.load(stream) == ANNOTATION


def test_points_without_an_annotation_need_no_more_columns(tmp_path):
    table = tmp_path / "p.csv"
    write_points(str(table), ControlPoints(points=(ControlPoint(col=1, row=2, x=3, y=4),), crs="EPSG:4326"))
    assert "iiif" not in table.read_text("utf-8")
