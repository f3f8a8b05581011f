"""The backend that this QGIS uses: which interpreter, started how."""

import sys

from qgis.core import QgsApplication, QgsProcessingFeedback

from ..places import RESOURCES, ROOT, profile_folder
from ..runner import LocalRunner, Runner
from ..runner.interpreter import find_interpreter, outdated
from ..runner.local import backend_command
from ..settings import Settings


def open_runner(feedback: QgsProcessingFeedback) -> Runner:
    """A runner on the interpreter that wins; says so where its packages are not those of this version.

    Raises
    ------
    NoBackend
        There is no interpreter.
    """
    settings = Settings.load()
    interpreter = find_interpreter(settings.interpreter, profile_folder(), ROOT)
    if advice := outdated(interpreter, RESOURCES / "requirements"):
        feedback.pushWarning(advice)
    command = backend_command(interpreter.path, ROOT)
    return LocalRunner(command, qgis_folders=bundled_folders(), grace_s=settings.grace_s)


def bundled_folders() -> "list[str]":
    """Folders of a QGIS that brings its own libraries; on Linux it shares the system's."""
    return [] if sys.platform.startswith("linux") else [QgsApplication.prefixPath(), sys.prefix]
