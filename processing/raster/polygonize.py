"""Polygons of a class raster, along the edges of its pixels, streamed into a GeoPackage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ..errors import RequestError
from ..language import tr
from .class_strips import ClassStrips, ScoreStrips
from .classes import RasterClass, read_classes
from .grids import Window
from .lattice import Lattice
from .patches import FloatArray, Measures, Patches, Runs, Tracer
from .polygon_fields import attributes, fields, shaped_attributes
from .polygon_layer import Features, write_layer
from .ragged import IntArray
from .shapes import DEFAULT_TOLERANCE_PX, Shape, Shaped, Shaper, tolerance_of
from .sieve import Sieve, Survey
from .sources import open_raster

LAYER = "polygons"
CARRIED_PER_PIXEL = 8
SIEVE_SHARE = 0.4  # of the time, where small patches are removed


@dataclass(frozen=True)
class PolygonizeSummary:
    """What was written.

    Attributes
    ----------
    polygons : int
        Number of polygons.
    pixels, area_m2 : dict
        Class → its pixels, and its area on the ground in square metres; no areas without CRS.
    pixels_changed : int
        Pixels that the removal of small patches gave another class.
    classes : tuple of RasterClass
        The classes that occur, with names and colours where they are known.
    change_px : dict
        Class → how much more area its polygons cover than its pixels, in pixels; empty for that shape.
    """

    polygons: int = 0
    pixels: dict[int, int] = field(default_factory=dict)
    area_m2: dict[int, float] = field(default_factory=dict)
    pixels_changed: int = 0
    classes: tuple[RasterClass, ...] = ()
    change_px: dict[int, float] = field(default_factory=dict)

    def changes(self) -> dict[int, float]:
        """Class → the share of its pixels' area that its polygons have gained or lost."""
        return {value: change / self.pixels[value] for value, change in sorted(self.change_px.items())}


