"""Old sheets of Paris: figures that others computed, the choice of a method, misplaced points found."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from releve.processing.errors import FitError
from releve.processing.oldmaps.fitting.comparison import compare
from releve.processing.oldmaps.fitting.errors import method_errors, summary
from releve.processing.oldmaps.fitting.methods import METHODS, fit, leave_one_out
from releve.processing.oldmaps.fitting.places import Places
from releve.processing.oldmaps.fitting.polynomials import fit_helmert
from releve.processing.oldmaps.fitting.suspects import suspects
from releve.processing.oldmaps.points.control_points import ControlPoints
from releve.processing.oldmaps.points.reading import read_points

FIGURES = {
    "p1": ("affine", "fit"),
    "p1_loo": ("affine", "loo"),
    "p2": ("polynomial2", "fit"),
    "p2_loo": ("polynomial2", "loo"),
    "p3": ("polynomial3", "fit"),
    "p3_loo": ("polynomial3", "loo"),
    "tps_loo": ("spline", "loo"),
    "tps_loo_med": ("spline", "median"),
}


@dataclass(frozen=True)
class Sheet:
    """One sheet of the reference: its row there, and its points."""

    row: dict[str, str]
    points: ControlPoints

    @property
    def planes(self) -> tuple[np.ndarray, np.ndarray]:
        return self.points.pixels * [1, -1], self.points.ground


@pytest.fixture(scope="module")
def sheets(shared_data: Path) -> list[Sheet]:
    folder = shared_data / "oldmaps" / "gcps"
    if not folder.is_dir():
        pytest.skip(f"no control points in {folder}")
    with (folder / "reference_residuals.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [
        Sheet(row, read_points(str(folder / row["set"] / row["sheet"]), trusting=True).enabled)
        for row in rows
    ]


def test_errors_are_those_of_the_reference(sheets):
    told = 0
    for sheet in sheets:
        source, target = sheet.planes
        assert len(source) == int(sheet.row["n"])
        for column, (method, kind) in FIGURES.items():
            if not sheet.row[column]:
                continue
            if kind == "fit":
                errors = target - fit(method, source, target)(source)
            else:
                errors = leave_one_out(method, source, target)
            mean = np.median if kind == "median" else np.mean
            found = np.sqrt(mean((errors**2).sum(axis=1)))
            assert found == pytest.approx(float(sheet.row[column]), rel=1e-6), (sheet.row["sheet"], column)
            told += 1
    assert len(sheets) == 331
    assert told == 2430


@pytest.fixture(scope="module")
def chosen(sheets) -> dict[str, list[dict[str, float]]]:
    """Set → errors of each of its sheets without a point: by method, and by the one recommended."""
    found = defaultdict(list)
    systems = {"rumsey_verniquet": "verniquet"}
    for sheet in sheets:
        name = sheet.row["set"]
        crs = systems.get(name, sheet.points.crs)
        if len(sheet.points.points) < 9 or name.endswith("C_1188"):  # the latter stands in toises beside
            continue
        comparison = compare(ControlPoints(points=sheet.points.points, crs=crs))
        if comparison.recommended:
            errors = {key: comparison.loo_m(key) for key in METHODS}
            found[name].append(errors | {"chosen": comparison.loo_m(comparison.recommended)})
    return found


def test_the_choice_is_within_five_percent_of_the_best_method_of_each_set(chosen):
    assert len(chosen) == 10
    for name, sheets in chosen.items():
        medians = {key: np.median([sheet[key] for sheet in sheets]) for key in (*METHODS, "chosen")}
        best = min(value for key, value in medians.items() if key != "chosen" and np.isfinite(value))
        assert medians["chosen"] <= 1.05 * best, name


def planted(sheets: list[Sheet], times: float, seed: int) -> tuple[float, float, int]:
    """Shares of sheets on which one displaced point is suspected first, and listed among the first three."""
    random = np.random.default_rng(seed)
    first = listed = count = 0
    for sheet in sheets:
        source, target = sheet.planes
        if len(source) < 9:
            continue
        step = times * summary(leave_one_out("spline", source, target)).rmse
        at, angle = random.integers(len(source)), random.uniform(0, 2 * np.pi)
        target = target.copy()
        target[at] += step * np.array([np.cos(angle), np.sin(angle)])
        places = Places(source, target, np.ones(2), np.arange(len(source)))
        found = suspects(method_errors("affine", places), method_errors("spline", places), least_m=0.0)
        first += found.order[0] == at
        listed += at in found.listed[:3]
        count += 1
    return first / count, listed / count, count


@pytest.mark.parametrize(("times", "first", "listed"), [(3, 0.72, 0.95), (5, 0.93, 0.99), (10, 0.98, 1.0)])
def test_a_displaced_point_is_suspected(sheets, times, first, listed):
    shares = planted(sheets, times, seed=times)
    assert shares[2] == 292
    assert shares[0] >= first
    assert shares[1] >= listed


@pytest.mark.soak
@pytest.mark.parametrize(("times", "first", "listed"), [(3, 0.72, 0.95), (5, 0.93, 0.99), (10, 0.98, 0.997)])
def test_displaced_points_are_suspected_whatever_the_seed(sheets, times, first, listed):
    for seed in range(100, 110):
        shares = planted(sheets, times, seed)
        assert shares[0] >= first
        assert shares[1] >= listed


def test_what_qgis_stored_as_residuals_is_explained(shared_data):
    explained = files = 0
    for path in sorted((shared_data / "oldmaps" / "gcps").rglob("*.points")):
        stored = _stored(path)
        points = read_points(str(path), trusting=True).enabled
        if stored is None or len(points.points) < 4:
            continue
        files += 1
        explained += any(np.abs(stored - kind).max() < 1e-3 for kind in _residuals(points))
    assert files == 256
    assert explained >= 238


def _stored(path: Path) -> np.ndarray | None:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(line for line in stream if not line.startswith("#")))
    if not rows or "residual" not in rows[0]:
        return None
    return np.array([float(row["residual"]) for row in rows if row["enable"] == "1"])


def _residuals(points: ControlPoints):
    """Lengths of residuals on the sheet as QGIS' methods leave them."""
    sheet, ground = points.pixels * [1, -1], points.ground
    yield np.zeros(len(sheet))
    for method in ("affine", "polynomial2"):
        try:
            yield np.hypot(*(sheet - fit(method, ground, sheet)(ground)).T)
        except FitError:
            continue
    helmert = fit_helmert(sheet, ground)  # QGIS inverts the forward one
    slopes = helmert.jacobian(sheet[:1])[0]
    yield np.hypot(*np.linalg.solve(slopes, (ground - helmert(sheet)).T))


@pytest.mark.parametrize(("method", "expected"), [("affine", "polynomial"), ("helmert", "helmert")])
def test_allmaps_places_pixels_alike(shared_data, method, expected):
    from pyproj import Transformer

    folder = shared_data / "oldmaps" / "allmaps" / "apps" / "cli" / "test"
    points = read_points(str(folder / "input" / "annotations" / "7a69f9470b49a744.json"))
    mercator = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    ground = np.stack(mercator.transform(*points.ground.T), axis=1)
    pixels = np.loadtxt(folder / "input" / "coordinates" / "coordinates.txt")
    placed = fit(method, points.pixels * [1, -1], ground)(pixels * [1, -1])
    degrees = np.stack(mercator.transform(*placed.T, direction="INVERSE"), axis=1)
    theirs = np.loadtxt(folder / "output" / "coordinates" / f"coordinates-{expected}.txt")
    np.testing.assert_allclose(degrees, theirs, rtol=0, atol=1e-9)
