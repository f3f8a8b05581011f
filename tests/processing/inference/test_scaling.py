"""Raw values as the model was trained on them."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.inference.scaling import scale
from releve.processing.models.card import Scaling

BANDS = np.array([[10, 20], [30, 40]], "int16")  # two bands of two pixels


@pytest.mark.parametrize(
    ("scalings", "expected"),
    [
        ([], [[10, 20], [30, 40]]),
        ([Scaling("scale", (10.0,))], [[1, 2], [3, 4]]),
        ([Scaling("z-score", (10.0, 5.0)), Scaling("z-score", (20.0, 10.0))], [[0, 2], [1, 2]]),
        ([Scaling("min-max", (0.0, 40.0))], [[0.25, 0.5], [0.75, 1]]),
        ([Scaling("clip", (15.0, 35.0))], [[15, 20], [30, 35]]),
        ([Scaling("clip-min", (15.0,)), Scaling("clip-max", (35.0,))], [[15, 20], [30, 35]]),
        ([Scaling("offset", (10.0,)), Scaling("scale", (10.0,))], [[0, 10], [3, 4]]),
    ],
)
def test_values_are_scaled_band_by_band(scalings, expected):
    assert scale(BANDS, scalings).tolist() == expected
    rows = scale(BANDS.reshape(2, 1, 2), scalings)  # bands of one row
    assert (rows.dtype, rows[:, 0].tolist()) == (np.float32, expected)
    assert BANDS[0, 0] == 10
