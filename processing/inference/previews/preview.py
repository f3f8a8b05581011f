"""The blocks under a view, computed as in a run, the middle first."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Hashable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from numpy.typing import NDArray

from ...errors import GridError, RequestError
from ...jobs.provenance import stamp
from ...jobs.request import sources_of
from ...language import tr
from ...models.completing import complete
from ...models.reading import read_card
from ...raster.areas import area_of_bounds
from ...raster.grids import Window
from ...raster.reference_systems import checked
from ...raster.tiles import TileIndex
from .. import map_job
from ..inputs import files_read
from ..plan import Measure, Plan
from ..setup import Setup, set_up
from .coarse import Screen, coarse_request, coarseness, most_true_pixels
from .openings import OPENINGS, TILES_BYTES, Opening, waited
from .pictures import Brush, placed_picture

if TYPE_CHECKING:
    from ...jobs import Context
    from .preview_job import Request

Array: TypeAlias = NDArray[Any]


def preview(request: Request, context: Context) -> None:
    """Send the pictures of the blocks under a view, and in the end what they show.

    Raises
    ------
    ReleveError
        What is given does not fit together: as in a run.
    """
    screen = Screen(request.view_width, request.view_height)
    run = _run_of(request)
    key = waited(context, _key, run)
    opening, setup = _opened(run, context, key)
    view = View(opening, setup, _window(request, setup.plan), _measure(request, setup.plan))
    factor, zoom_in = coarseness(view.model_pixels, screen), 1.0
    if factor > 1:
        zoom_in = math.sqrt(view.model_pixels / most_true_pixels(screen))
        coarse = waited(context, coarse_request, run, setup.plan, factor)
        opening, setup = _opened(coarse, context, (key, factor))
        view = View(opening, setup, _window(request, setup.plan), view.measure)
    about = {
        "state": hashlib.sha256(repr((key, factor)).encode()).hexdigest()[:16],
        "coarse": factor,
        "zoom_in": round(zoom_in, 3),
        "measures": list(setup.plan.measures),
        "measure": view.measure,
        "warnings": _warnings(request, setup),
    }
    _paint(view, about, context)


def _run_of(request: Request) -> map_job.Request:
    """The run whose result is looked at, in the usual numbers, each tile seen once: it must be quick."""
    shared = {field.name: getattr(request, field.name) for field in fields(map_job.Request)}
    run = map_job.Request(**shared)
    return replace(run, number_type="uint8", minimum_area=0.0, augmentation="none")


def _warnings(request: Request, setup: Setup) -> list[str]:
    """Those of the run, and what the preview leaves out of it."""
    if request.augmentation == "none":
        return list(setup.warnings)
    sentence = tr("The preview sees each tile once; a run takes the mean of several views (AUGMENTATION).")
    return [*setup.warnings, sentence]


def _key(run: map_job.Request) -> Hashable:
    """What a set-up depends on: the run, and the state of every file; a server's are taken as unchanged."""
    return run, stamp(sources_of(run), files_read(run))


def _opened(run: map_job.Request, context: Context, key: Hashable) -> tuple[Opening, Setup]:
    opening = OPENINGS.get(key, lambda: set_up(run, context, _measures(run)))
    return opening, opening.setup(context)


def _measures(run: map_job.Request) -> tuple[Measure, ...]:
    """What a run gives unless asked otherwise: on it depends whether overlaps are blended."""
    card = complete(read_card(run.model, run.card), task=run.task)
    return ("values",) if card.task == "regression" else ("classes", "confidence")


def _measure(request: Request, plan: Plan) -> Measure:
    for measure in plan.measures:
        if request.measure in (None, measure):
            return measure
    sentence = tr("The model does not give “{wanted}” but {given}: choose one of them.")
    raise RequestError(sentence.format(wanted=request.measure, given=", ".join(plan.measures)))


