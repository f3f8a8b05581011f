"""The graticule of a sheet: its lines, its frame and its nodes, found in the image alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from .bands import Bands, FloatArray, bands_of, scores_of
from .crossings import Crossing, Track, crossing_of, follow
from .greys import Reduced
from .lattice import Lattice, Row, lattice_of
from .lines import APART_PX, Line, lines_of
from .nodes import Node, Number, nodes_of
from .traces import FloatImage, GreyReader, Ink, ink_of, trace

Axis: TypeAlias = Literal["column", "row"]
Progress: TypeAlias = Callable[[float], None]

AXES: tuple[Axis, Axis] = ("column", "row")
DRAWN_BLOCKS = 17
DRAWN_DENSITY = 0.01
SPECK_BLOCKS = 9
MEASURED_SHARE = 0.5  # of the nodes on lines that are seen; where fewer are, it was no graticule
TOLD_SCORE = 0.4  # of a line that is no part of the graticule
SIZES = 3  # each half of the one before: the image is made smaller where its lines are too thick to be seen
LARGE_PIXELS = 120_000_000  # from here on half the size is fine enough to start with
SMALL_SIDE = 400


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """A line on the sheet.

    ``axis`` is ``column`` for one from top to bottom, ``row`` for one from left to right; ``number`` counts
    those of the graticule from the left or the top, as nodes do. ``kind`` is ``other`` for a line that stands
    out without being either: a fold, a rail. ``path`` of shape (n, 2) holds col and row; ``score`` is the
    share of it that is seen.
    """

    kind: Literal["graticule", "frame", "other"]
    axis: Axis
    path: FloatArray
    score: float
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class Graticule:
    """What was found on a sheet; no nodes where the evidence is too weak.

    ``spacing_px`` is the distance from one line to the next, to the right and downwards; ``rotation_deg`` the
    turn of the graticule, clockwise as the image shows it.
    """

    lines: tuple[SheetLine, ...] = ()
    nodes: tuple[Node, ...] = ()
    spacing_px: tuple[float, float] | None = None
    rotation_deg: float | None = None


def find_graticule(
    image: GreyReader, *, rotation_deg: float = 2.0, progress: Progress = lambda fraction: None
) -> Graticule:
    """Frame, graticule and nodes of a sheet; no nodes where the evidence is weak.

    Parameters
    ----------
    image : GreyReader
        It is read by strips, and never held as a whole: whatever its size, the search takes less than
        400 MiB, up to the default of ``rotation_deg``.
    rotation_deg : float
        How far the graticule may be turned on the image, either way.
    progress : callable
        Told the share of the work done, 0 to 1; may raise to end it.
    """
    found = Graticule()
    first = 1
    while image.width * image.height >= LARGE_PIXELS * first**2:
        first *= 2
    for step in range(SIZES):
        smaller = Reduced(image, first * 2**step)
        if step and min(smaller.width, smaller.height) < SMALL_SIDE:
            break
        latest = _search(smaller, rotation_deg, _part(progress, step))
        if latest.nodes:
            return latest
        found = found if found.lines else latest
    return found


def _part(progress: Progress, step: int) -> Progress:
    return lambda fraction: progress((step + fraction) / SIZES)


def _search(image: Reduced, rotation_deg: float, progress: Progress) -> Graticule:
    """Lines and nodes of the image at one size, in pixels of the whole image."""
    ink = ink_of(image, lambda fraction: progress(0.2 * fraction))
    if ink is None:
        return Graticule()
    traces = trace(image, ink, lambda fraction: progress(0.2 + 0.4 * fraction))
    drawn = _drawn(traces.density)
    bands = bands_of(traces.columns, drawn, rotation_deg), bands_of(traces.rows, drawn.T, rotation_deg)
    progress(0.7)
    scores = scores_of(bands[0]), scores_of(bands[1])
    lines = lines_of(scores[0], traces.density), lines_of(scores[1], traces.density.T)
    progress(0.8)
    lattice = lattice_of(*lines, scores)
    told = _lines_besides(lines, bands, lattice)
    if lattice is None:
        return Graticule(lines=_enlarged_lines(told, image.factor))
    columns, rows = _tracks(bands[0], lattice.columns), _tracks(bands[1], lattice.rows)
    crossings = dict(_crossings(image, ink, (columns, rows), lattice, progress))
    nodes, plane = nodes_of(crossings, image.width, image.height)
    crossed = lattice.columns.seen * lattice.rows.seen
    if plane is None or sum(node.kind == "measured" for node in nodes) < MEASURED_SHARE * crossed:
        return Graticule(lines=_enlarged_lines(told, image.factor))
    own = _graticule_lines("column", columns, lattice.columns) + _graticule_lines("row", rows, lattice.rows)
    right, down = plane.spacing_px
    return Graticule(
        lines=_enlarged_lines(own + told, image.factor),
        nodes=tuple(_enlarged(node, image.factor) for node in nodes),
        spacing_px=(right * image.factor, down * image.factor),
        rotation_deg=plane.rotation_deg,
    )


def _drawn(density: FloatImage) -> NDArray[np.bool_]:
    """Where the drawing is, by blocks: what is close together, without specks and what the margins hold."""
    inked = (cv2.blur(density, (3, 3)) > DRAWN_DENSITY).astype(np.uint8)
    joined = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((DRAWN_BLOCKS, DRAWN_BLOCKS), np.uint8))
    return np.asarray(
        cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((SPECK_BLOCKS, SPECK_BLOCKS), np.uint8)) > 0
    )


def _tracks(bands: Bands, row: Row) -> list[Track]:
    return [follow(bands, position, row.slope, row.spacing) for position in row.positions]


def _crossings(
    image: Reduced, ink: Ink, tracks: tuple[list[Track], list[Track]], lattice: Lattice, progress: Progress
) -> Iterator[tuple[Number, Crossing | None]]:
    """Each node of the lattice; None where one of its lines is not seen."""
    columns, rows = tracks
    for i, column in enumerate(columns):
        progress(0.8 + 0.2 * i / len(columns))
        for j, row in enumerate(rows):
            seen = lattice.columns.is_seen[i] and lattice.rows.is_seen[j]
            yield (i, j), crossing_of(image, ink, column, row) if seen else None


def _graticule_lines(axis: Axis, tracks: list[Track], row: Row) -> tuple[SheetLine, ...]:
    return tuple(
        SheetLine(kind="graticule", axis=axis, path=_path(axis, tracks[number]), score=score, number=number)
        for number, score in enumerate(row.scores)
        if row.is_seen[number]
    )


def _lines_besides(
    lines: tuple[tuple[Line, ...], tuple[Line, ...]], bands: tuple[Bands, Bands], lattice: Lattice | None
) -> tuple[SheetLine, ...]:
    """The frame, and what else stands out without being part of the graticule."""
    found = []
    rows = (lattice.columns, lattice.rows) if lattice else (None, None)
    for axis, some, on, row in zip(AXES, lines, bands, rows, strict=True):
        for line in some:
            taken = row is not None and min(abs(line.position - at) for at in row.positions) <= APART_PX
            if line.score >= TOLD_SCORE and not taken:
                path = _path(axis, follow(on, line.position, line.slope, APART_PX))
                kind: Literal["frame", "other"] = "frame" if line.frame else "other"
                found.append(SheetLine(kind=kind, axis=axis, path=path, score=line.score))
    return tuple(found)


def _path(axis: Axis, track: Track) -> FloatArray:
    """Col and row of a line's course across the image."""
    along = np.array([0.0, *track.along, 2 * track.along.mean()])
    path = np.column_stack([[track.at(place) for place in along], along])
    return path if axis == "column" else path[:, ::-1]


def _enlarged_lines(lines: tuple[SheetLine, ...], factor: int) -> tuple[SheetLine, ...]:
    return tuple(replace(line, path=(line.path + 0.5) * factor) for line in lines)


def _enlarged(node: Node, factor: int) -> Node:
    """The node in pixels of the whole image, continuous: the search counts centres from zero."""
    col, row = (node.col + 0.5) * factor, (node.row + 0.5) * factor
    return replace(node, col=col, row=row, sigma_px=node.sigma_px * factor)
