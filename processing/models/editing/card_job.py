"""Propose, edit and save the card of a model."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `model.card` is asked."""

    model: str = p.model("Model", help="An ONNX file, with a card or without.")
    card: str | None = p.file(
        "Model card",
        optional=True,
        extensions=("json",),
        help="A STAC Item to begin with, instead of the one beside or inside the model.",
    )
    edits: str | None = p.text(
        "Edits",
        optional=True,
        multiline=True,
        help='What is to change, as a JSON object: {"title": "Roofs", "gsd_m": 0.5, "bands": ["red", "nir"], '
        '"licence": "CC-BY-4.0"}. Without edits, the answer tells the fields that there are, what they hold '
        "and what a run still asks for.",
    )


def run(request: Request, context: Context) -> None:
    """Read the model and its card, and write what is asked for."""
    from .editing import edit_card

    edit_card(request, context)


JOB = Job(
    id="model.card",
    version="1.0.0",
    title="Edit a model card",
    help="Proposes a card for a model from what its graph, its keys or its present card tell, takes edits, "
    "checks them against the model and saves the card beside it, or in a copy of it. A card that would "
    "contradict the model is refused; the card that was there is kept under another name.",
    group="Models",
    tags=("onnx", "model card", "stac", "metadata"),
    request=Request,
    run=run,
    answers=True,
    outputs=(
        o.artifact(
            "sidecar",
            "Card",
            extension="json",
            media_type="application/geo+json",
            help="The card as a STAC Item. Named as the model, with .stac.json, it is found beside it.",
        ),
        o.artifact(
            "copy",
            "Model with its card inside",
            extension="onnx",
            media_type="application/onnx",
            by_default=False,
            help="A copy of the model that carries its card, and Deepness' keys where Deepness can run it.",
        ),
    ),
)
