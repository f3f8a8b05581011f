"""Ground control points of a sheet, the value that every part of this room takes and gives."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
Origin: TypeAlias = Literal["human", "graticule", "predicted", "matcher"]


@dataclass(frozen=True, kw_only=True)
class ControlPoint:
    """One place, on the sheet and on the ground.

    Parameters
    ----------
    col, row : float
        Pixels from the upper left corner of the image, continuous, ``row`` downwards: the centre of the first
        pixel is (0.5, 0.5).
    x, y : float
        Easting or longitude, then northing or latitude, in the CRS of the set, whatever order its authority
        gives the axes.
    enabled : bool
        Whether fits use it; a point set aside is kept all the same.
    id, author, note : str
    origin : str
        ``human``, ``graticule`` (a measured node), ``predicted`` (a node that was not seen), ``matcher``.
    sigma_px : float, optional
        Standard error of its place on the sheet, in pixels.
    confidence : float, optional
        From 0 to 1, where the origin gives one.
    extra : mapping
        What its file says besides, kept for writing it back.
    """

    col: float
    row: float
    x: float
    y: float
    enabled: bool = True
    id: str = ""
    origin: Origin = "human"
    sigma_px: float | None = None
    confidence: float | None = None
    author: str = ""
    note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.col, self.row, self.x, self.y))):
            raise ValueError(f"a control point needs four finite coordinates: {self}")


@dataclass(frozen=True, kw_only=True)
class ImageSize:
    """Width and height of a sheet's image, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class ControlPoints:
    """The control points of one sheet.

    Parameters
    ----------
    points : tuple of ControlPoint
        In the order of their file.
    crs : str
        In which ``x`` and ``y`` are understood, as PROJ reads it; empty where nothing is known.
    declared_crs : str
        What the file claims, letter by letter; it may be wrong, and is written back all the same.
    sheet : str
        Name, path or address of the image.
    size : ImageSize, optional
        Of the image, where the file tells.
    mask : array of shape (n, 2), optional
        Outline of what counts on the sheet, col and row.
    extra : mapping
        What the file says besides, kept for writing it back.
    """

    points: tuple[ControlPoint, ...]
    crs: str = ""
    declared_crs: str = ""
    sheet: str = ""
    size: ImageSize | None = None
    mask: FloatArray | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def enabled(self) -> ControlPoints:
        """The points that fits use."""
        return replace(self, points=tuple(point for point in self.points if point.enabled))

    @property
    def pixels(self) -> FloatArray:
        """Array of shape (n, 2): col and row of each point."""
        return _pairs((point.col, point.row) for point in self.points)

    @property
    def ground(self) -> FloatArray:
        """Array of shape (n, 2): x and y of each point, in ``crs``."""
        return _pairs((point.x, point.y) for point in self.points)

    def with_points(self, points: Iterable[ControlPoint]) -> ControlPoints:
        """The same sheet with other points."""
        return replace(self, points=tuple(points))


def _pairs(pairs: Iterable[tuple[float, float]]) -> FloatArray:
    return np.array(list(pairs), np.float64).reshape(-1, 2)
