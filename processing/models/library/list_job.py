"""List the models of this computer."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `model.list` is asked."""

    folders: str | None = p.text(
        "More folders",
        optional=True,
        multiline=True,
        help="Folders that hold models, one a line. They are read with their subfolders.",
    )
    standard: bool = p.boolean(
        "The usual folders too",
        default=True,
        help="The models that come with Relevé, those in the user's own folder, and those for all users of "
        "this computer.",
    )


def run(request: Request, context: Context) -> None:
    """Read the models and their cards."""
    from .listing import list_models

    list_models(request, context)


JOB = Job(
    id="model.list",
    version="1.0.0",
    title="List models",
    help="Lists the ONNX models of some folders with what their cards say: what they map, from which bands "
    "and at which resolution, how accurate they are and under which licence. A file that cannot be read is "
    "listed with the reason.",
    group="Models",
    tags=("onnx", "model card", "library", "stac"),
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
    values=(
        o.number("count", "Models found", integer=True),
        o.number("problems", "Files that cannot be read", integer=True),
    ),
)
