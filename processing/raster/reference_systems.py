"""Reference systems by the text that a user gives: a code, WKT, a PROJ string, or the name of an old one."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from ..errors import RequestError
from ..language import tr
from .places import NamedSystem, Places, read_places

if TYPE_CHECKING:
    from pyproj import CRS

NAMED = re.compile(r"\s*(?:([\w-]+)/)?([\w-]+)\s*")
SAME = 1e-3
"""Units by which two spellings of one system may differ at the corners of its place."""
NAMELESS = {"", "unknown", "unnamed", "undefined", "unspecified"}
"""What programs write for want of a name."""
SHOWN = 80
"""Characters of a long definition that a sentence shows."""


def crs_of(text: str) -> CRS:
    """The reference system that a text names or describes.

    Parameters
    ----------
    text : str
        ``EPSG:2154``, WKT, a PROJ string, or the name of a system of a known place, with the place where
        several have it: ``verniquet``, ``paris/verniquet``.

    Raises
    ------
    RequestError
        Neither a place nor PROJ knows it, several places have it, or it gives heights alone.

    Examples
    --------
    >>> round(crs_of("verniquet").axis_info[0].unit_conversion_factor, 8)
    1.94903631
    >>> crs_of("EPSG:2154").name
    'RGF93 v1 / Lambert-93'
    """
    return _parsed(definition_of(text), text)


def definition_of(text: str) -> str:
    """The text as PROJ reads it: the definition behind a name, anything else as it stands.

    Raises
    ------
    RequestError
        Several places have a system of this name.

    Examples
    --------
    >>> definition_of("Verniquet")[:10], definition_of("EPSG:2154")
    ('PROJCRS["P', 'EPSG:2154')
    """
    match = NAMED.fullmatch(text)
    if match is None:
        return text
    place, name = (part and part.lower() for part in match.groups())
    found = [one for one in read_places().systems if one.name == name and place in (None, one.place)]
    if len(found) > 1:
        sentence = tr("several places have a reference system “{name}”: give one of {names}")
        names = ", ".join(f"{one.place}/{one.name}" for one in found)
        raise RequestError(sentence.format(name=text, names=names))
    return found[0].definition if found else text


def checked(text: str) -> str:
    """What :func:`definition_of` gives of a text that :func:`crs_of` knows; empty for an empty one.

    Raises
    ------
    RequestError
        It is not known.

    Examples
    --------
    >>> checked("EPSG:2154"), checked("")
    ('EPSG:2154', '')
    """
    if text:
        crs_of(text)
    return definition_of(text)


def named_systems() -> tuple[NamedSystem, ...]:
    """The reference systems that have a name here.

    Examples
    --------
    >>> [system.name for system in named_systems() if system.place == "paris"]
    ['verniquet', 'observatory', 'atlas-municipal', 'vasserot']
    """
    return read_places().systems


def system_of(crs: CRS) -> NamedSystem | None:
    """The named system that this reference system is, None where it is another.

    Examples
    --------
    >>> system_of(crs_of("verniquet")).name
    'verniquet'
    """
    # By its numbers: programs and their versions write one system in words of their own.
    for place in read_places().known:
        corners = _corners(crs.srs, place.extent)
        for system in place.systems:
            theirs = _corners(system.definition, place.extent)
            if all(
                math.isclose(*pair, abs_tol=SAME, rel_tol=0) for pair in zip(corners, theirs, strict=True)
            ):
                return system
    return None


def called(crs: CRS) -> str:
    """What to call a reference system in a sentence: its title, its name and code, or how it is made.

    Examples
    --------
    >>> called(crs_of("EPSG:4326"))
    'WGS 84 (EPSG:4326)'
    >>> called(crs_of("verniquet"))
    'Paris, Verniquet (toises)'
    >>> called(crs_of("+proj=aeqd +lat_0=45.7623 +lon_0=4.8226 +ellps=GRS80"))
    'unnamed: Azimuthal Equidistant around 45.7623, 4.8226 (GRS 1980, metre)'
    """
    named = system_of(crs)
    if named is not None:
        return named.title
    code = crs.to_authority(min_confidence=100)
    name = crs.name if crs.name.strip().lower() not in NAMELESS else _made(crs)
    return f"{name} ({':'.join(code)})" if code else name


def _made(crs: CRS) -> str:
    """How a reference system without a name is made: its projection, where that is centred, and its unit."""
    plane = crs.source_crs if crs.is_bound and crs.source_crs is not None else crs
    projection, axis = plane.coordinate_operation, plane.axis_info[0]
    figures = {
        "ellipsoid": plane.ellipsoid.name if plane.ellipsoid is not None else "?",
        "unit": f"{axis.unit_conversion_factor:g} m" if axis.unit_name in NAMELESS else axis.unit_name,
    }
    if projection is None:
        return tr("unnamed: longitude and latitude ({ellipsoid}, {unit})").format(**figures)
    centre = [one.value for one in projection.params if one.name.startswith(("Latitude of", "Longitude of"))]
    sentence = tr("unnamed: {projection} around {centre} ({ellipsoid}, {unit})")
    around = ", ".join(f"{angle:g}" for angle in centre[:2])
    return sentence.format(projection=projection.method_name, centre=around, **figures)


@cache
def _corners(definition: str, extent: tuple[float, float, float, float]) -> tuple[float, ...]:
    """Where a rectangle's corners lie, eastings before northings; NaN where they have no place."""
    from pyproj import Transformer

    west, south, east, north = extent
    change = Transformer.from_crs("EPSG:4326", _parsed(definition, definition), always_xy=True)
    eastings, northings = change.transform([west, east, west, east], [south, south, north, north])
    return tuple(value if math.isfinite(value) else math.nan for value in (*eastings, *northings))


@cache
def _parsed(definition: str, text: str) -> CRS:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_user_input(definition)
    except CRSError as error:
        raise RequestError(_unknown(text, read_places())) from error
    if not (crs.is_geographic or crs.is_projected):
        sentence = tr("{crs} does not place points on a map: give a geographic or projected reference system")
        raise RequestError(sentence.format(crs=_shortened(text)))
    return crs


def _unknown(text: str, places: Places) -> str:
    sentence = tr(
        "“{text}” is no known coordinate reference system: give a code such as EPSG:2154, WKT, a PROJ "
        "string, or one of {names}"
    )
    names = ", ".join(system.name for system in places.systems)
    return " ".join([sentence.format(text=_shortened(text), names=names), *places.faults])


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
