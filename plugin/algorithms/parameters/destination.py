"""What every kind of destination must answer."""

import os
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
)

from ...catalogue import Output
from ...i18n import tr
from ..values import Values


class Destination:
    """One kind of output: how Processing asks for its place, what is wrong with it, where it is."""

    is_layer = True
    """Whether the result can be loaded as a layer."""
    layer_hint = QgsProcessingUtils.LayerHint.UnknownType
    """As what QGIS is to load it."""

    def declare(self, output: Output) -> QgsProcessingParameterDefinition:
        """The destination as Processing knows it; ``finish_destination`` adds what all have in common."""
        raise NotImplementedError

    def problem(self, output: Output, value: Any, values: Values) -> str:
        """What is wrong with a place, or nothing.

        ``memory:``, ``ogr:dbname=…`` and any extension arrive here, whatever the provider supports.
        """
        path = place(value, values)
        if path == QgsProcessing.TEMPORARY_OUTPUT or _extension(path) in output.extensions:
            return ""
        sentence = tr("found {path}, a file that ends in {extensions} is needed")
        return sentence.format(path=path, extensions=", ".join(f".{e}" for e in output.extensions))

    def path(self, output: Output, value: Any, values: Values) -> str:
        """Where the backend writes."""
        path = place(value, values)
        if path == QgsProcessing.TEMPORARY_OUTPUT:
            return QgsProcessingUtils.generateTempFilename(f"{output.name}.{output.extension}")
        return os.path.abspath(path)


def place(value: Any, values: Values) -> str:
    """The text of a destination, which may come wrapped."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return value.sink.valueAsString(values.context.expressionContext())[0]
    return str(value)


def finish_destination(
    definition: QgsProcessingParameterDefinition, output: Output
) -> QgsProcessingParameterDefinition:
    """Add help and flags."""
    if not output.required:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
        definition.setCreateByDefault(output.by_default)
    definition.setHelp(tr(output.help))
    return definition


def _extension(path: str) -> str:
    is_database = path.partition(":")[0] in ("memory", "ogr", "postgis", "spatialite")
    return "" if is_database else os.path.splitext(path)[1][1:].lower()
