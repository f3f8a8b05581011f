"""One raster: a layer, a path, a URL or whatever GDAL opens."""

from qgis.core import QgsProcessingException, QgsProcessingParameterRasterLayer, QgsRasterLayer

from ...i18n import tr
from ..copies import raster_source
from ..paths import absolute, is_readable_service, is_service, missing
from .kind import Kind, title


class Raster(Kind):
    """Processing's own check refuses ``/vsicurl/…`` and ``NETCDF:"…":rain``; here the backend judges them."""

    def declare(self, parameter):
        return QgsProcessingParameterRasterLayer(parameter.key, title(parameter))

    def problem(self, parameter, value, values):
        if parameter.services and service(value, values):
            return ""
        return raster_problem(value, values)

    def read(self, parameter, value, values):
        return (parameter.services and service(value, values)) or raster_value(value, values)


def service(value, values):
    """The source of a layer of tiles or maps that the backend can ask by itself, or nothing.

    One that needs a password is read by QGIS, which keeps it: a copy is made of what the map shows.
    """
    layer = values.layer(value)
    if layer is None:
        return str(value) if is_service(str(value)) else ""
    of_service = isinstance(layer, QgsRasterLayer) and layer.providerType() == "wms"
    return layer.source() if of_service and is_readable_service(layer.source()) else ""


def raster_problem(value, values):
    """What is wrong with a value that should name a raster, or nothing."""
    layer = values.layer(value)
    if layer is None:
        return missing(str(value))
    if not isinstance(layer, QgsRasterLayer):
        return tr("{name} is not a raster layer: choose one").format(name=layer.name())
    return ""


def raster_value(value, values):
    """What a request says of a raster, or the copy to be made first."""
    layer = values.layer(value)
    if layer is None:
        return absolute(str(value))
    if not isinstance(layer, QgsRasterLayer):
        raise QgsProcessingException(raster_problem(value, values))
    source = raster_source(layer, values.context.transformContext())
    return absolute(source) if isinstance(source, str) else source
