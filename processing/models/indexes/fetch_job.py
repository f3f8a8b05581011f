"""Fetch a model from an index."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `model.fetch` is asked."""

    source: str = p.text(
        "Index",
        help="Address or path of a STAC catalogue, collection or Item, or a repository of Hugging Face as "
        "owner/name.",
    )
    item: str | None = p.text(
        "Model", optional=True, help="Which model of the index: the name under which a search lists it."
    )
    licence: str | None = p.text(
        "Licence accepted",
        optional=True,
        help="The licence of the model, as the index states it, or “unstated” where it states none. Without "
        "it, the run stops and tells which it is.",
    )
    folder: str | None = p.folder(
        "Models folder",
        optional=True,
        help="The model gets a folder of its own in it. Without it, the user's own models folder.",
    )
    revision: str | None = p.text(
        "Revision",
        optional=True,
        advanced=True,
        help="Branch, tag or commit of a repository; without it, main.",
    )
    sha256: str | None = p.text(
        "SHA-256",
        optional=True,
        advanced=True,
        help="What the model's file must have, where it was told apart from the index.",
    )
    replace: bool = p.boolean(
        "Replace", default=False, advanced=True, help="Whether a model of the same name in the folder goes."
    )
    largest_gb: float = p.number(
        "Largest size", default=4.0, minimum=0, advanced=True, unit="GB", help="A larger model is refused."
    )
    endpoint: str = p.text(
        "Server of repositories",
        default="https://huggingface.co",
        advanced=True,
        help="Hugging Face, or a server that answers as it does.",
    )


def run(request: Request, context: Context) -> None:
    """Fetch, check and put in place."""
    from .fetching import fetch_model

    fetch_model(request, context)


JOB = Job(
    id="model.fetch",
    version="1.0.0",
    title="Fetch a model",
    help="Brings a model from an index, with its weights and its card, into a models folder. Each file is "
    "checked against the hash that the index gives; a cut transfer goes on where it ended when the job is "
    "run again. The licence is told first, and has to be accepted.",
    group="Models",
    tags=("onnx", "download", "stac", "hugging face", "model card"),
    request=Request,
    run=run,
    answers=True,
    outputs=(),
    values=(
        o.text("path", "Model", help="Where the model is now."),
        o.text("sha256", "SHA-256", help="Of the model's file."),
        o.text("licence", "Licence"),
        o.text("revision", "Revision", help="The commit it was fetched from, of a repository."),
    ),
)
