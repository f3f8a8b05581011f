"""A drawn atlas, whose truth is known, and a way to run a job on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from releve.processing.catalogue import find_job
from releve.processing.jobs import Context, read_request
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints

METRES = np.ones(2)
STEP_M, PIXEL_M = 100.0, 0.2
ORIGIN = np.array([652000.0, 6862000.0])  # in Paris


def affine_of(sheet: int) -> np.ndarray:
    """From (col, -row, 1) to metres: turned a little, each sheet otherwise, shape (3, 2)."""
    angle, shrink = 0.01 * (sheet + 1), 1 + 0.002 * sheet
    turn = PIXEL_M * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), shrink * np.cos(angle)]])
    corner = ORIGIN + np.array([200.0 * (sheet % 2), 200.0 * (sheet // 2)])  # seen at column 300, row 1500
    return np.vstack([turn, corner - np.array([300.0, -1500.0]) @ turn])


def drawn(sheet: int, *, noise_m: float = 0.0, seed: int = 0) -> ControlPoints:
    """Nine nodes of a graticule of 100 m, on one of four sheets that share their borders."""
    east, north = ORIGIN + np.array([200.0 * (sheet % 2), 200.0 * (sheet // 2)])
    ground = np.array([(east + i * STEP_M, north + j * STEP_M) for i in range(3) for j in range(3)])
    affine = affine_of(sheet)
    seen = ground + np.random.default_rng(100 * seed + sheet).normal(0, noise_m or 1e-12, ground.shape)
    pixels = (seen - affine[2]) @ np.linalg.inv(affine[:2])
    points = [
        ControlPoint(col=col, row=-up, x=x, y=y)
        for (col, up), (x, y) in zip(pixels.tolist(), ground.tolist(), strict=True)
    ]
    return ControlPoints(
        points=tuple(points), crs="EPSG:2154", declared_crs="EPSG:2154", sheet=f"{sheet}.jpg"
    )


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., SimpleNamespace]:
    """Runs a job: its result, its values, and the warnings it gave; or cancels it at some progress."""

    def one(
        identity: str, outputs: dict[str, str], *, cancel_at: float = 2.0, **inputs: Any
    ) -> SimpleNamespace:
        places = {name: {"path": str(tmp_path / path)} for name, path in outputs.items()}
        request = read_request(find_job(identity), {"inputs": inputs, "outputs": places})
        events: list[dict[str, Any]] = []

        def hear(event: dict[str, Any]) -> None:
            events.append(event)
            if event.get("fraction", 0.0) >= cancel_at:
                context.cancel()

        context = Context(request, hear)
        try:
            for name in request.destinations:
                context.output(name)
            request.job.run(request.inputs, context)
            told = context.publish()
        finally:
            context.close()
        warnings = [event["message"] for event in events if event.get("level") == "warning"]
        return SimpleNamespace(outputs=told["outputs"], values=told["values"], warnings=warnings)

    return one
