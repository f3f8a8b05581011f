"""A table: CSV, Parquet, a layer of a GeoPackage, or any layer with attributes."""

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from .kind import Kind, title
from .vector import vector_problem, vector_value


class Table(Kind):
    """A path is passed as it is, also where QGIS itself cannot read it."""

    def declare(self, parameter):
        return QgsProcessingParameterFeatureSource(
            parameter.key, title(parameter), [QgsProcessing.SourceType.TypeVector]
        )

    def problem(self, parameter, value, values):
        return vector_problem(value, values)

    def read(self, parameter, value, values):
        return vector_value(parameter, value, values)
