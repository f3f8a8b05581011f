"""List the models of an index."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `model.search` is asked."""

    source: str = p.text(
        "Index",
        help="Address or path of a STAC catalogue, collection or Item, or a repository of Hugging Face as "
        "owner/name.",
    )
    words: str | None = p.text(
        "Words",
        optional=True,
        help="Only models that have all of them in their name, description, kind, sensors or classes.",
    )
    revision: str | None = p.text(
        "Revision",
        optional=True,
        advanced=True,
        help="Branch, tag or commit of a repository; without it, main.",
    )
    limit: int = p.number(
        "Most models", default=200, integer=True, minimum=1, maximum=5000, advanced=True,
        help="The search ends after as many.",
    )  # fmt: skip
    endpoint: str = p.text(
        "Server of repositories",
        default="https://huggingface.co",
        advanced=True,
        help="Hugging Face, or a server that answers as it does.",
    )


def run(request: Request, context: Context) -> None:
    """Read the index."""
    from .searching import search_models

    search_models(request, context)


JOB = Job(
    id="model.search",
    version="1.0.0",
    title="Search an index of models",
    help="Lists the ONNX models of a STAC catalogue, on the web or in a folder, or of a repository of "
    "Hugging Face, with what their cards say, their size and their licence.",
    group="Models",
    tags=("onnx", "download", "stac", "hugging face", "catalogue"),
    request=Request,
    run=run,
    answers=True,
    outputs=(
        o.artifact(
            "list",
            "List",
            extension="json",
            media_type="application/json",
            help="Everything that is known of each model, for programs.",
        ),
        o.table("table", "Table", help="The most important of it, a line for each model."),
    ),
    values=(o.number("count", "Models found", integer=True),),
)
