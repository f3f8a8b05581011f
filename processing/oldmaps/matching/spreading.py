"""How places are spread over an image, and a few of them that are spread well."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..points.control_points import FloatArray


def cell_numbers(places: FloatArray, size: tuple[int, int], cells: int) -> NDArray[np.intp]:
    """In which of ``cells`` × ``cells`` parts of an image of ``size`` (width, height) each place lies."""
    steps = np.clip((places / np.array(size) * cells).astype(np.intp), 0, cells - 1)
    numbers: NDArray[np.intp] = steps[:, 1] * cells + steps[:, 0]
    return numbers


def occupied(places: FloatArray, size: tuple[int, int], cells: int = 3) -> int:
    """How many of ``cells`` × ``cells`` equal parts of the image hold a place.

    Examples
    --------
    >>> occupied(np.array([[1.0, 1], [2, 2], [8, 1]]), (9, 9))
    2
    """
    return len(np.unique(cell_numbers(places, size, cells)))


def best_of_cells(
    places: FloatArray, merit: FloatArray, size: tuple[int, int], cells: int
) -> NDArray[np.intp]:
    """Indices of the place of greatest merit in each part of the image that holds any, in order of parts."""
    numbers = cell_numbers(places, size, cells)
    order = np.lexsort((-merit, numbers))
    _, first = np.unique(numbers[order], return_index=True)
    best: NDArray[np.intp] = order[first]
    return best
