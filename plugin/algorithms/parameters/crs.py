"""A coordinate reference system."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterCrs

from ...i18n import tr
from .kind import Kind, title

AUTHORITIES = ("EPSG", "ESRI", "IAU_2015", "IGNF", "OGC")


class Crs(Kind):
    """An unknown code reaches an algorithm as an empty CRS: it is refused here."""

    def declare(self, parameter):
        return QgsProcessingParameterCrs(
            parameter.key, title(parameter), defaultValue=parameter.default, optional=not parameter.needed
        )

    def problem(self, parameter, value, values):
        crs = values.algorithm.parameterAsCrs(values.parameters, parameter.key, values.context)
        if crs.isValid():
            return ""
        return tr("{crs} is not a known coordinate reference system: give a code such as EPSG:2154").format(
            crs=value
        )

    def read(self, parameter, value, values):
        return crs_text(values.algorithm.parameterAsCrs(values.parameters, parameter.key, values.context))


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS as PROJ reads it: its code, or WKT where the code is known to QGIS alone."""
    if crs.authid().partition(":")[0] in AUTHORITIES:
        return crs.authid()
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
