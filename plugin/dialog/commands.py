"""A request as somebody would type it: for Relevé's command line, for QGIS' own, or as JSON."""

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ..algorithms.backend import current_interpreter
from ..algorithms.copies import RasterCopy, VectorCopy
from ..algorithms.parameters import KINDS
from ..catalogue import Job
from ..i18n import tr
from ..places import ROOT
from ..runner import NoBackend
from ..runner.local import backend_command

QGIS_PROGRAMS = ("qgis_process.bin", "qgis_process-qgis-ltr.bat", "qgis_process-qgis.bat", "qgis_process")
"""Names it has on one system or another; Debian's ``qgis_process`` of 3.22 adds an option that is refused."""

Request = dict[str, Any]


class NoCommand(Exception):
    """No command line can say this request."""


def releve_command(job: Job, request: Request) -> str:
    """The request for Relevé's own command line, quoted for the shell of this system.

    Raises
    ------
    NoCommand
        A layer is in no file that the backend can read.
    """
    pairs = _pairs(job, request, str.lower)
    return quoted([*releve_program(), "run", job.id, *pairs])


def qgis_command(job: Job, request: Request) -> str:
    """The request for ``qgis_process``, quoted for the shell of this system.

    Raises
    ------
    NoCommand
        A layer is in no file.
    """
    pairs = _pairs(job, request, str.upper)
    return quoted([qgis_program(), "run", f"releve:{job.id}", "--", *pairs])


def request_json(request: Request) -> str:
    """The request as ``releve run JOB --json FILE`` and a server take it.

    Raises
    ------
    NoCommand
        A layer is in no file.
    """
    _refuse_copies(request["inputs"])
    return json.dumps(request, ensure_ascii=False, indent=1)


def unsaved(name: str) -> str:
    """Why there is no command for a layer that lives in QGIS alone."""
    sentence = tr("The layer {name} is in no file that a command could name: save it to one, and take that")
    return sentence.format(name=name)


def quoted(words: Sequence[str], *, is_windows: bool = os.name == "nt") -> str:
    """Words for a shell, each whole whatever is in it."""
    return subprocess.list2cmdline(words) if is_windows else shlex.join(words)


def releve_program() -> list[str]:
    """What starts Relevé's command line: the launcher of a checkout, else its long form."""
    try:
        interpreter = current_interpreter()
    except NoBackend:
        return ["releve"]
    launcher = interpreter.path.with_name("releve")
    if interpreter.origin == "checkout" and launcher.is_file():
        return [str(launcher)]
    return backend_command(interpreter.path, ROOT)[:-1]


def qgis_program() -> str:
    """The name of ``qgis_process``, or its path where the shell would not find it."""
    folder = Path(QgsApplication.applicationDirPath())
    for name in QGIS_PROGRAMS:
        if shutil.which(name):
            return name
        if (folder / name).is_file():
            return str(folder / name)
    return "qgis_process"


def _pairs(job: Job, request: Request, cased: Any) -> Iterator[str]:
    _refuse_copies(request["inputs"])
    keys = {output.name: output.key for output in job.outputs}
    for parameter in job.parameters:
        if parameter.name in request["inputs"]:
            spelled = KINDS[parameter.kind].spell(parameter, request["inputs"][parameter.name])
            for text in spelled if isinstance(spelled, list) else [spelled]:
                yield f"{cased(parameter.name)}={text}"
    for name, place in request["outputs"].items():
        yield f"{keys[name] if cased is str.upper else name}={place['path']}"


def _refuse_copies(value: Any) -> None:
    if isinstance(value, (RasterCopy, VectorCopy)):
        raise NoCommand(unsaved(value.name))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _refuse_copies(item)
