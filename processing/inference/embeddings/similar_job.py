"""Places that look like examples, by their embeddings."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `inference.similar` is asked."""

    embeddings: p.Source = p.raster(
        "Embeddings",
        help="A raster with a band for each number of the vectors, as inference.embed writes it.",
    )
    examples: str = p.vector(
        "Examples",
        help="Points or polygons on what is looked for, in any reference system. One is enough.",
    )
    counterexamples: str | None = p.vector(
        "Counter-examples",
        optional=True,
        help="Points or polygons on what is not looked for, though it was found.",
    )
    match: str = p.enum(
        "Similar to",
        default="mean",
        choices={"mean": "The mean of the examples", "nearest": "Any of the examples"},
        help="The mean for examples of one kind, any of them where they differ among themselves.",
    )
    count: int = p.number(
        "Number of best places", default=20, integer=True, minimum=1, maximum=10000,
        help="As many places are written at most.",
    )  # fmt: skip
    separation: int = p.number(
        "Least separation", default=3, integer=True, minimum=1, maximum=1000, unit="px", advanced=True,
        help="Best places are so many pixels of the embeddings apart at least, from each other and from the "
        "examples.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Compare and write."""
    from .similar import find_similar

    find_similar(request, context)


JOB = Job(
    id="inference.similar",
    version="1.0.0",
    title="Find places like these",
    help="Compares the embedding of each place with those of examples: 1 where both point the same way, 0 "
    "where they have nothing in common, -1 at most (cosine similarity). Half the mean of counter-examples is "
    "taken off the examples first (Rocchio 1971). The best places are written as polygons with their score "
    "and rank, the examples left out.",
    group="Models",
    tags=("embedding", "similarity", "search", "cosine", "foundation model"),
    request=Request,
    run=run,
    outputs=(
        o.raster("similarity", "Similarity", help="Cosine similarity of each place to the examples."),
        o.vector("places", "Best places", geometry="polygon", help="The pixels that are most alike."),
    ),
)
