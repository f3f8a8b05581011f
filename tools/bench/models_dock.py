"""How long the dock of models takes to open, with a library of 500."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import child
import desktop

MODELS = 500
SAMPLE = "olinda_landcover"


def run(runs: int) -> Iterator[tuple[str, float]]:
    """Each figure of the dock by its name."""
    if not desktop.is_installed():
        return
    with TemporaryDirectory(prefix="releve-bench-") as folder:
        _fill(Path(folder))
        yield "models_dock_open_ms", median(_open(folder) for _ in range(runs))


def _open(profile: str) -> float:
    told = desktop.in_window("models", QGIS_CUSTOM_CONFIG_PATH=profile, HOME=profile)
    if told["models"] != MODELS:
        raise SystemExit(f"the dock shows {told['models']:g} models instead of {MODELS}")
    return told["open_ms"]


def _fill(profile: Path) -> None:
    """Keep a list of models as the dock would, each as long as the sample model's."""
    listed = child.releve("model.list").values["models"]
    sample = next(row for row in listed if row["name"] == SAMPLE)
    rows = [
        sample | {"path": f"/models/{number}.onnx", "title": f"{sample['title']}, {number:03}"}
        for number in range(MODELS)
    ]
    kept = profile / "profiles" / "default" / "releve" / "models.json"
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps({"form": 1, "models": rows}), encoding="utf-8")
