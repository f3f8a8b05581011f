"""What a match looks like: sheet and reference side by side, with the places that were found on both."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..points.control_points import FloatArray
from .affinities import applied, inverse
from .images import Image, Overview, overview
from .matching import Matching

SIDE_PX = 900
GAP_PX = 12
BACKGROUND = (255, 255, 255)
PALER = 0.45  # of the ink, so that marks are seen on it
FOUND = (0, 114, 178)  # Okabe and Ito (2008): told apart by everyone
CHOSEN = (213, 94, 0)
LINE = (230, 159, 0)


def match_picture(sheet: Image, reference: Image, matching: Matching) -> bytes:
    """A PNG: small dots for all pairs, numbered circles joined by lines for the points that were chosen.

    Parameters
    ----------
    sheet, reference : Image
        The two that were matched.
    matching : Matching
        Where it failed, the two stand side by side without marks.
    """
    import cv2

    left, right = overview(sheet, SIDE_PX), overview(reference, SIDE_PX)
    canvas, offset = _side_by_side(left, right)
    here = _on_picture(left, matching.sheet)
    there = _on_picture(right, matching.reference) + np.array([offset, 0])
    for places in (here, there):
        for place in places:
            cv2.circle(canvas, _pixel(place), 2, FOUND, -1, cv2.LINE_AA)
    for number, index in enumerate(matching.chosen, start=1):
        cv2.line(canvas, _pixel(here[index]), _pixel(there[index]), LINE, 1, cv2.LINE_AA)
        for place in (here[index], there[index]):
            _mark(canvas, place, str(number))
    _, png = cv2.imencode(".png", cv2.cvtColor(canvas, cv2.COLOR_RGB2BGR))
    return bytes(png)


def _side_by_side(left: Overview, right: Overview) -> tuple[NDArray[Any], int]:
    """Both on one canvas, and the column where the right one begins."""
    pictures = [_paler(view) for view in (left, right)]
    height = max(picture.shape[0] for picture in pictures)
    offset = pictures[0].shape[1] + GAP_PX
    canvas = np.full((height, offset + pictures[1].shape[1], 3), BACKGROUND, np.uint8)
    for picture, start in zip(pictures, (0, offset), strict=True):
        canvas[: picture.shape[0], start : start + picture.shape[1]] = picture
    return canvas, offset


def _paler(view: Overview) -> NDArray[np.uint8]:
    colours = view.picture.colours.astype(np.float32)
    if view.picture.valid is not None:
        colours[~view.picture.valid] = 255
    paler: NDArray[np.uint8] = (255 - (255 - colours) * PALER).astype(np.uint8)
    return paler


def _on_picture(view: Overview, places: FloatArray) -> FloatArray:
    return applied(inverse(view.to_image), places)


def _pixel(place: FloatArray) -> tuple[int, int]:
    column, row = np.floor(place).astype(int).tolist()
    return column, row


def _mark(canvas: NDArray[Any], place: FloatArray, text: str) -> None:
    import cv2

    column, row = _pixel(place)
    cv2.circle(canvas, (column, row), 6, CHOSEN, 2, cv2.LINE_AA)
    corner = (column + 8, row - 4)
    for colour, width in ((BACKGROUND, 3), (CHOSEN, 1)):
        cv2.putText(canvas, text, corner, cv2.FONT_HERSHEY_SIMPLEX, 0.45, colour, width, cv2.LINE_AA)
