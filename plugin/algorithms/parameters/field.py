"""One or several fields of a layer or table."""

from qgis.core import QgsProcessingParameterField

from .kind import Kind, title

DATA_TYPES = {
    "any": QgsProcessingParameterField.DataType.Any,
    "number": QgsProcessingParameterField.DataType.Numeric,
    "text": QgsProcessingParameterField.DataType.String,
}


class Field(Kind):
    """Names of fields; whether the layer has them is seen by the backend, which opens it."""

    def declare(self, parameter):
        return QgsProcessingParameterField(
            parameter.key,
            title(parameter),
            defaultValue=parameter.default,
            parentLayerParameterName=parameter.parent.upper(),
            type=DATA_TYPES[parameter.type],
            allowMultiple=parameter.many,
        )

    def read(self, parameter, value, values):
        if not parameter.many:
            return str(value[0] if isinstance(value, (list, tuple)) else value)
        return [str(name) for name in (value.split(";") if isinstance(value, str) else value)]

    def spell(self, parameter, value):
        return ";".join(value) if parameter.many else str(value)
