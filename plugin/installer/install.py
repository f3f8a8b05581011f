"""Installs, updates, repairs and removes the backend as the settings say, for the button and for scripts."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..i18n import tr
from ..places import RESOURCES, ROOT, backend_folder, profile_folder
from ..runner import BackendError
from ..runner.interpreter import Interpreter, find_interpreter
from ..runner.local import backend_command
from ..runner.variables import cleaned
from ..settings import Settings
from .bases import Base, ask, find_base
from .commands import run_command
from .making import make_environment
from .network import Network
from .place import Place
from .recipe import Recipe
from .removal import remove_environment
from .sizes import Offer
from .state import Backend, State, look

OFFER = Offer(RESOURCES / "requirements")
TRIALS = (
    ("-c", "import numpy, onnx, onnxruntime, pyogrio, pyproj, rasterio, scipy"),
    (str(ROOT / "processing" / "__main__.py"), "jobs", "--json"),
)
"""What a new environment must do well before it replaces the old one: load what is native, and answer."""


def place_of(settings: Settings) -> Place:
    """Where our own interpreter is made."""
    return Place(backend_folder(settings.backend_folder) / "venv")


def backend_as_it_stands(settings: Settings) -> Backend:
    """How the backend stands, seen from these settings."""
    place, variant = place_of(settings), settings.runtime
    return look(settings.interpreter, place, ROOT, OFFER.folder, variant=variant)


def install(settings: Settings, network: Network, feedback: Any, *, again: bool = False) -> Interpreter:
    """Bring the backend to what the settings ask for: nothing is done where it is there and runs.

    Raises
    ------
    Cancelled, BackendError
        The user gave up, or it cannot be done; what was there before stays.
    """
    place = place_of(settings)
    if settings.interpreter.strip():
        feedback.pushInfo(tr("An interpreter of your own is set: nothing is installed."))
        return find_interpreter(settings.interpreter, place.environment.parent, ROOT)
    found = backend_as_it_stands(settings)
    if found.state is State.WHOLE and not again and found.interpreter and ask(str(found.interpreter.path)):
        feedback.pushInfo(tr("The backend is up to date."))
        return found.interpreter
    recipe = recipe_for(settings, network)
    feedback.pushInfo(told(recipe))
    return Interpreter(make_environment(recipe, feedback), "profile")


def recipe_for(settings: Settings, network: Network) -> Recipe:
    """What is to be made.

    Raises
    ------
    BackendError
        There is no Python to make it from, or the variant does not exist for it.
    """
    base, variant = find_base(settings.base_python), settings.runtime
    if not OFFER.has(variant, base.python):
        raise BackendError(_no_such_variant(variant, base))
    return Recipe(
        place=place_of(settings),
        requirements=OFFER.requirements(variant),
        base=base,
        pip=OFFER.pip,
        network=network,
        wheels=settings.wheel_folder.strip(),
        size=OFFER.size(variant, base.python),
        trials=TRIALS,
    )


def _no_such_variant(variant: str, base: Base) -> str:
    sentence = tr(
        "There is no variant {variant} for Python {python} on {platform}; this computer can have: {variants}"
    )
    fitting = [name for name in OFFER.variants if OFFER.has(name, base.python)]
    where = OFFER.platform or f"{OFFER.system} {OFFER.machine}"
    return sentence.format(
        variant=variant, python=base.python, platform=where, variants=", ".join(fitting) or tr("none")
    )


def told(recipe: Recipe) -> str:
    """From what the backend is made, and where the settings come from: for the log."""
    network = recipe.network
    lines = [
        tr("Made from {path} (Python {version}), in {folder}").format(
            path=recipe.base.path, version=recipe.base.python, folder=recipe.place.environment
        )
    ]
    if recipe.wheels:
        lines.append(tr("Packages: the folder {folder}, no network").format(folder=recipe.wheels))
        return "\n".join(lines)
    lines.append(
        tr("Packages: {index}, as the options of Relevé say").format(index=recipe.source)
        if network.index_url
        else tr("Packages: as pip's own settings say, else PyPI")
    )
    lines.append(
        tr("Proxy: that of QGIS' network settings")
        if network.proxy
        else tr("Proxy: as pip's own settings or the system say")
    )
    return "\n".join(lines)


def list_jobs(interpreter: Interpreter, feedback: Any) -> int:
    """Keep the jobs that installed packages add; how many there are."""
    *command, _ = backend_command(interpreter.path, ROOT)
    target = profile_folder() / "catalogue.json"
    return write_added_jobs([*command, "jobs", "--json"], RESOURCES / "catalogue.json", target, feedback)


def write_added_jobs(command: Sequence[str], shipped: Path, target: Path, feedback: Any) -> int:
    """Ask the backend for its jobs and keep those that the plugin does not ship; how many there are.

    ``command`` is the backend's ``jobs --json``; ``shipped`` the plugin's own catalogue.
    """
    lines = run_command(command, cleaned(os.environ), feedback, is_shown=False)
    listed = json.loads("\n".join(lines))["processes"]
    known = json.loads(shipped.read_text(encoding="utf-8"))["processes"] if shipped.is_file() else []
    ours = {job["id"] for job in known}
    added = [job for job in listed if job["id"] not in ours]
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")  # QGIS may be reading the other at this moment
    part.write_text(json.dumps({"processes": added}, ensure_ascii=False), encoding="utf-8")
    os.replace(part, target)
    return len(added)


def remove(settings: Settings) -> list[Path]:
    """Take away our own interpreters and the list of added jobs; what was there.

    One made in the profile before another folder was chosen goes too.
    """
    found = remove_environment(place_of(settings), [profile_folder() / "catalogue.json"])
    return found + remove_environment(Place(profile_folder() / "venv"))
