"""What the bands of a scan are: grey, or red, green and blue, or places in a palette, or printers' inks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

Array: TypeAlias = NDArray[Any]
Bytes: TypeAlias = NDArray[np.uint8]
Kind: TypeAlias = Literal["grey", "rgb", "cmyk", "palette"]

LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # Rec. 601
KEPT = ("uint8", "uint16")  # types that a warped sheet has too


@dataclass(frozen=True)
class Colours:
    """The bands of a raster that hold its colours, counted from 1.

    Parameters
    ----------
    palette : array of shape (256, 3), uint8, optional
        Colour of each value of a band that holds places in a table.
    """

    kind: Kind
    bands: tuple[int, ...]
    dtype: str
    palette: Bytes | None = None

    @property
    def count(self) -> int:
        """How many numbers a pixel has once it is read: 1 for grey, 3 for colours."""
        is_grey = self.kind == "grey" if self.palette is None else _is_grey(self.palette)
        return 1 if is_grey else 3

    @property
    def kept_dtype(self) -> str:
        """Type of the pixels once they are read: their own where it can be kept, else bytes."""
        return self.dtype if self.kind != "palette" and self.dtype in KEPT else "uint8"


def colours_of(dataset: DatasetReader) -> Colours:
    """How the bands of an opened raster make colours."""
    from rasterio.enums import ColorInterp as Is

    meanings = dict(zip(dataset.indexes, dataset.colorinterp, strict=True))
    numbers = [number for number, meaning in meanings.items() if meaning != Is.alpha] or [1]
    dtype = str(dataset.dtypes[numbers[0] - 1])
    if meanings[numbers[0]] == Is.palette and dtype == "uint8":
        return Colours("palette", (numbers[0],), dtype, _palette(dataset, numbers[0]))
    if meanings[numbers[0]] == Is.cyan and len(numbers) >= 4:
        return Colours("cmyk", tuple(numbers[:4]), dtype)
    if len(numbers) < 3:
        return Colours("grey", (numbers[0],), dtype)
    named = [n for colour in (Is.red, Is.green, Is.blue) for n in numbers if meanings[n] == colour]
    return Colours("rgb", tuple(named if len(named) == 3 else numbers[:3]), dtype)


def _palette(dataset: DatasetReader, number: int) -> Bytes:
    table = np.zeros((256, 3), np.uint8)
    for value, colour in dataset.colormap(number).items():
        table[value] = colour[:3]
    return table


def _is_grey(palette: Bytes) -> bool:
    return bool((palette == palette[:, :1]).all())


def from_inks(inks: Array) -> Array:
    """Red, green and blue, shape (rows, columns, 3), of cyan, magenta, yellow and black (rows, columns, 4).

    Examples
    --------
    >>> from_inks(np.uint8([[[0, 255, 0, 0]]])).tolist()
    [[[255, 0, 255]]]
    """
    most = np.float32(np.iinfo(inks.dtype).max)
    light = 1 - inks.astype(np.float32) / most
    colours: Array = np.rint(light[..., :3] * light[..., 3:] * most).astype(inks.dtype)
    return colours


def to_grey(pixels: Bytes) -> Bytes:
    """The lightness of pixels of shape (rows, columns, 1 or 3), as (rows, columns)."""
    if pixels.shape[2] == 1:
        return np.ascontiguousarray(pixels[..., 0])
    import cv2

    return np.asarray(cv2.transform(pixels, LUMA[None]), np.uint8).reshape(pixels.shape[:2])
