"""A date and time."""

from qgis.core import QgsProcessingParameterDateTime
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...i18n import tr
from .kind import Kind, title


class DateTime(Kind):
    """ISO 8601; without zone it is UTC by convention."""

    def declare(self, parameter):
        return QgsProcessingParameterDateTime(
            parameter.key,
            title(parameter),
            defaultValue=parameter.default,
            optional=not parameter.needed,
        )

    def problem(self, parameter, value, values):
        if _moment(value).isValid():
            return ""
        sentence = tr("found {value}, a date such as 2024-06-30 or 2024-06-30T12:00:00 is needed")
        return sentence.format(value=value)

    def read(self, parameter, value, values):
        return _moment(value).toString(Qt.DateFormat.ISODate)


def _moment(value):
    if isinstance(value, QDateTime):
        return value
    if isinstance(value, QDate):
        return QDateTime.fromString(value.toString(Qt.DateFormat.ISODate), Qt.DateFormat.ISODate)
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)
