"""The preview in the dock of models: its switch, what is shown of it, and what the colours mean."""

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..ramps import colours
from .controls import Controls, Status

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
        self._controls = Controls(self)
        self._status = Status(self)
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

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&Shown"), self._measure)
        self._measure.setAccessibleName(tr("What the preview shows"))
        self._legend.setAccessibleName(tr("Legend of the preview"))
        self._legend.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._switch)
        layout.addLayout(form)
        for part in (self._controls, self._status, self._legend):
            layout.addWidget(part)
        layout.addStretch()

    def _connect(self) -> None:
        self._switch.toggled.connect(self._turn)
        self._measure.activated.connect(lambda _: self._preview.set_measure(self._measure.currentData()))

    def _turn(self, on: bool) -> None:
        if self._preview is None:
            from .controller import Preview  # late: most docks are opened to look at a card

            self._preview = Preview(self._iface.mapCanvas(), self._session, self)
            self._preview.changed.connect(self._show_state)
            self._controls.attach(self._preview)
            self._preview.set_active(self._wanted["active"])
            self._preview.set_model(self._wanted["model"])
            self._preview.set_layer(self._wanted["layer"])
        self._preview.set_on(on)
        self._show_state()

    # -- what it shows ------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        is_on, preview = self._switch.isChecked(), self._preview
        self._status.show_state(preview if is_on else None)
        self._controls.show_state(is_on=is_on)
        about = preview.about if is_on else {}
        self._show_measures(about)
        self._show_legend(about.get("style") or {})

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
