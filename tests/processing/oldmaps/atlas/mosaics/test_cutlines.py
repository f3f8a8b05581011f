"""Cutlines: how they share the ground, and whose each is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely
from pyproj import CRS

from releve.processing.errors import VectorError
from releve.processing.oldmaps.atlas.mosaics.cutlines import coverage, read_cutlines

LAMBERT = CRS.from_epsg(2154)


def layer(
    path: Path, shapes: dict[str, shapely.Polygon], field: str = "sheet", crs: str | None = None
) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"number": 1, field: name},
            "geometry": shapely.geometry.mapping(shape),
        }
        for name, shape in shapes.items()
    ]
    told = {"type": "FeatureCollection", "features": features}
    if crs:
        told["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(told), encoding="utf-8")
    return str(path)


def test_overlap_and_holes_are_areas() -> None:
    ring = shapely.Polygon(shapely.box(0, 0, 3, 3).exterior, [shapely.box(1, 1, 2, 2).exterior])
    shared = coverage([ring, shapely.box(2, 0, 4, 3)])
    assert (shared.area, shared.overlap, shared.holes) == (11.0, 3.0, 1.0)


def test_the_field_that_names_the_sheets_is_found_and_spelling_is_forgiven(tmp_path: Path) -> None:
    shapes = {"Barrière_d'Enfer": shapely.box(0, 0, 900, 500), "elsewhere": shapely.box(0, 0, 500, 500)}
    source = layer(tmp_path / "cut.geojson", shapes, field="feuille")
    found = read_cutlines(source, ["Barriere dEnfer.tif", "other"], LAMBERT)
    assert list(found) == ["Barriere dEnfer.tif"]
    assert found["Barriere dEnfer.tif"].area == 450_000


def test_degrees_that_are_none_are_in_the_crs_of_the_map(tmp_path: Path) -> None:
    source = layer(tmp_path / "cut.geojson", {"a": shapely.box(652000, 6862000, 652100, 6862100)})
    assert read_cutlines(source, ["a"], LAMBERT)["a"].bounds == (652000, 6862000, 652100, 6862100)


def test_another_crs_is_brought_into_that_of_the_map(tmp_path: Path) -> None:
    source = layer(tmp_path / "cut.geojson", {"a": shapely.box(2.34, 48.85, 2.35, 48.86)})
    west, south, east, north = read_cutlines(source, ["a"], LAMBERT)["a"].bounds
    assert 651000 < west < east < 654000
    assert 6861000 < south < north < 6864000


def test_a_layer_that_names_no_sheet_is_refused(tmp_path: Path) -> None:
    source = layer(tmp_path / "cut.geojson", {"a": shapely.box(0, 0, 1, 1)})
    with pytest.raises(VectorError, match=r"No field of .* names a sheet"):
        read_cutlines(source, ["b"], LAMBERT)
    with pytest.raises(VectorError, match="cannot be read"):
        read_cutlines(str(tmp_path / "none.geojson"), ["b"], LAMBERT)


@pytest.mark.parametrize(
    ("name", "overlap_m2", "holes_m2"), [("cutlines", 0, 0), ("cutlines_with_bumps", 90_924, 67)]
)
def test_the_cutlines_of_jacoubet(shared_data: Path, name: str, overlap_m2: float, holes_m2: float) -> None:
    folder = shared_data / "oldmaps/jacoubet"
    names = [path.name for path in (folder / "gcps").iterdir()]
    observatory = CRS.from_string("+proj=aeqd +lat_0=48.83635863 +lon_0=2.33652533 +ellps=GRS80")
    found = read_cutlines(str(folder / "cutlines" / f"{name}.geojson"), names, observatory)
    shared = coverage(list(found.values()))
    assert len(found) == 52
    assert shared.area + shared.holes == pytest.approx(65.25e6, abs=1)
    assert shared.overlap == pytest.approx(overlap_m2, abs=1)
    assert shared.holes == pytest.approx(holes_m2, abs=1)


def test_several_polygons_of_a_sheet_count_together_and_empty_ones_not(tmp_path: Path) -> None:
    parts = shapely.box(500, 0, 900, 500), shapely.box(1000, 0, 1100, 500)
    shapes = [("a", shapely.geometry.mapping(part)) for part in parts] + [("b", None)]
    features = [
        {"type": "Feature", "properties": {"sheet": name}, "geometry": shape} for name, shape in shapes
    ]
    path = tmp_path / "cut.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    found = read_cutlines(str(path), ["a", "b"], LAMBERT)
    assert {name: shape.area for name, shape in found.items()} == {"a": 250_000}
