from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

from releve.plugin.algorithms.copies import RasterCopy


def test_a_file_is_passed_as_it_is(ask, raster_path):
    assert ask("raster", raster_path).value == raster_path


@pytest.mark.parametrize("by", ["layer", "id", "name"])
def test_an_open_layer_of_a_file_is_passed_as_the_file(ask, raster_path, project, by):
    layer = QgsRasterLayer(raster_path, "Mon image")
    project.addMapLayer(layer)
    value = {"layer": layer, "id": layer.id(), "name": "Mon image"}[by]
    assert ask("raster", value, project=project).value == raster_path


@pytest.mark.parametrize(
    "name",
    [
        "/vsicurl/https://example.org/image.tif",
        "/vsizip//data/scene.zip/image.tif",
        'NETCDF:"/data/rain.nc":rain',
        "HDF5:/data/scene.h5://red",
        "https://example.org/image.tif",
    ],
)
def test_a_name_that_only_gdal_understands_is_passed_through(ask, name):
    assert ask("raster", name).value == name


def test_a_missing_file_is_refused(ask):
    assert ask("raster", "/nowhere/image.tif").problem.endswith(
        "/nowhere/image.tif does not exist: correct the path"
    )


def test_an_absent_raster_is_left_out(ask):
    assert ask("raster", optional=True).inputs == {}


def test_a_vector_layer_is_refused(ask, points):
    assert "Points is not a raster layer" in ask("raster", points).problem


def test_a_layer_whose_crs_was_corrected_in_qgis_is_copied(ask, raster_path):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = QgsRasterLayer(raster_path, "Image")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:27572"))
    assert isinstance(ask("raster", layer).value, RasterCopy)


XYZ = "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=17&zmin=0"


def test_tiles_are_passed_as_they_are_to_a_job_that_reads_services(ask, project):
    layer = QgsRasterLayer(XYZ, "Tiles", "wms")
    project.addMapLayer(layer)
    for value in (layer, "Tiles", XYZ):
        assert ask("raster", value, project=project, services=True).value == XYZ
    assert ask("raster", XYZ).problem  # to any other job it is a file that does not exist


def test_a_service_with_a_password_of_qgis_is_read_by_qgis(ask, project):
    layer = QgsRasterLayer(f"{XYZ}&authcfg=abc1234", "Tiles", "wms")
    assert layer.isValid()
    with pytest.raises(QgsProcessingException, match="shows nothing of Tiles"):  # the copy is of the map
        ask("raster", layer, services=True)
