from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeature, QgsRasterLayer, QgsRenderContext, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from releve.plugin.ramps import RAMPS, colours
from releve.plugin.styles import style_result

CLASSES = {
    "type": "classes",
    "classes": [
        {"value": 0, "name": "Sea", "color": "#0072b2"},
        {"value": 3, "name": "Forêt", "color": "#00694e"},
    ],
}
GRADIENT = {"type": "gradient", "ramp": "viridis", "minimum": 0, "maximum": 200, "unit": "m", "band": 1}


@pytest.fixture
def raster(tmp_path, qgis_app):
    path = str(tmp_path / "classes.tif")
    data = gdal.GetDriverByName("GTiff").Create(path, 2, 1, 1, gdal.GDT_Byte)
    data.GetRasterBand(1).WriteArray(np.array([[0, 3]], "uint8"))
    data = None
    return path


@pytest.fixture
def polygons(tmp_path, qgis_app):
    path = str(tmp_path / "polygons.gpkg")
    data = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = data.CreateLayer("polygons", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    data = layer = None
    return path


def styled(path, kind="raster"):
    layer = QgsRasterLayer(path, "it") if kind == "raster" else QgsVectorLayer(path, "it", "ogr")
    _, found = layer.loadDefaultStyle()
    assert found
    return layer.renderer().clone()  # it would end with its layer


def test_a_class_raster_has_its_names_and_colours(raster):
    style_result(raster, {"kind": "raster", "style": CLASSES})
    classes = styled(raster).classes()
    assert [(c.value, c.label, c.color.name()) for c in classes] == [
        (0, "Sea", "#0072b2"),
        (3, "Forêt", "#00694e"),
    ]


def test_a_gradient_runs_from_minimum_to_maximum(raster):
    style_result(raster, {"kind": "raster", "style": GRADIENT})
    renderer = styled(raster)
    items = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert (items[0].value, items[0].color.name()) == (0, "#440154")
    assert (items[-1].value, items[-1].color.name(), items[-1].label) == (200, "#fde725", "200 m")


def test_polygons_are_shown_by_the_field_of_the_style(polygons):
    style_result(polygons, {"kind": "vector", "style": {**CLASSES, "field": "value"}})
    renderer = styled(polygons, "vector")
    assert renderer.classAttribute() == "value"
    shown = [(int(c.value()), c.label(), c.symbol().color().name()) for c in renderer.categories()]
    assert shown == [(0, "Sea", "#0072b2"), (3, "Forêt", "#00694e")]


def test_outlined_classes_leave_the_image_to_be_seen(polygons):
    style_result(polygons, {"kind": "vector", "style": {**CLASSES, "field": "value", "outlined": True}})
    renderer = styled(polygons, "vector")
    categories = renderer.categories()
    symbols = [category.symbol().clone() for category in categories]
    assert [one.symbolLayer(0).strokeColor().name() for one in symbols] == ["#0072b2", "#00694e"]
    assert {one.symbolLayer(0).brushStyle() for one in symbols} == {Qt.BrushStyle.NoBrush}


def test_a_class_without_a_value_shows_whatever_there_is(polygons):
    one = {"value": "", "name": "Best places", "color": "#d55e00"}
    style = {"type": "classes", "field": "value", "classes": [one]}
    style_result(polygons, {"kind": "vector", "style": style})
    renderer, context = styled(polygons, "vector"), QgsRenderContext()
    feature = QgsFeature(QgsVectorLayer(polygons, "it", "ogr").fields())
    feature.setAttribute("value", 17)
    renderer.startRender(context, feature.fields())
    assert renderer.symbolForFeature(feature, context).color().name() == "#d55e00"
    renderer.stopRender(context)


def test_the_sidecar_stands_beside_the_result(raster, tmp_path):
    assert style_result(raster, {"kind": "raster", "style": CLASSES}) == tmp_path / "classes.qml"


@pytest.mark.parametrize("outcome", [{}, {"kind": "raster"}, {"kind": "table", "style": CLASSES}])
def test_what_has_no_style_gets_no_sidecar(raster, tmp_path, outcome):
    assert style_result(raster, outcome) is None
    assert list(tmp_path.glob("*.qml")) == []


def test_a_style_of_the_future_does_not_hurt(raster):
    assert style_result(raster, {"kind": "raster", "style": {"type": "hologram"}})


def test_a_ramp_can_be_turned_round():
    assert colours("Viridis_r") == colours("viridis")[::-1]
    assert colours("unheard of") == colours("viridis")


@pytest.mark.parametrize("name", sorted(RAMPS))
def test_the_stops_of_a_ramp_are_colours(name):
    assert all(len(stop) == 7 and int(stop[1:], 16) >= 0 for stop in colours(name))
