"""The one algorithm behind every job of the catalogue."""

import os
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
)
from qgis.PyQt.QtGui import QIcon

from ..catalogue import Job, Output
from ..i18n import language, tr
from ..places import icon_path
from ..runner import BackendError, Cancelled, Result, follow
from ..styles import SidecarStyle, style_result
from .backend import open_runner
from .copies import RasterCopy, VectorCopy
from .help import help_html
from .interruption import interruptible
from .parameters import DESTINATIONS, KINDS, finish, finish_destination
from .values import Values

HOME = "https://github.com/releve/releve"


class JobAlgorithm(QgsProcessingAlgorithm):
    """A job of the catalogue: reads its parameters, has the backend do the work, loads what came of it."""

    def __init__(self, job: Job):
        super().__init__()
        self._job = job
        self._inputs: dict[str, Any] = {}
        self._paths: dict[str, str] = {}

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

    def checkParameterValues(self, parameters, context):
        problem = self._problem(Values(self, parameters, context))
        return not problem, problem

    # -- the run ------------------------------------------------------------------------------------------

    def prepareAlgorithm(self, parameters, context, feedback):
        # In the thread that owns the layers.
        values = Values(self, parameters, context)
        if problem := self._problem(values):  # a model or a script does not ask before
            raise QgsProcessingException(problem)
        for parameter in self._job.parameters:
            value = values.raw(parameter.key)
            if value is not None:
                self._inputs[parameter.name] = KINDS[parameter.kind].read(parameter, value, values)
        for output in self._job.outputs:
            value = values.raw(output.key)
            if value is not None:
                self._paths[output.name] = DESTINATIONS[output.kind].path(output, value, values)
        return True

    def processAlgorithm(self, parameters, context, feedback):
        try:
            with interruptible(feedback):
                result = self._run(feedback)
        except Cancelled as error:
            if feedback.isCanceled():
                return {}
            raise QgsProcessingException(str(error)) from error
        except BackendError as error:
            if error.traceback:
                QgsMessageLog.logMessage(error.traceback, "Relevé", Qgis.MessageLevel.Warning)
            raise QgsProcessingException(str(error)) from error
        return self._publish(result, Values(self, parameters, context))

    def _problem(self, values: Values) -> str:
        """What is wrong with the parameters: one sentence that begins with the name of a parameter."""
        for parameter in self._job.parameters:
            value = values.raw(parameter.key)
            if value is not None:
                problem = KINDS[parameter.kind].problem(parameter, value, values)
            else:
                problem = tr("is missing: give it a value") if parameter.needed else ""
            if problem:
                return f"{parameter.key} ({tr(parameter.title)}): {problem}"
        return self._destination_problem(values)

    def _destination_problem(self, values: Values) -> str:
        given = {output: values.raw(output.key) for output in self._job.outputs}
        for output, value in given.items():
            if value is not None:
                problem = DESTINATIONS[output.kind].problem(output, value, values)
            else:
                problem = tr("is missing: give it a path") if output.required else ""
            if problem:
                return f"{output.key} ({tr(output.title)}): {problem}"
        if given and not any(value is not None for value in given.values()):
            return tr("No output is asked for: give a path to one of {names}").format(
                names=", ".join(output.key for output in given)
            )
        return ""

    def _run(self, feedback: Any) -> Result:
        with TemporaryDirectory(prefix="releve-layers-") as folder:
            inputs = {name: _written(value, Path(folder), feedback) for name, value in self._inputs.items()}
            if feedback.isCanceled():
                raise Cancelled(tr("The work was cancelled."))
            request = {
                "job": self._job.id,
                "version": self._job.version,
                "inputs": inputs,
                "outputs": {name: {"path": path} for name, path in self._paths.items()},
                "language": language(),
            }
            with open_runner(feedback) as runner:
                return follow(runner.start(request), feedback)

    def _publish(self, result: Result, values: Values) -> dict[str, Any]:
        """Check what was promised, dress it, and hand it to Processing."""
        for name, path in self._paths.items():
            if not os.path.exists(path):
                sentence = tr("The backend reported success, but {path} is missing: please report this")
                raise QgsProcessingException(sentence.format(path=path))
            style_result(path, result.outputs.get(name, {}))
        found = {name.upper(): value for name, value in result.values.items()}
        return {**found, **{o.key: self._load(o, values) for o in self._job.outputs if o.name in self._paths}}

    def _load(self, output: Output, values: Values) -> str:
        path, asked = self._paths[output.name], values.raw(output.key)
        is_wrapped = isinstance(asked, QgsProcessingOutputLayerDefinition)
        if DESTINATIONS[output.kind].is_layer and is_wrapped and asked.destinationProject is not None:
            name = asked.destinationName or tr(output.title)
            details = QgsProcessingContext.LayerDetails(name, asked.destinationProject, output.key)
            details.setPostProcessor(SidecarStyle(Path(path).with_suffix(".qml")))
            values.context.addLayerToLoadOnCompletion(path, details)
        return path


def _written(value: Any, folder: Path, feedback: Any) -> Any:
    """A request's value with each copy made and replaced by its path."""
    if isinstance(value, (RasterCopy, VectorCopy)):
        feedback.pushInfo(tr("Writing the layer {name} for the backend").format(name=value.name))
        return value.write(folder, feedback)
    if isinstance(value, list):
        return [_written(item, folder, feedback) for item in value]
    if isinstance(value, dict):
        return {key: _written(item, folder, feedback) for key, item in value.items()}
    return value
