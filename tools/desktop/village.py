"""Draw a village from above, and make a detector that finds its roofs: for the tutorial's picture of objects.

tools/desktop/village.py FOLDER    writes village.tif, roofs.onnx and the model's card
The picture is drawn, and the detector knows its two kinds of roofs: neither says how well real ones do.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "processing" / "inference" / "detection"))
from detectors import Shape, detector  # noqa: E402 - those of the tests

SIDE, STREET, PLOT = 448, 12, 56  # pixels of 0.5 m
ROOF = Shape(np.ones((16, 24), bool))
GRASS, ASPHALT, TREE = (86, 62, 112), (118, 114, 116), (44, 40, 74)  # red, blue, green
CARD = {
    "title": "Roofs of a drawn village",
    "gsd_m": 0.5,
    "scaling": "none",
    "bands": ["red", "blue", "green"],
    "classes": ["tiled roof", "slate roof"],
    "licence": "CC0-1.0",
}


def village(random: np.random.Generator) -> NDArray[np.uint8]:
    """Red, blue and green, (3, rows, columns): plots between streets, with trees and two kinds of roofs."""
    grass = np.kron(random.uniform(0.85, 1.1, (SIDE // 8, SIDE // 8)), np.ones((8, 8)))
    image = np.multiply.outer(np.array(GRASS, float), grass)
    plots = [(row, column) for row in range(0, SIDE, PLOT) for column in range(0, SIDE, PLOT)]
    for _ in range(260):
        draw_tree(image, *random.integers(0, SIDE, 2), random.integers(3, 7))
    for row in range(0, SIDE, 2 * PLOT):
        image[:, row : row + STREET] = np.array(ASPHALT)[:, None, None]
        image[:, :, row : row + STREET] = np.array(ASPHALT)[:, None, None]
    image += random.normal(0, 4, image.shape)
    for row, column in plots:
        if random.random() < 0.85:
            shift = random.integers(0, 8, 2)
            draw_roof(image, row + STREET + 4 + shift[0], column + STREET + 6 + shift[1], random.integers(2))
    return image.clip(0, 255).astype("uint8")


def draw_tree(image: NDArray[np.float64], row: int, column: int, radius: int) -> None:
    rows, columns = np.ogrid[:SIDE, :SIDE]
    crown = (rows - row) ** 2 + (columns - column) ** 2 <= radius**2
    image[:, crown] = np.array(TREE)[:, None]


def draw_roof(image: NDArray[np.float64], row: int, column: int, kind: int) -> None:
    """A roof in the band of its kind, with a lighter and a darker side in the others, and its shadow."""
    height, width = ROOF.mask.shape
    image[:, row + 3 : row + height + 3, column + 3 : column + width + 3] *= 0.6
    sides = np.where(np.arange(height) < height // 2, 96, 74)[:, None]
    image[:, row : row + height, column : column + width] = sides
    ROOF.paint(image, row, column, kind)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "width": SIDE, "height": SIDE, "count": 3, "dtype": "uint8"}
    place = Affine(0.5, 0, 292_000, 0, -0.5, 9_114_000)
    with rasterio.open(folder / "village.tif", "w", **profile, crs="EPSG:31985", transform=place) as image:
        image.write(village(np.random.default_rng(4)))
        image.descriptions = ("red", "blue", "green")
    model = Path(detector(folder, "yolo_v8", ROOF)).rename(folder / "roofs.onnx")
    releve = ROOT / ".venv" / "bin" / "releve"
    card = [f"sidecar={folder / 'roofs.stac.json'}", f"edits={json.dumps(CARD)}"]
    subprocess.run([releve, "run", "model.card", f"model={model}", *card], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
