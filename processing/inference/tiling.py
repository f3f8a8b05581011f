"""How large tiles are and how far they overlap: the user's word, the card's, or what the graph shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, lcm
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
TRIAL_DATES = 4
USUAL_DATES = 24  # of a series of any length
NUMBERS = 16 << 20  # that a tile may hold
MANY = 4


@dataclass(frozen=True)
class Tiling:
    """Side of tiles, the margin dropped or blended at each end, and how much of it never leaves the model.

    ``zoom``: pixels that leave along a side for one that enters; ``unit``: what the tiles are a multiple of.
    """

    tile: int
    margin: int
    trim: int
    zoom: Fraction = Fraction(1)
    unit: int = 1


@dataclass(frozen=True)
class Shapes:
    """What leaves a model: channels of each output, pixels lost at each end, pixels that leave for one.

    ``zoom`` is None where one answer leaves for a whole tile.
    """

    channels: dict[str, int]
    trim: int = 0
    zoom: Fraction | None = Fraction(1)


def found_shapes(
    card: Card,
    entry: ModelInput,
    outputs: Sequence[ModelOutput],
    loaded: Loaded,
    *,
    multiples: Sequence[int] = (),
) -> Shapes:
    """Channels, lost border and zoom of the outputs in use: as the graph declares them, else by trials.

    Parameters
    ----------
    multiples : sequence of int
        What the sides of a trial are to be multiples of: see `choose_tiling`.

    Raises
    ------
    CardError
        How many pixels leave the model for those that enter is no rule that can be followed, or not the same
        for all outputs.
    """
    channels = {output.name: output.channels for output in outputs}
    if "height" not in entry.dim_order:
        return Shapes(channels)
    first = outputs[0]
    _check_alike(outputs, [output.shape for output in outputs])
    if "height" not in first.dim_order:
        if min(channels.values()) < 1:
            _count_channels(channels, outputs, _trial(card, entry, loaded, PROBE)[1])
        return Shapes(channels, zoom=None)
    declared = entry.side("height"), first.side("height")
    if min(declared) > 0 and min(channels.values()) > 0:
        return Shapes(channels, *_relation(*declared, zoom=first.zoom))
    multiple = lcm(MULTIPLE, *multiples)
    side, results = _any_trial(card, entry, loaded, multiple)
    if not loaded.use.measures:
        _count_channels(channels, outputs, results)
    if len(outputs) > 1:  # graphs seldom declare sides that depend on what enters
        _check_alike(outputs, [result.shape for result in results])
    leaving = _rows(results[0], first, measures=loaded.use.measures)
    zoom = first.zoom
    if zoom is None and leaving != side and entry.side("height") < 1:
        other, results = _any_trial(card, entry, loaded, multiple, more=2)
        zoom = Fraction(_rows(results[0], first, measures=loaded.use.measures) - leaving, other - side)
    return Shapes(channels, *_relation(side, leaving, zoom=zoom))


def _check_alike(outputs: Sequence[ModelOutput], shapes: Sequence[Sequence[int]]) -> None:
    """Refuse outputs that, of these shapes, do not lie on one grid."""
    pairs = list(zip(outputs, shapes, strict=True))
    if len({_side_of(output, shape) for output, shape in pairs}) > 1:
        names = ", ".join(f"{output.name} ({' × '.join(map(str, shape))})" for output, shape in pairs)
        sentence = tr("The model's outputs are of several sizes: {names}. Say which to use (HEAD).")
        raise CardError(sentence.format(names=names))


def _count_channels(channels: dict[str, int], outputs: Sequence[ModelOutput], results: list[Array]) -> None:
    for output, result in zip(outputs, results, strict=False):
        if channels[output.name] < 1 and "class" in output.dim_order:
            channels[output.name] = result.shape[output.dim_order.index("class")]


def _side_of(output: ModelOutput, shape: Sequence[int]) -> int:
    """Rows in the shape of an output, 0 where it has none: a channel may have been added in front."""
    order = output.dim_order
    return int(shape[order.index("height") - len(order)]) if "height" in order else 0


def _rows(result: Array, output: ModelOutput, *, measures: bool) -> int:
    """Rows that left the model."""
    return int(result.shape[-2]) if measures else _side_of(output, result.shape)


def _relation(entering: int, leaving: int, *, zoom: Fraction | None) -> tuple[int, Fraction]:
    """Pixels lost at each end, and pixels that leave for one that enters, by the length of one side."""
    if zoom is None:
        keeps = leaving <= entering < 2 * leaving and (entering - leaving) % 2 == 0
        zoom = Fraction(1) if keeps else Fraction(leaving, entering)
        is_known = keeps or leaving % entering == 0 or entering % leaving == 0
    else:
        is_known = zoom > 0
    lost = (entering - leaving / zoom) / 2 if is_known else Fraction(-1)
    if not is_known or lost < 0 or lost.denominator > 1 or lost % zoom.denominator:
        sentence = tr(
            "The model turns {entering} pixels into {leaving}: how many leave for one that enters is not "
            "clear. Let its card say it (“releve:zoom”, such as 2 or 1/16)."
        )
        raise CardError(sentence.format(entering=entering, leaving=leaving))
    return int(lost), zoom


def _any_trial(
    card: Card, entry: ModelInput, loaded: Loaded, multiple: int, *, more: int = 1
) -> tuple[int, list[Array]]:
    probe, tile = (-(-side // multiple) * multiple * more for side in (PROBE, TILE))
    try:
        return _trial(card, entry, loaded, probe)
    except (ModelError, OutOfMemory):
        return _trial(card, entry, loaded, tile)


def _trial(card: Card, entry: ModelInput, loaded: Loaded, side: int) -> tuple[int, list[Array]]:
    """Length of a side that enters, and what leaves for an image of nothing."""
    feeds = {}
    for one in card.inputs:
        own = entry.side("height") if entry.side("height") > 0 else side
        if one.gsd_m and entry.gsd_m:
            own = max(1, round(own * entry.gsd_m / one.gsd_m))
        lengths = {"height": own, "width": own, "time": TRIAL_DATES}
        shape = [
            length if length > 0 else lengths.get(name, 1)
            for name, length in zip(one.dim_order, one.shape, strict=True)
        ]
        feeds[one.name] = np.zeros(shape, loaded.use.dtype if one.name == entry.name else one.dtype)
    results = loaded.session.run(feeds, loaded.use.outputs)
    return feeds[entry.name].shape[entry.dim_order.index("height")], results


def choose_tiling(
    card: Card,
    entry: ModelInput,
    shape: Shape2d,
    *,
    model: Path,
    output: ModelOutput,
    shapes: Shapes,
    tile: int | None,
    overlap: int | None,
    blends: bool,
    multiples: Sequence[int] = (),
) -> Tiling:
    """The tiles for an image of this shape.

    Parameters
    ----------
    entry : ModelInput
        The main input.
    tile, overlap : int or None
        What the user asks for, in pixels.
    shapes : Shapes
        What leaves the model.
    blends : bool
        Whether overlaps are to be blended, rather than cropped.
    multiples : sequence of int
        What tiles are to begin at multiples of, as far as they are several times as long.

    Raises
    ------
    GridError
        The model has tiles of one size only, and another is asked for; or nothing is left of them.
    """
    if "height" not in entry.dim_order:
        return Tiling(tile or _side_of_pixels(entry, shape), 0, 0)
    zoom, trim = shapes.zoom, shapes.trim
    unit = 1 if zoom is None else zoom.denominator
    wish = lcm(unit, *multiples)
    side = _side(entry, card, shape, tile, wish)
    if (side - 2 * trim) % wish == 0 and MANY * wish <= side:
        unit = wish
    if zoom is None:
        return _one_answer(side, overlap if overlap is not None else card.overlap_px or 0)
    per_reach = BLENDED if blends else CROPPED
    wanted = overlap if overlap is not None else _overlap(card, entry, side, model, output, per_reach)
    units = -(-wanted // (2 * unit))
    if overlap is None:
        units = min(units, (side - 2 * trim) // (4 * unit))  # half of what leaves the model at most
    margin = trim + units * unit
    _check_overlap(side - 2 * margin, side - 2 * trim, wanted)
    return Tiling(side, margin, trim, zoom, unit)


def _side_of_pixels(entry: ModelInput, shape: Shape2d) -> int:
    """For a model of pixels any tile will do."""
    longest = -(-max(shape.rows, shape.columns) // MULTIPLE) * MULTIPLE
    return min(TILE, _affordable(entry, MULTIPLE), longest)


def _affordable(entry: ModelInput, multiple: int) -> int:
    """Side of a tile that holds not too many numbers: a series has many for each pixel."""
    numbers = max(entry.channels, len(entry.bands), 1)
    if entry.is_series:
        numbers *= entry.side("time") if entry.side("time") > 0 else USUAL_DATES
    return max(isqrt(NUMBERS // numbers) // multiple, 1) * multiple


def _one_answer(side: int, overlap: int) -> Tiling:
    """One pixel for a whole tile: that of its middle, which the overlap leaves."""
    margin = overlap // 2
    step = side - 2 * margin
    _check_overlap(step, side, overlap)
    return Tiling(side, margin, margin, Fraction(1, step), step)


def _check_overlap(left: int, tile: int, overlap: int) -> None:
    if left < 1:
        sentence = tr(
            "An overlap of {overlap} pixels leaves nothing of tiles of {tile} pixels: take less than a tile."
        )
        raise GridError(sentence.format(overlap=overlap, tile=tile))


def _side(entry: ModelInput, card: Card, shape: Shape2d, asked: int | None, unit: int) -> int:
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
    longest, multiple = max(shape.rows, shape.columns), lcm(MULTIPLE, unit)
    whole = -(-longest // multiple) * multiple
    return min(max(TILE // multiple, 1) * multiple, _affordable(entry, multiple), whole)


def _overlap(
    card: Card, entry: ModelInput, side: int, model: Path, output: ModelOutput, per_reach: int
) -> int:
    if card.overlap_px is not None:
        return card.overlap_px
    if (halo := entry.halo_px) is not None:
        return per_reach * halo
    from ..models.reach import receptive_reach

    usual = max(LEAST_OVERLAP, side // SHARE)
    if output.task == "detection":
        return usual  # as wide as most objects are, whatever the model looks at
    reach = receptive_reach(model, output.name)
    # What a model could see at most is often far more than what it looks at.
    return usual if reach is None else min(per_reach * reach, usual)
