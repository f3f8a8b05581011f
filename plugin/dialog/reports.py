"""What came of a run, opened by one click."""

from functools import partial
from pathlib import Path
from typing import Any, Callable

from qgis.core import Qgis, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser, QTextEdit, QWidget

from ..catalogue import Job
from ..i18n import tr
from ..results import layers_of, load_results


def reports_of(job: Job, results: dict[str, Any]) -> list[str]:
    """Paths of the reports for people among the results of a run."""
    pages = [output for output in job.outputs if output.kind == "file" and output.extension == "html"]
    return [str(results[output.key]) for output in pages if results.get(output.key)]


def folders_of(job: Job, results: dict[str, Any]) -> list[str]:
    """Paths of the folders among the results of a run that have layers in them."""
    paths = [str(results[o.key]) for o in job.outputs if o.kind == "folder" and results.get(o.key)]
    return [path for path in paths if layers_of([folder_at(path)])]


def folder_at(path: str) -> dict[str, str]:
    """A folder as an output of a run."""
    return {"path": path, "kind": "folder", "title": Path(path).name}


def open_file(path: str) -> None:
    """Open a file with the program that this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def link_to(path: str) -> str:
    """A link for the log of a dialog."""
    return '<a href="{}">{}</a>'.format(QUrl.fromLocalFile(path).toString(), tr("Open the report"))


def offer_results(bar: QgsMessageBar, title: str, *, reports: list[str], folders: list[str]) -> None:
    """Say in a message bar that the work is done, with buttons that show what came of it.

    Parameters
    ----------
    reports, folders : list of str
        Their paths; Processing loads layers itself, but none out of a folder.
    """
    item = bar.createMessage("Relevé", tr("{title}: done").format(title=title))
    for path in reports:
        _add_button(item, "releveOpenReport", tr("Open the report"), open_file, path)
    for path in folders:
        _add_button(item, "releveLoadLayers", tr("Load the layers"), partial(_load_folder, bar), path)
    bar.pushWidget(item, Qgis.MessageLevel.Success, 0)


def _add_button(item: QWidget, name: str, text: str, do: Callable[[str], None], path: str) -> None:
    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(lambda: do(path))
    item.layout().addWidget(button)


def _load_folder(bar: QgsMessageBar, path: str) -> None:
    problem = load_results(QgsProject.instance(), Path(path).name, layers_of([folder_at(path)]))
    if problem:
        bar.pushMessage("Relevé", problem, Qgis.MessageLevel.Warning, 0)


class LogLinks(QObject):
    """Makes the links of a dialog's log open, which QGIS 3.22 only shows."""

    def __init__(self, log: QTextEdit):
        super().__init__(log)
        self._log = log
        if not isinstance(log, QTextBrowser):  # which opens them itself
            log.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            address = self._log.anchorAt(event.pos())
            if address:
                QDesktopServices.openUrl(QUrl(address))
                return True
        return False
