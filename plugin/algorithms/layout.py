"""The algorithm that makes a picture of a map; it needs no backend."""

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from ..places import RESOURCES, icon_path
from .map_picture import MapPicture, PictureError, extent_of
from .values import Values

TEMPLATE = RESOURCES / "layouts" / "map.qpt"
EXTENSIONS = ("png", "pdf", "jpg", "tif")


class MapLayout(QgsProcessingAlgorithm):
    """Layers, a title and a template in; a picture with legend, scale bar and north arrow out."""

    def createInstance(self):
        return type(self)()

    def name(self):
        return "map.layout"

    def displayName(self):
        return tr("Map picture from a print layout")

    def group(self):
        return tr("Maps")

    def groupId(self):
        return "maps"

    def tags(self):
        return ["print", "legend", "png", "pdf", "qpt", tr("legend"), tr("print")]

    def shortHelpString(self):
        return tr(
            "Makes a picture of layers, styled as they are, with title, legend, scale bar and north arrow. "
            "The template is any print layout saved in QGIS (.qpt): its first map shows the layers, its "
            "legends list them, and its texts may use the variables @releve_title, @releve_credits and "
            "@releve_reference_system. A layer without reference system is drawn without scale bar and arrow."
        )

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path("map")

    def flags(self):
        return (
            super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading
        )  # layouts belong to the main thread

    def initAlgorithm(self, configuration=None):
        advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        layers = QgsProcessingParameterMultipleLayers(
            "LAYERS", tr("Layers, the topmost first"), QgsProcessing.SourceType.TypeMapLayer
        )
        layers.setMinimumNumberInputs(1)
        self.addParameter(layers)
        self.addParameter(QgsProcessingParameterString("TITLE", tr("Title"), optional=True))
        self.addParameter(QgsProcessingParameterString("CREDITS", tr("Source and authors"), optional=True))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True))
        crs = QgsProcessingParameterCrs("CRS", tr("Reference system of the map"), optional=True)
        template = QgsProcessingParameterFile(
            "TEMPLATE", tr("Template"), fileFilter=tr("Print layout templates (*.qpt)"), optional=True
        )
        title = tr("Resolution (dots per inch)")
        dpi = QgsProcessingParameterNumber("DPI", title, defaultValue=200, optional=True, minValue=20)
        dpi.setMaximum(1200)
        for definition in (crs, template, dpi):
            definition.setFlags(definition.flags() | advanced)
            self.addParameter(definition)
        filters = ";;".join(f"{extension.upper()} (*.{extension})" for extension in EXTENSIONS)
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Picture"), fileFilter=filters))

    def checkParameterValues(self, parameters, context):
        output = str(Values(self, parameters, context).raw("OUTPUT") or "")
        if output != QgsProcessing.TEMPORARY_OUTPUT and Path(output).suffix.lower()[1:] not in EXTENSIONS:
            sentence = tr("found {path}, a file that ends in {extensions} is needed")
            return False, sentence.format(path=output, extensions=", ".join(f".{e}" for e in EXTENSIONS))
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        template = self.parameterAsFile(parameters, "TEMPLATE", context) or str(TEMPLATE)
        dpi = self.parameterAsDouble(parameters, "DPI", context)
        try:
            self._picture(parameters, context).save(path, template=Path(template), dpi=dpi)
        except (PictureError, OSError) as error:
            raise QgsProcessingException(str(error)) from error
        return {"OUTPUT": str(path)}

    def _picture(self, parameters, context):
        layers = self.parameterAsLayerList(parameters, "LAYERS", context)
        if not layers:
            raise QgsProcessingException(tr("None of the layers can be opened: correct the paths"))
        for layer in layers:
            if context.project() is None or context.project().mapLayer(layer.id()) is None:
                layer.loadDefaultStyle()  # opened by Processing, which leaves the sidecar aside
        values = Values(self, parameters, context)
        asked = values.raw("CRS") is not None
        crs = self.parameterAsCrs(parameters, "CRS", context) if asked else layers[0].crs()
        if values.raw("EXTENT") is None:
            extent = extent_of(layers, crs)
        else:
            extent = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        return MapPicture(
            layers,
            extent,
            crs,
            title=self.parameterAsString(parameters, "TITLE", context),
            credits=self.parameterAsString(parameters, "CREDITS", context),
        )
