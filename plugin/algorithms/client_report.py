"""The algorithm that makes a report for a client of a map; it needs no backend."""

from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from ..places import RESOURCES, icon_path
from ..report_facts import NoFacts, read_facts
from ..styles import apply_style
from .client_page import class_table, fact_table
from .map_picture import MapPicture, PictureError, extent_of, spoken_crs
from .values import Values

TEMPLATE = RESOURCES / "layouts" / "client_report.qpt"


class ClientReport(QgsProcessingAlgorithm):
    """A map that a model has made in; a page to hand over out, as a PDF and as a layout to edit."""

    def createInstance(self):
        return type(self)()

    def name(self):
        return "client.report"

    def displayName(self):
        return tr("Report for a client")

    def group(self):
        return tr("Maps")

    def groupId(self):
        return "maps"

    def tags(self):
        return ["print", "pdf", "layout", "accuracy", "area", tr("print"), tr("report")]

    def shortHelpString(self):
        return tr(
            "Makes a page to hand over, as a PDF: the map with its classes, the area of each, how accurate "
            "the map is and how that was measured, sources, model, licence and date. All of it stands in the "
            "raster that a model of Relevé has made. With the estimates of “Accuracy of a map” areas and "
            "accuracy are those measured on this map, with intervals. The layout is added to the project, "
            "to be changed there. Another template (.qpt) may use the same tables, and the variables "
            "@releve_title, @releve_credits, @releve_images, @releve_model, @releve_accuracy and "
            "@releve_reference_system."
        )

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path("map")

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # layouts need the main thread

    def initAlgorithm(self, configuration=None):
        optional = {"optional": True}
        self.addParameter(QgsProcessingParameterRasterLayer("LAYER", tr("Map of classes")))
        self.addParameter(QgsProcessingParameterString("TITLE", tr("Title"), **optional))
        self.addParameter(QgsProcessingParameterString("CREDITS", tr("Source and authors"), **optional))
        table = tr("Estimates of “Accuracy of a map” (CSV)")
        self.addParameter(
            QgsProcessingParameterFile("ESTIMATES", table, fileFilter="CSV (*.csv)", **optional)
        )
        template, dpi = tr("Template"), tr("Resolution (dots per inch)")
        advanced = [
            QgsProcessingParameterExtent("EXTENT", tr("Extent"), **optional),
            QgsProcessingParameterString("DATE", tr("Date, instead of today"), **optional),
            QgsProcessingParameterFile(
                "TEMPLATE", template, fileFilter=tr("Print layout templates (*.qpt)"), **optional
            ),
            QgsProcessingParameterNumber(
                "DPI", dpi, defaultValue=200, minValue=20, maxValue=1200, **optional
            ),
            QgsProcessingParameterBoolean("LAYOUT", tr("Add the layout to the project"), defaultValue=True),
        ]
        for definition in advanced:
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(definition)
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Report"), fileFilter="PDF (*.pdf)")
        )

    def processAlgorithm(self, parameters, context, feedback):
        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        template = Path(self.parameterAsFile(parameters, "TEMPLATE", context) or str(TEMPLATE))
        layer = self._layer(parameters, context)
        try:
            page = self._page(layer, parameters, context)
            page.save(path, template=template, dpi=self.parameterAsDouble(parameters, "DPI", context))
            project = context.project()
            if self.parameterAsBool(parameters, "LAYOUT", context) and _has(project, layer):
                _add_layout(project, page, template, feedback)
        except (PictureError, NoFacts, OSError) as error:
            raise QgsProcessingException(str(error)) from error
        return {"OUTPUT": str(path)}

    def _layer(self, parameters, context):
        layer = self.parameterAsRasterLayer(parameters, "LAYER", context)
        if layer is None:
            raise QgsProcessingException(tr("None of the layers can be opened: correct the paths"))
        if not _has(context.project(), layer):
            layer.loadDefaultStyle()  # opened by Processing, which leaves the sidecar aside
        return layer

    def _page(self, layer: QgsRasterLayer, parameters, context) -> MapPicture:
        crs, values = layer.crs(), Values(self, parameters, context)
        facts = read_facts(layer.source(), self.parameterAsFile(parameters, "ESTIMATES", context))
        if layer.renderer().type() != "paletted" and not _has(context.project(), layer):
            classes = [{"value": one.value, "name": one.name, "color": one.color} for one in facts.classes]
            apply_style(layer, {"type": "classes", "classes": classes})
        title, credits, date = (
            self.parameterAsString(parameters, name, context) for name in ("TITLE", "CREDITS", "DATE")
        )
        if values.raw("EXTENT") is None:
            extent = extent_of([layer], crs)
        else:
            extent = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        rows = fact_table(facts, reference_system=spoken_crs(crs), credits=credits, date=date)
        told = {row[0].content(): row[1].content() for row in rows}
        return MapPicture(
            [layer],
            extent,
            crs,
            title=title or facts.model,
            credits=credits,
            texts={
                "images": ", ".join(facts.images),
                "model": facts.model,
                "accuracy": told[tr("Accuracy")],
            },
            tables=[class_table(facts), rows],
        )


def _has(project: "QgsProject | None", layer: QgsRasterLayer) -> bool:
    return project is not None and project.mapLayer(layer.id()) is not None


def _add_layout(project: QgsProject, page: MapPicture, template: Path, feedback) -> None:
    layout, manager = page.layout(project, template), project.layoutManager()
    taken = {one.name() for one in manager.layouts()}
    names = (page.title if number == 1 else f"{page.title} ({number})" for number in range(1, 1000))
    layout.setName(next(name for name in names if name not in taken))
    manager.addLayout(layout)
    feedback.pushInfo(tr("The layout {name} is in the project, to be changed").format(name=layout.name()))
