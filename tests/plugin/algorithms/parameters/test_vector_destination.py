from __future__ import annotations

from qgis.core import QgsProcessing


def test_a_shapefile_is_refused(place):
    assert "ends in .gpkg is needed" in place("vector", "/tmp/result.shp").problem


def test_processing_knows_its_geometry(place):
    definition = place("vector", None, geometry="polygon").definition
    assert definition.type() == "vectorDestination"
    assert definition.dataType() == QgsProcessing.SourceType.TypeVectorPolygon
