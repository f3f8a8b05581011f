"""From a request for objects to a plan: the images checked, the model loaded, the tiles chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...models.card import Card, ModelOutput
from ...models.completing import complete
from ...models.detection import Detection
from ...models.detectors import as_detector, detection_of, head_of, with_layout
from ...models.runnable import require_runnable
from ...raster.grids import Window
from ...raster.tiles import TileGrid
from ..companions import multiples, sized
from ..graph import Loaded, open_model
from ..plan import GraphUse, Plan
from ..readouts import Readout
from ..scene import Scene, see
from ..setup import Setup, batch_size, touched_blocks
from ..tiling import Shapes, choose_tiling
from .tile import Finder

if TYPE_CHECKING:
    from ...jobs import Context
    from .detect_job import Request


@dataclass(frozen=True)
class Search:
    """A run ready to go, and how the objects of a tile are found."""

    setup: Setup
    finder: Finder


def set_up_search(request: Request, context: Context) -> Search:
    """Check everything that can be checked before work begins, and decide the work.

    Raises
    ------
    ReleveError
        The image, the area, the model and its card do not fit together: the message says how to mend it.
    """
    scene = see(request, context, fit=lambda card: detector(card, request))
    try:
        return _decide(request, context, scene)
    except BaseException:
        scene.close()
        raise


def detector(card: Card, request: Request) -> Card:
    """The card of a detector with what the user adds.

    Raises
    ------
    ModelError
        The model makes maps; or its outputs are not understood.
    """
    require_runnable(card, ("detection",))
    card = with_layout(card, request.layout)
    if request.class_names:
        names = [name.strip() for name in request.class_names.split(",")]
        card = as_detector(complete(card, classes=names))
    head_of(card)
    return card


def _decide(request: Request, context: Context, scene: Scene) -> Search:
    card, entry, grid = scene.card, scene.entry, scene.grid
    head = head_of(card)
    outputs = tuple(output for output in card.outputs if output.name in head.tensors.values())
    session = open_model(request, context, request.model)
    names = tuple(output.name for output in outputs)
    loaded = Loaded(session, GraphUse(dtype=entry.dtype, scales=False, outputs=names))
    tiling = choose_tiling(
        card, entry, grid.shape, model=Path(request.model), output=outputs[0], shapes=Shapes({}),
        tile=request.tile, overlap=request.overlap, blends=False, multiples=multiples(scene.inputs),
    )  # fmt: skip
    tiles = TileGrid.over(grid.shape, tile=tiling.tile, margin=tiling.margin)
    window = scene.area.window if scene.area else grid.window
    plan = Plan(
        rasters=tuple(source.href for source in (*request.input, *(request.further or ()))),
        nodata=request.nodata,
        model=card.sha256 + card.weights_sha256,
        grid=grid,
        tiles=tiles,
        window=window,
        blocks=touched_blocks(tiles, scene.area, window=window),
        area=scene.area,
        main=entry.name,
        inputs=sized(scene.inputs, tiling.tile, entry.name),
        readouts=tuple(Readout(output, "raw", channels=0) for output in outputs),
        measures=(),
        specs=(),
        graph=loaded.use,
        lane=tiles.shape.columns,
        batch=batch_size(request, card, loaded) if _have_batch(outputs) else 1,
        beyond="missing",
    )
    setup = Setup(plan, card, scene.sources, loaded, "", "crop", scene.image_ground, scene.warnings)
    return Search(setup, _finder(request, card, plan))


def _have_batch(outputs: tuple[ModelOutput, ...]) -> bool:
    """Whether several tiles may be inferred at once: some detectors list the objects of one image."""
    return all(output.dim_order[:1] == ("batch",) for output in outputs)


def _finder(request: Request, card: Card, plan: Plan) -> Finder:
    head, said = head_of(card), detection_of(card) or Detection()
    if request.threshold is not None:
        said = replace(said, confidence=request.threshold)
    if request.largest_overlap is not None:
        said = replace(said, overlap=request.largest_overlap)
    classes = card.outputs[0].classes
    scores = head.tensors.get("scores", "")
    return Finder(
        head=head,
        detection=said,
        values=np.array([] if head.layout == "boxes" else [one.value for one in classes], np.int64),
        applied=next((output.applied for output in card.outputs if output.name == scores), "none"),
        tiles=plan.tiles,
        image=Window(0, 0, plan.grid.shape.rows, plan.grid.shape.columns),
    )
