"""The preview in the dock of models: its switch, what is shown of it, and what the colours mean."""

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..ramps import colours

OPACITY = 75
SHOWN_ENTRIES = 8
SWATCH_PX = 14


class PreviewSection(QWidget):
    """Switches the preview of a model on the map on and off, and says what it shows."""

    def __init__(self, iface: Any, session: Any, parent: Optional[QWidget] = None):
        super().__init__(parent)
        self._iface, self._session = iface, session
        self._preview: Any = None
        self._wanted: dict[str, Any] = {"model": "", "layer": None, "active": True}
        self._switch = QCheckBox(tr("Show on the &map"), self)
        self._switch.setToolTip(tr("Applies the model to what the map shows, again whenever it moves."))
        self._measure = QComboBox(self)
        self._opacity = self._slider(OPACITY, tr("Opacity of the preview"))
        self._swipe_on = QCheckBox(tr("S&wipe"), self)
        self._swipe_on.setToolTip(
            tr("Shows the preview left of a line, which the mouse or the arrow keys move.")
        )
        self._swipe = self._slider(50, tr("Place of the swipe line, from left to right"))
        self._busy = QProgressBar(self)
        self._message = QLabel(self)
        self._legend = QListWidget(self)
        self._lay_out()
        self._connect()
        self._show_state()

    # -- what the dock says -------------------------------------------------------------------------------

    def set_model(self, path: str) -> None:
        """The model that is chosen in the dock; one whose card may have changed is read anew."""
        self._wanted["model"] = path
        if self._preview is not None:
            self._preview.set_model(path)

    def set_layer(self, layer: Any) -> None:
        """The layer that it would be applied to."""
        self._wanted["layer"] = layer
        if self._preview is not None:
            self._preview.set_layer(layer)

    def set_active(self, active: bool) -> None:
        """Whether the dock is open."""
        self._wanted["active"] = active
        if self._preview is not None:
            self._preview.set_active(active)

    def stop(self) -> None:
        """The dock goes away. Safe to call twice."""
        if self._preview is not None:
            self._preview.stop()
        self._switch.setChecked(False)

    # -- its parts ----------------------------------------------------------------------------------------

    def _slider(self, value: int, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setValue(value)
        slider.setAccessibleName(name)
        slider.setToolTip(name)
        return slider

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&Shown"), self._measure)
        form.addRow(tr("&Opacity"), self._opacity)
        form.addRow(self._swipe_on, self._swipe)
        self._measure.setAccessibleName(tr("What the preview shows"))
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._busy.setTextVisible(False)
        self._busy.setMaximumHeight(6)
        self._busy.setAccessibleName(tr("The preview is being computed"))
        self._legend.setAccessibleName(tr("Legend of the preview"))
        self._legend.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._switch)
        layout.addLayout(form)
        for part in (self._busy, self._message, self._legend):
            layout.addWidget(part)
        layout.addStretch()

    def _connect(self) -> None:
        self._switch.toggled.connect(self._turn)
        self._measure.activated.connect(lambda _: self._preview.set_measure(self._measure.currentData()))
        self._opacity.valueChanged.connect(lambda value: self._preview.set_opacity(value / 100))
        self._swipe_on.toggled.connect(lambda _: self._set_swipe())
        self._swipe.valueChanged.connect(lambda _: self._set_swipe())

    def _turn(self, on: bool) -> None:
        if self._preview is None:
            from .controller import Preview  # late: most docks are opened to look at a card

            self._preview = Preview(self._iface.mapCanvas(), self._session, self)
            self._preview.changed.connect(self._show_state)
            self._preview.set_opacity(self._opacity.value() / 100)
            self._preview.set_active(self._wanted["active"])
            self._preview.set_model(self._wanted["model"])
            self._preview.set_layer(self._wanted["layer"])
        self._preview.set_on(on)
        self._show_state()

    def _set_swipe(self) -> None:
        share = self._swipe.value() / 100 if self._swipe_on.isChecked() else 1.0
        self._preview.set_swipe(min(share, 0.999) if self._swipe_on.isChecked() else 1.0)

    # -- what it shows ------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        is_on, preview = self._switch.isChecked(), self._preview
        self._busy.setVisible(is_on and preview.is_busy)
        self._busy.setRange(0, 100 if is_on and preview.share else 0)  # without an end until the first block
        self._busy.setValue(round(100 * preview.share) if is_on else 0)
        self._message.setText(preview.message if is_on else "")
        self._message.setVisible(bool(self._message.text()))
        about = preview.about if is_on else {}
        self._show_measures(about)
        self._show_legend(about.get("style") or {})
        for part in (self._opacity, self._swipe_on):
            part.setEnabled(is_on)
        self._swipe.setEnabled(is_on and self._swipe_on.isChecked())
        if is_on and preview.swipe < 1:  # it may have been dragged on the map
            self._swipe.blockSignals(True)
            self._swipe.setValue(round(preview.swipe * 100))
            self._swipe.blockSignals(False)

    def _show_measures(self, about: "dict[str, Any]") -> None:
        names = {"classes": tr("Classes"), "confidence": tr("Confidence"), "values": tr("Values")}
        measures = about.get("measures", [])
        if [self._measure.itemData(place) for place in range(self._measure.count())] != measures:
            self._measure.clear()
            for measure in measures:
                self._measure.addItem(names.get(measure, measure), measure)
        self._measure.setEnabled(len(measures) > 1)
        if not self._preview or about.get("measure") in measures:
            self._measure.setCurrentIndex(self._measure.findData(about.get("measure")))

    def _show_legend(self, style: "dict[str, Any]") -> None:
        entries = _entries(style)
        items = [self._legend.item(place) for place in range(self._legend.count())]
        shown = [(item.data(SHOWN), item.text()) for item in items]
        if entries == shown:
            return
        self._legend.clear()
        for colour, text in entries:
            item = QListWidgetItem(_swatch(colour), text, self._legend)
            item.setData(SHOWN, colour)
        self._legend.setVisible(bool(entries))
        height = min(len(entries), SHOWN_ENTRIES) * max(self._legend.sizeHintForRow(0), 1)
        self._legend.setFixedHeight(height + 2 * self._legend.frameWidth())


SHOWN = Qt.ItemDataRole.UserRole


def _entries(style: "dict[str, Any]") -> "list[tuple[str, str]]":
    """Colour and text of each line of a legend."""
    if style.get("type") == "classes":
        return [(entry["color"], str(entry["name"])) for entry in style["classes"]]
    if style.get("type") != "gradient":
        return []
    stops = colours(style["ramp"])[::-1]  # high values stand on top
    low, high, unit = style["minimum"], style["maximum"], style.get("unit", "")
    values = [high - place * (high - low) / (len(stops) - 1) for place in range(len(stops))]
    return [(colour, f"{value:.3g} {unit}".strip()) for colour, value in zip(stops, values)]


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(SWATCH_PX, SWATCH_PX)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
