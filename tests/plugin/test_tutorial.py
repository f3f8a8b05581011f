"""The model of the tutorial: Processing reads it and finds each of its steps."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm

from releve.plugin.provider import ReleveProvider

MODEL = Path(__file__).resolve().parents[2] / "docs" / "land_cover_picture.model3"


def test_the_tutorial_s_model_is_whole(qgis_app):
    registry, provider = QgsApplication.processingRegistry(), ReleveProvider()
    registry.addProvider(provider)
    try:
        model = QgsProcessingModelAlgorithm()
        assert model.fromFile(str(MODEL))
        fine, problems = model.validate()
        assert fine, problems
        assert {step.algorithmId() for step in model.childAlgorithms().values()} == {
            "releve:inference.map",
            "releve:raster.polygonize",
            "releve:map.layout",
        }
    finally:
        registry.removeProvider(provider)
