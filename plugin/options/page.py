"""The page of our options: how the backend stands, and one button that brings it to what is wanted."""

from __future__ import annotations

import shutil
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from ..algorithms.install import variant_titles
from ..i18n import tr
from ..installer.install import OFFER, backend_as_it_stands
from ..installer.place import as_size
from ..installer.state import Backend, State
from ..notice import PAGE
from ..places import backend_folder
from ..settings import Settings, is_disabled, locked_names
from .installation import Installer

Form, _ = uic.loadUiType(str(Path(__file__).with_suffix(".ui")))
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
"""QGIS' own, which ours is mostly made from: what a variant weighs differs little among versions."""
RARE = ("index_url", "index_auth", "backend_folder", "base_python", "interpreter")
"""Fields that are folded away while they are empty."""


class OptionsPage(QgsOptionsPageWidget):
    """Reads and writes :class:`Settings`: a widget of the form is named after its field."""

    def __init__(self, installer: Installer, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._installer = installer
        self._found = Backend(State.NONE, "")
        self._form = Form()
        inner = QWidget(self)
        self._form.setupUi(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        self._fill()
        self._connect()
        self._show_state()
        for line in installer.log:
            self._form.log.appendPlainText(line)

    def apply(self) -> None:
        """Keep what is chosen: QGIS calls this when its options are accepted."""
        self.chosen().save()

    def chosen(self) -> Settings:
        """The settings as the form says."""
        stored = Settings.load()
        values = {
            field.name: _value(self._widget(field.name))
            for field in fields(Settings)
            if self._has(field.name)
        }
        return Settings(**{**vars(stored), **values})

    # -- the form -----------------------------------------------------------------------------------------

    def _has(self, name: str) -> bool:
        return hasattr(self._form, name)

    def _widget(self, name: str) -> Any:
        return getattr(self._form, name)

    def _fill(self) -> None:
        settings = Settings.load()
        for variant, title in variant_titles().items():
            self._form.runtime.addItem(title, variant)
        self._form.wheel_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._form.backend_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._form.backend_folder.lineEdit().setPlaceholderText(str(backend_folder()))
        for field in fields(Settings):
            if self._has(field.name):
                _set_value(self._widget(field.name), getattr(settings, field.name))
        for name in filter(self._has, locked_names()):
            self._widget(name).setEnabled(False)
            self._widget(name).setToolTip(tr("Set for this computer by its administrator"))
            label = self._widget(f"{name}_label")
            label.setText(tr("{option} (set by the administrator)").format(option=label.text()))
        self._form.more.setSaveCollapsedState(False)
        self._form.more.setCollapsed(not any(getattr(settings, name) for name in RARE))

    def _connect(self) -> None:
        form = self._form
        form.install.clicked.connect(self._install)
        form.cancel.clicked.connect(self._installer.cancel)
        form.remove.clicked.connect(self._remove)
        form.runtime.currentIndexChanged.connect(self._show_state)
        for name in ("wheel_folder", "backend_folder", "interpreter"):
            self._widget(name).fileChanged.connect(self._show_state)
        self._installer.said.connect(form.log.appendPlainText)
        self._installer.moved.connect(self._move)
        self._installer.changed.connect(self._show_state)

    # -- what it shows ------------------------------------------------------------------------------------

    def _show_state(self, *_: object) -> None:
        settings, runs = self.chosen(), self._installer.is_running
        form = self._form
        if not runs:
            self._found = backend_as_it_stands(settings)
            form.state.setText(self._found.sentence)
            form.step.setText(self._installer.outcome)
        form.size.setText(_size(settings))
        form.install.setText(_button(self._found.state))
        is_ours = not settings.interpreter.strip() and self._found.state is not State.BUSY
        form.install.setEnabled(not runs and is_ours and not is_disabled("backend.install"))
        is_there = self._found.state not in (State.NONE, State.BUSY)
        form.remove.setEnabled(not runs and is_there and not is_disabled("backend.remove"))
        form.cancel.setEnabled(runs)
        form.progress.setVisible(runs)

    def _move(self, percent: float, text: str) -> None:
        self._form.progress.setValue(int(percent))
        self._form.step.setText(text)

    # -- what it does -------------------------------------------------------------------------------------

    def _install(self) -> None:
        self._form.log.clear()
        self._installer.install(self.chosen(), again=self._found.state is State.WHOLE)

    def _remove(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("Relevé")
        box.setText(tr("Remove the backend? Your models and results stay."))
        forget = QCheckBox(tr("Forget the settings too"))
        box.setCheckBox(forget)
        yes = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is yes:
            self._form.log.clear()
            self._installer.remove(self.chosen(), forget=forget.isChecked())


def _button(state: State) -> str:
    return {
        State.HALF_MADE: tr("Repair"),
        State.OUTDATED: tr("Update"),
        State.WHOLE: tr("Install again"),
    }.get(state, tr("Install"))


def _size(settings: Settings) -> str:
    size = OFFER.size(settings.runtime, PYTHON) or OFFER.size(settings.runtime)
    if size is None:
        return tr("not known")
    folder = backend_folder(settings.backend_folder)
    while not folder.exists():
        folder = folder.parent
    sentence = tr("{download} to download, {installed} on the disk; {free} are free")
    return sentence.format(
        download=as_size(0 if settings.wheel_folder.strip() else size.download),
        installed=as_size(size.installed),
        free=as_size(shutil.disk_usage(folder).free),
    )


def _value(widget: Any) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentData() or Settings.runtime
    if isinstance(widget, QgsFileWidget):
        return widget.filePath()
    return widget.configId() if isinstance(widget, QgsAuthConfigSelect) else widget.text().strip()


def _set_value(widget: Any, value: str) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif isinstance(widget, QgsFileWidget):
        widget.setFilePath(value)
    elif isinstance(widget, QgsAuthConfigSelect):
        widget.setConfigId(value)
    elif isinstance(widget, QLineEdit):
        widget.setText(value)
