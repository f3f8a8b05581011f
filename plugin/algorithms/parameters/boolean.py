"""Yes or no."""

from qgis.core import QgsProcessingParameterBoolean

from ...i18n import tr
from .kind import Kind, title

WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Boolean(Kind):
    """Processing takes any text but a few for yes: here a text must be one of a few."""

    def declare(self, parameter):
        return QgsProcessingParameterBoolean(
            parameter.key, title(parameter), defaultValue=parameter.default, optional=not parameter.needed
        )

    def problem(self, parameter, value, values):
        if str(value).lower() in WORDS:
            return ""
        return tr("found {value}, true or false is needed").format(value=value)

    def read(self, parameter, value, values):
        return WORDS[str(value).lower()]

    def spell(self, parameter, value):
        return "true" if value else "false"

    def recall(self, parameter, value):
        return bool(value)
