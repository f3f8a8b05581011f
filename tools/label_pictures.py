"""Draw the pictures from which the Olinda labels are read.

The labels are read by eye, so the pictures are part of the record: the whole scene once, and overlapping
windows of it enlarged, each in true colour (bands 3, 2, 1) and in two false colours (4, 3, 2 and 5, 4, 3)
with a grid of pixel coordinates (column along the top, row down the side). Only numpy and rasterio are
needed: the few digits of the grid are drawn from a bitmap of five rows.

    python tools/label_pictures.py build/samples/olinda_landsat7.tif build/pictures
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning

Picture = NDArray[np.uint8]  # rows, columns, 3

COMPOSITES = {
    "true colour 3-2-1": (2, 1, 0),
    "false colour 4-3-2": (3, 2, 1),
    "false colour 5-4-3": (4, 3, 2),
}
"""Composite -> position of its red, green and blue band among ETM+ 1, 2, 3, 4, 5, 7."""

INK = np.array([255, 255, 0], np.uint8)
PAPER = np.array([32, 32, 32], np.uint8)
_GLYPHS = {
    "0": (7, 5, 5, 5, 7), "1": (2, 6, 2, 2, 7), "2": (7, 1, 7, 4, 7), "3": (7, 1, 7, 1, 7),
    "4": (5, 5, 7, 1, 1), "5": (7, 4, 7, 1, 7), "6": (7, 4, 7, 5, 7), "7": (7, 1, 2, 2, 2),
    "8": (7, 5, 7, 5, 7), "9": (7, 5, 7, 1, 7),
}  # fmt: skip


def composite(scene: NDArray[np.uint8], bands: tuple[int, int, int]) -> Picture:
    """Three bands as a picture, each stretched between the 1st and 99th percentile of the *scene*.

    A stretch taken from the whole scene keeps a colour's meaning from window to window.
    """
    channels = []
    for band in bands:
        low, high = np.percentile(scene[band], (1, 99))
        stretched = np.clip((scene[band] - low) / (high - low), 0, 1) ** 0.8
        channels.append((stretched * 255).round().astype(np.uint8))
    return np.stack(channels, axis=-1)


def write_digits(picture: Picture, text: str, row: int, column: int, scale: int = 2) -> None:
    """Draw a number into `picture` with its top-left corner at (row, column)."""
    for character in text:
        bits = np.array([[(line >> shift) & 1 for shift in (2, 1, 0)] for line in _GLYPHS[character]], bool)
        bits = bits.repeat(scale, 0).repeat(scale, 1)
        target = picture[row : row + bits.shape[0], column : column + bits.shape[1]]
        target[bits[: target.shape[0], : target.shape[1]]] = INK
        column += 4 * scale


def window_picture(
    image: Picture, column: int, row: int, width: int, height: int, zoom: int, grid: int = 10
) -> Picture:
    """A window of `image`, enlarged `zoom` times, framed by its pixel coordinates.

    Small ticks mark every `grid` pixels, at the pixel's top-left corner.
    """
    crop = image[row : row + height, column : column + width].repeat(zoom, 0).repeat(zoom, 1)
    margin = 28
    framed = np.tile(PAPER, (crop.shape[0] + margin, crop.shape[1] + margin, 1))
    framed[margin:, margin:] = crop
    for at in range(-(-column // grid) * grid, min(column + width, image.shape[1]), grid):
        left = margin + (at - column) * zoom
        framed[margin - 6 : margin, left] = INK
        framed[margin::4, left] = framed[margin::4, left] // 2 + INK // 2
        write_digits(framed, str(at), 8, min(left, framed.shape[1] - 24))
    for at in range(-(-row // grid) * grid, min(row + height, image.shape[0]), grid):
        top = margin + (at - row) * zoom
        framed[top, margin - 6 : margin] = INK
        framed[top, margin::4] = framed[top, margin::4] // 2 + INK // 2
        write_digits(framed, str(at), min(top, framed.shape[0] - 12), 1)
    return framed


def side_by_side(pictures: Iterable[Picture], gap: int = 6) -> Picture:
    """Pictures of one height in a row."""
    parts: list[Picture] = []
    for picture in pictures:
        if parts:
            parts.append(np.tile(PAPER, (picture.shape[0], gap, 1)))
        parts.append(picture)
    return np.concatenate(parts, axis=1)


def save_picture(path: Path, picture: Picture, quality: int = 80) -> None:
    """Write a PNG or JPEG, by the name's ending, without sidecar file."""
    options = (
        {"driver": "JPEG", "quality": quality} if path.suffix == ".jpg" else {"driver": "PNG", "zlevel": 9}
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    height, width, count = picture.shape
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(
            path, "w", width=width, height=height, count=count, dtype="uint8", **options
        ) as target:
            target.write(picture.transpose(2, 0, 1))
    Path(f"{path}.aux.xml").unlink(missing_ok=True)


def read_scene(path: Path) -> NDArray[np.uint8]:
    """All bands of the scene, (bands, rows, columns)."""
    with rasterio.open(path) as source:
        scene: NDArray[np.uint8] = source.read()
    return scene


def main() -> None:
    """Write the overviews and the windows of every composite."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scene", type=Path, help="the Landsat scene (see tools/fetch_samples.py)")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "--format", choices=("png", "jpg"), default="jpg", help="kind of picture (default jpg)"
    )
    parser.add_argument("--zoom", type=int, default=6, help="enlargement of the windows (default 6)")
    parser.add_argument("--size", type=int, default=100, help="side of a window in pixels (default 100)")
    parser.add_argument(
        "--step", type=int, default=84, help="distance between windows in pixels (default 84)"
    )
    arguments = parser.parse_args()
    scene = read_scene(arguments.scene)
    rows, columns = scene.shape[1:]
    for name, bands in COMPOSITES.items():
        image, slug = composite(scene, bands), "".join(name.split()[-1].split("-"))
        save_picture(
            arguments.folder / f"scene_{slug}.{arguments.format}",
            window_picture(image, 0, 0, columns, rows, 3, 50),
        )
    images = [composite(scene, bands) for bands in COMPOSITES.values()]
    for row in range(0, rows - arguments.size + arguments.step, arguments.step):
        for column in range(0, columns - arguments.size + arguments.step, arguments.step):
            left, top = min(column, columns - arguments.size), min(row, rows - arguments.size)
            windows = [
                window_picture(image, left, top, arguments.size, arguments.size, arguments.zoom)
                for image in images
            ]
            save_picture(
                arguments.folder / f"window_c{left:03}_r{top:03}.{arguments.format}", side_by_side(windows)
            )


if __name__ == "__main__":
    main()
