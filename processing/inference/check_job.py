"""Check a model."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import Context, Job
from ..jobs import outputs as o
from ..jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `model.check` is asked."""

    model: str = p.model("Model", help="An ONNX file.")
    card: str | None = p.file(
        "Model card",
        optional=True,
        extensions=("json",),
        help="A STAC Item that describes the model, instead of the one beside or inside it.",
    )
    provider: str = p.text(
        "Execution provider",
        default="all",
        advanced=True,
        help="all that this computer may have, auto for the one that a run would take, or names in order of "
        "preference: cuda, tensorrt, directml, coreml, openvino, cpu…",
    )


def run(request: Request, context: Context) -> None:
    """Read, load and try the model, and report."""
    from .check import check_model

    check_model(request, context)


JOB = Job(
    id="model.check",
    version="1.0.0",
    title="Check a model",
    help="Says what an ONNX model is and what its card lacks, loads it, runs its test vectors, compares each "
    "execution provider with the processor and measures the time for a tile.",
    group="Models",
    tags=("onnx", "deep learning", "model card", "validate", "benchmark"),
    request=Request,
    run=run,
    answers=True,
    values=(
        o.text("name", "Name of the model"),
        o.text("sha256", "SHA-256 of the model"),
        o.text("obstacle", "Why it cannot be run"),
        o.text("provider", "Execution provider"),
        o.number("test_vectors", "Test vectors", integer=True),
        o.number("max_difference", "Largest difference from the test vectors"),
        o.number("ms_per_tile", "Time for a tile", unit="ms"),
    ),
    outputs=(o.file("report", "Report", help="What the model is, and how the check went."),),
)
