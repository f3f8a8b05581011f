"""A result that Processing has loaded as a layer: its style, and its place among the layers of its run."""

from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
)

SHOWN_ENTRIES = 10
"""Entries of a legend that stays open; QGIS folds longer ones, and one that was long before it was styled."""


class LoadedResult(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded result its sidecar's style, for which Processing does not look, and puts it in order.

    Processing loads the layers of a run by the names of their temporary folders, one on top of the other.

    Parameters
    ----------
    place : int
        Its place among the layers of the run, the topmost being 0.
    placed : dict of str to int
        The places of the layers of the run that are already loaded, by id; the run keeps it.
    """

    _waiting: "list[LoadedResult]" = []  # Processing keeps no reference to a Python object

    def __init__(self, sidecar: Path, details: QgsProcessingContext.LayerDetails, place: int, placed: dict):
        super().__init__()
        self._sidecar = sidecar
        self._project = details.project
        self._place = place
        self._placed = placed
        self._waiting.append(self)

    def postProcessLayer(self, layer, context, feedback):
        if self._sidecar.is_file():
            layer.loadNamedStyle(str(self._sidecar))
            layer.triggerRepaint()
        put_in_order(self._project, layer, self._place, self._placed)
        self._waiting.remove(self)


def put_in_order(project: QgsProject, layer: QgsMapLayer, place: int, placed: "dict[str, int]") -> None:
    """Move a layer of the tree below those of its run that belong above it, and above the others.

    QGIS has a sorting key for this from 3.32 on, but it means one order where a layer is selected, and the
    reverse where none is.
    """
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is None:
        return
    parent = node.parent()
    ids = [child.layerId() if hasattr(child, "layerId") else "" for child in parent.children()]
    own = ids.index(layer.id())
    above = [row for row, name in enumerate(ids) if placed.get(name, place) < place]
    below = [row for row, name in enumerate(ids) if placed.get(name, place) > place]
    target = max(above) + 1 if above and max(above) > own else min([*below, own])
    if target != own:
        moved = node.clone()
        parent.insertChildNode(target, moved)
        parent.removeChildNode(node)
        node = moved
    placed[layer.id()] = place
    node.setExpanded(_entries(layer) <= SHOWN_ENTRIES)


def _entries(layer: QgsMapLayer) -> int:
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return len(renderer.classes())
    return len(renderer.categories()) if isinstance(renderer, QgsCategorizedSymbolRenderer) else 1
