from __future__ import annotations

from datetime import datetime

import pytest

from releve.processing.errors import RequestError
from releve.processing.jobs import parameters as p

NUMBER = p.Number(title="N", minimum=0, maximum=10)
KINDS = {
    "raster": (p.Raster(title="R"), "/a b/é.tif", "/a b/é.tif"),
    "raster by reference": (p.Raster(title="R"), {"href": "/a.tif"}, "/a.tif"),
    "rasters": (p.Rasters(title="R"), "a.tif", (p.DatedSource("a.tif"),)),
    "a dated raster": (
        p.Rasters(title="R"),
        "a.tif|date=2024-06-30",
        (p.DatedSource("a.tif", datetime(2024, 6, 30)),),
    ),
    "dated rasters": (
        p.Rasters(title="R"),
        ["a.tif", {"href": "b.tif", "date": "2024-06-30"}],
        (p.DatedSource("a.tif"), p.DatedSource("b.tif", datetime(2024, 6, 30))),
    ),
    "vector": (p.Vector(title="V"), "a.gpkg|layername=b", "a.gpkg|layername=b"),
    "table": (p.Table(title="T"), "a.csv", "a.csv"),
    "file": (p.File(title="F", extensions=("json",)), "a.JSON", "a.JSON"),
    "folder": (p.Folder(title="F"), "/tmp", "/tmp"),
    "model": (p.Model(title="M"), "a.onnx", "a.onnx"),
    "field": (p.Field(title="F", parent="v"), "name", "name"),
    "fields": (p.Field(title="F", parent="v", many=True), "a, b", ("a", "b")),
    "band": (p.Band(title="B", parent="r"), "2", 2),
    "extent": (p.ExtentOf(title="E"), "0,2,1,3 [EPSG:2154]", p.Extent(0, 1, 2, 3, "EPSG:2154")),
    "bbox": (p.ExtentOf(title="E"), {"bbox": [0, 1, 2, 3]}, p.Extent(0, 1, 2, 3)),
    "crs": (p.Crs(title="C"), "EPSG:2154", "EPSG:2154"),
    "number": (NUMBER, "0.5", 0.5),
    "integer": (p.Number(title="N", integer=True), 4.0, 4),
    "boolean": (p.Boolean(title="B"), "no", False),
    "enum": (p.Enum(title="E", choices={"a": "A"}), "a", "a"),
    "enums": (p.Enum(title="E", choices={"a": "A", "b": "B"}, many=True), ["b", "a"], ("b", "a")),
    "text": (p.Text(title="T"), "x", "x"),
    "datetime": (p.Moment(title="D"), "2024-06-30T12:00:00", datetime(2024, 6, 30, 12)),
}
REFUSED = {
    "raster": (p.Raster(title="R"), ["a", 3, "", {"href": 1}, None]),
    "rasters": (p.Rasters(title="R", minimum=2), ["a.tif", [], [1, 2], [{"href": "a", "date": "June"}, "b"]]),
    "file": (p.File(title="F", extensions=("json",)), ["a.txt"]),
    "band": (p.Band(title="B", parent="r"), [0, -1, 1.5, "two", True]),
    "extent": (
        p.ExtentOf(title="E"),
        ["0,1,2", "2,0,1,3", "0,0,0,0", "a,b,c,d", 3, {"bbox": [1, 2]}, {"bbox": "1234"}],
    ),
    "number": (NUMBER, [-1, 11, "many", None, float("nan"), float("inf"), True]),
    "integer": (p.Number(title="N", integer=True), [1.5]),
    "boolean": (p.Boolean(title="B"), ["perhaps", 2]),
    "enum": (p.Enum(title="E", choices={"a": "A"}), ["b", 0, None]),
    "datetime": (p.Moment(title="D"), ["June", 3]),
}


@pytest.mark.parametrize("name", KINDS)
def test_many_spellings_come_in_and_one_is_kept(name):
    parameter, given, kept = KINDS[name]
    value = parameter.parse(given)
    assert value == kept
    assert parameter.parse(parameter.serialise(value)) == value


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_of_the_kind_is_refused_with_what_is_needed(name):
    parameter, values = REFUSED[name]
    for value in values[name == "raster" :]:
        with pytest.raises(RequestError, match=r"needed|must be"):
            parameter.parse(value)


def test_absent_is_not_zero():
    from dataclasses import dataclass

    @dataclass(frozen=True, kw_only=True)
    class Request:
        threshold: float | None = p.number("Threshold", minimum=0, maximum=1, optional=True)

    assert Request().threshold is None
