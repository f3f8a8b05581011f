"""The algorithm that installs or updates the backend; without it no other job can run."""

from dataclasses import replace

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon

from ..catalogue import Parameter
from ..i18n import tr
from ..places import RESOURCES, ROOT, icon_path, profile_folder
from ..runner import BackendError, Cancelled
from ..runner.environment import find_base, make_environment, write_added_jobs
from ..runner.interpreter import Interpreter, find_interpreter, outdated, python_of
from ..runner.local import backend_command
from ..settings import Settings
from .interruption import interruptible
from .parameters import KINDS, finish
from .values import Values


def runtime_parameter(default: str) -> Parameter:
    """The choice of a variant of ONNX Runtime."""
    variants = {
        "cpu": tr("CPU, on any computer"),
        "cuda": tr("CUDA and TensorRT, NVIDIA cards"),
        "directml": tr("DirectML, any card on Windows"),
        "openvino": tr("OpenVINO, Intel processors and cards"),
    }
    title, text = tr("Computes on"), tr("Variant of ONNX Runtime.")
    return Parameter(name="runtime", title=title, help=text, kind="enum", choices=variants, default=default)


class InstallBackend(QgsProcessingAlgorithm):
    """Makes the interpreter in the user's profile, and lists the jobs that installed packages add."""

    def createInstance(self):
        return type(self)()

    def name(self):
        return "backend.install"

    def displayName(self):
        return tr("Install or update the backend")

    def group(self):
        return tr("Backend")

    def groupId(self):
        return "backend"

    def tags(self):
        return ["python", "onnx", "runtime", "cuda", tr("update")]

    def shortHelpString(self):
        return tr(
            "Makes a Python environment for Relevé's computations in your QGIS profile, from a locked list "
            "of packages, and then reads which jobs it offers. QGIS' own Python is left as it is. Python "
            "3.11 to 3.14 must be on this computer. Nothing is done where the packages are already those "
            "asked for; with an interpreter of your own in the settings, only the jobs are read."
        )

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path("backend")

    def initAlgorithm(self, configuration=None):
        self._runtime = runtime_parameter(Settings.load().runtime)
        self.addParameter(finish(KINDS["enum"].declare(self._runtime), self._runtime))
        again = tr("Install again, whatever is there")
        self.addParameter(QgsProcessingParameterBoolean("AGAIN", again, defaultValue=False))
        self.addOutput(QgsProcessingOutputString("INTERPRETER", tr("Python of the backend")))
        self.addOutput(QgsProcessingOutputNumber("JOBS", tr("Jobs added by other packages")))

    def checkParameterValues(self, parameters, context):
        values = Values(self, parameters, context)
        value = values.raw("RUNTIME")
        problem = "" if value is None else KINDS["enum"].problem(self._runtime, value, values)
        return not problem, problem

    def processAlgorithm(self, parameters, context, feedback):
        values = Values(self, parameters, context)
        asked = values.raw("RUNTIME")
        again = self.parameterAsBool(parameters, "AGAIN", context)
        settings = Settings.load()
        if asked is not None:
            settings = replace(settings, runtime=KINDS["enum"].read(self._runtime, asked, values))
        try:
            with interruptible(feedback):
                interpreter = _install(settings, feedback, again=again)
                jobs = _list_jobs(interpreter, feedback)
        except Cancelled:
            return {}
        except BackendError as error:
            raise QgsProcessingException(str(error)) from error
        settings.save()
        return {"INTERPRETER": str(interpreter.path), "JOBS": jobs}

    def postProcessAlgorithm(self, context, feedback):
        provider = QgsApplication.processingRegistry().providerById("releve")
        if provider is not None:
            QTimer.singleShot(0, provider.refreshAlgorithms)  # later: this one is among them
        return {}


def _install(settings: Settings, feedback, *, again: bool) -> Interpreter:
    if settings.interpreter:
        return find_interpreter(settings.interpreter, profile_folder(), ROOT)
    folder = profile_folder() / "venv"
    requirements = RESOURCES / "requirements"
    own = Interpreter(python_of(folder), "profile")
    if own.path.is_file() and not again and not outdated(own, requirements, variant=settings.runtime):
        feedback.pushInfo(tr("The backend is up to date."))
        return own
    base, locked = find_base(settings.base_python), requirements / f"{settings.runtime}.txt"
    return Interpreter(make_environment(folder, locked, base=base, feedback=feedback), "profile")


def _list_jobs(interpreter: Interpreter, feedback) -> int:
    *command, _ = backend_command(interpreter.path, ROOT)
    target = profile_folder() / "catalogue.json"
    return write_added_jobs([*command, "jobs", "--json"], RESOURCES / "catalogue.json", target, feedback)
