"""Which key does what in the dock."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable

from qgis.PyQt.QtCore import Qt

from ...i18n import tr
from .keys import Stroke

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
STEPS = {(): 1.0, ("shift",): 10.0, ("alt",): 0.1}
"""Pixels by which an arrow key moves a point, by what is held."""

Strokes = dict


def everywhere(panel: Any) -> Strokes:
    """Those that hold on the sheet, in the tables, and on the map while points are placed there."""
    bar, state = panel.bar, panel.state
    return {
        (Qt.Key.Key_Z, "ctrl"): state.undo,
        (Qt.Key.Key_Z, "ctrl", "shift"): state.redo,
        (Qt.Key.Key_Y, "ctrl"): state.redo,
        (Qt.Key.Key_N,): bar.suspect.trigger,
        (Qt.Key.Key_E,): bar.aside.trigger,
        (Qt.Key.Key_W,): bar.without.trigger,
        (Qt.Key.Key_V,): bar.arrows.trigger,
        (Qt.Key.Key_G,): panel.overlay.toggle,
        (Qt.Key.Key_M, "ctrl"): bar.place.trigger,
        (Qt.Key.Key_0, "ctrl"): bar.whole.trigger,
        (Qt.Key.Key_L,): bar.link.trigger,
        (Qt.Key.Key_Delete,): bar.remove.trigger,
        (Qt.Key.Key_Escape,): panel.placing.give_up,
        (Qt.Key.Key_F6,): panel.go_round,
        (Qt.Key.Key_F1,): bar.keys.trigger,
    }


def explained() -> str:
    """The keys in words, a line each."""
    lines = {
        tr("Arrow keys"): tr("move the chosen point by a pixel; with Shift by 10, with Alt by 0.1"),
        tr("Insert"): tr("half a point in the middle of sheet or map"),
        tr("Escape"): tr("give up half a point"),
        "N": tr("next suspect point"),
        "E": tr("set points aside, or use them again"),
        "W": tr("what if without this point?"),
        "V": tr("errors as arrows"),
        "G": tr("the sheet over the map"),
        tr("Delete"): tr("delete points"),
        "F2": tr("edit a cell of the table"),
        tr("Ctrl+Z, Ctrl+Shift+Z"): tr("undo, redo"),
        "Ctrl+M": tr("place points on the map"),
        "Ctrl+0": tr("the whole sheet"),
        "L": tr("on the map what the sheet shows; pressed on the map, the reverse"),
        "F6": tr("from the sheet to the map, to the table, and round again"),
    }
    return "\n".join(f"{keys}: {what}" for keys, what in lines.items())


def arrows(nudge: Callable[[float, float], None]) -> Strokes:
    """Arrow keys that move the chosen point."""
    found: dict[Stroke, Callable[[], None]] = {}
    for key, (right, down) in ARROWS.items():
        for held, step in STEPS.items():
            found[(key, *held)] = partial(nudge, right * step, down * step)
    return found
