"""Makes an environment, step by step; the one before stays whole until the last step."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

from ..i18n import tr
from ..runner import BackendError
from ..runner.interpreter import STAMP, lock_of, python_of
from ..runner.variables import cleaned
from .alone import alone
from .commands import CommandFailed, run_command
from .filling import ISOLATED, WATCHED, Filling
from .place import prepare
from .recipe import Recipe


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
    prepare(place, recipe.needed_bytes)
    with alone(place.lock):
        place.sweep()
        place.scratch.mkdir()
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
        self._filling = Filling(recipe, self._run, feedback)
        inherited, place = cleaned(os.environ), recipe.place
        self._variables = {
            **inherited,
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place.scratch)),
            "PIP_CACHE_DIR": str(place.cache),
            "PIP_REQUIRE_VIRTUALENV": "0",
            "PIP_USER": "0",  # whatever pip.conf says
            **recipe.network.variables(inherited, place.scratch),
        }

    def run(self) -> None:
        """One step after the other."""
        steps = (
            (0, tr("Making an empty environment"), self._empty),
            (6, tr("Making pip ready"), self._filling.ready_pip),
            (12, tr("Looking at the wheels"), self._filling.look_at_wheels),
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
        command = [str(self._recipe.base.path), *WATCHED, "venv", str(self._recipe.place.part)]
        try:
            self._run(command)
        except CommandFailed as error:
            self._filling.explain(error)

    def _fill(self) -> None:
        self._filling.fill(start=14, end=92)
        stamp = lock_of(self._recipe.requirements) + "\n"
        (self._recipe.place.part / STAMP).write_text(stamp, encoding="utf-8")

    def _try(self) -> None:
        python = str(python_of(self._recipe.place.part))
        for arguments in self._recipe.trials:
            try:
                self._run([python, *ISOLATED, *arguments], is_shown=False)
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

    def _run(self, command: list[str], **how: Any) -> list[str]:
        secrets = self._recipe.network.secrets
        return run_command(command, self._variables, self._feedback, secrets=secrets, **how)


def _rename(source: Path, target: Path) -> None:
    """Rename a folder; a virus scanner may hold a fresh one for a moment."""
    for _ in range(10):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(0.2)
    os.replace(source, target)
