"""The images before a model: its card completed, the rasters checked against it and opened on its grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..errors import CardError, GridError
from ..language import tr
from ..models.card import Card, ModelInput, complete, require_runnable
from ..models.reading import read_card
from ..raster.areas import Area, area_of_bounds, overlap, read_area
from ..raster.grids import Grid
from ..raster.ground import Ground, ground_resolution, inference_grid
from ..raster.reading import RasterView, Stack, available_bands
from ..raster.sources import RasterFacts, read_facts
from .checks import check_overruled, check_resolution, check_units, check_values, choose_bands
from .scaling import check_scalings
from .sources import Sources

if TYPE_CHECKING:
    from ..jobs import Context
    from .request import ModelRequest


@dataclass(frozen=True)
class Scene:
    """What a model is to see, checked.

    ``grid`` holds the pixels of its main input, ``entry``. ``image_ground`` is the size of the pixels of the
    first image, empty where nobody knows.
    """

    card: Card
    entry: ModelInput
    grid: Grid
    area: Area | None
    sources: Sources
    image_ground: str = ""
    warnings: tuple[str, ...] = ()

    def close(self) -> None:
        """Close the rasters."""
        self.sources.close()


def see(request: ModelRequest, context: Context, **said: Any) -> Scene:
    """Check the images, the area and the card against each other, and open what the model reads.

    Parameters
    ----------
    **said
        What the user adds to the card besides its resolution and scaling: see `complete`.

    Raises
    ------
    ReleveError
        They do not fit together: the message says how to mend it.
    """
    rasters = [read_facts(source.href) for source in request.input]
    warnings: list[str] = []

    def warn(sentence: str) -> None:
        warnings.append(sentence)
        context.warn(sentence)

    card = completed_card(request, rasters, warn=warn, **said)
    for note in card.notes:
        context.info(note)
    entry = _entry(card, request)
    grid = inference_grid(rasters[0].grid, gsd_m=entry.gsd_m, pixel_size_m=request.pixel_size)
    area = area_of(request, grid)
    image_ground = ground_of(rasters[0].grid, request)
    if image_ground is not None and entry.gsd_m is not None:
        check_resolution(image_ground, entry.gsd_m, warn=warn, info=context.info)
    stack = _stack(request, rasters, grid, entry, area, warn)
    try:
        check_units(entry, [rasters[band.raster].stored(band.number) for band in stack.bands], warn=warn)
        check_values(entry, stack.sample(area.window if area else grid.window), warn=warn)
    except BaseException:
        stack.close()
        raise
    return Scene(card, entry, grid, area, Sources(stack), str(image_ground or ""), tuple(warnings))


def completed_card(
    request: ModelRequest, rasters: Sequence[RasterFacts], *, warn: Callable[[str], None], **said: Any
) -> Card:
    """The model's card with what the user adds, who is told where that overrules the card.

    Parameters
    ----------
    **said
        See `complete`.

    Raises
    ------
    CardError
        Something a run needs is still missing: the message names the parameter that states it.
    ModelError
        The model cannot be loaded, or is of a kind that is not run yet.
    """
    read = read_card(request.model, request.card)
    card = complete(read, gsd_m=request.gsd, scaling=request.scaling, **said)
    require_runnable(card)
    check_scalings(card.inputs[0])
    check_overruled(read, card.inputs[0], warn=warn)
    questions = {
        "gsd": tr(
            "The model does not say at which ground resolution it works: state it in metres (GSD). "
            "The image has pixels of {ground}."
        ),
        "scaling": tr(
            "The model does not say how raw values are scaled: state it (SCALING), “none” if it takes them "
            "as "
            "they are."
        ),
        "task": tr("The model does not say whether it gives classes or measures: state it (TASK)."),
        "activation": tr(
            "The model does not say whether its scores are probabilities yet: state what is still to be "
            "applied to them (ACTIVATION)."
        ),
    }
    asked = [
        questions[key].format(ground=_pixels(rasters[0], request)) for key in card.missing if key in questions
    ]
    if asked:
        raise CardError(" ".join(asked))
    return card


def _pixels(facts: RasterFacts, request: ModelRequest) -> str:
    if facts.grid.crs is None:
        return (
            tr("a size that it does not tell") if request.pixel_size is None else f"{request.pixel_size:g} m"
        )
    return str(ground_resolution(facts.grid))


def _entry(card: Card, request: ModelRequest) -> ModelInput:
    entry = card.inputs[0]
    return entry if request.nodata_rule is None else replace(entry, nodata_rule=request.nodata_rule)  # type: ignore[arg-type]


def area_of(request: ModelRequest, grid: Grid) -> Area | None:
    """The area of a request on a grid, None where it has none."""
    if request.area is not None and request.extent is not None:
        raise GridError(tr("Both an area and an extent are given: give one of them."))
    if request.area is not None:
        return read_area(request.area, grid)
    if request.extent is not None:
        box = request.extent
        return area_of_bounds((box.xmin, box.ymin, box.xmax, box.ymax), box.crs, grid)
    return None


def _stack(
    request: ModelRequest,
    rasters: Sequence[RasterFacts],
    grid: Grid,
    entry: ModelInput,
    area: Area | None,
    warn: Callable[[str], None],
) -> Stack:
    bands = choose_bands(entry, available_bands(rasters), mapping=request.bands, warn=warn)
    window = area.window if area else grid.window
    for facts in rasters[1:]:
        if (facts.grid.crs is None) != (grid.crs is None):
            sentence = tr(
                "{first} and {other} do not both have a coordinate reference system: assign it to both."
            )
            raise GridError(sentence.format(first=rasters[0].title, other=facts.title))
        if not overlap(grid.crop(window), facts.grid):
            sentence = tr(
                "{other} lies elsewhere than {first}, or than the area in it: give rasters of one place, or "
                "check their CRS."
            )
            raise GridError(sentence.format(first=rasters[0].title, other=facts.title))
    marks = entry.nodata_rule != "none"
    views = [RasterView(facts, grid, nodata=request.nodata, marks_missing=marks) for facts in rasters]
    return Stack(views, bands, rule=entry.nodata_rule)


def ground_of(grid: Grid, request: ModelRequest) -> Ground | None:
    """Size of an image's pixels, None where neither it nor the user tells."""
    if grid.crs is not None:
        return ground_resolution(grid)
    return None if request.pixel_size is None else Ground(request.pixel_size, request.pixel_size)
