"""What the sections of overlays have in common: opacity and swipe, and a line that says how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLabel, QProgressBar, QSlider, QVBoxLayout, QWidget

from ..i18n import tr

if TYPE_CHECKING:
    from .overlay import Overlay

OPACITY = 75


class Controls(QWidget):
    """Opacity and swipe of an overlay, once there is one."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._overlay: Overlay | None = None
        self._opacity = percent_slider(OPACITY, tr("Opacity over the map"))
        self._swipe_on = QCheckBox(tr("S&wipe"), self)
        self._swipe_on.setToolTip(tr("Shows it left of a line, which the mouse or the arrow keys move."))
        self._swipe = percent_slider(50, tr("Place of the swipe line, from left to right"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("&Opacity"), self._opacity)
        form.addRow(self._swipe_on, self._swipe)
        self._opacity.valueChanged.connect(lambda _: self._set_opacity())
        self._swipe_on.toggled.connect(lambda _: self._set_swipe())
        self._swipe.valueChanged.connect(lambda _: self._set_swipe())
        self.show_state(is_on=False)

    def attach(self, overlay: Overlay) -> None:
        """Have the sliders move this one."""
        self._overlay = overlay
        self._set_opacity()

    def show_state(self, *, is_on: bool) -> None:
        """Follow the overlay, whose line may have been dragged on the map."""
        self._opacity.setEnabled(is_on)
        self._swipe_on.setEnabled(is_on)
        self._swipe.setEnabled(is_on and self._swipe_on.isChecked())
        if is_on and self._overlay is not None and self._overlay.swipe < 1:
            self._swipe.blockSignals(True)
            self._swipe.setValue(round(self._overlay.swipe * 100))
            self._swipe.blockSignals(False)

    def _set_opacity(self) -> None:
        if self._overlay is not None:
            self._overlay.set_opacity(self._opacity.value() / 100)

    def _set_swipe(self) -> None:
        if self._overlay is not None:
            share = self._swipe.value() / 100
            self._overlay.set_swipe(min(share, 0.999) if self._swipe_on.isChecked() else 1.0)


def percent_slider(value: int, name: str) -> QSlider:
    """From 0 to 100, with a name to be read aloud."""
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, 100)
    slider.setPageStep(10)
    slider.setValue(value)
    slider.setAccessibleName(name)
    slider.setToolTip(name)
    return slider


class Status(QWidget):
    """A bar while an overlay is computed, and a sentence where there is something to say."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._busy = QProgressBar(self)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._busy.setTextVisible(False)
        self._busy.setMaximumHeight(6)
        self._busy.setAccessibleName(tr("The map is being computed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._busy)
        column.addWidget(self._message)
        self.show_state(None)

    def show_state(self, overlay: Overlay | None) -> None:
        """Say how it goes with this one; nothing of None, which is switched off."""
        share = overlay.share if overlay is not None else 0.0
        self._busy.setVisible(overlay is not None and overlay.is_busy)
        self._busy.setRange(0, 100 if share else 0)  # without an end until something is done
        self._busy.setValue(round(100 * share))
        self._message.setText(overlay.message if overlay is not None else "")
        self._message.setVisible(bool(self._message.text()))