def _window(request: Request, plan: Plan) -> Window:
    """The pixels of the outputs under the view; none where it shows another place."""
    box = request.view
    if plan.grid.crs is not None or not box.crs:
        try:
            bounds = box.xmin, box.ymin, box.xmax, box.ymax
            view = area_of_bounds(bounds, checked(box.crs), plan.out_grid).window
        except GridError:  # it lies elsewhere
            return Window(0, 0, 0, 0)
        return view.intersection(plan.window)
    sentence = tr(
        "The image has no coordinate reference system, so it has no place in a view that has one: assign "
        "one to the image."
    )
    raise GridError(sentence)


@dataclass(frozen=True)
class View:
    """Some pixels of what a set-up gives, and the measure of them that is shown."""

    opening: Opening
    setup: Setup
    window: Window
    measure: Measure

    @property
    def model_pixels(self) -> int:
        """How many pixels of the model lie under it."""
        return int(self.window.shape.pixels / self.setup.plan.zoom**2)

    @property
    def blocks(self) -> list[TileIndex]:
        """The blocks under it, from the middle outwards; in rows where their tiles fill the memory."""
        plan = self.setup.plan
        if self.window.is_empty:
            return []
        wanted = set(plan.blocks)
        under = [index for index in plan.out_tiles.touching(self.window) if index in wanted]
        if len(plan.tiles_for(under)) * _tile_bytes(plan) > TILES_BYTES:
            return under
        return sorted(under, key=lambda index: _distance(plan.written_window(index), self.window))

    def values(self, index: TileIndex, context: Context) -> Array | None:
        """The measure in a block, shape (rows, columns), of several outputs the first; None for nodata."""
        block = self.opening.block(index, context)
        place = self.setup.plan.measures.index(self.measure)
        return None if block is None else block[place][0]

    def brush(self) -> Brush:
        """What paints the measure."""
        plan = self.setup.plan
        return Brush(self.measure, plan.specs[plan.measures.index(self.measure)])


def _tile_bytes(plan: Plan) -> int:
    """What leaves the model for a tile."""
    channels = sum(one.channels for one in plan.readouts)
    per_pixel = len(plan.measures) if plan.graph.measures else 4 * channels
    return plan.out_tiles.rows.output * plan.out_tiles.columns.output * per_pixel


def _distance(window: Window, other: Window) -> float:
    """Between the middles of two windows, twice."""
    down = window.row + window.bottom - other.row - other.bottom
    across = window.column + window.right - other.column - other.right
    return math.hypot(down, across)


def _paint(view: View, about: dict[str, Any], context: Context) -> None:
    """Send a picture of each block, and all again where later ones have widened the range of values."""
    session, blocks, brush = view.setup.loaded.session, view.blocks, view.brush()
    context.preview(**about, blocks=len(blocks), style=brush.style)
    # One at a time has the graphics card.
    turn = nullcontext() if session.provider == "cpu" else context.gpu_turn()
    with turn, context.on_cancel(session.terminate):
        sent = list(_send_blocks(view, blocks, brush, context))
    if any(style != brush.style for _, _, style in sent if style["type"] == "gradient"):
        for index, values, _ in sent:
            _send(view, index, brush.paint(values), context)
    context.values.update(about, blocks=len(blocks), style=brush.style)


def _send_blocks(
    view: View, blocks: list[TileIndex], brush: Brush, context: Context
) -> Iterator[tuple[TileIndex, Array, dict[str, Any]]]:
    """Each block that holds something, once its picture is sent, and the style that the picture has."""
    for done, index in enumerate(blocks, start=1):
        values = view.values(index, context)
        if values is not None:
            brush.see(values)
            _send(view, index, brush.paint(values), context)
            yield index, values, brush.style
        context.progress(done / len(blocks))


def _send(view: View, index: TileIndex, picture: bytes, context: Context) -> None:
    plan = view.setup.plan
    context.preview(picture=placed_picture(picture, plan.out_grid.crop(plan.written_window(index))))
