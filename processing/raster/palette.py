"""Colours for classes that have none, told apart by people who do not see all colours."""

from __future__ import annotations

import colorsys

# Okabe and Ito (2008), https://jfly.uni-koeln.de/color/; then the muted scheme of Tol (2021),
# https://personal.sron.nl/~pault/
SAFE = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#000000", "#332288",
    "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499", "#dddddd",
)  # fmt: skip
GOLDEN = 0.618033988749895


def default_color(place: int) -> str:
    """Colour of the class at this place, ``#rrggbb``; beyond those that can be told apart, one that is new.

    Examples
    --------
    >>> default_color(0), len({default_color(place) for place in range(500)})
    ('#0072b2', 500)
    """
    if place < len(SAFE):
        return SAFE[place]
    turn = place * GOLDEN % 1
    light = 0.35 + 0.4 * (place * 2**0.5 % 1)
    red, green, blue = colorsys.hls_to_rgb(turn, light, 0.65)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
