"""The row of buttons above the sheet."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QDoubleSpinBox, QToolBar, QToolButton, QWidget

from ...i18n import tr
from .state import SheetState

FACTOR = 10
MOST_FACTOR = 1000


class Bar(QToolBar):
    """The actions are attributes; what they do is the affair of the panel."""

    def __init__(self, state: SheetState, parent: QWidget | None = None):
        super().__init__(parent)
        self._state = state
        self.open = self._menu_button("mActionFileOpen", tr("Open a sheet or points"))
        self.place = self._action(
            "mActionCapturePoint", tr("Place points on the map (Ctrl+M)"), checkable=True
        )
        self.whole = self._action("mActionZoomFullExtent", tr("The whole sheet (Ctrl+0)"))
        self.link = self._action("mActionZoomToLayer", tr("Show on the map what the sheet shows (L)"))
        self.addSeparator()
        self.undo = self._action("mActionUndo", tr("Undo"))
        self.redo = self._action("mActionRedo", tr("Redo"))
        self.addSeparator()
        self.suspect = self._action("mActionHighlightFeature", tr("Next suspect point (N)"))
        self.aside = self._action("mActionHideSelectedLayers", tr("Set the point aside, or use it again (E)"))
        self.remove = self._action("mActionDeleteSelected", tr("Delete the point (Delete)"))
        self.without = self._action(
            "mActionCalculateField", tr("What if without this point? (W)"), checkable=True
        )
        self.addSeparator()
        self.arrows = self._action("mActionNewMeshLayer", tr("Errors as arrows (V)"), checkable=True)
        self.factor = self._factor()
        self.addSeparator()
        self.save = self._menu_button("mActionFileSave", tr("Save points, report or map"))
        self.keys = self._action("mActionHelpContents", tr("Keys (F1)"))
        for signal in (state.sheet_changed, state.work_changed, state.selection_changed, state.fit_changed):
            signal.connect(self._enable)
        self._enable()

    def _action(self, icon: str, text: str, *, checkable: bool = False) -> QAction:
        action = self.addAction(QgsApplication.getThemeIcon(f"/{icon}.svg"), text)
        action.setCheckable(checkable)
        return action

    def _menu_button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addWidget(button)
        return button

    def _factor(self) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(1, MOST_FACTOR)
        spin.setDecimals(0)
        spin.setValue(FACTOR)
        spin.setPrefix("× ")
        spin.setToolTip(tr("How many times too long the arrows are"))
        spin.setAccessibleName(spin.toolTip())
        self.addWidget(spin)
        return spin

    def _enable(self) -> None:
        has_sheet, has_point = self._state.sheet is not None, bool(self._state.selected)
        for part in (self.place, self.whole, self.link, self.arrows, self.factor, self.save, self.without):
            part.setEnabled(has_sheet)
        for part in (self.aside, self.remove):
            part.setEnabled(has_point)
        self.suspect.setEnabled(bool((self._state.fit or {}).get("suspects")))
        undoable, redoable = self._state.history.undoable, self._state.history.redoable
        _offer(self.undo, tr("Undo: {step} (Ctrl+Z)"), undoable.text if undoable else "")
        _offer(self.redo, tr("Redo: {step} (Ctrl+Shift+Z)"), redoable.text if redoable else "")


def _offer(action: QAction, words: str, step: str) -> None:
    action.setEnabled(bool(step))
    action.setToolTip(words.format(step=step or "–"))
