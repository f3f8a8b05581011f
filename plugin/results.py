"""Results as layers: their styles, and their places in the group of their run."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Optional
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

from .i18n import tr

SHOWN_ENTRIES = 10
"""Entries of a legend that stays open; QGIS folds longer ones, and one that was long before it was styled."""
LAYERS = ("raster", "vector", "table")
"""Kinds of outputs that are layers."""
MOST_LAYERS = 100
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


def layers_of(outputs: "Iterable[dict[str, Any]]") -> "list[dict[str, Any]]":
    """Path, kind and title of the layers among the outputs of a run, vectors on top of rasters.

    Those in a folder of results, as of a batch, are the files with a style beside them.
    """
    found = [
        one for output in outputs for one in (_styled(output) if output["kind"] == "folder" else [output])
    ]
    return sorted((one for one in found if one["kind"] in LAYERS), key=lambda one: one["kind"] == "raster")


def _styled(folder: "dict[str, Any]") -> "Iterator[dict[str, Any]]":
    for sidecar in sorted(Path(folder["path"]).glob("*.qml")):
        for suffix, kind in ((".gpkg", "vector"), (".tif", "raster")):
            path = sidecar.with_suffix(suffix)
            if path.is_file():
                yield {"path": str(path), "kind": kind, "title": path.stem}


def load_results(project: QgsProject, name: str, layers: "list[dict[str, Any]]") -> str:
    """Load layers of a run, styled, in a group of this name; what is to be said of those that are not there.

    Of very many only the first are loaded, for the window stands still meanwhile.
    """
    group, gone = RunGroup(name), []
    for place, one in enumerate(layers[:MOST_LAYERS]):
        layer = _load(one)
        if layer is None:
            gone.append(one["path"])
            continue
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
        group.take(project, layer, place)
    if gone:
        return tr("No longer there: {paths}").format(paths=", ".join(gone))
    if len(layers) > MOST_LAYERS:
        sentence = tr("The first {loaded} of {count} layers are loaded: open others from {folder}")
        folder = str(Path(layers[0]["path"]).parent)
        return sentence.format(loaded=MOST_LAYERS, count=len(layers), folder=folder)
    return ""


def _load(told: "dict[str, Any]") -> Optional[QgsMapLayer]:
    path, name = told["path"], told["title"]
    layer = QgsRasterLayer(path, name) if told["kind"] == "raster" else QgsVectorLayer(path, name, "ogr")
    if not layer.isValid():
        return None
    dress(layer, Path(path).with_suffix(".qml"))
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
        others = [child for child in group.findLayers() if child.layerId() != layer.id()]
        above = sum(self._places.get(child.layerId(), place) < place for child in others)
        # QGIS may have put it into the group, above its place.
        own = group.children().index(node) if node.parent() == group else above
        moved = node.clone()
        # Before the first goes: QGIS drops a layer that is in no tree.
        group.insertChildNode(above + (own < above), moved)
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
