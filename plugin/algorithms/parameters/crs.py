"""A coordinate reference system."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterCrs

from ...i18n import tr
from ...reference_systems import system_named
from .kind import Kind, title

AUTHORITIES = ("EPSG", "ESRI", "IAU_2015", "IGNF", "OGC")


class Crs(Kind):
    """A code, a definition, or the name of a historical system; QGIS would make an empty CRS of others."""

    def declare(self, parameter):
        return QgsProcessingParameterCrs(
            parameter.key, title(parameter), defaultValue=parameter.default, optional=not parameter.needed
        )

    def problem(self, parameter, value, values):
        crs = values.algorithm.parameterAsCrs(values.parameters, parameter.key, values.context)
        if crs.isValid() or is_name(value):
            return ""
        return tr("{crs} is not a known coordinate reference system: give a code such as EPSG:2154").format(
            crs=value
        )

    def read(self, parameter, value, values):
        if is_name(value):
            return value
        return crs_text(values.algorithm.parameterAsCrs(values.parameters, parameter.key, values.context))


def is_name(value: object) -> bool:
    """Whether it names a historical reference system of a known place."""
    return isinstance(value, str) and system_named(value) is not None


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS as PROJ reads it: its code, or WKT where the code is known to QGIS alone."""
    if crs.authid().partition(":")[0] in AUTHORITIES:
        return crs.authid()
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
