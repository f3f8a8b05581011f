"""The algorithm that installs, updates or repairs the backend; without it no other job can run."""

from dataclasses import replace

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
)

from ..catalogue import Parameter
from ..i18n import tr
from ..installer.install import OFFER, install, list_jobs
from ..installer.network import Network
from ..network import read_network
from ..runner import BackendError, Cancelled
from ..settings import Settings, locked_names
from .backend_algorithm import BackendAlgorithm
from .interruption import interruptible
from .parameters import KINDS, finish
from .values import Values

FIELDS = {"runtime": "runtime", "wheels": "wheel_folder", "folder": "backend_folder"}
"""Parameter → the setting it stands for."""


def variant_titles() -> "dict[str, str]":
    """The variants of ONNX Runtime that this computer can have, as users read them."""
    titles = {
        "cpu": tr("CPU, on any computer"),
        "cuda": tr("CUDA and TensorRT, NVIDIA cards"),
        "openvino": tr("OpenVINO, Intel processors and cards"),
        "directml": tr("DirectML, any card on Windows"),  # last, so that others have one number everywhere
    }
    return {name: title for name, title in titles.items() if name in ("cpu", *OFFER.variants)}


def parameters_of(settings: Settings) -> "list[Parameter]":
    """What may be asked for; what is not is as the settings say."""
    titles = variant_titles()
    default = settings.runtime if settings.runtime in titles else "cpu"
    choice = {"kind": "enum", "choices": titles, "default": default}
    return [
        Parameter(
            name="runtime",
            title=tr("Computes on"),
            help=tr("Variant of ONNX Runtime; on Windows, there is DirectML too."),
            **choice,
        ),
        Parameter(
            name="wheels",
            title=tr("Folder of wheels"),
            help=tr("Installs from this folder, without any network: what pip download has put there."),
            kind="folder",
            optional=True,
        ),
        Parameter(
            name="folder",
            title=tr("Where to install"),
            help=tr("Folder for the environment, where the profile is on a network or too small."),
            kind="text",
            optional=True,
            advanced=True,
        ),
    ]


class InstallBackend(BackendAlgorithm):
    """Makes our own interpreter, and lists the jobs that installed packages add."""

    def __init__(self):
        super().__init__()
        self._network = Network()

    def name(self):
        return "backend.install"

    def displayName(self):
        return tr("Install or update the backend")

    def tags(self):
        return ["python", "onnx", "runtime", "cuda", tr("update")]

    def shortHelpString(self):
        return tr(
            "Makes a Python environment for Relevé's computations in your QGIS profile, from a locked list "
            "of packages, and then reads which jobs it offers. QGIS' own Python is left as it is. Python "
            "3.11 to 3.14 must be on this computer. Nothing is done where the packages are already those "
            "asked for; with an interpreter of your own in the settings, only the jobs are read."
        )

    def initAlgorithm(self, configuration=None):
        self._parameters = parameters_of(Settings.load())
        for parameter in self._parameters:
            self.addParameter(finish(KINDS[parameter.kind].declare(parameter), parameter))
        again = tr("Install again, whatever is there")
        self.addParameter(QgsProcessingParameterBoolean("AGAIN", again, defaultValue=False))
        self.addOutput(QgsProcessingOutputString("INTERPRETER", tr("Python of the backend")))
        self.addOutput(QgsProcessingOutputNumber("JOBS", tr("Jobs added by other packages")))

    def checkParameterValues(self, parameters, context):
        values = Values(self, parameters, context)
        for parameter in self._parameters:
            value = values.raw(parameter.key)
            problem = "" if value is None else _problem(parameter, value, values)
            if problem:
                return False, f"{parameter.key} ({parameter.title}): {problem}"
        return True, ""

    def prepareAlgorithm(self, parameters, context, feedback):
        self._network = read_network(Settings.load())  # in the main thread
        return super().prepareAlgorithm(parameters, context, feedback)

    def processAlgorithm(self, parameters, context, feedback):
        asked = self._settings(Values(self, parameters, context))
        again = self.parameterAsBool(parameters, "AGAIN", context)
        try:
            with interruptible(feedback):
                interpreter = install(asked, self._network, feedback, again=again)
                jobs = list_jobs(interpreter, feedback)
        except Cancelled:
            return {}
        except BackendError as error:
            raise QgsProcessingException(str(error)) from error
        replace(asked, wheel_folder=Settings.load().wheel_folder).save()  # a folder for this once
        return {"INTERPRETER": str(interpreter.path), "JOBS": jobs}

    def _settings(self, values: Values) -> Settings:
        given = {}
        for parameter in self._parameters:
            value = values.raw(parameter.key)
            if value is not None:
                given[FIELDS[parameter.name]] = KINDS[parameter.kind].read(parameter, value, values)
        return replace(Settings.load(), **given)


def _problem(parameter: Parameter, value: object, values: Values) -> str:
    kind, field = KINDS[parameter.kind], FIELDS[parameter.name]
    if problem := kind.problem(parameter, value, values):
        return problem
    is_other = kind.read(parameter, value, values) != getattr(Settings.load(), field)
    return tr("Set for this computer by its administrator") if is_other and field in locked_names() else ""
