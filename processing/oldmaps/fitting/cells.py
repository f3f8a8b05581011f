"""Grid cells: each complete cell of a graticule is placed by its four corners, and by nothing else.

The graticule is regular on the ground, so that a place on the ground has its share of a cell, and the four
corners say where that share lies on the sheet. The other way is the inverse of this. Outside, the nearest
complete cell is carried on by one cell and no farther: beyond, there is no value (NaN), since nothing was
measured there.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..points.control_points import FloatArray
from .lattices import TELLING, IntArray, Lattice, lattice_of
from .mappings import in_chunks
from .polynomials import Polynomial, fit_polynomial

BoolArray: TypeAlias = NDArray[np.bool_]

ROUNDS = 20
SETTLED = 1e-12  # of the graticule's reach
BEYOND = 1.0  # cells that the nearest complete one is carried on


@dataclass(frozen=True)
class FromGraticule:
    """From the plane in which the graticule is regular to the other.

    Parameters
    ----------
    lattice : Lattice
    cells : array of shape (a - 1, b - 1, 2), intp
        Lower left crossing of the complete cell that stands for each cell: itself, or the nearest.
    corners : array of shape (a, b, 2), float64
        Where the crossings lie in the other plane, NaN where nobody knows.
    """

    lattice: Lattice
    cells: IntArray
    corners: FloatArray

    def __call__(self, places: FloatArray) -> FloatArray:
        def images(part: FloatArray) -> FloatArray:
            return np.where(self.reaches(part)[:, None], self.carried_on(part)[0], np.nan)

        return in_chunks(images, places, width=40)

    def jacobian(self, places: FloatArray) -> FloatArray:
        return np.where(self.reaches(places)[:, None, None], self.carried_on(places)[1], np.nan)

    def carried_on(self, places: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Images, shape (n, 2), and derivatives, shape (n, 2, 2), however far the places lie."""
        cell, shares, sides = self._cells(places)
        return _bilinear(self._four(cell), shares, sides)

    def reaches(self, places: FloatArray) -> BoolArray:
        """Whether places of shape (n, 2) are within one cell of a complete one, shape (n,)."""
        shares = self._cells(places)[1]
        return np.asarray(((shares >= -BEYOND) & (shares <= 1 + BEYOND)).all(axis=1))

    def _cells(self, places: FloatArray) -> tuple[IntArray, FloatArray, FloatArray]:
        """The cell of each place, the place's shares of its sides, and its sides."""
        x, y = self.lattice.x, self.lattice.y
        i = np.clip(np.searchsorted(x, places[:, 0], side="right") - 1, 0, len(x) - 2)
        j = np.clip(np.searchsorted(y, places[:, 1], side="right") - 1, 0, len(y) - 2)
        cell = self.cells[i, j]
        low = np.stack([x[cell[:, 0]], y[cell[:, 1]]], axis=1)
        sides = np.stack([x[cell[:, 0] + 1], y[cell[:, 1] + 1]], axis=1) - low
        return cell, (places - low) / sides, sides

    def _four(self, cell: IntArray) -> FloatArray:
        i, j = cell.T
        return np.stack([self.corners[i + e, j + n] for n, e in product((0, 1), repeat=2)], axis=1)


@dataclass(frozen=True)
class ToGraticule:
    """The inverse of a `FromGraticule`, by Newton's steps from an affine ``start``."""

    inverse: FromGraticule
    start: Polynomial

    def __call__(self, places: FloatArray) -> FloatArray:
        return in_chunks(self._solved, places, width=60)

    def jacobian(self, places: FloatArray) -> FloatArray:
        return np.asarray(np.linalg.inv(self.inverse.jacobian(self(places))))

    def _solved(self, places: FloatArray) -> FloatArray:
        found = self.start(places)
        tolerance = SETTLED * max(np.ptp(self.inverse.lattice.x), np.ptp(self.inverse.lattice.y))
        for _ in range(ROUNDS):
            images, slopes = self.inverse.carried_on(found)
            steps = np.linalg.solve(slopes, (places - images)[:, :, None])[:, :, 0]
            found = found + steps
            if np.abs(steps).max(initial=0.0) < tolerance:
                break
        return np.where(self.inverse.reaches(found)[:, None], found, np.nan)


def fit_cells(source: FloatArray, target: FloatArray) -> FromGraticule | ToGraticule:
    """The cells of the graticule that either side holds.

    Raises
    ------
    FitError
        Neither side is a graticule with a complete cell: see `lattices`.
    """
    lattice, from_source = lattice_of(source, target)
    if from_source:
        return _from_graticule(lattice, target)
    return ToGraticule(_from_graticule(lattice, source), fit_polynomial(source, target, 1))


def _from_graticule(lattice: Lattice, images: FloatArray) -> FromGraticule:
    corners = np.where(lattice.nodes[:, :, None] >= 0, images[lattice.nodes], np.nan)
    return FromGraticule(lattice, lattice.nearest_complete(), corners)


def cell_errors_without(source: FloatArray, target: FloatArray) -> FloatArray:
    """Error of each point when the graticule has to do without it, shape (n, 2).

    What the smallest complete rectangles of other crossings say of the place is averaged: those that hold it,
    else cells beside it, carried on. NaN where there is none.
    """
    lattice, from_source = lattice_of(source, target)
    regular, images = (source, target) if from_source else (target, source)
    crossings = np.argwhere(lattice.nodes >= 0)
    number = lattice.nodes[tuple(crossings.T)]
    said, slopes = np.zeros((len(crossings), 2)), np.zeros((len(crossings), 2, 2))
    voices = np.zeros(len(crossings), np.intp)
    for rectangles in TELLING:
        asked = np.flatnonzero(voices == 0)
        for rectangle in rectangles:
            corners = lattice.corners(crossings[asked], rectangle)
            whole = (corners >= 0).all(axis=1)
            here, four = asked[whole], corners[whole]
            sides = regular[four[:, 3]] - regular[four[:, 0]]
            shares = (regular[number[here]] - regular[four[:, 0]]) / sides
            image, slope = _bilinear(images[four], shares, sides)
            said[here] += image
            slopes[here] += slope
            voices[here] += 1
    told = voices > 0
    errors = np.full(images.shape, np.nan)
    off = images[number[told]] - said[told] / voices[told, None]
    if not from_source:  # the other way, to the first order: the error is small beside a cell
        off = np.asarray(
            -np.linalg.solve(slopes[told] / voices[told, None, None], off[:, :, None])[:, :, 0], np.float64
        )
    errors[number[told]] = off
    return errors


def _bilinear(four: FloatArray, shares: FloatArray, sides: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Images, shape (n, 2), and derivatives, shape (n, 2, 2), of places in rectangles.

    Parameters
    ----------
    four : array of shape (n, 4, 2), float64
        Images of the corners: south-west, south-east, north-west, north-east.
    shares, sides : arrays of shape (n, 2), float64
        Which share of the sides each place has, and how long these are.
    """
    u, v = shares[:, :1], shares[:, 1:]
    lower, upper = four[:, 1] - four[:, 0], four[:, 3] - four[:, 2]
    south, north = four[:, 0] + lower * u, four[:, 2] + upper * u
    slopes = [(lower * (1 - v) + upper * v) / sides[:, :1], (north - south) / sides[:, 1:]]
    return south + (north - south) * v, np.stack(slopes, axis=-1)
