"""From a request to a plan: the images checked, the model loaded, the tiles chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import GridError, RequestError
from ..language import tr
from ..models.card import Card, ModelOutput
from ..models.runnable import MAPPED, require_runnable
from ..raster.areas import Area
from ..raster.blending import bytes_carried
from ..raster.grids import Window
from ..raster.ground import Ground
from ..raster.sources import read_facts
from ..raster.tiles import TileGrid, TileIndex
from .companions import multiples, sized
from .graph import Loaded, load, outputs_in_use
from .plan import Measure, Plan
from .rasters import SHARES, raster_spec
from .readouts import readouts_of
from .scene import Scene, area_of, ground_of, see
from .sources import Sources
from .tiling import choose_tiling, found_shapes
from .views import channels_carried, views_of

if TYPE_CHECKING:
    from ..jobs import Context
    from .map_job import Request
    from .request import ModelRequest

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
    sources: Sources
    loaded: Loaded
    ground: str
    blending: str
    image_ground: str = ""
    warnings: tuple[str, ...] = ()

    def close(self) -> None:
        """Close the rasters."""
        self.sources.close()


def set_up(
    request: Request, context: Context, measures: Sequence[Measure], *, tasks: Sequence[str] = MAPPED
) -> Setup:
    """Check everything that can be checked before work begins, and decide the work.

    Parameters
    ----------
    tasks : sequence of str
        The kinds of model that the job runs.

    Raises
    ------
    ReleveError
        The image, the area, the model and its card do not fit together: the message says how to mend it.
    """
    _check_minimum_area(request, context)

    def fit(card: Card) -> Card:
        require_runnable(card, tasks)
        return card

    scene = see(request, context, fit=fit, **_said(request))
    try:
        return _decide(request, context, measures, scene)
    except BaseException:
        scene.close()
        raise


def _said(request: Request) -> dict[str, Any]:
    """What the user adds to the card's outputs."""
    names = [name.strip() for name in request.class_names.split(",")] if request.class_names else None
    return {"task": request.task, "activation": request.activation, "classes": names}


def _check_minimum_area(request: Request, context: Context) -> None:
    if request.minimum_area <= 0 or context.output("polygons") is None:
        return
    if read_facts(request.input[0].href).grid.crs is None:
        sentence = tr(
            "A smallest polygon in square metres is asked for (MINIMUM_AREA), and the image has no "
            "coordinate reference system: assign it one, or leave MINIMUM_AREA out."
        )
        raise GridError(sentence)


