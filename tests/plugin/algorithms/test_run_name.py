from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsProject

from releve.plugin.algorithms.run_name import run_name
from releve.plugin.algorithms.values import Values
from releve.plugin.catalogue import Job, Parameter


@pytest.fixture
def name(qgis_app):
    def name(*kinds, project=None, **given):
        parameters = tuple(Parameter(name=kind, title=kind, kind=kind) for kind in kinds)
        context = QgsProcessingContext()
        if project is not None:
            context.setProject(project)
        job = Job("test.one", "1.0.0", "A job", "", "Test", (), {}, parameters, ())
        return run_name(job, Values(None, given, context))

    return name


def test_a_run_is_called_by_its_model_and_its_image(name):
    given = {"RASTERS": ["/data/été 2024.tif"], "MODEL": "/models/unet.onnx"}
    assert name("rasters", "model", **given) == "unet, été 2024"


def test_a_layer_is_called_as_in_the_legend(name, points):
    project = QgsProject()
    project.addMapLayer(points)
    selected = QgsProcessingFeatureSourceDefinition(points.id(), True)
    assert name("vector", project=project, VECTOR=selected) == "Points"


def test_of_several_images_the_first_is_named_and_the_others_counted(name):
    assert name("rasters", RASTERS=["/a.tif", "/b.tif", "/c.tif"]) == "a and 2 more"


def test_a_run_on_nothing_is_called_as_its_job(name):
    assert name("text", TEXT="x") == "A job"
