"""The images before a model: its card completed, the rasters checked against it and opened on its grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..errors import CardError, GridError
from ..language import tr
from ..models.card import Card, ModelInput
from ..models.completing import complete
from ..models.reading import read_card
from ..raster.areas import Area, area_of_bounds, overlap, read_area
from ..raster.bands import SourceBand
from ..raster.grids import Grid
from ..raster.ground import Ground, ground_resolution, inference_grid
from ..raster.reading import available_bands
from ..raster.reference_systems import checked
from ..raster.sources import RasterFacts, read_facts
from .checks import check_overruled, check_resolution, check_units, check_values, choose_bands
from .companions import companions
from .dates import Slots, check_dated, slots_in_words, slots_of
from .plan import InputUse
from .scaling import check_scalings, filled_with
from .sources import Rasters, Reader, Sources, bands_of_dates, open_reader, rasters_of

if TYPE_CHECKING:
    from ..jobs import Context
    from .request import ModelRequest


@dataclass(frozen=True)
class Scene:
    """What a model is to see, checked; ``inputs`` still lack what depends on the tiles.

    ``grid`` holds the pixels of its main input, ``entry``. ``image_ground`` is the size of the pixels of the
    first image, empty where nobody knows.
    """

    card: Card
    entry: ModelInput
    grid: Grid
    area: Area | None
    inputs: tuple[InputUse, ...]
    sources: Sources
    image_ground: str = ""
    warnings: tuple[str, ...] = ()

    def close(self) -> None:
        """Close the rasters."""
        self.sources.close()


def see(request: ModelRequest, context: Context, *, fit: Callable[[Card], Card], **said: Any) -> Scene:
    """Check the images, the area and the card against each other, and open what the model reads.

    Parameters
    ----------
    fit : callable
        Makes the card one of the job's kind, or refuses it.
    **said
        What the user adds to the card besides its resolution and scaling: see `complete`.

    Raises
    ------
    ReleveError
        They do not fit together: the message says how to mend it.
    """
    sources = (*request.input, *(request.further or ()))
    rasters = rasters_of(request, [read_facts(source.href) for source in sources])
    warnings: list[str] = []

    def warn(sentence: str) -> None:
        if sentence not in warnings:  # a series would tell it for each date
            warnings.append(sentence)
            context.warn(sentence)

    first = rasters.facts[0].grid
    card = completed_card(request, rasters.facts, warn=warn, fit=fit, **said)
    for note in card.notes:
        context.info(note)
    entry = _entry(card, request)
    grid = inference_grid(first, gsd_m=entry.gsd_m, pixel_size_m=request.pixel_size)
    area = area_of(request, grid)
    image_ground = ground_of(first, request)
    if image_ground is not None and entry.gsd_m is not None:
        check_resolution(image_ground, entry.gsd_m, warn=warn, info=context.info)
    main, reader = _main_input(request, rasters, grid, entry, area, warn)
    others: dict[str, Reader] = {}
    try:
        stored = [rasters.facts[band.raster].stored(band.number) for band in reader.bands]
        check_units(entry, stored, warn=warn)
        check_values(entry, reader.sample(area.window if area else grid.window), warn=warn)
        gsd_m = entry.gsd_m or (None if image_ground is None else image_ground.width_m)
        uses, others = companions(request, card, rasters, grid, main, gsd_m=gsd_m)
        _tell_dates(uses, main, warn=warn, info=context.info)
    except BaseException:
        Sources(reader, others).close()
        raise
    opened, ground = Sources(reader, others), str(image_ground or "")
    return Scene(card, entry, grid, area, tuple(uses), opened, ground, tuple(warnings))


def _tell_dates(
    uses: Sequence[InputUse], main: InputUse, *, warn: Callable[[str], None], info: Callable[[str], None]
) -> None:
    """Tell which dates each series takes, and where a model of several series is told those of one alone."""
    told = ", ".join(f"“{use.entry.name}”" for use in uses if use.entry.content != "values")
    for use in uses:
        if not use.entry.is_series or use.entry.content != "values":
            continue
        sentence = tr("“{name}” takes the images of these dates: {dates}.")
        info(sentence.format(name=use.entry.name, dates=slots_in_words(use.dates)))
        if told and use.dates != main.dates:
            sentence = tr(
                "{told} tell of the dates of “{main}”; those of “{name}” are others: the map is wrong where "
                "the model takes them for the same. Give both series images of the same dates."
            )
            warn(sentence.format(told=told, main=main.entry.name, name=use.entry.name))


def completed_card(
    request: ModelRequest,
    rasters: Sequence[RasterFacts],
    *,
    warn: Callable[[str], None],
    fit: Callable[[Card], Card],
    **said: Any,
) -> Card:
    """The model's card with what the user adds, who is told where that overrules the card.

    Parameters
    ----------
    fit, **said
        See `see` and `complete`.

    Raises
    ------
    CardError
        Something a run needs is still missing: the message names the parameter that states it.
    ModelError
        The model cannot be loaded, or is of a kind that is not run yet.
    """
    read = read_card(request.model, request.card)
    card = fit(complete(read, gsd_m=request.gsd, scaling=request.scaling, **said))
    check_scalings(card.main)
    check_overruled(read, card.main, warn=warn)
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
    entry = card.main
    return entry if request.nodata_rule is None else replace(entry, nodata_rule=request.nodata_rule)  # type: ignore[arg-type]


def area_of(request: ModelRequest, grid: Grid) -> Area | None:
    """The area of a request on a grid, None where it has none."""
    if request.area is not None and request.extent is not None:
        raise GridError(tr("Both an area and an extent are given: give one of them."))
    if request.area is not None:
        return read_area(request.area, grid)
    if request.extent is not None:
        box = request.extent
        return area_of_bounds((box.xmin, box.ymin, box.xmax, box.ymax), checked(box.crs), grid)
    return None


def _main_input(
    request: ModelRequest,
    rasters: Rasters,
    grid: Grid,
    entry: ModelInput,
    area: Area | None,
    warn: Callable[[str], None],
) -> tuple[InputUse, Reader]:
    """What the main input is given, and its rasters opened."""

    def choose(available: Sequence[SourceBand]) -> tuple[SourceBand, ...]:
        return choose_bands(entry, available, mapping=request.bands, warn=warn)

    slots: Slots = ()
    if entry.is_series:
        slots = slots_of(check_dated(rasters.dated(range(rasters.main)), entry), entry)
        bands = bands_of_dates(rasters.first, slots, choose)
    else:
        bands = (choose(available_bands(rasters.first.facts)),)
    _check_places(rasters.facts, grid, area)
    reader = open_reader(rasters.first, entry, grid, bands=bands, nodata=request.nodata)
    fill = filled_with(entry, len(reader.bands))
    return InputUse(entry=entry, bands=bands, grid=grid, fill=fill, dates=slots), reader


def _check_places(rasters: Sequence[RasterFacts], grid: Grid, area: Area | None) -> None:
    """Refuse images that cannot be of one place."""
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


def ground_of(grid: Grid, request: ModelRequest) -> Ground | None:
    """Size of an image's pixels, None where neither it nor the user tells."""
    if grid.crs is not None:
        return ground_resolution(grid)
    return None if request.pixel_size is None else Ground(request.pixel_size, request.pixel_size)
