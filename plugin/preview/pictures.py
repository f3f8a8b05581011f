"""Small pictures on the ground, and where they lie on a map of any reference system."""

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QByteArray, QRectF
from qgis.PyQt.QtGui import QImage

STRAIGHT_PX = 0.5
"""Pixels of a picture by which a part of it may bend before it is cut into smaller ones."""
DEEPEST = 5


@dataclass(frozen=True)
class Picture:
    """Pixels that fill a rectangle in the coordinates of ``crs``; an invalid one is that of the map."""

    image: QImage
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem

    @classmethod
    def from_json(cls, picture: "dict[str, Any]") -> "Picture":
        """The picture of a preview event."""
        image = QImage.fromData(QByteArray.fromBase64(picture["png"].encode()), "PNG")
        return cls(image, QgsRectangle(*picture["extent"]), QgsCoordinateReferenceSystem(picture["crs"]))

    @property
    def place(self) -> "tuple[str, tuple[float, ...]]":
        """What tells it from pictures of other places."""
        box = self.extent
        return self.crs.toWkt(), (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())


@dataclass(frozen=True)
class Patch:
    """Some pixels of a picture, and their four corners on the map, clockwise from the top left."""

    pixels: QRectF
    corners: "tuple[QgsPointXY, ...]"


def patches(picture: Picture, crs: QgsCoordinateReferenceSystem) -> "list[Patch]":
    """The parts of a picture on a map of this CRS, small enough to have straight edges there."""
    whole = QRectF(0, 0, picture.image.width(), picture.image.height())
    if not picture.crs.isValid() or not crs.isValid() or picture.crs == crs:
        move = QgsCoordinateTransform()
    else:
        move = QgsCoordinateTransform(picture.crs, crs, QgsProject.instance().transformContext())
    return _cut(_Ground(picture, move), whole, 0)


class _Ground:
    """Where pixels of a picture lie on the map."""

    def __init__(self, picture: Picture, move: QgsCoordinateTransform):
        box = picture.extent
        self._left, self._top = box.xMinimum(), box.yMaximum()
        self._width = box.width() / picture.image.width()
        self._height = box.height() / picture.image.height()
        self._move = move

    def point(self, x: float, y: float) -> QgsPointXY:
        """The place of a pixel's corner."""
        return self._move.transform(QgsPointXY(self._left + x * self._width, self._top - y * self._height))


def _cut(ground: _Ground, part: QRectF, depth: int) -> "list[Patch]":
    try:
        corners = tuple(
            ground.point(x, y)
            for x, y in (
                (part.left(), part.top()),
                (part.right(), part.top()),
                (part.right(), part.bottom()),
                (part.left(), part.bottom()),
            )
        )
        bends = _bend(ground, part, corners) > STRAIGHT_PX
    except QgsCsException:  # it reaches beyond where the map's CRS is defined
        corners, bends = (), True
    if not bends or depth == DEEPEST:
        return [Patch(part, corners)] if corners else []
    return [patch for quarter in _quarters(part) for patch in _cut(ground, quarter, depth + 1)]


def _bend(ground: _Ground, part: QRectF, corners: "tuple[QgsPointXY, ...]") -> float:
    """How far the middle and the edges are from where they would be if edges were straight, in pixels."""
    a, b, c, d = corners
    x, y = part.center().x(), part.center().y()
    probes = (
        (ground.point(x, y), _mean(a, b, c, d)),
        (ground.point(x, part.top()), _mean(a, b)),
        (ground.point(part.left(), y), _mean(a, d)),
        (ground.point(x, part.bottom()), _mean(d, c)),
        (ground.point(part.right(), y), _mean(b, c)),
    )
    side = max(a.distance(c), b.distance(d)) / (part.width() ** 2 + part.height() ** 2) ** 0.5
    return max(there.distance(straight) for there, straight in probes) / side if side else 0.0


def _mean(*points: QgsPointXY) -> QgsPointXY:
    return QgsPointXY(sum(p.x() for p in points) / len(points), sum(p.y() for p in points) / len(points))


def _quarters(part: QRectF) -> "list[QRectF]":
    """The part cut in four at whole pixels, or fewer where it is one pixel wide."""
    left, right, top, bottom = part.left(), part.right(), part.top(), part.bottom()
    x, y = left + part.width() // 2, top + part.height() // 2
    columns = [(left, x), (x, right)] if left < x else [(left, right)]
    rows = [(top, y), (y, bottom)] if top < y else [(top, bottom)]
    return [QRectF(x0, y0, x1 - x0, y1 - y0) for y0, y1 in rows for x0, x1 in columns]
