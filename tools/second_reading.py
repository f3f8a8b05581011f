"""A second reading of some of the Olinda points, by someone who has not seen the first labels.

    python tools/second_reading.py sheets    write build/second_reading/: README.txt, points.csv, sheet_*.png
    python tools/second_reading.py take      put build/second_reading/answers.csv (id,class) into the labels

The second step adds the layer `second_reading` to the labels; the next `tools/train_olinda.py` writes the
agreement into the model's card.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
from label_pictures import (
    COMPOSITES,
    INK,
    PAPER,
    Picture,
    composite,
    read_scene,
    save_picture,
    side_by_side,
    write_digits,
)
from olinda import (
    ANSWERS,
    CLASSES,
    LABELS,
    SCENE,
    SECOND_READING,
    Reference,
    read_points,
    scene_grid,
    second_reading_sample,
)

CROP_PX = 31  # side of a crop; odd, so that the point is its middle pixel
ZOOM = 12
PER_SHEET = 4


def write_sheets(folder: Path = SECOND_READING) -> None:
    """Everything the second reader needs, and nothing of the first labels."""
    transform, _ = scene_grid()
    points = read_points(transform)
    points = points.part(np.array(second_reading_sample(points)))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "points.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("id", "x", "y", "col", "row"))
        for number, (column, row) in enumerate(zip(points.column, points.row, strict=True), start=1):
            x, y = transform * (column + 0.5, row + 0.5)
            table.writerow((number, f"{x:.2f}", f"{y:.2f}", column, row))
    (folder / "README.txt").write_text(_instructions(len(points)), encoding="utf-8")
    scene = read_scene(SCENE)
    images = [composite(scene, bands) for bands in COMPOSITES.values()]
    for first in range(0, len(points), PER_SHEET):
        rows = [
            _strip(images, number + 1, points.column[number], points.row[number])
            for number in range(first, min(first + PER_SHEET, len(points)))
        ]
        save_picture(folder / f"sheet_{first // PER_SHEET + 1:02}.png", np.concatenate(rows))


def _strip(images: list[Picture], number: int, column: int, row: int) -> Picture:
    """One point: its number, then its surroundings in each composite with the point's pixel framed."""
    half = CROP_PX // 2
    label = np.tile(PAPER, (CROP_PX * ZOOM, 40, 1))
    write_digits(label, str(number), 10, 4, scale=4)
    crops = []
    for image in images:
        padded = np.pad(image, ((half, half), (half, half), (0, 0)))
        crop = padded[row : row + CROP_PX, column : column + CROP_PX].repeat(ZOOM, 0).repeat(ZOOM, 1)
        near, far = half * ZOOM - 2, (half + 1) * ZOOM + 1
        crop[near : far + 1, [near, near + 1, far - 1, far]] = INK
        crop[[near, near + 1, far - 1, far], near : far + 1] = INK
        crops.append(crop)
    strip = side_by_side([label, *crops])
    return np.concatenate([strip, np.tile(PAPER, (6, strip.shape[1], 1))])


def _instructions(count: int) -> str:
    classes = "\n\n".join(
        f"{one.value}  {one.name}\n   {one.description}.\n   {one.looks}" for one in CLASSES
    )
    return f"""A second reading of {count} points on a Landsat 7 scene of the coast at Olinda, Brazil
(28.5 m pixels; the sea is in the east and south-east).

On the sheets each row is one point: its number, then its surroundings ({CROP_PX} x {CROP_PX} pixels, north
up) in true colour (bands 3-2-1) and in two false colours (4-3-2 and 5-4-3). The pixel to read stands in the
yellow frame: give the class that covers most of THAT pixel, using what lies around it to understand it.
Black beyond the edge is outside the scene. Do not look at the first labels, at a map made from them, or at
another reader's answers. Answer every point, also the doubtful ones, by the likeliest class.

Write answers.csv beside this file, with the header "id,class" and one line a point, for example "1,4".

The classes
-----------
{classes}
"""


def take_answers(answers: Path = ANSWERS, labels: Path = LABELS) -> gpd.GeoDataFrame:
    """Add the second reading to the labels as the layer `second_reading`."""
    with answers.open(newline="", encoding="utf-8-sig") as file:
        given = {int(line["id"]): int(line["class"]) for line in csv.DictReader(file)}
    transform, _ = scene_grid()
    points = read_points(transform, labels)
    points = points.part(np.array(second_reading_sample(points)))
    _check(given, len(points))
    layer = _layer(points, [given[number] for number in range(1, len(points) + 1)], transform)
    partial = labels.with_name(f".{labels.name}.partial.gpkg")
    shutil.copyfile(labels, partial)
    try:
        layer.to_file(partial, layer="second_reading", driver="GPKG", mode="w")
        partial.replace(labels)
    finally:
        partial.unlink(missing_ok=True)
    return layer


def _check(given: dict[int, int], count: int) -> None:
    wanted, known = set(range(1, count + 1)), {one.value for one in CLASSES}
    if set(given) != wanted:
        odd = sorted(set(given) ^ wanted)
        raise SystemExit(f"The answers must hold the ids 1 to {count} once each; missing or unknown: {odd}.")
    if not set(given.values()) <= known:
        odd = sorted(set(given.values()) - known)
        raise SystemExit(f"The answers name the classes {odd}; there are {sorted(known)}.")


def _layer(points: Reference, second: list[int], transform: object) -> gpd.GeoDataFrame:
    x, y = transform * (points.column + 0.5, points.row + 0.5)
    return gpd.GeoDataFrame(
        {
            "id": np.arange(1, len(points) + 1),
            "first": points.label,
            "second": second,
            "first_name": [CLASSES[value].name for value in points.label],
            "second_name": [CLASSES[value].name for value in second],
            "author": "Relevé developers, a second reader who had not seen the first labels",
            "pictures": f"crops of {CROP_PX} x {CROP_PX} pixels in 3-2-1, 4-3-2 and 5-4-3",
        },
        geometry=gpd.points_from_xy(x, y),
        crs="EPSG:31985",
    )


def main() -> int:
    """Write the sheets, or take the answers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=("sheets", "take"))
    parser.add_argument("--answers", type=Path, default=ANSWERS)
    arguments = parser.parse_args()
    if arguments.step == "sheets":
        write_sheets()
        print(f"{SECOND_READING}: give it to someone who has not seen the labels")
        return 0
    if not arguments.answers.is_file():
        print(f"second_reading: {arguments.answers} is missing: write the answers first.", file=sys.stderr)
        return 1
    layer = take_answers(arguments.answers)
    print(f"{(layer['first'] == layer['second']).sum()} of {len(layer)} points were read alike")
    return 0


if __name__ == "__main__":
    sys.exit(main())
