from __future__ import annotations

import pytest
from qgis.core import QgsProcessingParameterMultipleLayers, QgsProcessingParameterRasterLayer, QgsRasterLayer


class Algorithm:
    """Stands for an algorithm with one input."""

    def __init__(self, definition):
        self.definition = definition

    def parameterDefinition(self, name):
        return self.definition if name == "INPUT" else None


@pytest.fixture
def entry(qgis_app, make_row):
    from releve.plugin.docks.models.entries import Entry

    return lambda **more: Entry.from_row(make_row(**more))


@pytest.fixture
def layer(tmp_path):
    from osgeo import gdal

    path = str(tmp_path / "scene.tif")
    gdal.GetDriverByName("GTiff").Create(path, 2, 2, 1)
    return QgsRasterLayer(path, "scene")


def test_a_list_of_rasters_gets_a_list_and_a_raster_one(entry, layer):
    from releve.plugin.docks.models.running import filled

    many = Algorithm(QgsProcessingParameterMultipleLayers("INPUT", "Input"))
    one = Algorithm(QgsProcessingParameterRasterLayer("INPUT", "Input"))
    assert filled(many, entry(), layer) == {"MODEL": "/models/m0.onnx", "INPUT": [layer.id()]}
    assert filled(one, entry(), layer)["INPUT"] == layer.id()


def test_without_a_raster_layer_the_form_opens_with_the_model_alone(entry):
    from qgis.core import QgsVectorLayer

    from releve.plugin.docks.models.running import filled

    many = Algorithm(QgsProcessingParameterMultipleLayers("INPUT", "Input"))
    assert filled(many, entry(), None) == {"MODEL": "/models/m0.onnx"}
    assert filled(many, entry(), QgsVectorLayer("Point", "points", "memory")) == {"MODEL": "/models/m0.onnx"}


@pytest.mark.parametrize(
    ("task", "job"),
    [
        ("segmentation", "inference.map"),
        ("detection", "inference.detect"),
        ("keypoint-extraction", "oldmaps.match"),
        ("image-matching", "oldmaps.match"),
    ],
)
def test_a_model_opens_the_form_of_the_job_that_runs_it(entry, task, job, monkeypatch):
    from releve.plugin.docks.models import running

    asked = []
    registry = type("Registry", (), {"algorithmById": staticmethod(asked.append)})
    monkeypatch.setattr(running.QgsApplication, "processingRegistry", lambda: registry)
    running.algorithm_for(entry(task=task))
    assert asked == [f"releve:{job}"]
