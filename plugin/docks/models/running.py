"""From a model and a layer to the filled form of the algorithm that runs it."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsMapLayer, QgsProcessingAlgorithm, QgsRasterLayer

from ...i18n import tr
from .entries import Entry

SISTERS = {
    "detection": "inference.detect",
    "super-resolution": "inference.superresolve",
    "embedding": "inference.embed",
    "keypoint-extraction": "oldmaps.match",
    "image-matching": "oldmaps.match",
}
"""The job of a task, where it is not `inference.map`."""


def algorithm_for(entry: Entry) -> QgsProcessingAlgorithm | None:
    """The algorithm that runs a model; None when nothing of Relevé is registered."""
    registry = QgsApplication.processingRegistry()
    job = SISTERS.get(entry.task, "inference.map")
    return registry.algorithmById(f"releve:{job}")


def filled(algorithm: QgsProcessingAlgorithm, entry: Entry, layer: QgsMapLayer | None) -> dict[str, Any]:
    """The values with which the form opens."""
    values: dict[str, Any] = {"MODEL": entry.path}
    definition = algorithm.parameterDefinition("INPUT")
    if is_raster(layer) and definition is not None:
        values["INPUT"] = [layer.id()] if definition.type() == "multilayer" else layer.id()
    return values


def is_raster(layer: QgsMapLayer | None) -> bool:
    """Whether a model can be run on a layer at all."""
    return isinstance(layer, QgsRasterLayer) and layer.isValid()


def open_form(algorithm: QgsProcessingAlgorithm, values: dict[str, Any]) -> None:
    """Open the form beside the dock. What is not filled in stands as in a new form, not as the last time.

    The last run may have been of another model: its bands or classes would fit this one only by chance.
    """
    from ...dialog.job_dialog import show_dialog  # late: of Processing's windows
    from ...dialog.last_used import defaults

    sentence = tr("Filled in with the model and the layer that are chosen in the dock.")
    show_dialog(algorithm.name(), {**defaults(algorithm.job), **values}, sentence)
