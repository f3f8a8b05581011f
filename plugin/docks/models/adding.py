"""The menu by which models come into the list: a folder, or an index."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu

from ...i18n import tr
from ...session import BackendSession
from ...settings import Settings, is_disabled, locked_names
from .library import Library, own_folders


class AddMenu(QMenu):
    """Adds and takes away folders of models, opens the dialog of indexes, and looks again."""

    fetched = pyqtSignal(str)
    """A model has come from an index; where it is."""

    def __init__(self, session: BackendSession, library: Library, parent=None):
        super().__init__(parent)
        self._session, self._library = session, library
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        is_locked = "models_folders" in locked_names()
        self.addAction(tr("Add a &folder of models…"), self._add_folder).setEnabled(not is_locked)
        if not is_disabled("model.fetch"):
            self.addAction(tr("From an &index…"), self._open_index)
        self.addAction(tr("&Look again"), self._library.refresh)
        folders = [] if is_locked else own_folders()
        if folders:
            self.addSeparator()
        for folder in folders:
            name = folder.replace("&", "&&")
            self.addAction(tr("Forget {folder}").format(folder=name), partial(self._forget, folder))

    def _add_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.parentWidget(), tr("Folder of models"))
        if folder and folder not in own_folders():
            self._keep([*own_folders(), folder])

    def _forget(self, folder: str) -> None:
        self._keep([other for other in own_folders() if other != folder])

    def _keep(self, folders: list[str]) -> None:
        replace(Settings.load(), models_folders="\n".join(folders)).save()
        self._library.refresh()

    def _open_index(self) -> None:
        from .index_dialog import IndexDialog  # late: few come this way

        dialog = IndexDialog(self._session, self.parentWidget())
        dialog.fetched.connect(self.fetched)
        dialog.exec()
        dialog.deleteLater()
