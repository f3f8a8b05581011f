"""Pairs of pictures of old maps whose truth is known: the same place made to look different, or two places.

All are cut from the scans in the folder of test data, by seeds that do not change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, combinations, islice, permutations, product
from pathlib import Path
from typing import Any

import cv2
import numpy as np

SEED = 20261124
SIDE = 900  # of the sheet's picture, in pixels
ATLAS = "atlas1926/BHdV_PL_ATL20Ardt_1926_0004-VAL-INPUT_color_border.jpg"
CONTENT = "atlas1926/BHdV_PL_ATL20Ardt_1926_0004-VAL-MASK_content.png"
DETAILS = ("crops/docs/img/task1-input-detail.jpg", "crops/docs/img/task3-input-detail.jpg")
OTHERS = (  # the first detail is cut from the atlas itself
    DETAILS[1],
    "crops/docs/img/map_large_in.jpg",
    "directories/pages/0006.jpg",
    "directories/pages/0022.jpg",
    "directory_page_didot/test/data/Didot_1851a_300-page.jpg",
)
CELL = 1000  # of the atlas: windows that share nothing
LEAST_CONTENT = 0.5
FURNITURE = (260, 420)  # rows and columns of a title that two sheets share

Image = np.ndarray
Corner = tuple[int, int]
Change = Callable[[Image, np.random.Generator], Image]


@dataclass(frozen=True)
class Pair:
    """Two pictures; ``truth`` leads from pixels of the sheet to the reference, None if they differ."""

    group: str
    name: str
    sheet: Image
    reference: Image
    truth: np.ndarray | None


@lru_cache(maxsize=2)
def picture(path: Path) -> Image:
    """A scan as red, green and blue."""
    read = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if read is None:
        raise FileNotFoundError(path)
    return cv2.cvtColor(read, cv2.COLOR_BGR2RGB)


# -- changes ------------------------------------------------------------------------------------------------


def scanned(image: Image, rng: np.random.Generator) -> Image:
    """As another scanner gives it: a little softer, with noise and the traces of JPEG."""
    soft = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 0.9))
    noisy = np.clip(soft + rng.normal(0, 4, soft.shape), 0, 255).astype(np.uint8)
    return cv2.imdecode(cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, 75])[1], cv2.IMREAD_COLOR)


def brightened(image: Image, rng: np.random.Generator) -> Image:
    """Another exposure and contrast, and light from one side."""
    rows, columns = np.indices(image.shape[:2]) / max(image.shape[:2])
    angle = rng.uniform(0, 2 * np.pi)
    light = 1 + 0.35 * (rows * np.sin(angle) + columns * np.cos(angle))
    curve = 255 * (image / 255.0) ** rng.uniform(0.6, 1.6)
    return np.clip(curve * light[..., None] * rng.uniform(0.75, 1.2), 0, 255).astype(np.uint8)


def stained(image: Image, rng: np.random.Generator) -> Image:
    """Water stains, with a dark rim, and a fold."""
    result = image.astype(np.float32)
    rows, columns = np.indices(image.shape[:2])
    for _ in range(5):
        row, column = rng.uniform(0, 1, 2) * image.shape[:2]
        radius = rng.uniform(0.08, 0.25) * max(image.shape[:2])
        distance = np.hypot(rows - row, columns - column) / radius
        wash = 0.35 / (1 + np.exp(14 * (distance - 1))) + 0.25 * np.exp(-((distance - 1) ** 2) / 0.002)
        result *= 1 - wash[..., None] * np.array([0.4, 0.7, 1.0])
    at = int(rng.uniform(0.2, 0.8) * image.shape[1])
    result[:, at : at + 4] *= 0.55
    return np.clip(result, 0, 255).astype(np.uint8)


def reinked(image: Image, rng: np.random.Generator) -> Image:
    """Lines drawn thicker, in another tone."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
    thick = cv2.erode(image, kernel)
    ink = _ink(thick)[..., None]
    return np.clip(thick * (1 - 0.6 * ink) + ink * 0.6 * rng.uniform(20, 110, 3), 0, 255).astype(np.uint8)


def drawn(image: Image, rng: np.random.Generator) -> Image:
    """A line drawing: black on white, nothing between."""
    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), (0, 0), 1.0)
    lines = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, 12)
    return np.repeat(lines[..., None], 3, axis=2)


def inverted(image: Image, rng: np.random.Generator) -> Image:
    """A negative, as of a photostat."""
    return 255 - image


