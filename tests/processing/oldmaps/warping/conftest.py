"""Sheets whose pixels say where they are, and points that bend them."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from releve.processing.jobs import Context, read_request
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints
from releve.processing.oldmaps.points.writing import write_points

CRS = "EPSG:2154"
WEST, NORTH, PIXEL_M = 650_000.0, 6_860_000.0, 0.5


def points_of(pixels, ground, crs=CRS, **options):
    """Control points of columns and rows and of x and y."""
    points = (
        ControlPoint(col=col, row=row, x=x, y=y) for (col, row), (x, y) in zip(pixels, ground, strict=True)
    )
    return ControlPoints(points=tuple(points), crs=crs, declared_crs=crs, **options)


def on_ground(pixels, turn_deg=0.0):
    """Where a sheet of pixels of 0.5 m lies that is turned about its upper left corner."""
    turn = np.exp(1j * np.radians(turn_deg))
    z = PIXEL_M * (pixels[:, 0] - 1j * pixels[:, 1]) * turn
    return np.column_stack([WEST + z.real, NORTH + z.imag])


def straight_points(width, height, turn_deg=0.0, **options):
    """Nine points of a sheet that is not bent at all."""
    columns, rows = np.meshgrid([0, width / 2, width], [0, height / 2, height])
    pixels = np.column_stack([columns.ravel(), rows.ravel()])
    return points_of(pixels, on_ground(pixels, turn_deg), **options)


def bent_points(width, height, bend_px=4.0, count=30, turn_deg=0.0, **options):
    """Points of a sheet of paper that was wet: each is off by some pixels."""
    random = np.random.default_rng(3)
    pixels = random.uniform(0, 1, (count, 2)) * (width, height)
    return points_of(pixels, on_ground(pixels + random.normal(0, bend_px, (count, 2)), turn_deg), **options)


@pytest.fixture
def write_sheet(tmp_path):
    """Writes an image of shape (bands, rows, columns)."""

    def write(image, name="sheet.tif", **options):
        path = tmp_path / name
        image = np.asarray(image)
        with rasterio.open(
            path, "w", driver="GTiff", width=image.shape[2], height=image.shape[1], count=len(image),
            dtype=image.dtype, **options,
        ) as dataset:  # fmt: skip
            dataset.write(image)
        return path

    return write


@pytest.fixture
def write_csv(tmp_path):
    """Writes control points."""

    def write(points, name="sheet.csv"):
        path = tmp_path / name
        write_points(path, points)
        return path

    return write


class Ran:
    """What a job said and gave."""

    def __init__(self, events, result):
        self.result = result
        self.values = result["values"]
        self.warnings = [event["message"] for event in events if event.get("level") == "warning"]
        self.previews = [event for event in events if event["event"] == "preview"]


class Cancelling(Context):
    """A context that is cancelled at some check."""

    def __init__(self, request, emit, cancel_at):
        super().__init__(request, emit)
        self._left = cancel_at

    def check(self):
        if self._left is not None:
            self._left -= 1
            if self._left <= 0:
                self.cancel()
        super().check()


@pytest.fixture
def run():
    """Runs a job in this process."""

    def run(job, outputs=None, cancel_at=None, **inputs):
        """``cancel_at``: the how-many-eth check finds it cancelled."""
        destinations = {name: {"path": str(path)} for name, path in (outputs or {}).items()}
        request = read_request(job, {"inputs": inputs, "outputs": destinations})
        events = []
        context = Cancelling(request, events.append, cancel_at)
        try:
            job.run(request.inputs, context)
            return Ran(events, context.publish())
        finally:
            context.close()

    return run
