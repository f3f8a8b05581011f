"""The historical reference systems that places' data files name, known to QGIS as its user's own.

They are kept when the plugin goes: projects use them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsMessageLog, QgsSettings, QgsTask
from qgis.PyQt.QtCore import QStandardPaths

from .i18n import language, tr
from .places import RESOURCES

KEY = "releve/reference_systems"
"""Of QGIS' settings: what was registered last."""


@dataclass(frozen=True)
class NamedSystem:
    """A reference system as a data file names it; ``name`` is what a job takes."""

    place: str
    name: str
    titles: tuple[str, ...]
    """The one of the user's language first."""
    definition: str

    @property
    def title(self) -> str:
        """What people read."""
        return self.titles[0]

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """As QGIS understands it; not valid where it does not."""
        if self.definition.startswith("+"):
            return QgsCoordinateReferenceSystem.fromProj(self.definition)
        return QgsCoordinateReferenceSystem(self.definition)


def named_systems() -> list[NamedSystem]:
    """The systems of the shipped places, and of the user's, which replace shipped places of their name."""
    places: dict[str, list[NamedSystem]] = {}
    for path in _files():
        try:
            place = json.loads(path.read_text("utf-8-sig"))
            places[place["id"]] = [_system(system, place["id"]) for system in place.get("systems", [])]
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            sentence = tr("{file} describes no place as it should: {reason}")
            told = sentence.format(file=path, reason=error)
            QgsMessageLog.logMessage(told, "Relevé", Qgis.MessageLevel.Warning)
    return [system for systems in places.values() for system in systems]


def system_named(text: str) -> NamedSystem | None:
    """The system that a job would take this text for, None where it is none's name."""
    named = text.strip().lower()
    return next((one for one in named_systems() if named in (one.name, f"{one.place}/{one.name}")), None)


class Registration(QgsTask):
    """Makes the named systems known to QGIS, and brings up to date those whose definition has changed.

    QGIS takes a quarter of a second to understand one, so that is done beside the window.
    """

    def __init__(self) -> None:
        super().__init__(tr("Historical reference systems"))
        self.is_over = False
        self._systems = named_systems()
        self._understood: list[tuple[NamedSystem, QgsCoordinateReferenceSystem]] = []
        self._known: dict[str, Any] = {}

    @property
    def is_needed(self) -> bool:
        """Whether anything has changed since the last one in this profile."""
        return QgsSettings().value(KEY, "", type=str) != self._fingerprint()

    def run(self) -> bool:
        """Understand them, beside the window."""
        self._understood = [(system, crs) for system in self._systems if (crs := system.crs).isValid()]
        registry = QgsApplication.coordinateReferenceSystemRegistry()
        self._known = {details.name: details for details in registry.userCrsList()}
        return True

    def finished(self, result: bool) -> None:
        """Register them, in the window's thread."""
        self.is_over = True
        registry = QgsApplication.coordinateReferenceSystemRegistry()
        for system, crs in self._understood:
            found = next((self._known[title] for title in system.titles if title in self._known), None)
            if found is None:
                registry.addUserCrs(crs, system.title)
            elif found.name != system.title or found.crs != crs:
                registry.updateUserCrs(found.id, crs, system.title)
        QgsSettings().setValue(KEY, self._fingerprint())

    def wait(self) -> None:
        """Return once it is over; QGIS has it deleted then."""
        if not self.is_over:
            self.waitForFinished()

    def _fingerprint(self) -> str:
        return sha256(repr(self._systems).encode()).hexdigest()


def _files() -> Iterator[Path]:
    for folder in (RESOURCES / "places", user_folder()):
        yield from sorted(folder.glob("*.json"))


def user_folder() -> Path:
    """Where users put places of their own: the folder that the backend reads."""
    named = os.environ.get("RELEVE_PLACES")
    if named:
        return Path(named)
    kinds = QStandardPaths.StandardLocation
    kind = kinds.GenericDataLocation if sys.platform == "darwin" else kinds.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(kind)) / "releve" / "places"


def _system(system: dict[str, Any], place: str) -> NamedSystem:
    titles = dict(system["title"])
    own = titles.get(language(), titles["en"])
    others = tuple(title for title in titles.values() if title != own)
    return NamedSystem(place, str(system["id"]), (str(own), *map(str, others)), str(system["definition"]))
