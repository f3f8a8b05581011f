"""A report, opened by one click."""

from typing import Any

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser, QTextEdit

from ..catalogue import Job
from ..i18n import tr


def reports_of(job: Job, results: dict[str, Any]) -> list[str]:
    """Paths of the reports for people among the results of a run."""
    pages = [output for output in job.outputs if output.kind == "file" and output.extension == "html"]
    return [str(results[output.key]) for output in pages if results.get(output.key)]


def open_file(path: str) -> None:
    """Open a file with the program that this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def link_to(path: str) -> str:
    """A link for the log of a dialog."""
    return '<a href="{}">{}</a>'.format(QUrl.fromLocalFile(path).toString(), tr("Open the report"))


def offer_report(bar: QgsMessageBar, title: str, path: str) -> None:
    """Say in a message bar that the work is done, with a button that opens its report."""
    item = bar.createMessage("Relevé", tr("{title}: done").format(title=title))
    button = QPushButton(tr("Open the report"))
    button.setObjectName("releveOpenReport")
    button.clicked.connect(lambda: open_file(path))
    item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Success, 0)


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
