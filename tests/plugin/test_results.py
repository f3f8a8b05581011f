from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsLayerTreeLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)

from releve.plugin.results import LoadedResult, RunGroup
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


def tree(parent):
    """Names in the legend, a group with what is in it."""
    return [
        child.name() if isinstance(child, QgsLayerTreeLayer) else {child.name(): tree(child)}
        for child in parent.children()
    ]


def add(project, raster, name, parent=None):
    """Load a layer as the desktop does: on top of a group."""
    layer = QgsRasterLayer(raster, name)
    (parent or project.layerTreeRoot()).insertLayer(0, layer)
    project.addMapLayer(layer, False)
    return layer


def test_a_loaded_layer_is_dressed_once(raster):
    sidecar = style_result(raster, {"kind": "raster", "style": CLASSES})
    project = QgsProject()
    details = QgsProcessingContext.LayerDetails("it", project, "CLASSES")
    layer, loaded = QgsRasterLayer(raster, "it"), LoadedResult(sidecar, details, 0, RunGroup("run"))
    loaded.postProcessLayer(layer, None, QgsProcessingFeedback(False))
    assert layer.renderer().type() == "paletted"
    assert loaded not in LoadedResult._waiting


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_layers_of_a_run_are_a_group_in_the_order_of_its_outputs_whichever_comes_first(raster, order):
    project, group = QgsProject(), RunGroup("model, image")
    project.addMapLayer(QgsRasterLayer(raster, "before"))
    for place in order:
        group.take(project, add(project, raster, f"{place}"), place)
    assert tree(project.layerTreeRoot()) == [{"model, image": ["0", "1", "2"]}, "before"]
    assert all(node.isExpanded() for node in project.layerTreeRoot().findLayers())


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_they_are_so_too_where_qgis_puts_the_next_one_into_the_group(raster, order):
    project, group = QgsProject(), RunGroup("run")
    for place in order:
        inside = next(iter(project.layerTreeRoot().children()), None)
        group.take(project, add(project, raster, f"{place}", inside), place)
    assert tree(project.layerTreeRoot()) == [{"run": ["0", "1", "2"]}]


def test_a_layer_that_is_not_in_the_tree_is_left_alone(raster):
    project = QgsProject()
    RunGroup("run").take(project, QgsRasterLayer(raster, "it"), 0)
    assert tree(project.layerTreeRoot()) == []


@pytest.mark.parametrize("loaded", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_layers_that_newer_qgis_put_in_the_tree_all_at_once_are_ordered_too(raster, loaded, order):
    project, group = QgsProject(), RunGroup("run")
    layers = {place: add(project, raster, f"{place}") for place in loaded}
    for place in order:
        group.take(project, layers[place], place)
    assert tree(project.layerTreeRoot()) == [{"run": ["0", "1", "2"]}]


def test_two_runs_of_one_name_are_two_groups_even_beside_a_selected_layer(raster):
    project = QgsProject()
    first, second = RunGroup("run"), RunGroup("run")
    first.take(project, add(project, raster, "a"), 0)
    inside = project.layerTreeRoot().children()[0]
    second.take(project, add(project, raster, "b", inside), 0)  # as where a layer of the first is selected
    assert tree(project.layerTreeRoot()) == [{"run": ["b"]}, {"run": ["a"]}]


def test_the_group_that_processing_is_set_to_fill_holds_the_groups_of_runs(raster):
    project = QgsProject()
    results = project.layerTreeRoot().addGroup("Results")
    RunGroup("run").take(project, add(project, raster, "a", results), 0)
    assert tree(project.layerTreeRoot()) == [{"Results": [{"run": ["a"]}]}]
