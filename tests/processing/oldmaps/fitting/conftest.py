"""Sheets made up: a graticule drawn on paper that was stretched, and read with some error."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints

SPACING_M = 200.0


def graticule(columns: int = 5, rows: int = 4) -> np.ndarray:
    """Crossings on the ground, shape (columns × rows, 2)."""
    x, y = np.meshgrid(np.arange(columns) * SPACING_M, np.arange(rows) * SPACING_M, indexing="ij")
    return np.stack([600_000.0 + x.ravel(), 6_800_000.0 + y.ravel()], axis=1)


def on_paper(ground: np.ndarray, *, noise_px: float = 1.0, seed: int = 1) -> np.ndarray:
    """Pixels (col, row) of places on the ground: turned, bent, and read with an error."""
    middle = ground - ground.mean(axis=0)
    z = middle @ np.array([[5.0, 0.3], [-0.35, 5.1]]) + 2e-4 * middle**2 + [4000.0, -3000.0]
    return (z + np.random.default_rng(seed).normal(0, noise_px, z.shape)) * [1, -1]


def points_of(pixels: np.ndarray, ground: np.ndarray, crs: str = "EPSG:2154", **more) -> ControlPoints:
    """The control points of these places."""
    pairs = zip(pixels.tolist(), ground.tolist(), strict=True)
    points = tuple(ControlPoint(col=col, row=row, x=x, y=y) for (col, row), (x, y) in pairs)
    return ControlPoints(points=points, crs=crs, **more)


@pytest.fixture
def sheet() -> ControlPoints:
    """20 crossings of a graticule on a sheet of about 5000 × 4000 pixels."""
    ground = graticule()
    return points_of(on_paper(ground), ground)