def polygonize(
    source: str | Path,
    destination: str | Path,
    *,
    band: int = 1,
    scores: str | Path | None = None,
    scores_band: int = 1,
    minimum_area_m2: float = 0.0,
    minimum_pixels: int = 0,
    classes: Collection[int] | None = None,
    legend: Iterable[RasterClass] | None = None,
    shape: Shape = "pixels",
    tolerance_px: float = DEFAULT_TOLERANCE_PX,
    tolerance_m: float | None = None,
    scratch: Path | None = None,
    layer: str = LAYER,
    metadata: str | None = None,
    strip_rows: int | None = None,
    progress: Callable[[float], object] = lambda fraction: None,
    check: Callable[[], object] = lambda: None,
) -> PolygonizeSummary:
    """Write the patches of a class raster as polygons into a new GeoPackage.

    A patch is made of pixels of one class that hang together by their sides; its polygon follows the edges of
    the pixels, so that its area is exactly theirs. Pixels without data belong to no polygon. Memory grows
    with the width of the raster and with the patches that cross one row, not with its height, but for some 60
    bytes a polygon, which GDAL takes for the spatial index. Another shape than that of the pixels needs a
    quarter of a byte for each pixel on disk besides.

    The layer has the fields ``class``, ``name``, ``area_m2`` and ``perimeter_m`` (both on the ellipsoid,
    whatever the CRS; empty without one), ``pixels``, ``score_mean`` and ``score_min`` where scores are given,
    ``shape`` and ``area_change_m2`` where polygons leave the edges of the pixels, and ``review``, which is
    ``todo``. Without georeference coordinates are columns, and rows counted
    downwards from zero.

    Parameters
    ----------
    source : str or path
        A raster of whole numbers, of any CRS or none; rotated and south-up ones too.
    destination : path
        The GeoPackage, which is replaced.
    band : int
        Band of the classes, from 1.
    scores : str or path, optional
        A raster on the same grid whose mean and minimum are taken over each polygon, such as a confidence.
        Its scale and offset are applied, its pixels without data left out.
    minimum_area_m2, minimum_pixels : number
        Patches below either get the class of their largest neighbour first.
    classes : collection of int, optional
        The classes to keep; all where it is None.
    legend : iterable of RasterClass, optional
        Names and colours; those of the raster where it is None.
    shape : str
        ``pixels``: along their edges. ``straightened``: along straight lines. ``smoothed``: these with round
        corners. ``rectangular``: objects that stand alone with right angles, the others straightened.
        Polygons next to each other share their boundary whatever the shape: no gap, no overlap, and none is
        lost.
    tolerance_px, tolerance_m : number
        How far boundaries may move, in pixels or in metres; twice as far where they become rectangular.
    scratch : path, optional
        A folder for temporary files; the system's without it.
    layer : str
        Name of the layer.
    metadata : str, optional
        A JSON text that says where the polygons come from, for the GeoPackage's metadata.
    strip_rows : int, optional
        Rows worked on at once. The polygons do not depend on it, their order does.
    progress : callable
        Told the share of the work that is done.
    check : callable
        Called often; what it raises ends the work, and no file is left.

    Raises
    ------
    RasterError
        A raster cannot be read; as `BandError`, a band is absent or holds no whole numbers; as `GridError`,
        the scores are on another grid.
    RequestError
        A minimum area or a tolerance in metres was asked for a raster without CRS.
    OutputError
        The file cannot be written.
    """
    with ExitStack() as stack:
        dataset = stack.enter_context(open_raster(str(source)))
        raster = ClassStrips(dataset, band, classes=classes, rows=strip_rows)
        _check_minimum(raster, minimum_area_m2)
        scored = None
        if scores is not None:
            scored = ScoreStrips(stack.enter_context(open_raster(str(scores))), scores_band, raster)
        known = {
            entry.value: entry for entry in (read_classes(dataset, band=band) if legend is None else legend)
        }
        names = {value: entry.name for value, entry in known.items()}

        lattice = None
        if shape != "pixels":
            _check_tolerance(raster, tolerance_m)
            lattice = stack.enter_context(Lattice(raster.shape, outside=raster.outside, folder=scratch))
        work = _Work(raster, scored, progress, check, lattice)
        sieve = None
        if minimum_pixels > 1 or minimum_area_m2 > 0:
            sieve = work.survey(minimum_pixels=minimum_pixels, minimum_area_m2=minimum_area_m2)
        has_scores = scored is not None
        features: Iterator[Features]
        if lattice is None:
            features = (
                Features(patches, attributes(patches, raster.cells, names, has_scores=has_scores))
                for patches in work.patches(sieve)
            )
        else:
            tolerance = tolerance_of(raster.cells, pixels=tolerance_px, metres=tolerance_m)
            features = (
                Features(
                    shaped.patches, shaped_attributes(shaped, raster.cells, names, has_scores=has_scores)
                )
                for shaped in work.shaped(sieve, Shaper(shape, tolerance, lattice, raster.cells))
            )
        write_layer(
            features,
            Path(destination),
            layer=layer,
            schema=fields(raster.dtype, has_scores=has_scores, has_shape=lattice is not None),
            transform=raster.transform,
            crs=raster.crs,
            metadata=metadata,
        )
        found = tuple(known.get(value, RasterClass(value)) for value in sorted(work.pixels))
        return PolygonizeSummary(
            work.polygons, work.pixels, work.area_m2, work.pixels_changed, found, work.change_px
        )


def _check_tolerance(raster: ClassStrips, tolerance_m: float | None) -> None:
    if tolerance_m is not None and raster.crs is None:
        raise RequestError(
            tr(
                "{name} has no coordinate reference system, so its pixels have no size in metres: give the "
                "tolerance in pixels, or assign a CRS to the raster."
            ).format(name=raster.name)
        )


def _check_minimum(raster: ClassStrips, minimum_area_m2: float) -> None:
    if minimum_area_m2 > 0 and raster.crs is None:
        raise RequestError(
            tr(
                "{name} has no coordinate reference system, so its pixels have no area in square metres: "
                "give the minimum in pixels, or assign a CRS to the raster."
            ).format(name=raster.name)
        )


