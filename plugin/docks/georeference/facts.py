"""The CRS of the points, how good the fit is, and what to beware of."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ...algorithms.parameters.crs import crs_text
from ...i18n import tr
from ...reference_systems import named_systems
from . import words
from .findings import Findings
from .state import SheetState


class Facts(QWidget):
    """A few lines between sheet and table."""

    reread = pyqtSignal(QgsCoordinateReferenceSystem)
    """There are points whose numbers are understood otherwise now; how they were."""

    def __init__(self, state: SheetState, parent: QWidget | None = None):
        super().__init__(parent)
        self._state = state
        self._what_if = False
        self.crs = crs_widget(tr("CRS of the points"))
        self.crs.setObjectName("releveCrsOfPoints")
        self.crs.setToolTip(
            tr("The CRS in which x and y of the points are understood; a change leaves their numbers.")
        )
        self.summary, self.without, self.caution, self.unplaced = (_label() for _ in range(4))
        self.unplaced.hide()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.historical = self._historical()
        row = QHBoxLayout()
        row.addWidget(self.crs, 1)
        row.addWidget(self.historical)
        form.addRow(tr("Points in"), row)
        for label in (self.summary, self.without, self.caution, self.unplaced):
            form.addRow(label)
        self.findings = Findings(state)
        form.addRow(self.findings)
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self.crs.crsChanged.connect(self._take_crs)
        for signal in (state.work_changed, state.fit_changed, state.selection_changed, state.sheet_changed):
            signal.connect(self._show)
        self._show()

    def set_what_if(self, on: bool) -> None:
        """Say what the error would be without the chosen point, or no longer."""
        self._what_if = on
        self._show()

    def set_unplaced(self, count: int) -> None:
        """Say that so many points have no place on the map."""
        sentence = tr(
            "{count} points have no place on the map: QGIS knows no way from their CRS to that of the map."
        )
        _say(self.unplaced, sentence.format(count=count) if count else "")

    def _historical(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("Historical"))
        button.setToolTip(tr("Reference systems of old maps, by name"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self._list_historical, menu))
        button.setMenu(menu)
        return button

    def _list_historical(self, menu: QMenu) -> None:
        menu.clear()
        for system in named_systems():
            menu.addAction(system.title.replace("&", "&&"), partial(self._understand, system.definition))

    def _take_crs(self) -> None:
        if self.crs.crs().isValid() and self.crs.crs() != self._state.crs():
            self._understand(crs_text(self.crs.crs()))

    def _understand(self, crs: str) -> None:
        before = self._state.crs()
        self._state.set_crs(crs)
        if self._state.points and before.isValid():
            self.reread.emit(before)

    def _show(self) -> None:
        self.crs.blockSignals(True)
        if self.crs.crs() != self._state.crs():
            self.crs.setCrs(self._state.crs())
        self.crs.blockSignals(False)
        for part in (self.crs, self.historical):
            part.setEnabled(self._state.sheet is not None)
        self.summary.setText(words.summary(self._state))
        _say(self.caution, words.caution(self._state))
        _say(self.without, words.without(self._state) if self._what_if else "")


def crs_widget(name: str) -> QgsProjectionSelectionWidget:
    """A choice of CRS with a name and hint; its list is what a screen reader meets."""
    widget = QgsProjectionSelectionWidget()
    widget.setToolTip(name)
    widget.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
    widget.setNotSetText(tr("As the map"))
    widget.findChild(QComboBox).setAccessibleName(name)
    return widget


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _say(label: QLabel, text: str) -> None:
    if text or label.isVisibleTo(label.parentWidget()):
        label.setText(text)
    label.setVisible(bool(text))
