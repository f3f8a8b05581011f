"""How large an error is, as a colour that everybody can tell from the others."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtGui import QColor

from ...i18n import tr

STEPS = ((1.0, "#0072b2"), (2.0, "#56b4e9"), (3.0, "#e69f00"), (float("inf"), "#d55e00"))
"""Up to how many times the sheet's own error, and its colour, of Okabe and Ito's."""
UNKNOWN = "#8c8c8c"


def colour_of(errors: dict[str, Any], fit: dict[str, Any] | None) -> QColor:
    """The colour of a point, by its leave-one-out error over that of all points."""
    own, whole = errors.get("loo_m"), (fit or {}).get("loo_m")
    if own is None or not whole:
        return QColor(UNKNOWN)
    return QColor(next(colour for most, colour in STEPS if own <= most * whole))


def legend() -> list[tuple[str, str]]:
    """Colour and words of each step."""
    words = (tr("up to 1 ×"), tr("1 to 2 ×"), tr("2 to 3 ×"), tr("more than 3 ×"))
    return [(colour, text) for (_, colour), text in zip(STEPS, words)]
