"""A run of `inference.detect`, from the request to its outputs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from ...language import tr
from ...models.detection import detection_as_json
from ...raster.allocation import give_back
from ...raster.reading import CACHE_BYTES
from ..engine import walk
from ..inferring import Busy
from ..inputs import files_read
from ..kept_strips import kept_strips
from ..plan import Plan
from ..run import provenance
from .layer import Layer, classes_found, moved_to_map, write_objects
from .merging import Merged, merge
from .objects import BoolArray, Objects
from .report import Outcome, write_report
from .setup import Search, set_up_search
from .sink import ObjectSink, holds_objects, objects_path

if TYPE_CHECKING:
    from ...jobs import Context
    from .detect_job import Request

WALK_SHARE = 0.95  # of the work, roughly


def detect(request: Request, context: Context) -> None:
    """Do what the request asks.

    Raises
    ------
    ReleveError
        What is given does not fit, or the work failed.
    """
    import rasterio

    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), _set_up(request, context) as search:
        setup = search.setup
        told = _told(search, provenance(setup, context.provenance(files_read(request))))
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        with kept_strips(request, context, setup.plan, text, holds=holds_objects) as folder:
            busy = _walk(search, context, folder)
            setup.close()
            give_back()
            found = _found(setup.plan, folder)
        merged = _merged(search, found)
        remarks = _remarks(search, found, merged)
        for sentence in remarks:
            context.warn(sentence)
        outcome = _written(search, context, merged, text)
        context.progress(0.99)
        if path := context.output("report"):
            write_report(path, search, told, outcome, busy, warnings=(*setup.warnings, *remarks))


@contextmanager
def _set_up(request: Request, context: Context) -> Iterator[Search]:
    search = set_up_search(request, context)
    try:
        yield search
    finally:
        search.setup.close()


def _told(search: Search, told: dict[str, Any]) -> dict[str, Any]:
    """The provenance with how objects are told."""
    said = detection_as_json(search.finder.detection) | {"layout": search.finder.head.layout}
    inputs = {key: value for key, value in told["inputs"].items() if key != "blending"}  # of maps
    return told | {"inputs": inputs, "detection": said}


def _walk(search: Search, context: Context, folder: Path) -> Busy:
    setup = search.setup
    session = setup.loaded.session
    # One job at a time has the graphics card; processors are shared by the number of threads.
    turn = nullcontext() if session.provider == "cpu" else context.gpu_turn()
    with turn, context.on_cancel(session.terminate):
        busy = walk(
            setup.plan,
            sources=setup.sources,
            session=session,
            sink=ObjectSink(setup.plan, folder, search.finder),
            check=context.check,
            progress=lambda share: context.progress(WALK_SHARE * share),
        )
    context.values["tiles"] = busy.tiles
    for name in ("read_s", "infer_s", "write_s", "walk_s"):
        context.values[name] = round(busy.wall_s if name == "walk_s" else getattr(busy, name), 3)
    return busy


def _found(plan: Plan, folder: Path) -> Objects:
    """The objects of all strips."""
    return Objects.joined([Objects.load(objects_path(folder, strip)) for strip in plan.strips()])


def _merged(search: Search, found: Objects) -> Merged:
    """Each object once, those whose middle lies in the area."""
    plan, finder = search.setup.plan, search.finder
    merged = merge(
        found, tile_bounds(plan), overlap=finder.detection.overlap, is_oriented=finder.head.is_oriented
    )
    inside = _lie_inside(merged.objects, plan)
    return Merged(merged.objects.take(inside), merged.joined[inside])


def _remarks(search: Search, found: Objects, merged: Merged) -> list[str]:
    """What the user should know of the result."""
    most, sentences = search.finder.head.most, []
    if most > 0 and np.bincount(found.tiles, minlength=1).max() >= most:
        sentence = tr(
            "The model lists at most {most} objects for a tile and did so: it may have seen more. Smaller "
            "tiles (TILE) hold fewer objects; another export of the model may list more."
        )
        sentences.append(sentence.format(most=most))
    if not len(merged.objects):
        sentences.append(
            tr(
                "No object was found: lower the least score (THRESHOLD), or check the resolution, the bands "
                "and the scaling that the model expects."
            )
        )
    return sentences


def tile_bounds(plan: Plan) -> Any:
    """Least column and row, greatest column and row of every tile, by its number."""
    rows, columns = plan.tiles.rows, plan.tiles.columns
    top = np.repeat([rows.tile_start(row) for row in range(rows.count)], columns.count)
    left = np.tile([columns.tile_start(column) for column in range(columns.count)], rows.count)
    return np.stack([left, top, left + columns.tile, top + rows.tile], axis=1).astype(np.float64)


def _lie_inside(objects: Objects, plan: Plan) -> BoolArray:
    """Whether the middle of each object lies in the area of interest."""
    inside = np.ones(len(objects), bool)
    if plan.area is None or not len(objects):
        return inside
    middles = shapely.get_coordinates(shapely.centroid(objects.outlines))
    places = shapely.points(moved_to_map(middles, plan.grid.transform))
    inside[:] = False
    inside[shapely.STRtree(places).query(list(plan.area.polygons), predicate="intersects")[1]] = True
    return inside


def _written(search: Search, context: Context, merged: Merged, told: str) -> Outcome:
    """Write the layer, tell its style, and count."""
    setup, card = search.setup, search.setup.card
    classes = classes_found(card, merged.objects, context.language)
    model = f"{card.name} {card.version}".strip()
    layer = Layer(setup.plan.grid, classes, model, search.finder.head.is_oriented)
    path = context.output("objects") or context.scratch / "objects.gpkg"
    areas = write_objects(merged, path, layer, metadata=told)
    shown = [{"value": one.value, "name": one.name, "color": one.color} for one in classes.values()]
    style = {"type": "classes", "field": "class", "classes": shown, "outlined": True}
    context.style("objects", style)
    counts = Counter(merged.objects.classes.tolist())
    context.values["counts"] = {one.name: counts[value] for value, one in classes.items()}
    context.values["object_count"] = len(merged.objects)
    context.values["joined_count"] = int(merged.joined.sum())
    context.values["cut_count"] = int(merged.objects.cut.sum())
    return Outcome(merged, areas, classes)
