"""How large tiles are and how far they overlap: the user's word, the card's, or what the graph shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import CardError, GridError, ModelError, OutOfMemory
from ..language import tr
from ..models.card import Card, ModelInput, ModelOutput
from ..raster.blending import DROPPED_SHARE
from ..raster.grids import Shape2d

if TYPE_CHECKING:
    from .graph import Loaded

Array: TypeAlias = NDArray[Any]

TILE = 512
LEAST_OVERLAP = 64
SHARE = 4  # of a tile that overlaps by default
# Overlap over the model's reach from which on the border of a tile leaves no trace: a crop drops half of the
# overlap on each side, blending a quarter.
CROPPED, BLENDED = 2, DROPPED_SHARE
MULTIPLE = 32  # of a tile's side, for models that halve it five times
PROBE = 128  # side of a trial that shows what leaves the model


@dataclass(frozen=True)
class Tiling:
    """Side of tiles, the margin dropped or blended at each end, and how much of it never leaves the model."""

    tile: int
    margin: int
    trim: int


@dataclass(frozen=True)
class Shapes:
    """What leaves a model: channels of each output, and pixels lost at each end."""

    channels: dict[str, int]
    trim: int


def found_shapes(card: Card, outputs: Sequence[ModelOutput], loaded: Loaded) -> Shapes:
    """Channels and lost border of the outputs in use: as the graph declares them, else by a small trial.

    Raises
    ------
    CardError
        The model gives more pixels than it is given.
    """
    entry = card.inputs[0]
    channels = {output.name: output.channels for output in outputs}
    if "height" not in entry.dim_order:
        return Shapes(channels, 0)
    if "height" not in outputs[0].dim_order:
        sentence = tr(
            "The model gives one answer for a whole tile ({shape}), not one for each pixel: it makes no map."
        )
        raise CardError(sentence.format(shape=" × ".join(map(str, outputs[0].shape))))
    declared = entry.side("height"), outputs[0].side("height")
    if min(declared) > 0 and min(channels.values()) > 0:
        return Shapes(channels, _trim(*declared))
    side, results = _trial(entry, loaded)
    if loaded.use.measures:
        return Shapes(channels, _trim(side, results[0].shape[-2]))
    for output, result in zip(outputs, results, strict=False):
        if channels[output.name] < 1 and "class" in output.dim_order:
            channels[output.name] = result.shape[output.dim_order.index("class")]
    order = outputs[0].dim_order
    rows = results[0].shape[order.index("height") - len(order)]  # a channel may have been added in front
    return Shapes(channels, _trim(side, rows))


def _trim(entering: int, leaving: int) -> int:
    if leaving > entering or (entering - leaving) % 2:
        sentence = tr(
            "The model turns {entering} pixels into {leaving}: Relevé runs models that keep the size of "
            "pixels."
        )
        raise CardError(sentence.format(entering=entering, leaving=leaving))
    return (entering - leaving) // 2


def _trial(entry: ModelInput, loaded: Loaded) -> tuple[int, list[Array]]:
    for side in (PROBE, TILE):
        lengths = {"batch": 1, "height": side, "width": side}
        shape = [
            length if length > 0 else lengths.get(name, 1)
            for name, length in zip(entry.dim_order, entry.shape, strict=True)
        ]
        try:
            feed = np.zeros(shape, loaded.use.dtype)
            results = loaded.session.run({loaded.session.inputs[0].name: feed}, loaded.use.outputs)
            return shape[entry.dim_order.index("height")], results
        except (ModelError, OutOfMemory):
            if side == TILE:
                raise
    raise AssertionError


def choose_tiling(
    card: Card,
    shape: Shape2d,
    *,
    model: Path,
    output: ModelOutput,
    trim: int,
    tile: int | None,
    overlap: int | None,
    blends: bool,
) -> Tiling:
    """The tiles for an image of this shape.

    Parameters
    ----------
    tile, overlap : int or None
        What the user asks for, in pixels.
    trim : int
        Pixels that the model loses at each end.
    blends : bool
        Whether overlaps are to be blended, rather than cropped.

    Raises
    ------
    GridError
        The model has tiles of one size only, and another is asked for; or nothing is left of them.
    """
    entry = card.inputs[0]
    if "height" not in entry.dim_order:
        return Tiling(tile or TILE, 0, 0)
    side = _side(entry, card, shape, tile)
    most = (side - 2 * trim) // 4 * 2  # half of what leaves the model
    per_reach = BLENDED if blends else CROPPED
    wanted = overlap if overlap is not None else min(_overlap(card, side, model, output, per_reach), most)
    margin = trim + (wanted + 1) // 2
    if side - 2 * margin < 1:
        raise GridError(
            tr(
                "An overlap of {overlap} pixels leaves nothing of tiles of {tile} pixels: take less than a "
                "tile."
            ).format(overlap=wanted, tile=side - 2 * trim)
        )
    return Tiling(side, margin, trim)


def _side(entry: ModelInput, card: Card, shape: Shape2d, asked: int | None) -> int:
    fixed = entry.side("height")
    if fixed > 0:
        if asked not in (None, fixed):
            sentence = tr(
                "The model reads tiles of {fixed} pixels only, {asked} are asked for: leave TILE out."
            )
            raise GridError(sentence.format(fixed=fixed, asked=asked))
        return fixed
    if asked is not None or card.tile_px is not None:
        return int(asked or card.tile_px or TILE)
    # A small image is one small tile: the rest would be reflection.
    longest = max(shape.rows, shape.columns)
    return min(TILE, -(-longest // MULTIPLE) * MULTIPLE)


def _overlap(card: Card, side: int, model: Path, output: ModelOutput, per_reach: int) -> int:
    if card.overlap_px is not None:
        return card.overlap_px
    if (halo := card.inputs[0].halo_px) is not None:
        return per_reach * halo
    from ..models.reach import receptive_reach

    usual = max(LEAST_OVERLAP, side // SHARE)
    reach = receptive_reach(model, output.name)
    # What a model could see at most is often far more than what it looks at.
    return usual if reach is None else min(per_reach * reach, usual)
