"""A number within bounds."""

import math

from qgis.core import QgsProcessingParameterNumber

from ...i18n import tr
from .kind import Kind, title


class Number(Kind):
    """Processing reads an absent number as 0, and refuses one out of bounds without saying which they are."""

    def declare(self, parameter):
        number = QgsProcessingParameterNumber
        definition = number(
            parameter.key,
            title(parameter),
            type=number.Type.Integer if parameter.integer else number.Type.Double,
            defaultValue=parameter.default,
            optional=not parameter.needed,
        )
        if parameter.minimum is not None:
            definition.setMinimum(parameter.minimum)
        if parameter.maximum is not None:
            definition.setMaximum(parameter.maximum)
        return definition

    def problem(self, parameter, value, values):
        number = _number(value)
        if (
            math.isnan(number)
            or (parameter.integer and number != int(number))
            or not _within(parameter, number)
        ):
            sentence = tr("found {value}, {needed} is needed")
            return sentence.format(value=value, needed=_needed(parameter))
        return ""

    def read(self, parameter, value, values):
        number = _number(value)
        return int(number) if parameter.integer else number

    def recall(self, parameter, value):
        return value


def _number(value):
    try:
        number = float(value)
    except (TypeError, ValueError):
        return math.nan
    return number if math.isfinite(number) else math.nan


def _within(parameter, number):
    low = -math.inf if parameter.minimum is None else parameter.minimum
    high = math.inf if parameter.maximum is None else parameter.maximum
    return low <= number <= high


def _needed(parameter):
    kind = tr("a whole number") if parameter.integer else tr("a number")
    low, high = parameter.minimum, parameter.maximum
    if low is not None and high is not None:
        return tr("{kind} from {low:g} to {high:g}").format(kind=kind, low=low, high=high)
    if low is not None:
        return tr("{kind} of at least {low:g}").format(kind=kind, low=low)
    if high is not None:
        return tr("{kind} of at most {high:g}").format(kind=kind, high=high)
    return kind
