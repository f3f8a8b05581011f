"""A result that Processing has loaded as a layer: its style, and its place in the group of its run."""

from pathlib import Path
from typing import Optional
from uuid import uuid4

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

SHOWN_ENTRIES = 10
"""Entries of a legend that stays open; QGIS folds longer ones, and one that was long before it was styled."""
RUN = "releve/run"
"""Property of the group of a run in the legend."""


class LoadedResult(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded result its sidecar's style, for which Processing does not look, and its place.

    Parameters
    ----------
    place : int
        Its place among the layers of the run, the topmost being 0.
    group : RunGroup
        The group of the run, which the run keeps.
    """

    _waiting: "list[LoadedResult]" = []  # Processing keeps no reference to a Python object

    def __init__(
        self, sidecar: Path, details: QgsProcessingContext.LayerDetails, place: int, group: "RunGroup"
    ):
        super().__init__()
        self._sidecar = sidecar
        self._project = details.project
        self._place = place
        self._group = group
        self._waiting.append(self)

    def postProcessLayer(self, layer, context, feedback):
        dress(layer, self._sidecar)
        self._group.take(self._project, layer, self._place)
        self._waiting.remove(self)


def dress(layer: QgsMapLayer, sidecar: Path) -> None:
    """Give a layer the style that is kept beside its file, if there is one."""
    if sidecar.is_file():
        layer.loadNamedStyle(str(sidecar))
        layer.triggerRepaint()


def load_result(project: QgsProject, path: str, kind: str, name: str) -> Optional[QgsMapLayer]:
    """Load a result of an earlier run as a styled layer, not in the legend yet; None where it is gone."""
    layer = QgsRasterLayer(path, name) if kind == "raster" else QgsVectorLayer(path, name, "ogr")
    if not layer.isValid():
        return None
    dress(layer, Path(path).with_suffix(".qml"))
    project.addMapLayer(layer, False)
    return layer


class RunGroup:
    """The layers of one run in the legend: in a group of their own, in the order of the outputs.

    Processing loads them by the names of their temporary folders, one on top of the other, and newer QGIS all
    at once; its sorting key of 3.32 means one order where a layer is selected, and the reverse where none is.
    """

    def __init__(self, name: str):
        self._name = name
        self._id = uuid4().hex
        self._places: dict[str, int] = {}

    def take(self, project: QgsProject, layer: QgsMapLayer, place: int) -> None:
        """Move a layer of the tree into the group, below those that belong above it."""
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is None:
            return
        group = _find(project.layerTreeRoot(), self._id) or self._make(node)
        self._places[layer.id()] = place
        row = sum(self._places.get(child.layerId(), place) < place for child in group.findLayers())
        moved = node.clone()
        group.insertChildNode(row, moved)
        node.parent().removeChildNode(node)
        moved.setExpanded(_entries(layer) <= SHOWN_ENTRIES)

    def _make(self, node: QgsLayerTreeLayer) -> QgsLayerTreeGroup:
        parent, row = _outside_of_runs(node)
        group = parent.insertGroup(row, self._name)
        group.setCustomProperty(RUN, self._id)
        return group


def _find(parent: QgsLayerTreeGroup, run: str) -> Optional[QgsLayerTreeGroup]:
    groups = [child for child in parent.children() if isinstance(child, QgsLayerTreeGroup)]
    own = (group for group in groups if group.customProperty(RUN) == run)
    return next(own, None) or next(filter(None, (_find(group, run) for group in groups)), None)


def _outside_of_runs(node: QgsLayerTreeLayer) -> "tuple[QgsLayerTreeGroup, int]":
    """Group and row for a new group: QGIS puts what it loads beside the selected layer, even in a run's."""
    while node.parent().customProperty(RUN) and node.parent().parent() is not None:
        node = node.parent()
    return node.parent(), node.parent().children().index(node)


def _entries(layer: QgsMapLayer) -> int:
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return len(renderer.classes())
    return len(renderer.categories()) if isinstance(renderer, QgsCategorizedSymbolRenderer) else 1
