"""Whether the coordinates of points can be what their file claims.

Where the place is known, every point must lie in it. Where it is not, a claim is only held against its own
reference system: degrees that are none, all points far outside of the area that the system is made for, or
all of them in the sea where the equator meets Greenwich. A map of somewhere unknown is never accused.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...errors import RequestError, VectorError
from ...language import tr
from ...raster.places import Place, read_places
from ...raster.reference_systems import called, crs_of
from ..points.control_points import ControlPoints, FloatArray
from ..points.transforming import in_crs
from .findings import Finding

if TYPE_CHECKING:
    from pyproj import CRS

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""

WGS_84 = "EPSG:4326"
NEAR_DEG = 1.0
"""Degrees by which points may lie outside of the area of their reference system."""
NOWHERE: Box = (-0.5, -0.5, 0.5, 0.5)
"""The sea around 0, 0: the next land is 570 km away."""


def places_named(place: str | None) -> tuple[Place, ...]:
    """The place meant, or all that are known.

    Raises
    ------
    RequestError
        There is none of that name.
    """
    places = read_places()
    if not place:
        return places.known
    found = tuple(one for one in places.known if one.name == place.strip().lower())
    if not found:
        sentence = tr("“{place}” is no known place: give one of {names}")
        names = ", ".join(one.name for one in places.known)
        raise RequestError(" ".join([sentence.format(place=place, names=names), *places.faults]))
    return found


def contradictions(points: ControlPoints, place: str | None = None) -> tuple[Finding, ...]:
    """What speaks against the reference system of points, nothing where they may well be right.

    Parameters
    ----------
    points : ControlPoints
        Those not enabled are not looked at.
    place : str, optional
        Name of the place that the sheet shows.

    Raises
    ------
    RequestError
        The place is not known.
    """
    places, seen = places_named(place), points.enabled
    if not seen.points:
        return ()
    if not points.crs:
        return tuple(_unreadable(points, places)) if points.declared_crs else ()
    found = _wrong(seen, crs_of(points.crs), places[0] if place else None)
    if not found:
        return ()
    fitting = fitting_systems(seen, places)
    sentence = " ".join([found, _advice(seen, places, fitting)])
    return (Finding(kind="contradiction", sheet=points.sheet, sentence=sentence, fitting=fitting),)


def fitting_systems(points: ControlPoints, places: Iterable[Place]) -> tuple[str, ...]:
    """Reference systems of places in which all points lie in their place, the likeliest first.

    Several may fit: the one whose maps have a graticule that the coordinates stand on is likelier.
    """
    fitting: list[tuple[float, float, str]] = []
    for place in places:
        for system in place.systems:
            if _are_in(_degrees(points, system.definition), place.extent).all():
                grid = system.grid or math.inf
                fitting.append((-on_grid(points.ground, grid), -grid, system.name))
        fitting += [
            (0.0, 0.0, code) for code in place.common if _are_in(_degrees(points, code), place.extent).all()
        ]
    return tuple(dict.fromkeys(name for *_, name in sorted(fitting)))


def on_grid(ground: FloatArray, spacing: float) -> float:
    """Share of coordinates that are multiples of a spacing.

    Examples
    --------
    >>> on_grid(np.array([[200.0, 400.0], [600.0, 650.0]]), 200)
    0.75
    """
    if not math.isfinite(spacing):
        return 0.0
    return float(np.isclose(ground / spacing, np.round(ground / spacing), rtol=0, atol=1e-6).mean())


def _wrong(points: ControlPoints, crs: CRS, place: Place | None) -> str:
    """What cannot be, as a sentence; empty where all may be right."""
    if crs.is_geographic and not _are_degrees(points.ground, crs):
        sentence = tr("{sheet} claims {crs}, but its coordinates ({range}) are no longitudes and latitudes.")
        return sentence.format(sheet=points.sheet, crs=called(crs), range=_range(points.ground))
    degrees = _degrees(points, points.crs)
    right = _are_in(degrees, place.extent).all() if place else _may_be(points, crs, degrees)
    if right:
        return ""
    sentence = tr("{sheet} claims {crs}, which puts its coordinates ({range}) {where}, outside of {area}.")
    return sentence.format(
        sheet=points.sheet,
        crs=called(crs),
        range=_range(points.ground),
        where=_where(degrees),
        area=place.title if place else tr("the area of that reference system"),
    )


def _may_be(points: ControlPoints, crs: CRS, degrees: FloatArray | None) -> bool:
    """Whether points may lie there on a map of anywhere.

    A system that the user assumes is their word. One that a file claims must be made for some place of the
    sheet at least: maps reach beyond the area of their system, but do not lie outside of it.
    """
    if degrees is None or crs.is_geographic or points.crs != points.declared_crs:
        return degrees is not None
    if _are_in(degrees, NOWHERE).all():
        return False
    used = crs.area_of_use
    if used is None or used.west > used.east:
        return True
    near = used.west - NEAR_DEG, used.south - NEAR_DEG, used.east + NEAR_DEG, used.north + NEAR_DEG
    return bool(_are_in(degrees, near).any())


def _are_degrees(ground: FloatArray, crs: CRS) -> bool:
    turn = 2 * math.pi / crs.axis_info[0].unit_conversion_factor  # some count 400 to the circle
    return bool((np.abs(ground) <= [turn / 2, turn / 4]).all())


def _degrees(points: ControlPoints, crs: str) -> FloatArray | None:
    """Longitudes and latitudes of points read in this system, None where they have none."""
    try:
        degrees = in_crs(replace(points, crs=crs), WGS_84).ground
    except VectorError:
        return None
    return degrees if (np.abs(degrees) <= [180, 90]).all() else None


def _are_in(degrees: FloatArray | None, box: Box) -> NDArray[np.bool_]:
    """Which points lie in a box; where they have no place, none."""
    if degrees is None:
        return np.zeros(1, bool)
    west, south, east, north = box
    return np.array(((degrees >= [west, south]) & (degrees <= [east, north])).all(axis=1))


def _advice(points: ControlPoints, places: Sequence[Place], fitting: Sequence[str]) -> str:
    """What to do about it."""
    exchanged = points.with_points(replace(point, x=point.y, y=point.x) for point in points.points)
    turned = _degrees(exchanged, points.crs)
    if any(_are_in(turned, place.extent).all() for place in places):
        return tr("x and y are exchanged: x must be the easting or longitude. Exchange them in the file.")
    if not fitting:
        return tr("Find out in which reference system they were taken and assume that one with “crs”.")
    crs = crs_of(fitting[0])
    sentence = tr("They fit {crs}: assume it with “crs={name}” if that is right.")
    told = sentence.format(crs=called(crs), name=fitting[0])
    if len(fitting) < 2:
        return told
    return f"{told} " + tr("Possible too: {names}.").format(names=", ".join(fitting[1:]))


def _unreadable(points: ControlPoints, places: Sequence[Place]) -> Iterator[Finding]:
    sentence = tr("{sheet} claims a reference system that cannot be read (“{claim}”).")
    told = sentence.format(sheet=points.sheet, claim=points.declared_crs[:60])
    fitting = fitting_systems(points.enabled, places)
    advice = tr("Assume the right one with “crs”.")
    yield Finding(kind="contradiction", sheet=points.sheet, sentence=f"{told} {advice}", fitting=fitting)


def _range(ground: FloatArray) -> str:
    (west, south), (east, north) = ground.min(axis=0), ground.max(axis=0)
    return f"x {west:.6g} … {east:.6g}, y {south:.6g} … {north:.6g}"


def _where(degrees: FloatArray | None) -> str:
    if degrees is None:
        return tr("nowhere on the Earth")
    longitude, latitude = degrees.mean(axis=0)
    sentence = tr("around longitude {longitude:.2f}°, latitude {latitude:.2f}°")
    return sentence.format(longitude=longitude, latitude=latitude)
