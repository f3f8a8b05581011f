"""A loaded model of keypoints: pictures go in as its card wants them, tensors come out by what they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...inference.scaling import scale
from ...models.card import Card, ModelInput
from ...models.sessions import Session
from .features import FloatArray, Picture

REACH = 20.0  # degrees, where the card does not say: learned descriptors follow no rotation
MULTIPLE = 32  # a network halves its image up to five times

Array = NDArray[Any]
Size = tuple[int, int]


@dataclass(frozen=True)
class Network:
    """A session, and what its card says of images and outputs.

    Parameters
    ----------
    roles : mapping
        What its outputs hold, and their names.
    check : callable
        Called before each run, and raises to give up.
    """

    session: Session
    card: Card
    roles: Mapping[str, str]
    check: Callable[[], None] = lambda: None

    @property
    def name(self) -> str:
        """The model's, for people."""
        return self.card.name

    @property
    def reach(self) -> float:
        """The rotation up to which it finds the same again, in degrees."""
        said = self.card.hyperparameters.get("rotation_reach")
        return float(said) if isinstance(said, int | float) and 0 < said <= 180 else REACH

    @property
    def side(self) -> int | None:
        """The longest side of a picture that it takes, where its graph says so."""
        sides = [side for one in self.card.inputs for side in (one.side("height"), one.side("width"))]
        return min((side for side in sides if side > 0), default=None)

    def run(self, *pictures: Picture) -> dict[str, Array]:
        """What it gives for these pictures, by roles: each in an input of its own, or all as one batch."""
        self.check()
        entries = self.card.inputs
        sizes = self.sizes(*pictures)
        tensors = [
            tensor(picture, entries[place % len(entries)], size)
            for place, (picture, size) in enumerate(zip(pictures, sizes, strict=True))
        ]
        if len(entries) < len(tensors):
            tensors = [np.concatenate(tensors)]
        feeds = {entry.name: value for entry, value in zip(entries, tensors, strict=True)}
        return dict(zip(self.roles, self.session.run(feeds, list(self.roles.values())), strict=True))

    def sizes(self, *pictures: Picture) -> list[Size]:
        """Rows and columns of the images that it is given for these pictures; one for all in a batch."""
        entries = self.card.inputs
        shapes = [picture.shape for picture in pictures]
        if len(entries) < len(shapes):
            shapes = [(max(rows for rows, _ in shapes), max(columns for _, columns in shapes))] * len(shapes)
        return [padded(entries[place % len(entries)], shape) for place, shape in enumerate(shapes)]

    def places(self, points: Array, role: str, size: Size) -> FloatArray:
        """Columns and rows from the corner, of keypoints as the model counts them in an image."""
        found: FloatArray = np.asarray(points, np.float64).reshape(-1, 2)
        if self.card.output(self.roles[role]).unit == "centred":
            found = (found + 1) / 2 * (np.array(size)[::-1] - 1)
        return found + 0.5


def tensor(picture: Picture, entry: ModelInput, size: Size) -> Array:
    """A picture as an input takes it, of shape (1, channels, rows, columns); beyond it its border repeats."""
    import cv2

    pixels = picture.grey[..., None] if entry.channels == 1 else picture.colours
    below, beside = size[0] - picture.shape[0], size[1] - picture.shape[1]
    whole = cv2.copyMakeBorder(np.ascontiguousarray(pixels), 0, below, 0, beside, cv2.BORDER_REPLICATE)
    bands = np.asarray(whole).reshape(*size, -1).transpose(2, 0, 1)
    return scale(bands, entry.scaling)[None].astype(entry.dtype)


def padded(entry: ModelInput, shape: Size) -> Size:
    """Rows and columns of the image that an input is given: its own, or the next multiple."""
    own = entry.side("height"), entry.side("width")
    rows, columns = (
        side if side > 0 else -(-length // MULTIPLE) * MULTIPLE
        for side, length in zip(own, shape, strict=True)
    )
    return rows, columns
