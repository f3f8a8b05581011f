"""Fills an empty environment with pip: makes pip itself ready, looks at the wheels, installs them."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any, Callable

from ..i18n import tr
from ..runner import BackendError, Cancelled
from ..runner.interpreter import python_of
from .commands import CommandFailed
from .following import Following
from .place import as_size, no_room
from .reasons import reason_of
from .recipe import Recipe
from .wheelhouse import PINNED

ISOLATED = ("-I", "-X", "utf8")
WATCHED = (*ISOLATED, str(Path(__file__).with_name("watched.py")))
WHEELHOUSE = (*ISOLATED, str(Path(__file__).with_name("wheelhouse.py")))
ATTEMPTS = 3
PAUSE_S = 2.0
NAMED = 8
"""Missing wheels that a sentence names."""


class Filling:
    """The steps that pip takes. ``run`` runs one command, and raises ``CommandFailed``."""

    def __init__(self, recipe: Recipe, run: Callable[..., list[str]], feedback: Any):
        self._recipe, self._run, self._feedback = recipe, run, feedback
        self._python = str(python_of(recipe.place.part))
        self._log = recipe.place.scratch / "pip.log"
        """What pip says to itself: why it skipped an address, which it tells nobody else."""
        self._tells_bytes = False

    def ready_pip(self) -> None:
        """Install the locked pip, if it can be had: else the one that Python brings does the work."""
        locked = self._recipe.pip
        if locked is None or (self._recipe.wheels and self._missing(locked)):
            return
        try:
            self._install(locked)
        except BackendError as error:
            if error.kind != "lacking":
                raise
            self._feedback.pushWarning(str(error))
        else:
            self._tells_bytes = True

    def look_at_wheels(self) -> None:
        """See that a folder of wheels has all that is needed, before anything is installed."""
        if not self._recipe.wheels:
            return
        if not os.path.isdir(self._recipe.wheels):
            sentence = tr("The folder of wheels, {folder}, does not exist: correct or empty the option")
            raise BackendError(sentence.format(folder=self._recipe.wheels))
        if missing := self._missing(self._recipe.requirements):
            raise BackendError(self._lacking(missing))

    def _missing(self, requirements: Path) -> list[dict[str, Any]]:
        command = [self._python, *WHEELHOUSE, str(requirements), self._recipe.wheels]
        return json.loads("\n".join(self._run(command, is_shown=False)))

    def _lacking(self, missing: list[dict[str, Any]]) -> str:
        names = ", ".join(item["package"] for item in missing[:NAMED])
        others = [file for item in missing for file in item["others"]][:3]
        sentence = tr(
            "The folder of wheels, {folder}, lacks {number} packages for Python {python} on this computer: "
            "{names}{more}. On a connected computer of the same kind, make it with: {command}"
        )
        text = sentence.format(
            folder=self._recipe.wheels,
            number=len(missing),
            python=self._recipe.base.python,
            names=names,
            more=" …" if len(missing) > NAMED else "",
            command=self._download_command(),
        )
        if others:
            text += "\n" + tr("It has, for another Python or another version: {files}").format(
                files=", ".join(others)
            )
        return text

    def _download_command(self) -> str:
        locks = [self._recipe.requirements, *([self._recipe.pip] if self._recipe.pip else [])]
        program = f"python{self._recipe.base.python} -m pip download --only-binary :all: -d wheels"
        return " ".join([program, *(f'-r "{lock}"' for lock in locks)])

    def fill(self, *, start: float, end: float) -> None:
        """Install the locked packages, telling progress between two percentages."""
        place, requirements = self._recipe.place, self._recipe.requirements
        number = len({name for name, *_ in PINNED.findall(requirements.read_text(encoding="utf-8"))})
        self._install(requirements, Following(place.part, number, self._feedback, start=start, end=end))

    def _install(self, requirements: Path, following: Following | None = None) -> None:
        command = [self._python, *WATCHED, "pip", "install"]
        command += ["--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
        command += ["--require-hashes", "--only-binary", ":all:", "--log", str(self._log)]
        command += ["--progress-bar", "raw"] if self._tells_bytes else []
        command += ["--no-index", "--find-links", self._recipe.wheels] if self._recipe.wheels else []
        follow = {"on_line": following.line, "on_wait": following.wait} if following else {}
        for attempt in range(1, ATTEMPTS + 1):
            self._log.unlink(missing_ok=True)
            try:
                self._run([*command, "-r", str(requirements)], **follow)
                return
            except CommandFailed as error:
                self.explain(error, is_last=attempt == ATTEMPTS)

    def explain(self, error: CommandFailed, *, is_last: bool = True) -> None:
        """Raise why a command failed, unless the same may work in a moment: then wait for that moment."""
        place = self._recipe.place
        details = self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""
        words = f"{error.words}\n{details}"
        reason = reason_of(words, source=self._recipe.source, folder=str(place.environment.parent))
        if reason is None:
            raise error
        self._feedback.pushInfo(error.words)
        if reason.sign == "disk":
            raise BackendError(self._full(), kind="disk") from error
        if is_last or not reason.passes:
            raise BackendError(reason.sentence, kind=reason.sign) from error
        self._feedback.pushWarning(tr("A package did not arrive whole: trying again"))
        end = time.monotonic() + PAUSE_S
        while time.monotonic() < end:
            if self._feedback.isCanceled():
                raise Cancelled(tr("The installation was cancelled; what was there before stays."))
            time.sleep(0.1)

    def _full(self) -> str:
        folder = self._recipe.place.environment.parent
        shutil.rmtree(self._recipe.place.part, ignore_errors=True)
        free = shutil.disk_usage(folder).free
        if self._recipe.needed_bytes:
            return no_room(folder, self._recipe.needed_bytes, free)
        sentence = tr(
            "The disk is full: {free} below {folder} are not enough. Make room, or choose another folder"
        )
        return sentence.format(free=as_size(free), folder=folder)
