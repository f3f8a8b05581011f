"""A rectangle with its CRS."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterExtent

from ...i18n import tr
from .crs import crs_text, is_name
from .kind import Kind, title


class Extent(Kind):
    """Corners and CRS. Processing reads an absent extent as (0, 0, 0, 0), which is a place."""

    def declare(self, parameter):
        return QgsProcessingParameterExtent(parameter.key, title(parameter), optional=not parameter.needed)

    def problem(self, parameter, value, values):
        asked = (values.parameters, parameter.key, values.context)
        box = values.algorithm.parameterAsExtent(*asked)
        named = _bracketed(value)
        if named and not is_name(named) and not QgsCoordinateReferenceSystem(named).isValid():
            return tr(
                "{crs} is not a known coordinate reference system: give a code such as EPSG:2154"
            ).format(crs=named)
        if box.width() > 0 and box.height() > 0:
            return ""
        sentence = tr(
            "found {value}, “xmin,xmax,ymin,ymax [EPSG:code]” with xmin < xmax and ymin < ymax is needed"
        )
        return sentence.format(value=value)

    def read(self, parameter, value, values):
        asked = (values.parameters, parameter.key, values.context)
        box = values.algorithm.parameterAsExtent(*asked)
        crs = values.algorithm.parameterAsExtentCrs(*asked)
        corners = {"bbox": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]}
        if is_name(_bracketed(value)):
            return {**corners, "crs": _bracketed(value)}
        # Without a CRS of its own, and without a project, the rectangle is in that of the data.
        return {**corners, "crs": crs_text(crs)} if crs.isValid() else corners

    def spell(self, parameter, value):
        xmin, ymin, xmax, ymax = value["bbox"]
        crs = f" [{value['crs']}]" if value.get("crs") else ""
        return f"{xmin!r},{xmax!r},{ymin!r},{ymax!r}{crs}"


def _bracketed(value: object) -> str:
    """The CRS in square brackets behind corners that are a text; QGIS passes over an unknown one."""
    return value.partition("[")[2].rstrip("] ").strip() if isinstance(value, str) else ""
