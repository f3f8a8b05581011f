"""From a request to a plan: the card completed, the image checked against it, the model loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CardError, GridError, RequestError
from ..language import tr
from ..models.card import Card, ModelInput, ModelOutput, complete, require_runnable
from ..models.reading import read_card
from ..raster.areas import Area, area_of_bounds, overlap, read_area
from ..raster.blending import bytes_carried
from ..raster.grids import Grid, Window
from ..raster.ground import Ground, ground_resolution, inference_grid
from ..raster.reading import RasterView, Stack, available_bands
from ..raster.sources import RasterFacts, read_facts
from ..raster.tiles import TileGrid, TileIndex
from .checks import check_overruled, check_resolution, check_units, check_values, choose_bands
from .graph import Loaded, load, outputs_in_use
from .plan import Measure, Plan
from .rasters import SHARES, raster_spec
from .readouts import readouts_of
from .scaling import check_scalings, middle_of_bands
from .tiling import choose_tiling, found_shapes

if TYPE_CHECKING:
    from ..jobs import Context
    from .map_job import Request

BATCH_ON_GPU = 8
CARRY_BYTES = 256 << 20  # that blending may remember of a row of tiles; a wider image is cut into lanes


@dataclass(frozen=True)
class Setup:
    """A run ready to go.

    ``ground`` and ``image_ground`` are the sizes of the pixels of the result and of the first image, empty
    where nobody knows. ``blending``: "blend" or "crop", where the request leaves it to the outputs.
    """

    plan: Plan
    card: Card
    stack: Stack
    loaded: Loaded
    ground: str
    blending: str
    image_ground: str = ""
    warnings: tuple[str, ...] = ()

    def close(self) -> None:
        """Close the rasters."""
        self.stack.close()


def set_up(request: Request, context: Context, measures: Sequence[Measure]) -> Setup:
    """Check everything that can be checked before work begins, and decide the work.

    Raises
    ------
    ReleveError
        The image, the area, the model and its card do not fit together: the message says how to mend it.
    """
    rasters = [read_facts(source.href) for source in request.input]
    _check_minimum_area(request, rasters[0].grid, context)
    warnings: list[str] = []

    def warn(sentence: str) -> None:
        warnings.append(sentence)
        context.warn(sentence)

    card = completed_card(request, rasters, warn=warn)
    for note in card.notes:
        context.info(note)
    entry = _entry(card, request)
    grid = inference_grid(rasters[0].grid, gsd_m=entry.gsd_m, pixel_size_m=request.pixel_size)
    area = _area(request, grid)
    image_ground = _ground(rasters[0].grid, request)
    if image_ground is not None and entry.gsd_m is not None:
        check_resolution(image_ground, entry.gsd_m, warn=warn, info=context.info)
    stack = _stack(request, rasters, grid, entry, area, warn)
    try:
        check_units(entry, [rasters[band.raster].stored(band.number) for band in stack.bands], warn=warn)
        check_values(entry, stack.sample(area.window if area else grid.window), warn=warn)
        setup = _decide(request, context, measures, card, entry, area, stack)
        return replace(setup, image_ground=str(image_ground or ""), warnings=tuple(warnings))
    except BaseException:
        stack.close()
        raise


def _check_minimum_area(request: Request, grid: Grid, context: Context) -> None:
    if request.minimum_area > 0 and grid.crs is None and context.output("polygons") is not None:
        sentence = tr(
            "A smallest polygon in square metres is asked for (MINIMUM_AREA), and the image has no "
            "coordinate reference system: assign it one, or leave MINIMUM_AREA out."
        )
        raise GridError(sentence)


def completed_card(request: Request, rasters: Sequence[RasterFacts], *, warn: Callable[[str], None]) -> Card:
    """The model's card with what the user adds, who is told where that overrules the card.

    Raises
    ------
    CardError
        Something a run needs is still missing: the message names the parameter that states it.
    ModelError
        The model cannot be loaded, or is of a kind that is not run yet.
    """
    read = read_card(request.model, request.card)
    card = complete(
        read,
        gsd_m=request.gsd,
        scaling=request.scaling,
        task=request.task,
        activation=request.activation,  # type: ignore[arg-type]
        classes=[name.strip() for name in request.class_names.split(",")] if request.class_names else None,
    )
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


def _pixels(facts: RasterFacts, request: Request) -> str:
    if facts.grid.crs is None:
        return (
            tr("a size that it does not tell") if request.pixel_size is None else f"{request.pixel_size:g} m"
        )
    return str(ground_resolution(facts.grid))


def _entry(card: Card, request: Request) -> ModelInput:
    entry = card.inputs[0]
    return entry if request.nodata_rule is None else replace(entry, nodata_rule=request.nodata_rule)  # type: ignore[arg-type]


def _area(request: Request, grid: Grid) -> Area | None:
    if request.area is not None and request.extent is not None:
        raise GridError(tr("Both an area and an extent are given: give one of them."))
    if request.area is not None:
        return read_area(request.area, grid)
    if request.extent is not None:
        box = request.extent
        return area_of_bounds((box.xmin, box.ymin, box.xmax, box.ymax), box.crs, grid)
    return None


def _stack(
    request: Request,
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


def _decide(
    request: Request,
    context: Context,
    measures: Sequence[Measure],
    card: Card,
    entry: ModelInput,
    area: Area | None,
    stack: Stack,
) -> Setup:
    outputs = outputs_in_use(card, request)
    _check_polygons(outputs, context)
    measures = [one for one in measures if _can_give(one, outputs) or context.output(one) is not None]
    blends = request.blending == "blend" or (request.blending == "auto" and set(measures) != {"classes"})
    blending = "blend" if blends else "crop"
    loaded = load(request, card, context, measures=measures, dtype=stack.dtype.name, blends=blends)
    shapes = found_shapes(card, outputs, loaded)
    if "probabilities" in loaded.use.outputs:
        outputs = tuple(replace(output, activation="none") for output in outputs)
    readouts = readouts_of(outputs, shapes.channels, threshold=request.threshold)
    blends = blends and all(readout.kind != "codes" for readout in readouts)
    tiling = choose_tiling(
        card, stack.grid.shape, model=Path(request.model), output=readouts[0].output, trim=shapes.trim,
        tile=request.tile, overlap=request.overlap, blends=blends,
    )  # fmt: skip
    blends = blends and tiling.margin > tiling.trim
    tiles = TileGrid.over(
        stack.grid.shape, tile=tiling.tile, margin=tiling.margin, trim=tiling.trim, blended=blends
    )
    window = area.window if area else stack.grid.window
    middles = middle_of_bands(entry, len(stack.bands))
    specs = [
        raster_spec(measure, readouts, as_float=request.number_type == "float32", language=context.language)
        for measure in measures
    ]
    plan = Plan(
        rasters=tuple(source.href for source in request.input),
        bands=tuple(stack.bands),
        nodata=request.nodata,
        model=card.sha256 + card.weights_sha256,
        grid=stack.grid,
        window=window,
        tiles=tiles,
        blocks=_blocks(tiles, area, window=window),
        area=area,
        entry=entry,
        fill=None if middles is None else tuple(middles.tolist()),
        readouts=readouts,
        measures=tuple(measures),
        specs=tuple(specs),
        graph=loaded.use,
        lane=_lane(tiles, sum(readout.channels for readout in readouts)),
        batch=_batch(request, card, loaded),
    )
    return Setup(plan, card, stack, loaded, _resolution(stack, entry, request), blending)


def _check_polygons(outputs: Sequence[ModelOutput], context: Context) -> None:
    """Refuse polygons of several outputs: theirs overlap, and one layer holds those of one."""
    if len(outputs) > 1 and context.output("polygons") is not None:
        sentence = tr(
            "The model has several outputs ({names}) and polygons are made of one: say which (HEAD), or "
            "leave the polygons out."
        )
        raise RequestError(sentence.format(names=", ".join(output.name for output in outputs)))


def _can_give(measure: Measure, outputs: Sequence[ModelOutput]) -> bool:
    """Whether these outputs hold what a measure needs: numbers of classes have no probabilities."""
    return measure not in SHARES or all(output.dtype.startswith("float") for output in outputs)


def _blocks(tiles: TileGrid, area: Area | None, *, window: Window) -> tuple[TileIndex, ...]:
    near = list(tiles.touching(window))
    if area is None:
        return tuple(near)
    touched = area.touches([tiles.block(index) for index in near])
    return tuple(index for index, touches in zip(near, touched, strict=True) if touches)


def _lane(tiles: TileGrid, channels: int) -> int:
    """Columns of blocks that can be walked together."""
    bytes_per_block = tiles.columns.step * bytes_carried(channels, tiles)
    affordable = CARRY_BYTES // bytes_per_block if bytes_per_block else tiles.shape.columns
    return min(max(affordable, 1), tiles.shape.columns)


def _batch(request: Request, card: Card, loaded: Loaded) -> int:
    session = loaded.session
    if session.exact_batch is not None:
        return session.exact_batch
    if session.provider == "cpu" and request.batch is None:
        return 1  # larger ones were slower
    wanted = request.batch or card.batch_suggestion or BATCH_ON_GPU
    return min(wanted, session.batch_limit or wanted)


def _ground(grid: Grid, request: Request) -> Ground | None:
    """Size of an image's pixels, None where neither it nor the user tells."""
    if grid.crs is not None:
        return ground_resolution(grid)
    return None if request.pixel_size is None else Ground(request.pixel_size, request.pixel_size)


def _resolution(stack: Stack, entry: ModelInput, request: Request) -> str:
    if stack.grid.crs is None and entry.gsd_m is not None and stack.grid != stack.views[0].facts.grid:
        return str(Ground(entry.gsd_m, entry.gsd_m))
    return str(_ground(stack.grid, request) or "")
