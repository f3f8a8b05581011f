"""The sheet, small, with what was found drawn on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from ...errors import OutputError
from ...language import tr
from ...raster.grids import Shape2d, Window
from ..sheets.copies import Check
from ..sheets.sheet import Sheet
from .bands import FloatArray
from .graticule import Graticule
from .nodes import Node

Picture: TypeAlias = NDArray[np.uint8]

LONG_SIDE = 1600
PIECE_ROWS = 100  # read at once: of a large sheet in little time
LINE_COLOURS = {"graticule": (0, 114, 178), "frame": (0, 158, 115), "other": (213, 94, 0)}  # Okabe and Ito
NODE_COLOURS = {"measured": (0, 114, 178), "weak": (230, 159, 0), "predicted": (204, 121, 167)}
FINE = 4  # bits of a pixel's fraction that OpenCV draws by


def write_picture(path: Path, sheet: Sheet, graticule: Graticule, *, check: Check = lambda: None) -> None:
    """Write a PNG: lines and nodes of a graticule over the sheet; ``check`` may raise to give up.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    _, data = cv2.imencode(".png", draw(sheet, graticule, check)[:, :, ::-1])
    try:
        path.write_bytes(data.tobytes())
    except OSError as error:
        sentence = tr("The picture cannot be written to {path}: {reason}. Choose another folder.")
        raise OutputError(sentence.format(path=path, reason=error.strerror or error)) from error


def draw(sheet: Sheet, graticule: Graticule, check: Check) -> Picture:
    """Red, green and blue of the picture, shape (rows, columns, 3)."""
    shrink = min(1.0, LONG_SIDE / max(sheet.width, sheet.height))
    shape = Shape2d(max(1, round(sheet.height * shrink)), max(1, round(sheet.width * shrink)))
    picture = _small(sheet, shape, check)
    for line in graticule.lines:
        path = np.round((line.path * shrink - 0.5) * 2**FINE).astype(np.int32)
        width = 2 if line.kind == "graticule" else 1
        cv2.polylines(picture, [path], False, LINE_COLOURS[line.kind], width, cv2.LINE_AA, FINE)
    for node in graticule.nodes:
        _mark(picture, node, np.array([node.col, node.row]) * shrink - 0.5)
    return picture


def _small(sheet: Sheet, shape: Shape2d, check: Check) -> Picture:
    """Red, green and blue of the whole sheet at a smaller size."""
    picture = np.empty((shape.rows, shape.columns, 3), np.uint8)
    for row in range(0, shape.rows, PIECE_ROWS):
        check()
        piece = picture[row : row + PIECE_ROWS]
        top, bottom = (round(at * sheet.height / shape.rows) for at in (row, row + len(piece)))
        window = Window(top, 0, bottom - top, sheet.width)
        piece[:] = sheet.read(window, Shape2d(*piece.shape[:2]))
    return picture


def _mark(picture: Picture, node: Node, at: FloatArray) -> None:
    """A disc for a node that was measured, a ring for a weak one, a cross for one that was not seen."""
    colour: Any = NODE_COLOURS[node.kind]
    number = f"{node.i + 1}-{node.j + 1}"
    col, row = (round(float(one)) for one in at)
    if node.kind == "predicted":
        cv2.drawMarker(picture, (col, row), colour, cv2.MARKER_TILTED_CROSS, 12, 2, cv2.LINE_AA)
    else:
        cv2.circle(picture, (col, row), 7, (255, 255, 255), -1, cv2.LINE_AA)
        cv2.circle(picture, (col, row), 5, colour, -1 if node.kind == "measured" else 2, cv2.LINE_AA)
    beside = (col + 8, row - 8)
    cv2.putText(picture, number, beside, cv2.FONT_HERSHEY_SIMPLEX, 0.45, colour, 1, cv2.LINE_AA)
