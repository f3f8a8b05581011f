"""How large tiles are and how far they overlap: the user's word, the card's, or what the graph shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import CardError, GridError, ModelError, OutOfMemory
from ..language import tr
from ..models.card import Card, ModelInput, ModelOutput
from ..raster.grids import Shape2d

if TYPE_CHECKING:
    from ..models.sessions import Session

TILE = 512
LEAST_OVERLAP = 64
SHARE = 4  # of a tile that overlaps by default
MULTIPLE = 32  # of a tile's side, for models that halve it five times
PROBE = 128  # side of a trial that shows what leaves the model


@dataclass(frozen=True)
class Tiling:
    """Side of the tiles that enter, the margin dropped or blended at each end, and how much of it never leaves."""

    tile: int
    margin: int
    trim: int


@dataclass(frozen=True)
class Shapes:
    """What leaves a model: channels of each output, and pixels lost at each end."""

    channels: dict[str, int]
    trim: int


def found_shapes(card: Card, session: Session) -> Shapes:
    """Channels and lost border of the outputs: by the graph's declaration, else by a small trial.

    Raises
    ------
    CardError
        The model gives more pixels than it is given, or the shape of an output is not an image.
    """
    entry = card.inputs[0]
    channels = {output.name: output.channels for output in card.outputs}
    if "height" not in entry.dim_order:
        return Shapes(channels, 0)
    declared = entry.side("height"), card.outputs[0].side("height")
    if min(declared) > 0 and min(channels.values()) > 0:
        return Shapes(channels, _trim(*declared))
    side, results = _trial(entry, session)
    for output, result in zip(session.outputs, results, strict=True):
        if channels.get(output.name, 1) < 1:
            order = next(one.dim_order for one in card.outputs if one.name == output.name)
            channels[output.name] = result.shape[order.index("class")]
    order = card.outputs[0].dim_order
    rows = results[0].shape[order.index("height")] if len(order) == results[0].ndim else side
    return Shapes(channels, _trim(side, rows))


def _trim(entering: int, leaving: int) -> int:
    if leaving > entering or (entering - leaving) % 2:
        sentence = tr(
            "The model turns {entering} pixels into {leaving}: Relevé runs models that keep the size of pixels."
        )
        raise CardError(sentence.format(entering=entering, leaving=leaving))
    return (entering - leaving) // 2


def _trial(entry: ModelInput, session: Session) -> tuple[int, list[np.ndarray]]:
    for side in (PROBE, TILE):
        lengths = {"batch": 1, "height": side, "width": side}
        shape = [
            length if length > 0 else lengths.get(name, 1)
            for name, length in zip(entry.dim_order, entry.shape, strict=True)
        ]
        try:
            return shape[entry.dim_order.index("height")], session.run(
                {entry.name: np.zeros(shape, entry.dtype)}
            )
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
) -> Tiling:
    """The tiles for an image of this shape.

    Parameters
    ----------
    tile, overlap : int or None
        What the user asks for, in pixels.
    trim : int
        Pixels that the model loses at each end.

    Raises
    ------
    GridError
        The model has tiles of one size only, and another is asked for; or nothing is left of them.
    """
    entry = card.inputs[0]
    if "height" not in entry.dim_order:
        return Tiling(tile or TILE, 0, 0)
    side = _side(entry, card, shape, tile)
    wanted = overlap if overlap is not None else _overlap(card, side, model, output)
    margin = trim + (wanted + 1) // 2
    if side - 2 * margin < 1:
        raise GridError(
            tr(
                "An overlap of {overlap} pixels leaves nothing of tiles of {tile} pixels: take less than a tile."
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


def _overlap(card: Card, side: int, model: Path, output: ModelOutput) -> int:
    if card.overlap_px is not None:
        return card.overlap_px
    usual = max(LEAST_OVERLAP, side // SHARE)
    halo = card.inputs[0].halo_px
    if halo is None:
        from ..models.reach import receptive_reach

        halo = receptive_reach(model, output.name)
    # What a model could see at most is often far more than what it looks at.
    return min(usual if halo is None else 2 * halo, usual, (side - 2) // 2)
