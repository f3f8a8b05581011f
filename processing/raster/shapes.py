"""Polygons of patches with straightened, smoothed or rectangular boundaries that keep fitting together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from .arcs import Arcs, Numbers, arcs_of, rings_of
from .cell_sizes import CellSizes
from .lattice import Lattice
from .patches import Patches
from .rectangles import REACH, rectangular
from .smoothing import smoothed
from .straightening import Tolerance, straightened

Shape: TypeAlias = Literal["pixels", "straightened", "smoothed", "rectangular"]

DEFAULT_TOLERANCE_PX = 1.5


@dataclass(frozen=True)
class Shaped:
    """Patches along other boundaries.

    Attributes
    ----------
    patches : Patches
        With the pixels and measures as they were counted, and rings that leave the edges of the pixels.
    shapes : array of str, of shape (n,)
        The shape of each outer ring.
    change_px, change_m2 : arrays of shape (n,)
        How much larger each is than its pixels; no square metres without CRS.
    """

    patches: Patches
    shapes: npt.NDArray[Any]
    change_px: Numbers
    change_m2: Numbers


def tolerance_of(cells: CellSizes | None, *, pixels: float, metres: float | None) -> Tolerance:
    """A tolerance in pixels of mean size, as wide and high as in the middle of the raster."""
    if cells is None:
        return Tolerance(pixels)
    down, across = cells.area_m2.shape
    middle = np.array([cells.spacing[0] * (down - 1) / 2]), np.array([cells.spacing[1] * (across - 1) / 2])
    width, height = float(cells.widths(*middle)[0]), float(cells.heights(*middle)[0])
    side = float(np.sqrt(width * height))
    if not side > 0:  # the projection has no place on the Earth there
        return Tolerance(pixels)
    return Tolerance(pixels if metres is None else metres / side, width / side, height / side)


class Shaper:
    """Gives patches their shape.

    Parameters
    ----------
    shape : str
        Another one than ``pixels``.
    tolerance : Tolerance
        How far boundaries may move.
    lattice : Lattice
        Filled in as the patches come; patches wait until it is known around them.
    cells : CellSizes, optional
        Sizes of the pixels on the ground.
    """

    def __init__(self, shape: Shape, tolerance: Tolerance, lattice: Lattice, cells: CellSizes | None) -> None:
        self._shape: Shape = shape
        self._tolerance = tolerance
        self._lattice = lattice
        self._cells = cells

    def shaped(self, batches: Iterator[Patches]) -> Iterator[Shaped]:
        """The patches in their shape."""
        waiting: deque[Patches] = deque()
        reach = int(np.ceil(REACH * self._tolerance.corners)) + 2
        for patches in batches:
            if len(patches):
                waiting.append(patches)
            while waiting and waiting[0].rows.max() + reach < self._lattice.known:
                yield self._of(waiting.popleft())
        yield from map(self._of, waiting)

    def _of(self, patches: Patches) -> Shaped:
        arcs = arcs_of(patches, self._lattice)
        is_kept = straightened(arcs, self._lattice, self._tolerance)
        shapes = np.full(len(arcs), "straightened", object)
        if self._shape == "smoothed":
            found = smoothed(arcs, is_kept, self._lattice)
            shapes[:] = self._shape
        elif self._shape == "rectangular":
            found, is_rectangular = rectangular(arcs, is_kept, self._lattice, self._tolerance)
            shapes[is_rectangular] = self._shape
        else:
            found = arcs.kept(is_kept)
        outer = np.searchsorted(arcs.ring, patches.rings[:-1])
        return Shaped(rings_of(found, patches), shapes[outer], *self._changes(patches, arcs, found))

    def _changes(self, patches: Patches, arcs: Arcs, found: Arcs) -> tuple[Numbers, Numbers]:
        """What each patch gained, in pixels and square metres: what its neighbours lost."""
        gained = (found.doubled_areas() - arcs.doubled_areas()) / 2
        gained[arcs.is_turned] *= -1
        owner = np.repeat(np.arange(len(patches)), np.diff(patches.rings))[arcs.ring]
        change = np.bincount(owner, gained, len(patches))
        if self._cells is None:
            return change, np.full(len(patches), np.nan)
        middle = (arcs.first + arcs.last) // 2
        areas = self._cells.areas(arcs.rows[middle].astype(float), arcs.columns[middle].astype(float))
        return change, np.bincount(owner, gained * areas, len(patches))
