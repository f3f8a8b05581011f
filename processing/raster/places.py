"""Places and the reference systems that old maps of them use, as data files tell.

``resources/places`` holds those that come with Relevé; a user adds files of their own, whose form
``resources/place.schema.json`` describes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_config_path

from ..errors import VectorError
from ..language import current_language, tr
from .json_nodes import Node, parse_json

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "places"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""What the id of a place or of a reference system looks like."""


@dataclass(frozen=True, kw_only=True)
class NamedSystem:
    """A reference system that has a name and no code.

    Parameters
    ----------
    place, name : str
        Ids; ``place/name`` is unique, ``name`` will do where one place alone has it.
    titles : mapping
        Language → what people read.
    definition : str
        WKT or PROJ string.
    grid : float, optional
        Spacing of the graticule that its maps show, in its own unit.
    """

    place: str
    name: str
    titles: Mapping[str, str]
    definition: str
    grid: float | None = None

    @property
    def title(self) -> str:
        """What people read, in their language."""
        return _spoken(self.titles)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A town or a region.

    Parameters
    ----------
    name : str
        Its id.
    titles : mapping
        Language → what people read.
    extent : tuple of four floats
        West, south, east, north, degrees on WGS 84; what is drawn of the place lies within.
    systems : tuple of NamedSystem
    common : tuple of str
        Codes of the reference systems in use there.
    """

    name: str
    titles: Mapping[str, str]
    extent: tuple[float, float, float, float]
    systems: tuple[NamedSystem, ...] = ()
    common: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What people read, in their language."""
        return _spoken(self.titles)


@dataclass(frozen=True)
class Places:
    """All places known here, and what is wrong with files that could not be read."""

    known: tuple[Place, ...]
    faults: tuple[str, ...] = ()

    @property
    def systems(self) -> tuple[NamedSystem, ...]:
        """The named reference systems of all places."""
        return tuple(system for place in self.known for system in place.systems)


def _spoken(titles: Mapping[str, str]) -> str:
    return titles.get(current_language()) or titles["en"]


def user_folder() -> Path:
    """Where users put places of their own; it may not exist. ``RELEVE_PLACES`` names another."""
    named = os.environ.get("RELEVE_PLACES")
    return Path(named) if named else user_config_path("releve", appauthor=False) / "places"


def read_places() -> Places:
    """The places that come with Relevé and the user's, which replace shipped ones of the same name."""
    known: dict[str, Place] = {}
    faults = []
    for path in _files():
        try:
            place = read_place(path)
        except VectorError as error:
            faults.append(str(error))
        else:
            known[place.name] = place
    return Places(tuple(known.values()), tuple(faults))


def _files() -> Iterator[Path]:
    for folder in (SHIPPED, user_folder()):
        yield from sorted(folder.glob("*.json"))


def read_place(path: Path) -> Place:
    """One place from its file.

    Raises
    ------
    VectorError
        The file cannot be read or is wrong; the message tells the line, or the path inside the file.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        sentence = tr("{file} cannot be read ({reason}): it must be JSON in UTF-8")
        raise VectorError(sentence.format(file=path, reason=error)) from error
    node = parse_json(text, str(path))
    name = _name(node["id"])
    return Place(
        name=name,
        titles=_titles(node["title"]),
        extent=_extent(node["extent"]),
        systems=_systems(_optional(node, "systems"), name),
        common=tuple(_definition(item) for item in _optional(node, "common")),
    )


def _systems(nodes: list[Node], place: str) -> tuple[NamedSystem, ...]:
    systems: dict[str, NamedSystem] = {}
    for node in nodes:
        system = _system(node, place)
        if system.name in systems:
            raise node["id"].fault(tr("a name that no other system of the place has"))
        systems[system.name] = system
    return tuple(systems.values())


def _system(node: Node, place: str) -> NamedSystem:
    grid = node.get("grid")
    return NamedSystem(
        place=place,
        name=_name(node["id"]),
        titles=_titles(node["title"]),
        definition=_definition(node["definition"]),
        grid=None if grid is None else grid.number(),
    )


def _optional(node: Node, key: str) -> list[Node]:
    found = node.get(key)
    return [] if found is None else list(found.items())


def _name(node: Node) -> str:
    if not NAME.fullmatch(node.text()):
        raise node.fault(tr("a name of small letters, digits, “-” and “_”"))
    return node.text()


def _definition(node: Node) -> str:
    # Looked at here, so that one that nobody understands costs its own place alone.
    if not _is_understood(node.text()):
        raise node.fault(tr("a geographic or projected reference system"))
    return node.text()


@cache
def _is_understood(definition: str) -> bool:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_user_input(definition)
    except CRSError:
        return False
    return crs.is_geographic or crs.is_projected


def _titles(node: Node) -> dict[str, str]:
    node["en"].text()
    return {language: node[language].text() for language in node.object()}


def _extent(node: Node) -> tuple[float, float, float, float]:
    numbers = [item.number() for item in node.items()]
    if len(numbers) == 4:
        west, south, east, north = numbers
        if -180 <= west < east <= 180 and -90 <= south < north <= 90:
            return west, south, east, north
    raise node.fault(tr("west, south, east and north in degrees"))
