"""A run of `inference.similar`: examples, the similarity of each place to them, the best places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...errors import RequestError
from ...language import tr
from ...raster.cogs import PROVENANCE_TAG, write_cog
from ...raster.files import files_of
from ...raster.grids import Window
from ...raster.patches import Measures, Patches
from ...raster.polygon_layer import Features, write_layer
from ...raster.reading import CACHE_BYTES
from ...raster.sources import open_raster
from ...raster.writing import RasterSpec, StripWriter, strip_path
from .best_places import BestPlaces
from .examples import Examples, read_examples
from .vectors import Vectors, unit

if TYPE_CHECKING:
    from ...jobs import Context
    from .similar_job import Request

FloatArray: TypeAlias = NDArray[np.float32]

LAYER = "places"
FRAME = "#d55e00"  # seen on the colours of the similarity, and by the colour-blind
AWAY = (
    0.5  # share of the counter-examples' mean that is taken off (Rocchio 1971: usual weights are 1 and 0.5)
)
COMPARED = 0.9  # of the work


def find_similar(request: Request, context: Context) -> None:
    """Do what the request asks.

    Raises
    ------
    ReleveError
        What is given does not fit.
    """
    import rasterio

    told = json.dumps(context.provenance(files_of), ensure_ascii=False, sort_keys=True)
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), ExitStack() as stack:
        vectors = Vectors(stack.enter_context(open_raster(request.embeddings)))
        examples = _examples(request.examples, vectors, context)
        against = None
        if request.counterexamples is not None:
            against = _examples(request.counterexamples, vectors, context)
        queries = queries_of(examples, against, nearest=request.match == "nearest")
        taken = examples.pixels if against is None else np.concatenate([examples.pixels, against.pixels])
        best = BestPlaces(request.count, separation=request.separation, taken=taken)
        _write_similarity(vectors, queries, best, told, context)
    places, scores = best.found()
    context.values |= {"examples": len(examples.vectors), "places": len(scores)}
    if len(scores):
        context.values |= {"best": round(float(scores[0]), 6), "least": round(float(scores[-1]), 6)}
    if (path := context.output("places")) is not None:
        _write_places(path, places, scores, vectors, told)
        one = {"value": "", "name": tr("Best places"), "color": FRAME}  # no value: whatever the rank
        context.style("places", {"type": "classes", "field": "rank", "classes": [one], "outlined": True})


def _examples(source: str, vectors: Vectors, context: Context) -> Examples:
    found = read_examples(source, vectors)
    if found.missing:
        sentence = tr("{count} of {all} examples lie where the raster has no embeddings: they are left out.")
        context.warn(sentence.format(count=found.missing, all=found.missing + len(found.vectors)))
    return found


def queries_of(examples: Examples, against: Examples | None, *, nearest: bool) -> FloatArray:
    """The directions to be compared with, of shape (queries, numbers): of each example, or of their mean.

    Half the mean of the counter-examples is taken off each.

    References
    ----------
    Rocchio (1971), Relevance feedback in information retrieval, in: Salton (ed.), The SMART retrieval system,
    313-323.
    """
    wanted = examples.vectors if nearest else examples.vectors.mean(axis=0, keepdims=True)
    wanted = unit(wanted.T).T
    if against is not None:
        wanted = unit((wanted - AWAY * against.vectors.mean(axis=0)).T).T
    if not np.isfinite(wanted).all():
        sentence = tr(
            "The examples cancel each other out: choose “Any of the examples” (MATCH=nearest), or fewer."
        )
        raise RequestError(sentence)
    return wanted


def _write_similarity(
    vectors: Vectors, queries: FloatArray, best: BestPlaces, told: str, context: Context
) -> None:
    spec = RasterSpec(
        name="similarity", dtype="float32", nodata=float("nan"), bands=("similarity",),
        tags={PROVENANCE_TAG: told},
    )  # fmt: skip
    path, grid = context.output("similarity"), vectors.grid
    strips: list[tuple[Path, Window]] = []
    for number, row in enumerate(range(0, grid.shape.rows, vectors.block.rows)):
        strip = Window(row, 0, min(vectors.block.rows, grid.shape.rows - row), grid.shape.columns)
        writer = StripWriter(context.scratch, spec, number, strip)
        try:
            for window in _blocks(strip, vectors.block.columns):
                context.check()
                found = vectors.similarity(window, queries)
                best.add(found, window)
                writer.write(found[None], window)
        except BaseException:
            writer.abandon()
            raise
        writer.close()
        strips.append((strip_path(context.scratch, spec, number), strip))
        context.progress(COMPARED * strip.bottom / grid.shape.rows)
    if path is None:
        return
    (statistics,) = write_cog(
        path, spec, grid, strips, scratch=context.scratch, threads=context.threads, check=context.check
    )
    style: dict[str, Any] = {"type": "gradient", "ramp": "viridis", "unit": "", "band": 1}
    context.style("similarity", style | {"minimum": statistics.minimum, "maximum": statistics.maximum})


def _blocks(strip: Window, columns: int) -> Iterator[Window]:
    for column in range(0, strip.columns, columns):
        yield Window(strip.row, column, strip.rows, min(columns, strip.columns - column))


def _write_places(
    path: Path, places: NDArray[np.int64], scores: FloatArray, vectors: Vectors, told: str
) -> None:
    """The pixels of the best places as polygons, the best first."""
    import pyarrow as pa

    count = len(scores)
    ranks = np.arange(1, count + 1)
    ring = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])  # anticlockwise on a north-up map
    corners = (places[:, None] + ring).reshape(-1, 2)
    patches = Patches(
        ranks,
        Measures.nothing(count),
        np.arange(count + 1),
        4 * np.arange(count + 1),
        corners[:, 0],
        corners[:, 1],
    )
    write_layer(
        iter([Features(patches, {"rank": ranks, "score": scores.astype(np.float64)})]),
        path,
        layer=LAYER,
        schema=pa.schema([("rank", pa.int32()), ("score", pa.float64())]),
        transform=vectors.grid.transform,
        crs=vectors.grid.crs,
        metadata=told,
    )
