"""Our icons in a light or a dark window."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QByteArray, QRectF, Qt
from qgis.PyQt.QtGui import QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer

from ..places import icon_path

LINES, LINES_ON_DARK = b"#0b5563", b"#8fd3c8"
SIDES_PX = (16, 24, 32, 48, 64)


def is_dark() -> bool:
    """Whether windows have light letters on a dark ground."""
    return QgsApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def themed_icon(name: str) -> QIcon:
    """An icon of ours, its dark lines made light where the window is dark."""
    path = icon_path(name)
    if not is_dark():
        return QIcon(path)
    drawing = QSvgRenderer(QByteArray(Path(path).read_bytes().replace(LINES, LINES_ON_DARK)))
    icon = QIcon()
    for side in SIDES_PX:
        icon.addPixmap(_picture(drawing, side))
    return icon


def _picture(drawing: QSvgRenderer, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
