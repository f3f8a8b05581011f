"""The values an algorithm was given, as Processing passes them: of many types, or absent."""

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant


@dataclass(frozen=True)
class Values:
    """What ``algorithm`` was called with.

    Processing's own readers turn an absent number into 0, an absent band into 0, an absent extent into a
    point at the origin: look here first.
    """

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext

    def raw(self, key: str) -> Any:
        """The value as it was given, None when it is absent."""
        value = self.parameters.get(key)
        if isinstance(value, QgsProperty):
            value, _ = value.value(self.context.expressionContext())
        if value is None or value in ("", []) or (isinstance(value, QVariant) and value.isNull()):
            return None
        return None if self._is_empty_destination(value) else value

    def is_temporary(self, key: str) -> bool:
        """Whether a result is to go wherever there is room for a while."""
        value = self.raw(key)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.valueAsString(self.context.expressionContext())[0]
        return value == QgsProcessing.TEMPORARY_OUTPUT

    def _is_empty_destination(self, value: Any) -> bool:
        """A batch wraps each output, those that are left empty too."""
        if not isinstance(value, QgsProcessingOutputLayerDefinition):
            return False
        return not value.sink.valueAsString(self.context.expressionContext())[0]

    def layer(self, value: Any) -> "QgsMapLayer | None":
        """The open layer that a value means, by itself, its id or its name; None for a path."""
        if isinstance(value, QgsMapLayer):
            return value
        return QgsProcessingUtils.mapLayerFromString(str(value), self.context, False)
