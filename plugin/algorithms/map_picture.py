"""A picture of layers, rendered by QGIS from a print layout's template.

Any template will do: its first map shows the layers, its legends list them, and its texts may use the
variables ``@releve_title``, ``@releve_credits`` and ``@releve_reference_system``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContextUtils,
    QgsLayerTreeLayer,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMultiBandColorRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSimpleLegendNode,
    QgsTableCell,
)
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr

FURTHER_TOP_MM = 15
MARGIN = 1.02  # of the layers' extent, so that their edge is seen


class PictureError(Exception):
    """The picture cannot be made."""


@dataclass(frozen=True)
class MapPicture:
    """What is to be shown. ``layers``: the topmost first. ``crs`` and ``extent`` belong together.

    ``texts`` are further variables ``@releve_…``; ``tables`` fill the tables of the template, in the order of
    their ids, and a legend whose id says ``without tables`` goes where there are any.
    """

    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    title: str = ""
    credits: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    tables: Sequence[Sequence[Sequence[QgsTableCell]]] = ()

    def save(self, path: Path, *, template: Path, dpi: float) -> None:
        """Render to ``path``: a PDF, or an image of the kind its extension says.

        Raises
        ------
        PictureError
            The template has no map or cannot be read, or the picture cannot be written.
        """
        project = QgsProject()
        layout = self.layout(project, template)
        part = path.with_name(f".{path.stem}.part{path.suffix}")
        try:
            _export(layout, part, dpi)
            part.replace(path)
        finally:
            part.unlink() if part.exists() else None

    def layout(self, project: QgsProject, template: Path) -> QgsPrintLayout:
        """The template filled in, as a layout of a project that the caller keeps.

        Raises
        ------
        PictureError
            The template has no map or cannot be read.
        """
        layout = _read_template(project, template)
        variables = {"title": self.title, "credits": self.credits, "reference_system": spoken_crs(self.crs)}
        variables.update(self.texts)
        for name, value in variables.items():
            QgsExpressionContextUtils.setLayoutVariable(layout, f"releve_{name}", value)
        maps = _items(layout, QgsLayoutItemMap)
        if not maps:
            raise PictureError(tr("{path} has no map: choose a template with one").format(path=template))
        self._show(maps[0])
        for legend in _items(layout, QgsLayoutItemLegend):
            if any(self.tables) and "without tables" in legend.id():
                layout.removeLayoutItem(legend)
            else:
                self._list(legend)
        self._fill_tables(layout)
        if not self.crs.isValid():
            _leave_out_measures(layout, maps)
        layout.refresh()
        return layout

    def _show(self, item: QgsLayoutItemMap) -> None:
        # In this order: a map without layers or size takes the extent and stays blank.
        item.setLayers(list(self.layers))
        item.setKeepLayerSet(True)
        item.setCrs(self.crs)
        if self.crs.isGeographic():
            item.grid().setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinute)
            item.grid().setAnnotationPrecision(1)
        item.setExtent(_filling(self.extent, item.rect().width() / item.rect().height()))
        item.refresh()

    def _fill_tables(self, layout: QgsPrintLayout) -> None:
        """A table, which may have several frames, is known by the id of its first."""
        tables = [table for table in layout.multiFrames() if isinstance(table, QgsLayoutItemManualTable)]
        tables.sort(key=lambda table: table.frame(0).id())
        for table, rows in zip(tables, self.tables):
            table.setTableContents([list(row) for row in rows])
            table.recalculateFrameSizes()
            for place in range(1, table.frameCount()):  # on further pages, where QGIS puts it at the edge
                frame = table.frame(place)
                left = table.frame(0).pagePositionWithUnits().x()
                frame.attemptMove(QgsLayoutPoint(left, FURTHER_TOP_MM), True, False, frame.page())

    def _list(self, legend: QgsLayoutItemLegend) -> None:
        """Classes alone: no band names, no picture for the eye only, no heading above a single layer."""
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        listed = [layer for layer in self.layers if _has_classes(layer)]
        for layer in listed:
            self._list_layer(legend, root.addLayer(layer), heading=len(listed) > 1)
        legend.adjustBoxSize()

    def _list_layer(self, legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer, *, heading: bool) -> None:
        model = legend.model()
        nodes = model.layerLegendNodes(node, True)
        classes = [index for index, one in enumerate(nodes) if not isinstance(one, QgsSimpleLegendNode)]
        if classes and len(classes) < len(nodes):
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, classes)
            model.refreshLayerLegend(node)
        if not heading:
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)


def extent_of(layers: Sequence[QgsMapLayer], crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """What the topmost layer covers, in ``crs``.

    Raises
    ------
    PictureError
        It covers nothing.
    """
    top, extent = layers[0], QgsRectangle(layers[0].extent())
    if extent.isNull() or not extent.isFinite():
        raise PictureError(tr("The layer {name} is empty: there is nothing to show").format(name=top.name()))
    if extent.width() == 0 and extent.height() == 0:  # one point
        extent.grow(0.005 if top.crs().isGeographic() else 500)
    if not (top.crs().isValid() and crs.isValid()):
        return extent
    return QgsCoordinateTransform(top.crs(), crs, QgsProject.instance()).transformBoundingBox(extent)


def _filling(extent: QgsRectangle, ratio: float) -> QgsRectangle:
    """The smallest extent of this ratio of width to height around ``extent`` and a margin."""
    width, height = MARGIN * extent.width(), MARGIN * extent.height()
    width, height = max(width, height * ratio), max(height, width / ratio)
    middle = extent.center()
    return QgsRectangle.fromCenterAndSize(middle, width, height)


def _read_template(project: QgsProject, template: Path) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    try:
        is_xml = document.setContent(template.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PictureError(
            tr("{path} cannot be read: {reason}").format(path=template, reason=error)
        ) from error
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext()) if is_xml else ([], False)
    if not loaded:
        raise PictureError(tr("{path} is no print layout template (.qpt)").format(path=template))
    return layout


def _items(layout: QgsPrintLayout, kind: type) -> list:
    return [item for item in layout.items() if isinstance(item, kind)]


def _leave_out_measures(layout: QgsPrintLayout, maps: list) -> None:
    """Without a reference system nobody knows how long a pixel is, nor where north lies."""
    pictures = [item for item in _items(layout, QgsLayoutItemPicture) if item.linkedMap() is not None]
    letters = [item for item in layout.items() if getattr(item, "id", str)() == "north letter"]
    for item in [*_items(layout, QgsLayoutItemScaleBar), *pictures, *letters]:
        layout.removeLayoutItem(item)
    for item in maps:
        item.grid().setEnabled(False)


def _has_classes(layer: QgsMapLayer) -> bool:
    return not (isinstance(layer, QgsRasterLayer) and isinstance(layer.renderer(), QgsMultiBandColorRenderer))


def spoken_crs(crs: QgsCoordinateReferenceSystem) -> str:
    """A reference system by its name and code."""
    if not crs.isValid():
        return tr("No reference system: coordinates in pixels")
    return f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description()


def _export(layout: QgsPrintLayout, path: Path, dpi: float) -> None:
    exporter = QgsLayoutExporter(layout)
    if path.suffix.lower() == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi = dpi
        # Letters, which can be searched, copied and read aloud; as outlines they are pictures.
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = exporter.exportToPdf(str(path), pdf)
    else:
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = dpi
        # QGIS has GDAL georeference what it has drawn, and GDAL complains that it cannot change a PNG.
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            result = exporter.exportToImage(str(path), image)
        finally:
            gdal.PopErrorHandler()
    if result != QgsLayoutExporter.ExportResult.Success or not path.is_file():
        reason = exporter.errorMessage() or exporter.errorFile() or str(path)
        raise PictureError(tr("The picture cannot be written: {reason}").format(reason=reason))