def coloured(image: Image, rng: np.random.Generator) -> Image:
    """Printed in blue on yellowed paper; what was red is gone."""
    red = image[..., 0].astype(np.float32)
    ink = _ink(np.repeat(red[..., None], 3, axis=2))[..., None]
    paper, blue = np.array([236, 222, 170.0]), np.array([40, 70, 150.0])
    return np.clip(paper * (1 - ink) + blue * ink, 0, 255).astype(np.uint8)


def outlined(image: Image, rng: np.random.Generator) -> Image:
    """Only the outlines of what is dark, as in a tracing."""
    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), (0, 0), 1.5)
    edges = cv2.dilate(cv2.Canny(grey, 40, 110), np.ones((2, 2), np.uint8))
    return np.repeat((255 - edges)[..., None], 3, axis=2)


ORDINARY: tuple[Change, ...] = (scanned, brightened, stained, reinked)
STYLES: tuple[Change, ...] = (drawn, inverted, coloured, outlined)


def _ink(image: Image) -> np.ndarray:
    """From 0 (paper) to 1 (ink), each against what surrounds it."""
    grey = image.astype(np.float32).mean(axis=2)
    paper = cv2.GaussianBlur(grey, (0, 0), 25)
    return np.clip((paper - grey - 15) / 70, 0, 1)


# -- pairs --------------------------------------------------------------------------------------------------


def pairs(folder: Path, groups: tuple[str, ...], *, every: int = 1) -> Iterator[Pair]:
    """One in ``every`` of the pairs of these groups, always the same ones, each made when it is asked for."""
    for group in groups:
        for make in islice(_makers(folder, group), None, None, every):
            yield make()


def _makers(folder: Path, group: str) -> Iterator[Callable[[], Pair]]:
    if group == "near":
        return _same(folder, group, product((0, 8, 15, 30), (0.5, 0.7, 1.0, 1.4, 2.0)), ORDINARY)
    if group == "turned":
        return _same(folder, group, product((45, 90, 135, 180), (0.5, 1.0, 2.0)), ORDINARY)
    if group == "style":
        return _same(folder, group, product((0, 12), (0.8, 1.0, 1.25)), STYLES)
    if group == "unrelated":
        return chain(_lookalikes(folder), _strangers(folder))
    return _furniture(folder)


GROUPS = ("near", "turned", "style", "unrelated", "furniture")


def _same(folder: Path, group: str, views: Any, changes: tuple[Change, ...]) -> Iterator[Callable[[], Pair]]:
    """Parts of the atlas, each seen turned and scaled, in each of the ways of changing it."""
    atlas = picture(folder / ATLAS)
    for number, ((turn, scale), change) in enumerate(product(views, changes)):
        rng = np.random.default_rng([SEED, len(group), number])
        yield partial(_same_place, atlas, group, turn, scale, change, rng)


def _same_place(
    atlas: Image, group: str, turn: int, scale: float, change: Change, rng: np.random.Generator
) -> Pair:
    angle = np.radians(turn * rng.choice([-1, 1]))
    covered = SIDE / scale  # pixels of the atlas
    room = covered * (abs(np.cos(angle)) + abs(np.sin(angle))) / 2
    centre = np.array([rng.uniform(min(room, 4400), max(4600, 9000 - room)),
                       rng.uniform(min(room, 1400), max(1600, 3000 - room))])  # fmt: skip
    turning = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) / scale
    to_atlas = np.column_stack([turning, centre - turning @ [SIDE / 2, SIDE / 2]])
    sheet = seen(atlas, to_atlas, SIDE)
    sheet = scanned(change(sheet, rng), rng) if change is not scanned else scanned(sheet, rng)
    half = 0.65 * covered
    middle = centre + rng.uniform(-0.1, 0.1, 2) * covered
    left, top = np.maximum(middle - half, 0).astype(int)
    right, bottom = np.minimum(middle + half, [9000, 3000]).astype(int)
    truth = to_atlas - [[0, 0, left], [0, 0, top]]
    name = f"{change.__name__} {turn}° × {scale:g}"
    return Pair(group, name, sheet, atlas[top:bottom, left:right], truth)


