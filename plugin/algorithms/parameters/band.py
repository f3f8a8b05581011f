"""A band of a raster."""

from qgis.core import QgsProcessingParameterBand

from ...i18n import tr
from .kind import Kind, title


class Band(Kind):
    """A whole number from 1. Processing reads an absent band as 0, which no raster has."""

    def declare(self, parameter):
        return QgsProcessingParameterBand(
            parameter.key,
            title(parameter),
            defaultValue=parameter.default,
            parentLayerParameterName=parameter.parent.upper(),
            optional=not parameter.needed,
        )

    def problem(self, parameter, value, values):
        if _whole(value) >= 1:
            return ""
        return tr("found {value}, the number of a band, from 1, is needed").format(value=value)

    def read(self, parameter, value, values):
        return _whole(value)

    def recall(self, parameter, value):
        return int(value)


def _whole(value):
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 0
    return int(number) if number.is_integer() else 0