def _decide(
    request: Request,
    context: Context,
    measures: Sequence[Measure],
    scene: Scene,
) -> Setup:
    card, entry, grid, reader = scene.card, scene.entry, scene.grid, scene.sources.main
    outputs = outputs_in_use(card, request)
    _check_polygons(outputs, context)
    _check_uncertainty(request, measures)
    measures = [one for one in measures if _can_give(one, outputs) or context.output(one) is not None]
    blends = request.blending == "blend" or (request.blending == "auto" and set(measures) != {"classes"})
    blending = "blend" if blends else "crop"
    shares = blends or request.augmentation != "none"  # of which a mean is taken
    loaded = load(request, card, context, measures=measures, dtype=reader.dtype.name, blends=shares)
    shapes = found_shapes(card, entry, outputs, loaded, multiples=multiples(scene.inputs))
    if "probabilities" in loaded.use.outputs:
        outputs = tuple(replace(output, activation="none") for output in outputs)
    readouts = readouts_of(outputs, shapes.channels, threshold=request.threshold)
    blends = blends and all(readout.kind != "codes" for readout in readouts)
    tiling = choose_tiling(
        card, entry, grid.shape, model=Path(request.model), output=readouts[0].output, shapes=shapes,
        tile=request.tile, overlap=request.overlap, blends=blends, multiples=multiples(scene.inputs),
    )  # fmt: skip
    blends = blends and tiling.margin > tiling.trim
    tiles = TileGrid.over(
        grid.shape, tile=tiling.tile, margin=tiling.margin, trim=tiling.trim, blended=blends, unit=tiling.unit
    )
    out_grid = grid if tiling.zoom == 1 else grid.zoomed(tiling.zoom)
    area = scene.area if tiling.zoom == 1 else area_of(request, out_grid)
    window = area.window if area else out_grid.window
    specs = [
        raster_spec(
            measure,
            readouts,
            as_float=request.number_type == "float32",
            language=context.language,
            bands=[band.label for band in reader.bands],
            number_type=request.number_type,
        )
        for measure in measures
    ]
    by_pixel = "height" not in entry.dim_order
    views = views_of(request.augmentation, readouts, unit=tiling.unit, by_pixel=by_pixel)
    plan = Plan(
        rasters=tuple(source.href for source in (*request.input, *(request.further or ()))),
        nodata=request.nodata,
        model=card.sha256 + card.weights_sha256,
        grid=grid,
        tiles=tiles,
        zoom=tiling.zoom,
        window=window,
        blocks=touched_blocks(tiles.zoomed(tiling.zoom), area, window=window),
        area=area,
        main=entry.name,
        inputs=sized(scene.inputs, tiling.tile, entry.name),
        readouts=readouts,
        measures=tuple(measures),
        specs=tuple(specs),
        graph=loaded.use,
        lane=_lane(tiles.zoomed(tiling.zoom), sum(channels_carried(one, views) for one in readouts)),
        batch=batch_size(request, card, loaded),
        views=views,
    )
    ground = _resolution(plan, scene, request)
    return Setup(plan, card, scene.sources, loaded, ground, blending, scene.image_ground, scene.warnings)


def _check_polygons(outputs: Sequence[ModelOutput], context: Context) -> None:
    """Refuse polygons of several outputs: theirs overlap, and one layer holds those of one."""
    if len(outputs) > 1 and context.output("polygons") is not None:
        sentence = tr(
            "The model has several outputs ({names}) and polygons are made of one: say which (HEAD), or "
            "leave the polygons out."
        )
        raise RequestError(sentence.format(names=", ".join(output.name for output in outputs)))


def _check_uncertainty(request: Request, measures: Sequence[Measure]) -> None:
    """Refuse the disagreement of views where a tile is seen once."""
    if "uncertainty" in measures and request.augmentation == "none":
        sentence = tr(
            "The uncertainty is how far views of a tile disagree: ask for some (AUGMENTATION), or leave the "
            "output out. Confidence, margin and entropy need none."
        )
        raise RequestError(sentence)


def _can_give(measure: Measure, outputs: Sequence[ModelOutput]) -> bool:
    """Whether these outputs hold what a measure needs: numbers of classes have no probabilities."""
    return measure not in SHARES or all(output.dtype.startswith("float") for output in outputs)


def touched_blocks(tiles: TileGrid, area: Area | None, *, window: Window) -> tuple[TileIndex, ...]:
    """The tiles whose blocks hold pixels of a window, and of the area where there is one."""
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


def batch_size(request: ModelRequest, card: Card, loaded: Loaded) -> int:
    """How many tiles are inferred at once."""
    session = loaded.session
    if session.exact_batch is not None:
        return session.exact_batch
    if session.provider == "cpu" and request.batch is None:
        return 1  # larger ones were slower
    wanted = request.batch or card.batch_suggestion or BATCH_ON_GPU
    return min(wanted, session.batch_limit or wanted)


def _resolution(plan: Plan, scene: Scene, request: Request) -> str:
    """Size of the result's pixels on the ground."""
    grid, gsd_m = scene.grid, scene.entry.gsd_m
    ground = ground_of(grid, request)
    if grid.crs is None and gsd_m is not None and grid != scene.sources.main.views[0].facts.grid:
        ground = Ground(gsd_m, gsd_m)
    if ground is None:
        return ""
    return str(Ground(ground.width_m / float(plan.zoom), ground.height_m / float(plan.zoom)))
