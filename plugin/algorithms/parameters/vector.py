"""A vector layer, or its selected features."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)

from ...i18n import tr
from ..copies import VectorCopy, vector_source
from ..paths import absolute, missing
from .kind import Kind, title

SOURCE_TYPES = {
    "any": QgsProcessing.SourceType.TypeVectorAnyGeometry,
    "point": QgsProcessing.SourceType.TypeVectorPoint,
    "line": QgsProcessing.SourceType.TypeVectorLine,
    "polygon": QgsProcessing.SourceType.TypeVectorPolygon,
}


class Vector(Kind):
    """A plain file is passed as it is; anything else is written to a GeoPackage first."""

    def declare(self, parameter):
        return QgsProcessingParameterFeatureSource(
            parameter.key, title(parameter), [SOURCE_TYPES[parameter.geometry]]
        )

    def problem(self, parameter, value, values):
        return vector_problem(value, values)

    def read(self, parameter, value, values):
        return vector_value(parameter, value, values)


def vector_problem(value, values):
    """What is wrong with a value that should name a vector layer or a table, or nothing."""
    name = _named(value, values)
    layer = values.layer(name)
    if layer is None:
        return missing(str(name))
    if not isinstance(layer, QgsVectorLayer):
        return tr("{name} is not a vector layer: choose one").format(name=layer.name())
    return ""


def vector_value(parameter, value, values):
    """What a request says of a vector layer or a table, or the copy to be made first."""
    layer = values.layer(_named(value, values))
    if layer is None and not _is_partial(value):
        return absolute(str(_named(value, values)))
    if layer is not None and not isinstance(layer, QgsVectorLayer):
        raise QgsProcessingException(vector_problem(value, values))
    source = None if _is_partial(value) else vector_source(layer)
    if source is not None:
        return absolute(source)
    features = values.algorithm.parameterAsSource(values.parameters, parameter.key, values.context)
    if features is None:
        raise QgsProcessingException(tr("{title}: the layer cannot be read").format(title=title(parameter)))
    name = features.sourceName() if layer is None else layer.name()
    return VectorCopy(name, features, values.context.transformContext())


def _named(value, values):
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return value.source.valueAsString(values.context.expressionContext())[0]
    return value


def _is_partial(value):
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return False
    return (
        value.selectedFeaturesOnly or value.featureLimit >= 0 or bool(getattr(value, "filterExpression", ""))
    )
