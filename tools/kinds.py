"""Run a tiny model of each kind, which the tests make, by the command line (build/kinds)."""

from __future__ import annotations

import shlex
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import geopandas
import numpy as np
import rasterio
import shapely
from affine import Affine

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests" / "processing" / "inference"
FOLDER = Path("build/kinds")
CORNER = Affine(10, 0, 500_000, 0, -10, 5_000_000)
SHAPES = (
    (20, 30, 0),
    (60, 62, 1),
    (110, 150, 0),
    (150, 40, 1),
)  # row, column and class of each object


def load(path: Path) -> ModuleType:
    """A module of the tests."""
    spec = spec_from_file_location(path.stem, path)
    module = sys.modules[path.stem] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def image(name: str, values: np.ndarray, bands: str) -> str:
    """A GeoTIFF of 10 m in the folder."""
    count, height, width = values.shape
    facts = {"width": width, "height": height, "count": count, "dtype": values.dtype, "crs": "EPSG:32631"}
    with rasterio.open(FOLDER / name, "w", driver="GTiff", transform=CORNER, **facts) as dataset:
        dataset.write(values)
        dataset.descriptions = tuple(bands)
    return str(FOLDER / name)


def run(job: str, *arguments: str) -> None:
    """Say a command, and run it."""
    print(f"\n$ releve run {job} {shlex.join(arguments)}", flush=True)
    subprocess.run([ROOT / ".venv/bin/releve", "run", job, *arguments], check=True)


def main() -> None:
    """A series, objects, a finer image, embeddings and the places like one of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    kinds, detectors = load(TESTS / "kinds.py"), load(TESTS / "detection" / "detectors.py")
    random = np.random.default_rng(0)
    dates = [
        image(f"2023{month:02}15.tif", random.integers(0, 999, (2, 200, 240)).astype("float32"), "ab")
        for month in (1, 4, 7)
    ]
    inputs = [f"input={path}" for path in dates]
    run("inference.map", *inputs, f"model={kinds.mean_over_dates(FOLDER)}", f"values={FOLDER}/mean.tif")

    square = detectors.Shape(np.ones((9, 9), bool))
    scene = np.zeros((3, 200, 240), "uint8")
    for row, column, band in SHAPES:
        square.paint(scene, row, column, band)
    facts = [
        "layout=yolo_v8",
        "gsd=10",
        "scaling=none",
        "bands=1,2,3",
        "class_names=ship,plane",
        "threshold=0.9",
    ]
    detector = detectors.detector(FOLDER, "yolo_v8", square)
    where = [
        f"input={image('scene.tif', scene, 'rgb')}",
        f"model={detector}",
        f"objects={FOLDER}/objects.gpkg",
    ]
    run("inference.detect", *where, *facts)

    finer = [f"model={kinds.finer_by_2(FOLDER)}", f"image={FOLDER}/finer.tif"]
    run("inference.superresolve", inputs[0], *finer)

    embeddings, examples = f"embeddings={FOLDER}/embeddings.tif", FOLDER / "examples.gpkg"
    run("inference.embed", inputs[0], f"model={kinds.described_patches(FOLDER)}", embeddings)
    place = shapely.Point(CORNER @ (60, 60))
    geopandas.GeoDataFrame(geometry=[place], crs="EPSG:32631").to_file(examples)
    run("inference.similar", embeddings, f"examples={examples}", f"places={FOLDER}/places.gpkg")


if __name__ == "__main__":
    main()
