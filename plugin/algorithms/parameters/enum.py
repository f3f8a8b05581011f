"""One or several of a few choices."""

import re

from qgis.core import QgsProcessingParameterEnum

from ...i18n import tr
from .kind import Kind, title


class Enum(Kind):
    """Forms show labels and pass numbers; scripts may give the key, which stays when choices are added.

    Static strings would show bare keys, and ``qgis_process help`` would advertise numbers it refuses.
    """

    def declare(self, parameter):
        labels = [tr(label) for label in parameter.choices.values()]
        return QgsProcessingParameterEnum(
            parameter.key,
            title(parameter),
            options=labels,
            allowMultiple=parameter.many,
            defaultValue=_default(parameter),
        )

    def problem(self, parameter, value, values):
        items = _items(parameter, value)
        unknown = [item for item in items if _key(parameter, item) is None]
        if items and not unknown:
            return ""
        sentence = tr("found {value}, one of {choices} is needed")
        return sentence.format(value=unknown[0] if unknown else value, choices=", ".join(parameter.choices))

    def read(self, parameter, value, values):
        keys = [_key(parameter, item) for item in _items(parameter, value)]
        return keys if parameter.many else keys[0]

    def spell(self, parameter, value):
        return ",".join(value) if parameter.many else str(value)

    def recall(self, parameter, value):
        return _places(parameter, value)


def _default(parameter):
    return None if parameter.default is None else _places(parameter, parameter.default)


def _places(parameter, value):
    """Where keys stand among the choices, from 0: what a form takes. A key that has gone is left out."""
    keys = list(parameter.choices)
    if parameter.many:
        return [keys.index(key) for key in value if key in keys]
    return keys.index(value) if value in keys else None


def _items(parameter, value):
    if isinstance(value, str) and parameter.many:
        return [part.strip() for part in re.split("[,;]", value) if part.strip()]
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _key(parameter, item):
    """The key that is meant by a number from 0 (as forms and models keep it), a key, or a label as shown."""
    keys = list(parameter.choices)
    if isinstance(item, int):
        return keys[item] if 0 <= item < len(keys) else None
    if item in keys:
        return item
    if str(item).isdigit() and int(item) < len(keys):
        return keys[int(item)]
    return next((key for key, label in parameter.choices.items() if item in (label, tr(label))), None)
