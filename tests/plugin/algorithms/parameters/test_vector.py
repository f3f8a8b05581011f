from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsRasterLayer,
)

from releve.plugin.algorithms.copies import VectorCopy


@pytest.fixture
def opened(points, project):
    project.addMapLayer(points)
    return points


def test_a_file_is_passed_as_it_is(ask, vector_path):
    assert ask("vector", vector_path).value == vector_path
    assert ask("vector", f"{vector_path}|layername=others").value == f"{vector_path}|layername=others"


def test_an_open_layer_of_a_file_is_passed_with_its_name(ask, opened, project, vector_path):
    assert ask("vector", opened.id(), project=project).value == f"{vector_path}|layername=points"


def test_the_selected_features_alone_are_copied(ask, opened, project, written):
    opened.selectByExpression("n > 0")
    answer = ask("vector", QgsProcessingFeatureSourceDefinition(opened.id(), True), project=project)
    assert isinstance(answer.value, VectorCopy)
    assert written(answer) == [1, 2]


def test_all_features_of_a_definition_need_no_copy(ask, opened, project, vector_path):
    definition = QgsProcessingFeatureSourceDefinition(opened.id(), False)
    assert ask("vector", definition, project=project).value == f"{vector_path}|layername=points"


def test_a_limit_of_features_is_kept(ask, vector_path, written):
    definition = QgsProcessingFeatureSourceDefinition(f"{vector_path}|layername=points", featureLimit=2)
    assert len(written(ask("vector", definition))) == 2


def test_a_filtered_layer_is_copied_as_filtered(ask, points, written):
    points.setSubsetString("n = 1")
    assert written(ask("vector", points)) == [1]


def test_a_memory_layer_is_copied_whatever_its_fid_says(ask, memory_points, tmp_path, feedback, numbers):
    answer = ask("vector", memory_points)
    path = answer.value.write(tmp_path, feedback)
    assert path.endswith("Mes_points.gpkg")
    assert numbers(path) == [0, 1, 2]


def test_edits_that_are_not_saved_are_copied(ask, points, written):
    points.startEditing()
    points.deleteFeature(1)
    assert written(ask("vector", points)) == [1, 2]
    points.rollBack()


def test_a_layer_whose_crs_was_corrected_in_qgis_is_copied(ask, points):
    points.setCrs(QgsCoordinateReferenceSystem("EPSG:27572"))
    assert isinstance(ask("vector", points).value, VectorCopy)


def test_a_missing_file_is_refused(ask):
    assert ask("vector", "/nowhere.gpkg|layername=a").problem.endswith(
        "/nowhere.gpkg does not exist: correct the path"
    )


def test_a_raster_layer_is_refused(ask, raster_path):
    assert "is not a vector layer" in ask("vector", QgsRasterLayer(raster_path, "Image")).problem


def test_an_absent_layer_is_left_out(ask):
    assert ask("vector", optional=True).inputs == {}


def test_the_form_proposes_layers_of_the_geometry_asked_for(ask):
    definition = ask("vector", optional=True, geometry="polygon").definition
    assert definition.dataTypes() == [QgsProcessing.SourceType.TypeVectorPolygon]
