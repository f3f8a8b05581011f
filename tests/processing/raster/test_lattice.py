"""What the corners of pixels are to boundaries."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.raster.grids import Shape2d
from releve.processing.raster.lattice import CORNER, INSIDE, JUNCTION, PASSED, Lattice

VALUES = np.array([[1, 1, 1], [1, 2, 2], [1, 2, 0], [1, 1, 3]])


@pytest.mark.parametrize("strip", [1, 3, 4])
def test_corners_are_told_apart(strip):
    with Lattice(Shape2d(4, 3), outside=0) as lattice:
        for row in range(0, 4, strip):
            lattice.push(VALUES[row : row + strip])
        lattice.finish()
        row, column = np.mgrid[:5, :4]
        assert lattice.kinds(row, column).tolist() == [
            [JUNCTION, PASSED, PASSED, JUNCTION],  # the corners of the raster hold
            [PASSED, CORNER, PASSED, JUNCTION],
            [PASSED, PASSED, CORNER, CORNER],
            [PASSED, CORNER, JUNCTION, CORNER],
            [JUNCTION, PASSED, JUNCTION, JUNCTION],
        ]
        assert lattice.kinds(np.array([-1, 0]), np.array([0, 4])).tolist() == [INSIDE, INSIDE]


def test_disk_takes_a_quarter_of_a_byte_for_each_pixel(tmp_path):
    with Lattice(Shape2d(999, 999), outside=0, folder=tmp_path) as lattice:
        assert lattice._packed.nbytes == 1000 * 250
