"""The colour of a sheet's paper, and pictures whose paper is clear."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bytes: TypeAlias = NDArray[np.uint8]
Colour: TypeAlias = NDArray[np.float32]

STEP = 16  # of a colour's 256 levels that are counted together
SOFT = 0.5  # share of the tolerance up to which the paper is quite clear


def paper_colour(pixels: Bytes) -> Colour:
    """Red, green and blue of the paper: the colour met most often, light or dark.

    Parameters
    ----------
    pixels : array of shape (n, 3), uint8
        Of the drawn part of a sheet: the scanner's background would be taken for paper.

    Notes
    -----
    Colours are counted in cells of a cube, each with its neighbours, so that a paper whose shades fall on
    both sides of a cell's border wins all the same; the answer is the mean in the cells around the best.

    Examples
    --------
    >>> drawing = np.repeat(np.uint8([[240, 230, 200], [20, 20, 20]]), [90, 10], axis=0)
    >>> paper_colour(drawing).tolist()
    [240.0, 230.0, 200.0]
    """
    from scipy.ndimage import uniform_filter

    side = 256 // STEP
    cells = pixels // STEP
    places = np.ravel_multi_index(tuple(cells.T.astype(np.intp)), (side,) * 3)
    counts = np.bincount(places, minlength=side**3).reshape((side,) * 3)
    crowded = uniform_filter(counts.astype(np.float64), 3, mode="constant")
    best = np.array(np.unravel_index(int(crowded.argmax()), crowded.shape))
    near = (np.abs(cells.astype(np.int16) - best) <= 1).all(axis=1)
    colour: Colour = pixels[near].mean(axis=0, dtype=np.float64).astype(np.float32)
    return colour


def opacity(colours: Bytes, paper: Colour, tolerance: float) -> Bytes:
    """How opaque each pixel of a picture is when its paper is clear, shape (rows, columns).

    Parameters
    ----------
    colours : array of shape (rows, columns, 3), uint8
    tolerance : float
        Share of the way from black to white, 0 to 1, by which a colour may differ from the paper's and be
        paper still. What differs by less than half of it is quite clear; from there on opacity grows.

    Examples
    --------
    >>> opacity(np.uint8([[[250, 250, 250], [0, 0, 0]]]), np.float32([250, 250, 250]), 0.2).tolist()
    [[0, 255]]
    """
    import cv2

    away = cv2.subtract(colours.astype(np.float32), np.broadcast_to(paper, colours.shape).astype(np.float32))
    squares = cv2.transform(cv2.multiply(away, away), np.full((1, 3), 1 / 3, np.float32))
    distance = cv2.sqrt(squares).reshape(colours.shape[:2]) / 255
    most = max(tolerance, 1e-6)
    share = (distance - SOFT * most) / ((1 - SOFT) * most)
    opaque: Bytes = np.rint(np.clip(share, 0, 1) * 255).astype(np.uint8)
    return opaque
