"""A run of the desktop, written down while it lasts."""

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProcessingFeedback

from ..algorithms.copies import RasterCopy, VectorCopy
from ..algorithms.values import Values
from ..catalogue import Job
from ..i18n import tr
from ..places import profile_folder
from ..runner import BackendError, Cancelled
from .runs import LOG_CHARACTERS, SESSION, Record, RunList, hold_session
from .secrets import without_secrets


def run_list() -> RunList:
    """The runs of this profile."""
    return RunList(profile_folder() / "runs")


@contextmanager
def recorded(job: Job, name: str, told: dict[str, Any], feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Write down that a run begins and how it ends; scripts, which come by the thousand, are not.

    ``told`` has ``inputs`` and ``outputs`` as :func:`facts_of` gives them.
    """
    from qgis.utils import iface  # read late: it is set when QGIS has a window

    if iface is None:
        yield
        return
    runs, began = run_list(), time.monotonic()
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    record = Record(uuid4().hex, job.id, name, now, SESSION, **without_secrets(told))
    with suppress(OSError):  # a profile that cannot be written is no reason not to work
        hold_session(runs.path.parent)
        runs.begin(record)
    outcome, message = "failed", ""
    try:
        yield
        outcome = "done"
    except Cancelled:
        outcome = "cancelled"
        raise
    except (BackendError, QgsProcessingException) as error:
        message = str(error)
        raise
    finally:
        log = without_secrets(feedback.textLog()[-LOG_CHARACTERS:])
        seconds = round(time.monotonic() - began, 1)
        with suppress(OSError):
            runs.end(record.id, outcome, seconds=seconds, message=without_secrets(message), log=log)


def facts_of(job: Job, inputs: dict[str, Any], paths: dict[str, str], values: Values) -> dict[str, Any]:
    """Inputs and outputs of a run as they are written down."""
    outputs = {o.name: o for o in job.outputs}
    return {
        "inputs": {name: _kept(value, values.raw(name.upper())) for name, value in inputs.items()},
        "outputs": {
            name: {"path": path, "kind": outputs[name].kind, "title": tr(outputs[name].title)}
            for name, path in paths.items()
        },
    }


def _kept(value: Any, asked: Any) -> Any:
    if isinstance(value, (RasterCopy, VectorCopy)):
        selected = isinstance(asked, QgsProcessingFeatureSourceDefinition) and asked.selectedFeaturesOnly
        return {"layer": value.name, **({"selected": True} if selected else {})}
    if isinstance(value, list):
        return [_kept(item, None) for item in value]
    if isinstance(value, dict):
        return {key: _kept(item, None) for key, item in value.items()}
    return value
