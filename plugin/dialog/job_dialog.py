"""Processing's dialog of a job, with command line, time left, report and the values of last time."""

import time
from contextlib import suppress
from typing import Any, Callable

from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.AlgorithmDialogBase import AlgorithmDialogBase
from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProject
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QMenu,
    QProgressBar,
    QPushButton,
    QTextEdit,
)

from ..algorithms.requests import build_request, problem_of, read_destinations, read_inputs
from ..algorithms.values import Values
from ..catalogue import Job
from ..i18n import tr
from .commands import NoCommand, Request, qgis_command, releve_command, request_json
from .last_used import LastUsed, defaults
from .remaining import Remaining, in_words
from .reports import LogLinks, folders_of, link_to, offer_results, reports_of

NOTICE_S = 4


class JobDialog(AlgorithmDialog):
    """Everything is added to what QGIS shows; nothing of it is taken away.

    Parameters
    ----------
    algorithm : JobAlgorithm
        The dialog's own.
    job : Job
        What the catalogue says of it.
    """

    def __init__(self, algorithm: Any, job: Job, parent: Any = None):
        self._job = job
        self._remaining = Remaining(0)
        super().__init__(algorithm, parent=parent)
        self._bar = self.findChild(QProgressBar, "progressBar")
        self._links = LogLinks(self.findChild(QTextEdit, "txtLog"))
        self._add_button(
            tr("Copy as"), tr("Copies what the form asks for, to run it elsewhere"), self._menu()
        )
        self._add_button(tr("Defaults"), tr("Fills in what a new form shows; data stay"), self.use_defaults)
        self.algorithmFinished.connect(self._on_finished)
        self._use_last()

    # -- the form -----------------------------------------------------------------------------------------

    def request(self) -> Request:
        """What the form asks for; results without a place go to the current folder.

        Raises
        ------
        NoCommand
            The form is not filled in well.
        """
        try:
            parameters = self.createProcessingParameters()
        except (
            AlgorithmDialogBase.InvalidParameterValue,
            AlgorithmDialogBase.InvalidOutputExtension,
        ) as error:
            raise NoCommand(_problem(error)) from error
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        values = Values(self.algorithm(), parameters, context)
        if problem := problem_of(self._job, values):
            raise NoCommand(problem)
        paths = read_destinations(self._job, values)
        for output in self._job.outputs:
            if output.name in paths and values.is_temporary(output.key):
                paths[output.name] = f"{output.name}.{output.extension}".rstrip(".")
        return build_request(self._job, read_inputs(self._job, values), paths)

    def fill_in(self, parameters: "dict[str, Any]", sentence: str) -> None:
        """Fill in what is given, and say what that is."""
        self.setParameters(parameters)
        self.messageBar().clearWidgets()
        self._tell(sentence)

    def use_defaults(self) -> None:
        """Fill in what a new form shows; data stay as they are."""
        self.setParameters(defaults(self._job))
        self.messageBar().clearWidgets()

    def _use_last(self) -> None:
        last = LastUsed.load(self._job)
        changed = last.changed(self._job)
        if not changed:
            return
        self.setParameters(last.parameters(self._job))
        sentence = tr("Filled in as last time: {names}").format(
            names=", ".join(tr(title) for title in changed)
        )
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        """Say what is filled in, with the way back."""
        item = self.messageBar().createMessage(sentence)
        button = QPushButton(tr("Defaults"))
        button.clicked.connect(self.use_defaults)
        item.layout().addWidget(button)
        self.messageBar().pushWidget(item, Qgis.MessageLevel.Info, 0)

    # -- what is added to the buttons -----------------------------------------------------------------------

    def _add_button(self, text: str, tip: str, action: "QMenu | Callable[[], None]") -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setMenu(action) if isinstance(action, QMenu) else button.clicked.connect(action)
        self.buttonBox().addButton(
            button, QDialogButtonBox.ButtonRole.ResetRole
        )  # as QGIS's own, on the left

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        copies = {
            tr("Command line of Relevé"): lambda: releve_command(self._job, self.request()),
            tr("Command line of QGIS (qgis_process)"): lambda: qgis_command(self._job, self.request()),
            tr("Request (JSON)"): lambda: request_json(self.request()),
        }
        for title, text in copies.items():
            menu.addAction(title).triggered.connect(lambda _=False, text=text: self._copy(text))
        return menu

    def _copy(self, text: Callable[[], str]) -> None:
        bar = self.messageBar()
        try:
            QApplication.clipboard().setText(text())
        except NoCommand as error:
            bar.pushMessage(str(error), Qgis.MessageLevel.Warning, 0)
        else:
            bar.pushMessage(
                tr("Copied: paste it into a terminal or a file"), Qgis.MessageLevel.Info, NOTICE_S
            )

    # -- the run --------------------------------------------------------------------------------------------

    def runAlgorithm(self):
        with suppress(NoCommand):  # QGIS says it itself, beside the field
            LastUsed.of(self._job, self.request()).save(self._job)
        self.messageBar().clearWidgets()  # what it says is of the run before
        super().runAlgorithm()

    def createFeedback(self):
        feedback = super().createFeedback()
        self._remaining = Remaining(time.monotonic())
        self._bar.resetFormat()
        feedback.progressChanged.connect(self._show_remaining)
        return feedback

    def _show_remaining(self, percent: float) -> None:
        seconds = self._remaining.seconds(percent / 100, time.monotonic())
        self._bar.setFormat("%p%" if seconds is None else f"%p% – {in_words(seconds)}")

    def _on_finished(self, successful: bool, results: "dict[str, Any]") -> None:
        from qgis.utils import iface  # read late: None in a test of the dialog alone

        self._bar.resetFormat()
        if not successful:
            return
        reports, folders = reports_of(self._job, results), folders_of(self._job, results)
        for path in reports:
            self.setInfo(link_to(path), escapeHtml=False)
        if reports or folders:
            for bar in (self.messageBar(), *([iface.messageBar()] if iface else [])):
                offer_results(bar, tr(self._job.title), reports=reports, folders=folders)


def _problem(error: Exception) -> str:
    parameter = getattr(error, "parameter", None)
    if parameter is None:
        return str(getattr(error, "message", error))
    return tr("{title} ({key}): fill it in first").format(title=parameter.description(), key=parameter.name())


_open: "set[JobDialog]" = set()  # Python would forget its part of a dialog that nobody waits for


def show_dialog(identity: str, parameters: "dict[str, Any]", sentence: str) -> "JobDialog | None":
    """Open the dialog of a job beside QGIS' window, filled in; None where there is no such job any more."""
    from qgis.utils import iface

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"releve:{identity}")
    if algorithm is None:
        return None
    dialog = JobDialog(algorithm, algorithm.job, parent=iface.mainWindow())
    dialog.fill_in(parameters, sentence)
    _open.add(dialog)
    dialog.rejected.connect(lambda: _open.discard(dialog))
    dialog.show()
    return dialog
