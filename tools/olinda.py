"""What the scripts about the Olinda sample share: classes, labels, spatial blocks, the second reading."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import rasterio
from affine import Affine

ROOT = Path(__file__).resolve().parents[1]
SCENE = ROOT / "build" / "samples" / "olinda_landsat7.tif"
LABELS = ROOT / "resources" / "samples" / "olinda_labels.gpkg"
SECOND_READING = ROOT / "build" / "second_reading"
ANSWERS = SECOND_READING / "answers.csv"

BLOCK_PX = 71
"""Side of a spatial block in pixels: 5 × 5 blocks of about 2 km cover the scene."""
BLOCKS_ACROSS = 5

READ_TWICE = 5
"""Points of each class that a second person reads."""
SECOND_READING_SEED = 20261124


@dataclass(frozen=True)
class Cover:
    """A class of the map, and how it looks on the pictures."""

    value: int
    name: str
    name_fr: str
    color: str
    description: str
    looks: str


CLASSES = (
    Cover(
        0, "sea", "mer", "#0072b2",
        "Open sea, the lagoon behind the reef, surf, and reef awash",
        "True colour: turquoise, white where waves break. 4-3-2: blue, cyan surf. "
        "5-4-3: dark blue, bright blue surf.",
    ),
    Cover(
        1, "beach and bare soil", "plage et sol nu", "#f0e442",
        "Sand, quarries, building sites and ground without vegetation",
        "True colour: cream, white, orange or salmon, warm in tone. 4-3-2: white to pale green. "
        "5-4-3: white or bright pink.",
    ),
    Cover(
        2, "trees and mangrove", "arbres et mangrove", "#004d40",
        "Closed canopy: forest, parks, mangrove",
        "True colour: almost black green. 4-3-2: deep or bright pure red. "
        "5-4-3: green to olive green, darker than grass, even in texture.",
    ),
    Cover(
        3, "low vegetation", "végétation basse", "#009e73",
        "Grass, crops, shrubs, smallholdings with scattered trees",
        "True colour: green or olive, lighter than forest. 4-3-2: pinkish or brownish red. "
        "5-4-3: bright yellowish green.",
    ),
    Cover(
        4, "dense urban", "bâti dense", "#d55e00",
        "Closed ranks of small roofs and streets, hardly a tree",
        "True colour: grey to pinkish grey. 4-3-2: grey green, beige. 5-4-3: pink to salmon, no green.",
    ),
    Cover(
        5, "open urban", "bâti aéré", "#cc79a7",
        "Houses with gardens and trees between them, hamlets along roads",
        "True colour: grey brown, mottled with dark. 4-3-2: grey mottled with red. "
        "5-4-3: tan to brown, mottled with green.",
    ),
    Cover(
        6, "inland water", "eaux intérieures", "#56b4e9",
        "Rivers, tidal channels and ponds",
        "True colour: dark purple or grey green bands and ponds. 4-3-2: dark grey, black or teal. "
        "5-4-3: black to dark navy.",
    ),
    Cover(
        7, "large roofs and pavement", "grands toits et chaussées", "#4d4d4d",
        "Sheds, factories, malls, motorways, large paved yards",
        "True colour: cold bright white or light blue grey, sharp shapes. "
        "4-3-2: cyan white. 5-4-3: lilac to white.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Reference:
    """Labelled pixels: column, row, class and spatial block of each, arrays of shape (pixels,)."""

    column: np.ndarray
    row: np.ndarray
    label: np.ndarray
    block: np.ndarray

    def __len__(self) -> int:
        return len(self.label)

    def part(self, chosen: np.ndarray) -> Reference:
        """The pixels at these positions, or where this is true."""
        return Reference(self.column[chosen], self.row[chosen], self.label[chosen], self.block[chosen])


def register_releve() -> None:
    """Make this checkout importable as `releve`, as the backend does at its door."""
    spec = spec_from_file_location("releve", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["releve"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["releve"])


def scene_grid(scene: Path = SCENE) -> tuple[Affine, tuple[int, int]]:
    """Transform and (rows, columns) of the scene."""
    with rasterio.open(scene) as source:
        return source.transform, source.shape


def block_of(column: np.ndarray, row: np.ndarray) -> np.ndarray:
    """Number of the spatial block of each pixel, counted along the rows of blocks.

    >>> block_of(np.array([0, 348]), np.array([0, 351])).tolist()
    [0, 24]
    """
    return (row // BLOCK_PX) * BLOCKS_ACROSS + column // BLOCK_PX


def read_points(transform: Affine, labels: Path = LABELS) -> Reference:
    """The labelled points as pixels."""
    points = gpd.read_file(labels, layer="points")
    columns, rows = ~transform * (points.geometry.x.to_numpy(), points.geometry.y.to_numpy())
    column, row = np.floor(columns).astype(int), np.floor(rows).astype(int)
    return Reference(column, row, points["class"].to_numpy().astype(int), block_of(column, row))


def second_reading_sample(points: Reference) -> list[int]:
    """Positions of the points to be read twice: `READ_TWICE` of each class, in a random order."""
    random = np.random.default_rng(SECOND_READING_SEED)
    chosen = [
        random.choice(np.flatnonzero(points.label == value), READ_TWICE, replace=False)
        for value in sorted({int(value) for value in points.label})
    ]
    return random.permutation(np.concatenate(chosen)).tolist()


def has_second_reading(labels: Path = LABELS) -> bool:
    """Whether the labels hold a second reading."""
    return "second_reading" in pyogrio.list_layers(labels)[:, 0]


def read_second_reading(labels: Path = LABELS) -> pd.DataFrame:
    """The second reading: columns `first` and `second`, one row a point."""
    return pd.DataFrame(gpd.read_file(labels, layer="second_reading").drop(columns="geometry"))
