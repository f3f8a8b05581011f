from __future__ import annotations

import hashlib

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsField,
    QgsProcessingException,
    QgsRasterLayer,
    QgsRectangle,
)

from releve.plugin.algorithms.copies import RasterCopy, free_path, raster_source, seen_grid, vector_source

TRANSFORMS = QgsCoordinateTransformContext()


def test_a_corrected_crs_goes_into_the_copy_and_the_pixels_stay(raster_path, tmp_path, feedback):
    layer = QgsRasterLayer(raster_path, "Image corrigée")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:27572"))
    copy = gdal.Open(raster_source(layer, TRANSFORMS).write(tmp_path, feedback))
    assert copy.GetSpatialRef().GetAuthorityCode(None) == "27572"
    assert copy.GetGeoTransform() == (700000, 10, 0, 6600030, 0, -10)
    assert copy.ReadAsArray().ravel().tolist() == list(range(12))


def test_a_cancel_ends_the_writing(raster_path, tmp_path, feedback):
    layer = QgsRasterLayer(raster_path, "Image")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:27572"))
    feedback.cancel()
    raster_source(layer, TRANSFORMS).write(tmp_path, feedback)  # what there is of it is of no use to anybody


def test_the_same_features_give_the_same_bytes(ask, memory_points, tmp_path, feedback):
    hashes = []
    for name in "ab":
        (tmp_path / name).mkdir()
        answer = ask("vector", memory_points)
        path = answer.value.write(tmp_path / name, feedback)
        with open(path, "rb") as stream:
            hashes.append(hashlib.sha256(stream.read()).hexdigest())
    assert hashes[0] == hashes[1]


def test_a_virtual_field_asks_for_a_copy(points):
    assert vector_source(points)
    double = QgsField(points.fields().field("n"))
    double.setName("double")
    points.addExpressionField("n * 2", double)
    assert vector_source(points) is None


def test_a_broken_layer_is_told_by_name(qgis_app):
    layer = QgsRasterLayer("/nowhere.tif", "Perdue")
    with pytest.raises(QgsProcessingException, match="Perdue is broken"):
        raster_source(layer, TRANSFORMS)


@pytest.fixture
def tiles(tmp_path):
    """A service of map tiles, level 0 and 1, all of one colour, on this computer."""
    import numpy as np
    from osgeo import gdal_array

    for level in (0, 1):
        for x in range(2**level):
            folder = tmp_path / "tiles" / str(level) / str(x)
            folder.mkdir(parents=True)
            for y in range(2**level):
                pixels = np.full((3, 256, 256), 100, dtype="uint8")
                gdal.GetDriverByName("PNG").CreateCopy(str(folder / f"{y}.png"), gdal_array.OpenArray(pixels))
    url = (tmp_path / "tiles").as_uri() + "/{z}/{x}/{y}.png"
    layer = QgsRasterLayer(f"type=xyz&url={url}&zmax=1&zmin=0", "Tuiles", "wms")
    assert layer.isValid()
    return layer


def test_a_service_without_a_map_to_say_the_scale_is_refused(tiles, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", None)
    with pytest.raises(QgsProcessingException, match="Tuiles is a service without resolution"):
        raster_source(tiles, TRANSFORMS)


def test_a_service_is_copied_as_the_map_shows_it(tiles, tmp_path, feedback):
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    grid = seen_grid(tiles, QgsRectangle(0, 0, 1_000_000, 500_000), web, 100)
    assert grid == (QgsRectangle(0, 0, 1_000_000, 500_000), 100, 50)
    copy = RasterCopy("Tuiles", tiles.dataProvider().clone(), web, *grid, TRANSFORMS)
    data = gdal.Open(copy.write(tmp_path, feedback))
    assert (data.RasterXSize, data.RasterYSize) == (100, 50)
    assert data.GetGeoTransform() == (0, 10_000, 0, 500_000, 0, -10_000)
    assert data.ReadAsArray()[0, 25, 50] == 100


def test_a_map_that_shows_nothing_of_the_layer_is_told(raster_path):
    layer = QgsRasterLayer(raster_path, "Image")
    with pytest.raises(QgsProcessingException, match="The map shows nothing of Image"):
        seen_grid(layer, QgsRectangle(0, 0, 10, 10), layer.crs(), 100)


def test_names_of_layers_become_names_of_files(tmp_path):
    assert free_path(tmp_path, "Forêt: 1/2", "tif").name == "Forêt_1_2.tif"
    (tmp_path / "a.tif").touch()
    assert free_path(tmp_path, "a", "tif").name == "a_2.tif"
    assert free_path(tmp_path, "../..", "tif").parent == tmp_path