class _Work:
    """One run of `polygonize`, and the account of it."""

    def __init__(
        self,
        raster: ClassStrips,
        scores: ScoreStrips | None,
        progress: Callable[[float], object],
        check: Callable[[], object],
        lattice: Lattice | None = None,
    ) -> None:
        self.polygons = self.pixels_changed = 0
        self.pixels: dict[int, int] = {}
        self.area_m2: dict[int, float] = {}
        self.change_px: dict[int, float] = {}
        self._raster, self._scores, self._lattice = raster, scores, lattice
        self._progress, self._check = progress, check
        self._window = Window(0, 0, 0, raster.shape.columns)  # what is being measured

    def survey(self, *, minimum_pixels: int, minimum_area_m2: float) -> Sieve:
        """What becomes of small patches."""
        minimums = (minimum_pixels, minimum_area_m2)[: 1 if self._raster.cells is None else 2]
        survey = Survey(
            self._raster.shape.columns, outside=self._raster.outside, minimums=minimums, sizes=self._sizes
        )
        for window, rows in self._strips(0.0, SIEVE_SHARE):
            self._window = window
            survey.push(rows)
        return survey.finish()

    def patches(self, sieve: Sieve | None) -> Iterator[Patches]:
        """The patches as they are finished."""
        raster = self._raster
        tracer = Tracer(raster.shape.columns, outside=raster.outside, measure=self._measure)
        sieved = None if sieve is None else sieve.applied()
        waiting: list[IntArray] = []
        pending = Window(0, 0, 0, raster.shape.columns)
        for window, rows in self._strips(0.0 if sieve is None else SIEVE_SHARE, 1.0):
            final = rows if sieved is None else sieved(rows)
            self.pixels_changed += int(np.count_nonzero(final != rows))
            waiting.append(raster.kept(final))
            if self._lattice is not None:
                self._lattice.push(waiting[-1])
            pending = replace(pending, rows=pending.rows + window.rows)
            # Every push handles once more what is carried: more rows at a time keep the whole linear.
            if (
                window.bottom == raster.shape.rows
                or pending.shape.pixels * CARRIED_PER_PIXEL >= tracer.carried
            ):
                self._window = pending
                yield self._counted(tracer.push(np.vstack(waiting)))
                waiting, pending = [], Window(window.bottom, 0, 0, window.columns)
        if self._lattice is not None:
            self._lattice.finish()
        self._window = Window(raster.shape.rows, 0, 1, raster.shape.columns)
        yield self._counted(tracer.finish())

    def shaped(self, sieve: Sieve | None, shaper: Shaper) -> Iterator[Shaped]:
        """The patches in another shape."""
        for shaped in shaper.shaped(self.patches(sieve)):
            self._check()
            for value in np.unique(shaped.patches.values).tolist():
                here = shaped.patches.values == value
                change = float(shaped.change_px[here].sum())
                self.change_px[value] = self.change_px.get(value, 0.0) + change
                if self._raster.cells is not None:
                    self.area_m2[value] += float(shaped.change_m2[here].sum())
            yield shaped

    def _strips(self, first: float, last: float) -> Iterator[tuple[Window, IntArray]]:
        """The strips of the raster; progress goes from ``first`` to ``last``."""
        for window in self._raster.windows():
            self._check()
            yield window, self._raster.read(window)
            self._progress(first + window.bottom / self._raster.shape.rows * (last - first))
        self._check()

    def _sizes(self, runs: Runs) -> FloatArray:
        """Pixels and, with a CRS, square metres of runs: shape (1 or 2, runs)."""
        pixels = runs.length.astype(np.float64)
        if self._raster.cells is None:
            return pixels[None]
        middle = self._window.row + runs.row + 0.5, runs.column + runs.length / 2
        return np.stack([pixels, pixels * self._raster.cells.areas(*middle)])

    def _measure(self, runs: Runs) -> Measures:
        sizes = self._sizes(runs)
        if self._scores is None:
            return Measures(sizes, np.zeros((0, len(runs.row))))
        inside = self._window.bottom <= self._raster.shape.rows
        scores = (
            self._scores.read(self._window).ravel() if inside else np.full(self._window.shape.pixels, np.nan)
        )
        starts = runs.row * self._raster.shape.columns + runs.column
        missing = np.isnan(scores)
        totals = np.add.reduceat(np.where(missing, 0.0, scores), starts)
        counts = np.add.reduceat(~missing, starts, dtype=np.float64)
        least = np.minimum.reduceat(np.where(missing, np.inf, scores), starts)
        return Measures(np.vstack([sizes, totals, counts]), least[None])

    def _counted(self, patches: Patches) -> Patches:
        self.polygons += len(patches)
        for value in np.unique(patches.values).tolist():
            here = patches.values == value
            sizes = patches.measures.sums[:, here].sum(axis=1)
            self.pixels[value] = self.pixels.get(value, 0) + int(sizes[0])
            if self._raster.cells is not None:
                self.area_m2[value] = self.area_m2.get(value, 0.0) + float(sizes[1])
        return patches
