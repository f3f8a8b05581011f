"""The backend that this QGIS uses: which interpreter, started how."""

import sys

from qgis.core import QgsApplication, QgsProcessingFeedback

from ..i18n import tr
from ..places import RESOURCES, ROOT, backend_folder
from ..runner import BackendError, LocalRunner, Runner
from ..runner.interpreter import Interpreter, find_interpreter, outdated
from ..runner.local import backend_command
from ..settings import Settings, is_disabled


def open_runner(feedback: QgsProcessingFeedback) -> Runner:
    """A runner on the interpreter that wins; says so where its packages are not those of this version.

    Raises
    ------
    NoBackend
        There is no interpreter.
    """
    interpreter = current_interpreter()
    if advice := outdated(interpreter, RESOURCES / "requirements"):
        feedback.pushWarning(advice)
    return runner_on(interpreter)


def current_interpreter() -> Interpreter:
    """The interpreter that wins.

    Raises
    ------
    NoBackend
        There is none.
    """
    settings = Settings.load()
    return find_interpreter(settings.interpreter, backend_folder(settings.backend_folder), ROOT)


def refuse_disabled(job_id: str) -> None:
    """See that the administrator lets this computer do a job.

    Raises
    ------
    BackendError
        It is disabled in the machine's settings.
    """
    if is_disabled(job_id):
        sentence = tr("{job} is disabled on this computer by its administrator")
        raise BackendError(sentence.format(job=job_id), kind="Disabled")


def runner_on(interpreter: Interpreter) -> LocalRunner:
    """A runner whose worker runs on this interpreter."""
    command = backend_command(interpreter.path, ROOT)
    return LocalRunner(command, qgis_folders=bundled_folders(), grace_s=Settings.load().grace_s)


def bundled_folders() -> "list[str]":
    """Folders of a QGIS that brings its own libraries; on Linux it shares the system's."""
    return [] if sys.platform.startswith("linux") else [QgsApplication.prefixPath(), sys.prefix]
