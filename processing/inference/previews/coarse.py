"""A wide view is shown coarse: the same model, on the image's overviews.

The rule: a view that holds at most 4 million pixels of the model, or as many as it has on the screen, is
computed as a run would. A wider one is computed on pixels two, four, eight… times as long, and says so: what
a model makes of such pixels is a hint and no result.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import GridError
from ...language import tr
from ...raster.grids import Grid
from ...raster.sources import open_raster

if TYPE_CHECKING:
    from ..map_job import Request
    from ..plan import Plan

TRUE_PIXELS = 4_000_000
COARSE_PIXELS = 1_000_000
SPARE = 1.25  # a view has a little more of the model's pixels than of its own, at the model's resolution
MOST_REDUCED = 5.0  # times that pixels may be longer than those of the best overview: all of them are read


@dataclass(frozen=True)
class Screen:
    """How many pixels a view has."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        """All of them."""
        return self.width * self.height


def most_true_pixels(screen: Screen) -> int:
    """How many of the model's pixels may lie under a view that is computed as a run would."""
    return max(TRUE_PIXELS, int(SPARE * screen.pixels))


def coarseness(pixels: int, screen: Screen) -> int:
    """How many times as long the pixels are on which a view of ``pixels`` of the model is computed: 1, 2, 4…

    Examples
    --------
    >>> coarseness(4_000_000, Screen(1600, 1000)), coarseness(400_000_000, Screen(1600, 1000))
    (1, 16)
    """
    if pixels <= most_true_pixels(screen):
        return 1
    most = max(COARSE_PIXELS, screen.pixels)
    return 1 << math.ceil(math.log2(math.sqrt(pixels / most)))


def coarse_request(request: Request, plan: Plan, factor: int) -> Request:
    """The same run on pixels ``factor`` times as long.

    Parameters
    ----------
    plan : Plan
        Of the run itself.

    Raises
    ------
    GridError
        The images have no overviews for it, and reading all of their pixels would take too long; or the
        model has several inputs, which a run brings to one another's places at their own resolutions.
    """
    if len(plan.inputs) > 1:
        sentence = tr("The view is too wide for a preview of a model with several inputs: zoom in.")
        raise GridError(sentence)
    images = tuple(replace(one, href=_reduced(one.href, plan.grid, factor)) for one in request.input)
    gsd_m = plan.entry.gsd_m
    return replace(request, input=images, gsd=None if gsd_m is None else gsd_m * factor)


def _reduced(href: str, grid: Grid, factor: int) -> str:
    """GDAL's name for the overview of an image whose pixels are just not longer than wanted."""
    with open_raster(href) as dataset:
        levels = dataset.overviews(1)
        own = math.sqrt(dataset.width * dataset.height / grid.shape.pixels) * factor
    fit = [level for level, reduction in enumerate(levels) if reduction <= own * 1.1]
    if own > MOST_REDUCED * (levels[fit[-1]] if fit else 1):
        sentence = tr(
            "The view is too wide for a preview: the image has no overviews. Zoom in, or build them "
            "(Raster ▸ Miscellaneous ▸ Build Overviews)."
        )
        raise GridError(sentence)
    return f"vrt://{href}?oo=OVERVIEW_LEVEL={fit[-1]}" if fit else href
