"""What every kind of parameter must answer."""

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from ...catalogue import Parameter
from ...i18n import tr
from ..values import Values


class Kind:
    """One kind of parameter: how Processing shows it, what is wrong with a value, what a request says.

    ``problem`` and ``read`` are called only for a value that is there; absent is not zero.
    """

    def declare(self, parameter: Parameter) -> QgsProcessingParameterDefinition:
        """The parameter as Processing knows it; ``finish`` adds what all kinds have in common."""
        raise NotImplementedError

    def problem(self, parameter: Parameter, value: Any, values: Values) -> str:
        """What is wrong with a value and what is needed, or nothing."""
        return ""

    def read(self, parameter: Parameter, value: Any, values: Values) -> Any:
        """The value as a request spells it, or a copy to be written first."""
        return str(value)

    def spell(self, parameter: Parameter, value: Any) -> "str | list[str]":
        """What a request says as a command line spells it, of several things each; ``read`` takes it back."""
        return str(value)

    def recall(self, parameter: Parameter, value: Any) -> Any:
        """What a request says as a form shows it."""
        return self.spell(parameter, value)


def title(parameter: Parameter) -> str:
    """The title that a form shows, with the unit."""
    return with_unit(tr(parameter.title), parameter.unit)


def with_unit(text: str, unit: str) -> str:
    """A title with its unit, where it has one."""
    return f"{text} ({unit})" if unit else text


def finish(
    definition: QgsProcessingParameterDefinition, parameter: Parameter
) -> QgsProcessingParameterDefinition:
    """Add help and flags."""
    flags = definition.flags()
    if not parameter.needed:
        flags |= QgsProcessingParameterDefinition.Flag.FlagOptional
    if parameter.advanced:
        flags |= QgsProcessingParameterDefinition.Flag.FlagAdvanced
    definition.setFlags(flags)
    definition.setHelp(tr(parameter.help))
    return definition
