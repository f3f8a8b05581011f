"""The one algorithm behind every job of the catalogue."""

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    Qgis,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)
from qgis.PyQt.QtGui import QIcon

from ..catalogue import Job, Output
from ..history.recording import facts_of, recorded
from ..i18n import tr
from ..notice import require_backend
from ..places import icon_path
from ..results import LoadedResult, RunGroup
from ..runner import BackendError, Cancelled, NoBackend, Result, follow
from ..styles import style_result
from .backend import open_runner
from .help import help_html
from .interruption import interruptible, keep_window_alive
from .parameters import DESTINATIONS, KINDS, finish, finish_destination
from .parameters.kind import with_unit
from .requests import build_request, problem_of, read_destinations, read_inputs, with_copies
from .run_name import run_name
from .values import Values

HOME = "https://github.com/releve/releve"
VALUES = {"number": QgsProcessingOutputNumber, "text": QgsProcessingOutputString}


class JobAlgorithm(QgsProcessingAlgorithm):
    """A job of the catalogue: reads its parameters, has the backend do the work, loads what came of it."""

    def __init__(self, job: Job):
        super().__init__()
        self._job = job
        self._inputs: dict[str, Any] = {}
        self._paths: dict[str, str] = {}
        self._name = ""
        self._group = RunGroup("")
        self._facts: dict[str, Any] = {}

    @property
    def job(self) -> Job:
        """What the catalogue says of it."""
        return self._job

    # -- what Processing asks about it --------------------------------------------------------------------

    def createInstance(self):
        return type(self)(self._job)

    def name(self):
        return self._job.id

    def displayName(self):
        return tr(self._job.title)

    def group(self):
        return tr(self._job.group)

    def groupId(self):
        return self._job.group.lower().replace(" ", "-")

    def tags(self):
        return [*self._job.tags, *(tr(tag) for tag in self._job.tags if tr(tag) != tag)]

    def shortHelpString(self):
        return help_html(self._job)

    def helpUrl(self):
        return next(iter(self._job.links.values()), HOME)

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        own = icon_path(self._job.id.partition(".")[0])
        return own if os.path.exists(own) else icon_path("releve")

    def initAlgorithm(self, configuration=None):
        for parameter in self._job.parameters:
            self.addParameter(finish(KINDS[parameter.kind].declare(parameter), parameter))
        for output in self._job.outputs:
            self.addParameter(finish_destination(DESTINATIONS[output.kind].declare(output), output))
        for value in self._job.values:
            self.addOutput(VALUES[value.kind](value.key, with_unit(tr(value.title), value.unit)))

    def createCustomParametersWidget(self, parent):
        from qgis.utils import iface  # read late: it is set when QGIS has a window

        if iface is None:
            return None
        from ..dialog.job_dialog import JobDialog  # late: of Processing's windows, which scripts do without

        return JobDialog(self, self._job, parent=parent)

    def checkParameterValues(self, parameters, context):
        problem = problem_of(self._job, Values(self, parameters, context))
        return not problem, problem

    # -- the run ------------------------------------------------------------------------------------------

    def prepareAlgorithm(self, parameters, context, feedback):
        # In the thread that owns the layers.
        values = Values(self, parameters, context)
        if problem := problem_of(self._job, values):  # a model or a script does not ask before
            raise QgsProcessingException(problem)
        try:
            require_backend()
        except NoBackend as error:
            raise QgsProcessingException(str(error)) from error
        self._inputs = read_inputs(self._job, values)
        self._paths = read_destinations(self._job, values)
        self._name = run_name(self._job, values)
        self._group = RunGroup(self._name)
        self._facts = facts_of(self._job, self._inputs, self._paths, values)
        return True

    def processAlgorithm(self, parameters, context, feedback):
        try:
            with interruptible(feedback), recorded(self._job, self._name, self._facts, feedback):
                result = self._run(feedback)
                return self._publish(result, Values(self, parameters, context))
        except Cancelled as error:
            if feedback.isCanceled():
                feedback.pushInfo(tr("The work was cancelled; nothing was written."))
                return {}
            raise QgsProcessingException(str(error)) from error
        except BackendError as error:
            if error.traceback:
                QgsMessageLog.logMessage(error.traceback, "Relevé", Qgis.MessageLevel.Warning)
            raise QgsProcessingException(spoken(str(error), self._job)) from error

    def _run(self, feedback: Any) -> Result:
        with TemporaryDirectory(prefix="releve-layers-") as folder:
            inputs = with_copies(self._inputs, Path(folder), feedback)
            if feedback.isCanceled():
                raise Cancelled(tr("The work was cancelled."))
            with open_runner(feedback) as runner:
                run = runner.start(build_request(self._job, inputs, self._paths))
                return follow(run, feedback, on_wait=keep_window_alive)

    def _publish(self, result: Result, values: Values) -> dict[str, Any]:
        """Check what was promised, dress it, and hand it to Processing."""
        for name, path in self._paths.items():
            if not os.path.exists(path):
                sentence = tr("The backend reported success, but {path} is missing: please report this")
                raise QgsProcessingException(sentence.format(path=path))
            _dress(path, result.outputs.get(name, {}))
        found = {name.upper(): value for name, value in result.values.items() if _is_shown(name, value)}
        return {**found, **{o.key: self._load(o, values) for o in self._job.outputs if o.name in self._paths}}

    def _load(self, output: Output, values: Values) -> str:
        path, asked = self._paths[output.name], values.raw(output.key)
        is_wrapped = isinstance(asked, QgsProcessingOutputLayerDefinition)
        if DESTINATIONS[output.kind].is_layer and is_wrapped and asked.destinationProject is not None:
            name = asked.destinationName or tr(output.title)
            # Without the hint QGIS first tries a raster as a vector, and complains in its log.
            hint = DESTINATIONS[output.kind].layer_hint
            details = QgsProcessingContext.LayerDetails(name, asked.destinationProject, output.key, hint)
            sidecar, place = Path(path).with_suffix(".qml"), _from_top(self._job).index(output)
            details.setPostProcessor(LoadedResult(sidecar, details, place, self._group))
            values.context.addLayerToLoadOnCompletion(path, details)
        return path


def _dress(path: str, outcome: dict[str, Any]) -> None:
    """Keep the style of a result beside it, or beside each file of a folder."""
    style_result(path, outcome)
    for name, told in (outcome.get("files") or {}).items():
        style_result(os.path.join(path, name), told)


def _from_top(job: Job) -> list[Output]:
    """The outputs as layers lie on each other: vectors on top, else as they are declared."""
    return sorted(job.outputs, key=lambda output: output.kind == "raster")


def _is_shown(name: str, value: Any) -> bool:
    """Whether a result is one that a script can read; how long each stage took is for benchmarks."""
    return isinstance(value, (bool, int, float, str)) and not name.endswith("_s")


def spoken(message: str, job: Job) -> str:
    """A message in which the backend names inputs, as in ``(pixel_size)``, in the words of the form."""

    def name(found: "re.Match[str]") -> str:
        parameter = parameters.get(found[1])
        return f"({tr(parameter.title)}, {parameter.key})" if parameter else found[0]

    parameters = {parameter.name: parameter for parameter in job.parameters}
    return re.sub(r"\(([a-z_]+)\)", name, message)
