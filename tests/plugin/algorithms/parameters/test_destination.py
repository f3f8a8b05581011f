"""What all destinations have in common."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessing, QgsProcessingOutputLayerDefinition

from releve.plugin.algorithms.parameters import DESTINATIONS

EXTENSIONS = {"artifact": "onnx", "file": "html", "raster": "tif", "table": "csv", "vector": "gpkg"}
BAD = [
    "memory:",
    "memory:result",
    "ogr:dbname='/tmp/a.gpkg' table=\"b\" (geom)",
    "postgis:dbname=x",
    "/tmp/result",
]
KINDS = pytest.mark.parametrize("kind", sorted(EXTENSIONS))


def test_every_kind_of_destination_is_tested_here():
    assert set(EXTENSIONS) == set(DESTINATIONS) - {"folder"}  # which has no extension, and a file of its own


@KINDS
def test_a_place_given_is_where_the_backend_writes(place, kind):
    path = f"/tmp/été/result.{EXTENSIONS[kind]}"
    assert place(kind, path).path == path


@KINDS
def test_a_temporary_place_has_the_extension_of_the_kind(place, kind):
    assert place(kind, QgsProcessing.TEMPORARY_OUTPUT).path.endswith(f".{EXTENSIONS[kind]}")


@KINDS
def test_a_wrapped_place_is_unwrapped(place, kind):
    path = f"/tmp/result.{EXTENSIONS[kind]}"
    assert place(kind, QgsProcessingOutputLayerDefinition(path)).path == path


@KINDS
@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_file_of_the_kind_is_refused(place, kind, bad):
    answer = place(kind, bad)
    assert f"found {bad}, a file that ends in .{EXTENSIONS[kind]}" in answer.problem
    assert answer.path is None


@KINDS
def test_a_place_that_is_not_given_is_not_asked_for(place, kind):
    assert place(kind, None).path is None


@KINDS
def test_no_place_for_anything_is_told(place, kind):
    assert "No output is asked for: give a path to one of IT" in place(kind, None).problem


@KINDS
def test_a_place_that_is_needed_is_asked_for(place, kind):
    assert place(kind, None, required=True).problem == "IT (It): is missing: give it a path"


@KINDS
def test_a_form_proposes_what_is_made_by_default(place, kind):
    assert place(kind, None, by_default=True).definition.createByDefault()
    assert not place(kind, None, by_default=False).definition.createByDefault()
