"""What there is of the backend: nothing, half of it, all of it, an older one, or somebody's own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ..i18n import tr
from ..runner import NoBackend
from ..runner.interpreter import Interpreter, find_interpreter, outdated, python_of, read_stamp
from .alone import holder
from .place import Place


class State(Enum):
    """How the backend stands."""

    NONE = "none"
    BUSY = "busy"
    HALF_MADE = "half-made"
    OUTDATED = "outdated"
    OWN = "own"
    WHOLE = "whole"


@dataclass(frozen=True)
class Backend:
    """The backend as it stands. ``sentence`` says it to a user, ``variant`` the runtime in it."""

    state: State
    sentence: str
    variant: str = ""
    interpreter: Interpreter | None = None


def look(setting: str, place: Place, root: Path, requirements: Path, *, variant: str = "") -> Backend:
    """How the backend stands; fast, as no program is started.

    Parameters
    ----------
    setting : str
        The interpreter that is set, or nothing.
    root, requirements : Path
        The plugin's folder, and its folder of locked packages.
    variant : str, optional
        The one wanted: another is outdated.
    """
    if somebody := holder(place.lock):
        return Backend(State.BUSY, somebody)
    if not setting.strip() and (fault := fault_of(place)):
        return Backend(State.HALF_MADE, fault)
    try:
        interpreter = find_interpreter(setting, place.environment.parent, root)
    except NoBackend as error:
        return Backend(State.NONE, str(error) if setting.strip() else tr("The backend is not installed."))
    made_as, _ = read_stamp(interpreter)
    if advice := outdated(interpreter, requirements, variant=variant):
        return Backend(State.OUTDATED, advice, made_as, interpreter)
    if interpreter.origin != "profile":
        sentence = tr("The backend runs in an interpreter of your own, {path}")
        return Backend(State.OWN, sentence.format(path=interpreter.path), made_as, interpreter)
    sentence = tr("The backend is installed and up to date ({variant}), in {folder}")
    sentence = sentence.format(variant=made_as, folder=interpreter.folder)
    return Backend(State.WHOLE, sentence, made_as, interpreter)


def fault_of(place: Place) -> str:
    """What an interrupted installation, or a Python that has gone since, left behind; or nothing."""
    if place.environment.exists() and (fault := _fault_of_environment(place.environment)):
        return fault
    interrupted = any(folder.exists() for folder in place.leftovers)
    if place.old.exists() or (interrupted and place.environment.exists()):
        return tr("An update of the backend was interrupted; the former one still works: repair it")
    if interrupted or (place.cache.exists() and not place.environment.exists()):
        return tr("An installation of the backend was interrupted: repair it; what was downloaded is kept")
    return ""


def _fault_of_environment(environment: Path) -> str:
    broken = tr("The backend in {folder} is not whole: repair it").format(folder=environment)
    if read_stamp(Interpreter(python_of(environment), "profile"))[1] is None:
        return broken
    configuration = _configuration(environment)
    home = configuration.get("home", "")
    if not python_of(environment).is_file() or not os.path.isdir(home):
        sentence = tr(
            "The Python that the backend in {folder} was made from, {home}, has gone since: repair the "
            "backend"
        )
        return sentence.format(folder=environment, home=home or "?")
    version = ".".join(configuration.get("version", "").split(".")[:2])
    unix = environment / "lib" / f"python{version}" / "site-packages"
    return "" if unix.is_dir() or (environment / "Lib" / "site-packages").is_dir() else broken


def _configuration(environment: Path) -> dict[str, str]:
    try:
        lines = (environment / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.partition("=") for line in lines)
    return {name.strip(): value.strip() for name, _, value in pairs}
