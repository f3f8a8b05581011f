"""Between the CRS of the points and that of a map."""

from __future__ import annotations

import math
from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas

from .work import Point

DEGREES = "EPSG:4326"


def to_map(crs: QgsCoordinateReferenceSystem, canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    """From the CRS of the points to that of a map; where one of them is unknown, numbers stay as they are.

    Its ``transform`` raises `QgsCsException` where a place has no counterpart.
    """
    return between(crs, canvas.mapSettings().destinationCrs())


def from_map(crs: QgsCoordinateReferenceSystem, canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    """The way back."""
    return between(canvas.mapSettings().destinationCrs(), crs)


def between(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsCoordinateTransform:
    """From one CRS to another, as the project does it."""
    return QgsCoordinateTransform(source, target, QgsProject.instance().transformContext())


def converted(
    points: Iterable[Point], source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> list[Point]:
    """Points with their numbers in another CRS; raises `QgsCsException` where one has no place in it."""
    transform = between(source, target)
    places = [(point, transform.transform(QgsPointXY(point.x, point.y))) for point in points]
    return [point.with_(x=place.x(), y=place.y()) for point, place in places]


class Displacement:
    """Where one gets from a place of the map by so many metres east and north."""

    def __init__(self, canvas: QgsMapCanvas):
        own, degrees = canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem(DEGREES)
        self._there, self._back = between(own, degrees), between(degrees, own)
        self._ellipsoid = QgsDistanceArea()
        self._ellipsoid.setEllipsoid("EPSG:7030")
        self._ellipsoid.setSourceCrs(degrees, QgsProject.instance().transformContext())

    def from_(self, place: QgsPointXY, east_m: float, north_m: float) -> tuple[float, float]:
        """In units of the map, x first; raises `QgsCsException` off the world."""
        start = self._there.transform(place)
        length, azimuth = math.hypot(east_m, north_m), math.atan2(east_m, north_m)
        end = self._back.transform(self._ellipsoid.computeSpheroidProject(start, length, azimuth))
        return end.x() - place.x(), end.y() - place.y()
