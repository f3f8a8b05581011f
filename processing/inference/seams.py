"""How far a map depends on where its tiles lie: some of it is computed on shifted tiles and compared."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..language import tr
from ..raster.tiles import TileIndex
from .blocks import compute_block
from .measures import Measurer
from .plan import Plan
from .sources import Sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.sessions import Session

Array: TypeAlias = NDArray[Any]

SAMPLES = 16
WORTH = 20  # times the tiles of the check a run must have: it costs a twentieth at most
CHANGED_CLASSES = 0.01  # share of the pixels
CHANGED_VALUES = 0.05  # of the standard deviation of the values


@dataclass(frozen=True)
class Seams:
    """What came out when tiles were shifted by half of one.

    Attributes
    ----------
    tiles : int
        Blocks that were computed twice and hold something.
    kind : {"classes", "values"}
        What was compared.
    change : float
        The share of pixels that get another class; of values, the root mean square of the difference over
        the standard deviation of the values.
    overlap : int
        Overlap of the tiles, in pixels.
    """

    tiles: int
    kind: Literal["classes", "values"]
    change: float
    overlap: int

    @property
    def is_odd(self) -> bool:
        """Whether seams may show."""
        return self.change > (CHANGED_CLASSES if self.kind == "classes" else CHANGED_VALUES)

    def warning(self) -> str:
        """What was found and what to do about it."""
        sentence = (
            tr(
                "When tiles are shifted by half of one, {share:.1%} of the pixels of {tiles} of them get "
                "another class: seams may show. Let tiles overlap more than by {overlap} pixels (OVERLAP) or "
                "take larger ones (TILE); where the scaling depends on the tile, give the card a fixed one."
            )
            if self.kind == "classes"
            else tr(
                "When tiles are shifted by half of one, the values of {tiles} of them change by {share:.1%} "
                "of their standard deviation: seams may show. Let tiles overlap more than by {overlap} "
                "pixels (OVERLAP) or take larger ones (TILE); where the scaling depends on the tile, give "
                "the card a fixed one."
            )
        )
        return sentence.format(share=self.change, tiles=self.tiles, overlap=self.overlap)


def is_worth_checking(plan: Plan) -> bool:
    """Whether a run is so long that the check costs a twentieth of it at most."""
    if _compared(plan) is None or not plan.blocks:
        return False
    cost = 2 * SAMPLES * len(plan.tiles_for([plan.blocks[len(plan.blocks) // 2]]))
    return len(plan.blocks) >= WORTH * cost


def _compared(plan: Plan) -> Literal["classes", "values"] | None:
    for kind in ("classes", "values"):
        if kind in plan.measures:
            return kind
    return None


def check_seams(
    plan: Plan, *, sources: Sources, session: Session, check: Callable[[], None] = lambda: None
) -> Seams | None:
    """Compute some blocks of a plan, chosen at random by what the plan is, on tiles here and shifted.

    Returns
    -------
    Seams or None
        None where nothing can be compared: one tile holds everything, or no class or value is asked for.
    """
    kind = _compared(plan)
    moved = _shifted(plan)
    if kind is None or moved is None:
        return None
    plan, moved = plan.only([kind]), moved.only([kind])
    random = np.random.default_rng(_seed(plan))
    chosen = random.choice(len(plan.blocks), min(SAMPLES, len(plan.blocks)), replace=False)
    pairs = []
    for number in sorted(chosen.tolist()):
        check()
        index = plan.blocks[number]
        near = list(moved.out_tiles.touching(plan.written_window(index)))
        other = near[int(random.integers(len(near)))]
        pair = _pair(plan, index, moved, other, sources=sources, session=session)
        if pair is not None:
            pairs.append(pair)
    if not pairs:
        return None
    here, there = (np.concatenate(parts, axis=1) for parts in zip(*pairs, strict=True))
    return Seams(len(pairs), kind, _change(here, there, kind), plan.tiles.rows.overlap)


def _seed(plan: Plan) -> int:
    text = json.dumps(plan.describe(), sort_keys=True) + plan.model
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _shifted(plan: Plan) -> Plan | None:
    """The same work on tiles half a tile further up and left; None where one tile holds everything."""
    multiple = math.lcm(*(use.ratio.numerator for use in plan.inputs))
    tiles = plan.tiles.shifted(multiple)
    axes = [axis for axis in (tiles.rows, tiles.columns) if not axis.is_single and axis.shift]
    return replace(plan, tiles=tiles) if axes else None


def _pair(
    plan: Plan, index: TileIndex, moved: Plan, other: TileIndex, *, sources: Sources, session: Session
) -> tuple[Array, Array] | None:
    """What two blocks hold where both hold something: arrays of shape (bands, pixels)."""
    window = plan.written_window(index).intersection(moved.written_window(other))
    found = []
    for one, place in ((plan, index), (moved, other)):
        block = compute_block(one, place, sources=sources, session=session, measurer=Measurer(one))
        if block is None:
            return None
        inside = window.relative_to(one.written_window(place)).slices()
        found.append(block[0][:, *inside].reshape(len(block[0]), -1))
    nodata = plan.specs[0].nodata
    known = np.ones(found[0].shape[1], bool)
    for values in found:
        missing = np.isnan(values) if values.dtype.kind == "f" else values == nodata
        known &= ~missing.any(axis=0)
    return (found[0][:, known], found[1][:, known]) if known.any() else None


def _change(here: Array, there: Array, kind: str) -> float:
    """How much differs, in the band where it is most."""
    if kind == "classes":
        return float((here != there).mean(axis=1).max())
    difference = np.sqrt(np.mean(np.square(here - there, dtype=np.float64), axis=1))
    spread = here.std(axis=1, dtype=np.float64)
    shares = np.divide(difference, spread, out=np.zeros_like(difference), where=spread > 0)
    return float(shares.max())
