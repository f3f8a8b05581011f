"""Small pictures of models: the card's own, or its classes' colours."""

from __future__ import annotations

import re
from functools import lru_cache

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap

from ..icons import is_dark, themed_icon
from .entries import Entry

SIDE_PX = 32
LARGEST_PX = 8192  # on a side: a picture beyond is no thumbnail
KEPT_ICONS = 1000


def icon_of(entry: Entry) -> QIcon:
    """The picture of a model."""
    colours = tuple(item.color for item in entry.classes if is_colour(item.color))
    return _icon(entry.thumbnail, colours[:9], is_dark())


def thumbnail(path: str, side: int) -> QPixmap:
    """A local picture, at most ``side`` wide and high; null when it is none."""
    reader = QImageReader(path)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_PX:
        return QPixmap()
    reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


def is_colour(text: str) -> bool:
    """Whether a text is a colour as cards write it; anything else is not handed to Qt."""
    return re.fullmatch("#[0-9a-fA-F]{6}", text) is not None


@lru_cache(maxsize=KEPT_ICONS)
def _icon(path: str, colours: tuple[str, ...], _is_dark: bool) -> QIcon:
    ratio = QgsApplication.instance().devicePixelRatio()
    side = round(SIDE_PX * ratio)
    picture = thumbnail(path, side) if path else QPixmap()
    if picture.isNull():
        if not colours:
            return themed_icon("model")
        picture = _mosaic(colours, side)
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)


def _mosaic(colours: tuple[str, ...], side: int) -> QPixmap:
    """Up to nine colours as tiles."""
    columns = 1 if len(colours) == 1 else 2 if len(colours) <= 4 else 3
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter, tile = QPainter(picture), side / columns
    for place in range(columns * columns):
        row, column = divmod(place, columns)
        left, top = round(column * tile), round(row * tile)
        width, height = round((column + 1) * tile) - left, round((row + 1) * tile) - top
        painter.fillRect(left, top, width, height, QColor(colours[place % len(colours)]))
    painter.end()
    return picture
