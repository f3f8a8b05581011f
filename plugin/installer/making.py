"""Makes an environment, step by step; the one before stays whole until the last step."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..i18n import tr
from ..runner import BackendError, Cancelled
from ..runner.interpreter import STAMP, lock_of, python_of
from ..runner.variables import cleaned
from .alone import alone
from .bases import Base
from .commands import CommandFailed, run_command
from .following import Following
from .network import Network
from .place import Place, as_size, no_room, prepare
from .reasons import reason_of
from .sizes import Size
from .wheelhouse import PINNED

WATCHED = Path(__file__).with_name("watched.py")
WHEELHOUSE = Path(__file__).with_name("wheelhouse.py")
ATTEMPTS = 3
PAUSE_S = 2.0
NAMED = 8
"""Missing wheels that a sentence names."""


@dataclass(frozen=True)
class Recipe:
    """What is made, where, and from what."""

    place: Place
    requirements: Path
    """Locked packages, hashes included; their hash is the stamp of the environment."""
    base: Base
    pip: Path | None = None
    """Locked pip that installs them; None: the one that the base brings."""
    network: Network = field(default_factory=Network)
    wheels: str = ""
    """Folder of wheels to install from, without any network."""
    size: Size | None = None
    trials: tuple[tuple[str, ...], ...] = ()
    """Arguments with which the new Python has to run well before it replaces the old one."""

    @property
    def source(self) -> str:
        """Where the packages come from, in a word."""
        return self.wheels or self.network.index_url or tr("the package index")


def make_environment(recipe: Recipe, feedback: Any) -> Path:
    """Make or replace an environment; its Python.

    Whatever happens, the old one stays until the new one is whole and has run.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
        Shows what is going on, and may cancel it.

    Raises
    ------
    Cancelled
        The user gave up.
    BackendError
        A step failed; the message says why and what to do.
    """
    place = recipe.place
    prepare(place, recipe.size.needed(is_offline=bool(recipe.wheels)) if recipe.size else 0)
    with alone(place.lock):
        place.sweep()
        prepare(place, 0)  # what was swept held the folder of temporary files, too
        try:
            _Making(recipe, feedback).run()
        finally:
            for folder in place.leftovers:
                shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(place.cache, ignore_errors=True)
    return python_of(place.environment)


class _Making:
    """The steps; what one leaves for the next."""

    def __init__(self, recipe: Recipe, feedback: Any):
        self._recipe, self._feedback = recipe, feedback
        place = recipe.place
        self._python = python_of(place.part)
        self._log = place.scratch / "pip.log"
        """What pip says to itself: why it skipped an address, which it tells nobody else."""
        self._tells_bytes = False
        inherited = cleaned(os.environ)
        self._variables = {
            **inherited,
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place.scratch)),
            "PIP_CACHE_DIR": str(place.cache),
            "PIP_REQUIRE_VIRTUALENV": "0",
            **recipe.network.variables(inherited, place.scratch),
        }

    def run(self) -> None:
        """One step after the other."""
        steps = (
            (0, tr("Making an empty environment"), self._empty),
            (6, tr("Making pip ready"), self._ready_pip),
            (12, tr("Looking at the wheels"), self._look_at_wheels),
            (14, tr("Installing the packages"), self._fill),
            (92, tr("Trying the new environment"), self._try),
            (98, tr("Putting it in place"), self._swap),
        )
        for percent, sentence, step in steps:
            self._feedback.setProgress(percent)
            self._feedback.setProgressText(sentence)
            step()
        self._feedback.setProgress(100)

    def _empty(self) -> None:
        command = [str(self._recipe.base.path), "-I", "-X", "utf8", str(WATCHED), "venv"]
        try:
            self._run([*command, str(self._recipe.place.part)])
        except CommandFailed as error:
            self._explain(error, is_last=True)

    def _ready_pip(self) -> None:
        locked = self._recipe.pip
        if locked is None or (self._recipe.wheels and self._missing(locked)):
            return  # the one that Python brings does the work, without bytes and resumed downloads
        try:
            self._install(locked)
        except BackendError as error:
            if error.kind != "lacking":
                raise
            self._feedback.pushWarning(str(error))
        else:
            self._tells_bytes = True

    def _look_at_wheels(self) -> None:
        if not self._recipe.wheels:
            return
        if not os.path.isdir(self._recipe.wheels):
            sentence = tr("The folder of wheels, {folder}, does not exist: correct or empty the option")
            raise BackendError(sentence.format(folder=self._recipe.wheels))
        if missing := self._missing(self._recipe.requirements):
            raise BackendError(self._lacking(missing))

    def _missing(self, requirements: Path) -> list[dict[str, Any]]:
        command = [str(self._python), "-I", "-X", "utf8", str(WHEELHOUSE), str(requirements)]
        return json.loads("\n".join(self._run([*command, self._recipe.wheels], is_shown=False)))

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

    def _fill(self) -> None:
        names = {name for name, *_ in PINNED.findall(self._recipe.requirements.read_text(encoding="utf-8"))}
        following = Following(self._recipe.place.part, len(names), self._feedback, start=14, end=92)
        self._install(self._recipe.requirements, following)
        stamp = lock_of(self._recipe.requirements) + "\n"
        (self._recipe.place.part / STAMP).write_text(stamp, encoding="utf-8")

    def _install(self, requirements: Path, following: Following | None = None) -> None:
        command = [str(self._python), "-I", "-X", "utf8", str(WATCHED), "pip", "install"]
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
                self._explain(error, is_last=attempt == ATTEMPTS)

    def _explain(self, error: CommandFailed, *, is_last: bool) -> None:
        """Raise why pip failed, unless the same may work in a moment: then wait for that moment."""
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
        folder, size = self._recipe.place.environment.parent, self._recipe.size
        shutil.rmtree(self._recipe.place.part, ignore_errors=True)
        free = shutil.disk_usage(folder).free
        if size is not None:
            return no_room(folder, size.needed(is_offline=bool(self._recipe.wheels)), free)
        sentence = tr(
            "The disk is full: {free} below {folder} are not enough. Make room, or choose another folder"
        )
        return sentence.format(free=as_size(free), folder=folder)

    def _try(self) -> None:
        for arguments in self._recipe.trials:
            try:
                self._run([str(self._python), "-I", "-X", "utf8", *arguments], is_shown=False)
            except CommandFailed as error:
                sentence = tr("The packages were installed, but do not work on this computer:\n{words}")
                raise BackendError(sentence.format(words=error.words[-2000:])) from error

    def _swap(self) -> None:
        place = self._recipe.place
        try:
            if place.environment.exists():
                _rename(place.environment, place.old)
            _rename(place.part, place.environment)
        except OSError as error:  # on Windows, a running backend holds its own files
            if place.old.exists() and not place.environment.exists():
                os.replace(place.old, place.environment)
            sentence = tr(
                "{folder} cannot be replaced ({reason}): end what runs, and close other QGIS windows"
            )
            raise BackendError(sentence.format(folder=place.environment, reason=error.strerror)) from error
        shutil.rmtree(place.old, ignore_errors=True)

    def _run(self, command: list[str], *, is_shown: bool = True, **follow: Any) -> list[str]:
        if not is_shown:
            follow["on_line"] = lambda line: True
        secrets = self._recipe.network.secrets
        return run_command(command, self._variables, self._feedback, secrets=secrets, **follow)


def _rename(source: Path, target: Path) -> None:
    """Rename a folder; a virus scanner may hold a fresh one for a moment."""
    for _ in range(10):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(0.2)
    os.replace(source, target)
