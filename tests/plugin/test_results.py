from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRasterLayer

from releve.plugin.results import LoadedResult, put_in_order
from releve.plugin.styles import style_result

CLASSES = {
    "type": "classes",
    "classes": [
        {"value": 0, "name": "Sea", "color": "#0072b2"},
        {"value": 3, "name": "Forêt", "color": "#00694e"},
    ],
}


@pytest.fixture
def raster(tmp_path, qgis_app):
    path = str(tmp_path / "classes.tif")
    data = gdal.GetDriverByName("GTiff").Create(path, 2, 1, 1, gdal.GDT_Byte)
    data.GetRasterBand(1).WriteArray(np.array([[0, 3]], "uint8"))
    data = None
    return path


def test_a_loaded_layer_is_dressed_once(raster):
    sidecar = style_result(raster, {"kind": "raster", "style": CLASSES})
    project = QgsProject()
    details = QgsProcessingContext.LayerDetails("it", project, "CLASSES")
    layer, loaded = QgsRasterLayer(raster, "it"), LoadedResult(sidecar, details, 0, {})
    loaded.postProcessLayer(layer, None, QgsProcessingFeedback(False))
    assert layer.renderer().type() == "paletted"
    assert loaded not in LoadedResult._waiting


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_layers_of_a_run_lie_in_the_order_of_its_outputs_whichever_comes_first(raster, order):
    project, placed = QgsProject(), {}
    before = QgsRasterLayer(raster, "before")
    project.addMapLayer(before)
    for place in order:
        layer = QgsRasterLayer(raster, f"{place}")
        project.layerTreeRoot().insertLayer(0, layer)  # as the desktop does
        project.addMapLayer(layer, False)
        put_in_order(project, layer, place, placed)
    tree = project.layerTreeRoot().children()
    assert [node.name() for node in tree] == ["0", "1", "2", "before"]
    assert all(node.isExpanded() for node in tree)


def test_a_layer_that_is_not_in_the_tree_yet_is_left_to_newer_qgis(raster):
    placed = {}
    put_in_order(QgsProject(), QgsRasterLayer(raster, "it"), 0, placed)
    assert placed == {}


@pytest.mark.parametrize("tree", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_layers_that_newer_qgis_put_in_the_tree_all_at_once_are_ordered_too(raster, tree, order):
    project, placed = QgsProject(), {}
    layers = [QgsRasterLayer(raster, f"{place}") for place in range(3)]
    for place in tree:
        project.layerTreeRoot().addLayer(layers[place])
        project.addMapLayer(layers[place], False)
    for place in order:
        put_in_order(project, layers[place], place, placed)
    assert [node.name() for node in project.layerTreeRoot().children()] == ["0", "1", "2"]