def seen(image: Image, to_image: np.ndarray, side: int) -> Image:
    """A square picture of an image through an affine map from its pixels to the image's, without aliasing."""
    factor = np.sqrt(abs(np.linalg.det(to_image[:, :2])))
    corners = np.array([[0, 0], [side, 0], [side, side], [0, side]]) @ to_image[:, :2].T + to_image[:, 2]
    left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 8, 0)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 8
    part = image[top:bottom, left:right]
    if factor > 1:
        part = cv2.GaussianBlur(part, (0, 0), 0.45 * factor)
    half = np.array([0.5, 0.5])  # OpenCV counts from the middle of the first pixel
    shift = to_image[:, :2] @ half + to_image[:, 2] - half - [left, top]
    paper = tuple(np.median(part.reshape(-1, 3), axis=0).tolist())
    return cv2.warpAffine(
        part,
        np.column_stack([to_image[:, :2], shift]),
        (side, side),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderValue=paper,
    )


def _cells(folder: Path) -> list[Corner]:
    """Corners of the windows of the atlas that hold enough of the map."""
    content = picture(folder / CONTENT)[..., 0] > 0
    corners = product(range(0, 3000, CELL), range(0, 9000, CELL))
    return [
        (row, column)
        for row, column in corners
        if content[row : row + CELL, column : column + CELL].mean() >= LEAST_CONTENT
    ]


def _lookalikes(folder: Path) -> Iterator[Callable[[], Pair]]:
    """Two windows of one atlas that share nothing, one of them turned and changed."""
    atlas = picture(folder / ATLAS)
    for number, (first, second) in enumerate(permutations(_cells(folder), 2)):
        rng = np.random.default_rng([SEED, 9, number])
        yield partial(_lookalike, atlas, first, second, rng)


def _lookalike(atlas: Image, first: Corner, second: Corner, rng: np.random.Generator) -> Pair:
    change = rng.choice(np.array([*ORDINARY, *STYLES], object))
    angle, scale = np.radians(rng.choice([0, 0, rng.uniform(-30, 30), 90, 180])), rng.uniform(0.7, 1.3)
    window = _window(atlas, second)
    turning = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) / scale
    to_window = np.column_stack([turning, [CELL / 2, CELL / 2] - turning @ [SIDE / 2, SIDE / 2]])
    sheet = scanned(change(seen(window, to_window, SIDE), rng), rng)
    return Pair("unrelated", f"{first} {second} {change.__name__}", sheet, _window(atlas, first), None)


def _strangers(folder: Path) -> Iterator[Callable[[], Pair]]:
    """Other maps and pages against the atlas, and two places of another map against each other."""
    atlas, cells = picture(folder / ATLAS), _cells(folder)
    different = partial(Pair, "unrelated", truth=None)
    for number, (name, cell) in enumerate(product(OTHERS, cells[::4])):
        rng = np.random.default_rng([SEED, 10, number])
        yield lambda name=name, cell=cell, rng=rng: different(
            f"{name} {cell}", scanned(picture(folder / name)[:SIDE, :SIDE], rng), _window(atlas, cell)
        )
    first, second = (picture(folder / name) for name in DETAILS)
    yield partial(different, "two details of one sheet", first, second)
    paper = np.clip(np.random.default_rng(SEED).normal(225, 6, (SIDE, SIDE, 3)), 0, 255).astype(np.uint8)
    yield partial(different, "blank paper", paper, _window(atlas, cells[0]))
    yield partial(different, "two blank papers", paper, paper[::-1].copy())


def _furniture(folder: Path) -> Iterator[Callable[[], Pair]]:
    """Two places under one title block, one graticule and one frame, as the sheets of an atlas are."""
    atlas, cells = picture(folder / ATLAS), _cells(folder)
    title = picture(folder / DETAILS[1])[: FURNITURE[0], : FURNITURE[1]]
    for number, corners in enumerate(list(combinations(cells, 2))[::10]):
        rng = np.random.default_rng([SEED, 11, number])
        yield partial(_furnished_pair, atlas, title, corners, rng)


def _furnished_pair(
    atlas: Image, title: Image, corners: tuple[Corner, Corner], rng: np.random.Generator
) -> Pair:
    sheet, reference = (_furnished(_window(atlas, corner), title) for corner in corners)
    return Pair("furniture", " ".join(map(str, corners)), scanned(sheet, rng), reference, None)


def _furnished(window: Image, title: Image) -> Image:
    """A window in a frame, with a graticule and a title."""
    result = window.copy()
    for at in (200, 500, 800):
        result[at : at + 2] = result[:, at : at + 2] = 60
    result[60 : 60 + FURNITURE[0], 60 : 60 + FURNITURE[1]] = title
    for at, thick in ((20, 3), (30, 8)):
        cv2.rectangle(result, (at, at), (CELL - at, CELL - at), (40, 40, 40), thick)
    return result


def _window(image: Image, corner: Corner) -> Image:
    row, column = corner
    return image[row : row + CELL, column : column + CELL]
