"""Where the parts of a sketch stand on its drawing."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Sketch

WIDTH, GREATEST_HEIGHT, EDGE = 800.0, 900.0, 30.0


@dataclass(frozen=True)
class Drawing:
    """A sketch in units of the drawing, y downwards.

    ``patches`` are corners as an SVG path and the strength of the shade, -1 to 1; ``arrows`` are the ends of
    lines and whether they stand out; ``marks`` places and labels, and whether they stand out.
    """

    width: float
    height: float
    outline: str
    patches: tuple[tuple[str, float], ...]
    arrows: tuple[tuple[float, float, float, float, bool], ...]
    marks: tuple[tuple[float, float, str, bool], ...]


def drawing(sketch: Sketch) -> Drawing:
    """The sketch, as large as the page allows, its north at the top."""
    west, south, east, north = _bounds(sketch)
    scale = min(
        (WIDTH - 2 * EDGE) / max(east - west, 1e-12), (GREATEST_HEIGHT - 2 * EDGE) / max(north - south, 1e-12)
    )

    def place(x: float, y: float) -> tuple[float, float]:
        return EDGE + (x - west) * scale, EDGE + (north - y) * scale

    def path(corners: tuple[tuple[float, float], ...]) -> str:
        return " ".join("{:.1f},{:.1f}".format(*place(*corner)) for corner in corners)

    return Drawing(
        width=2 * EDGE + (east - west) * scale,
        height=2 * EDGE + (north - south) * scale,
        outline=path(tuple(sketch.outline)),
        patches=tuple((path(tuple(patch.corners)), patch.strength) for patch in sketch.patches),
        arrows=tuple(
            (*place(one.x, one.y), *place(one.x + one.dx, one.y + one.dy), one.stands_out)
            for one in sketch.arrows
        ),
        marks=tuple((*place(mark.x, mark.y), mark.label, mark.stands_out) for mark in sketch.marks),
    )


def _bounds(sketch: Sketch) -> tuple[float, float, float, float]:
    places = [
        *sketch.outline,
        *(corner for patch in sketch.patches for corner in patch.corners),
        *((mark.x, mark.y) for mark in sketch.marks),
        *((one.x + one.dx, one.y + one.dy) for one in sketch.arrows),
    ] or [(0.0, 0.0)]
    x, y = zip(*places, strict=True)
    return min(x), min(y), max(x), max(y)
