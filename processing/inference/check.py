"""Is a model what its card says, and does it run here? The answer in figures and as a report."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..language import current_language, tr
from ..models.card import Card
from ..models.detectors import obstacle_of
from ..models.failures import runtime_version
from ..models.reach import receptive_reach
from ..models.reading import read_card
from ..models.sessions import Session, open_session
from ..models.summary import facts_of, missing_in_words
from ..models.verification import Verdict, verify
from ..reports import Facts, Heading, Legend, LegendEntry, Paragraph, Report, render
from ..reports import Warning as Notice

if TYPE_CHECKING:
    from ..jobs import Context
    from .check_job import Request


def check_model(request: Request, context: Context) -> None:
    """Check a model and write the report that is asked for.

    Raises
    ------
    ModelError
        It cannot be read or loaded, or its card contradicts it; the message names the cause.
    """
    card = read_card(request.model, request.card)
    context.progress(0.1, tr("Loading the model"))
    names = tuple(part.strip() for part in request.provider.split(",") if part.strip())
    session = open_session(request.model, providers=names or ("auto",), threads=context.threads)
    context.progress(0.3, tr("Trying the model"))
    verdict = _tried(request, context, card, session)
    context.progress(0.8)
    obstacle = obstacle_of(card)
    reach = receptive_reach(request.model)
    for sentence in (*card.notes, *session.notes, *([obstacle] if obstacle else [])):
        context.warn(sentence)
    context.values.update(_values(card, session, verdict, obstacle, reach))
    path = context.output("report")
    if path is not None:
        render(path, _report(card, session, verdict, obstacle, reach))


def _tried(request: Request, context: Context, card: Card, session: Session) -> Verdict:
    """Run the session, beside one on the processor where it runs elsewhere."""
    reference = None
    if session.provider != "cpu":
        reference = open_session(request.model, providers=("cpu",), threads=context.threads)
    folder = Path(request.card or request.model).parent
    turn = nullcontext() if reference is None else context.gpu_turn()
    with turn, context.on_cancel(session.terminate):
        return verify(session, card, reference=reference, folder=folder)


def _values(
    card: Card, session: Session, verdict: Verdict, obstacle: str, reach: int | None
) -> dict[str, Any]:
    values = {
        "ok": verdict.ok and not obstacle,
        "name": card.name,
        "version": card.version,
        "sha256": card.sha256,
        "card": card.origin,
        "kind": card.task,
        "missing": ", ".join(card.missing),
        "obstacle": obstacle,
        "provider": verdict.provider,
        "device": verdict.device,
        "runtime": runtime_version(),
        "test_vectors": verdict.vectors,
        "max_difference": verdict.max_difference,
        "agreement": verdict.agreement,
        "device_difference": verdict.device_difference,
        "device_agreement": verdict.device_agreement,
        "ms_per_tile": round(verdict.ms_per_tile, 3),
        "batch_limit": session.batch_limit,
        "reach_px": reach,
    }
    return {key: value for key, value in values.items() if value not in (None, "")}


def _report(card: Card, session: Session, verdict: Verdict, obstacle: str, reach: int | None) -> Report:
    blocks: list[Any] = [Paragraph(_conclusion(card, verdict, obstacle))]
    blocks += [Notice(sentence) for sentence in (*card.notes, *session.notes)]
    blocks += [Heading(tr("What it is")), Facts(facts_of(card))]
    for output in card.outputs:
        if output.classes:
            entries = [
                LegendEntry(one.label(current_language()), one.color or None, one.value)
                for one in output.classes
            ]
            blocks.append(Legend(entries, tr("Classes of the output “{name}”").format(name=output.name)))
    blocks += [Heading(tr("How it ran")), Facts(_measured(session, verdict, reach))]
    title = tr("Check of {model}").format(model=card.title or card.name)
    return Report(title, blocks, subtitle=card.version)


def _conclusion(card: Card, verdict: Verdict, obstacle: str) -> str:
    if obstacle:
        return obstacle
    if not verdict.finite:
        return tr("The model gives values that are no numbers (NaN or infinite): it cannot be trusted.")
    if not verdict.ok:
        return tr("The model does not give what it should: see the differences below.")
    if card.missing:
        return tr(
            "The model runs. Its card does not say everything: {missing} must be stated for a run."
        ).format(missing=", ".join(missing_in_words(card.missing)))
    return tr("The model runs, and its card says all that is needed.")


def _measured(session: Session, verdict: Verdict, reach: int | None) -> list[tuple[str, Any]]:
    limit = tr("any") if session.batch_limit is None else session.batch_limit
    facts: list[tuple[str, Any]] = [
        (tr("Runtime"), f"ONNX Runtime {runtime_version()}"),
        (tr("Execution provider"), verdict.provider),
        (tr("Device"), verdict.device),
        (tr("Tile tried"), " × ".join(str(side) for side in verdict.tile)),
        (tr("Milliseconds for a tile"), round(verdict.ms_per_tile, 2)),
        (tr("Tiles at once"), limit),
        (tr("Pixels it sees on each side"), tr("the whole tile, or not known") if reach is None else reach),
        (tr("Test vectors in the card"), verdict.vectors),
    ]
    compared = (
        (tr("Greatest difference from the test vectors"), verdict.max_difference),
        (tr("Same best class as the test vectors"), verdict.agreement),
        (tr("Greatest difference from the processor"), verdict.device_difference),
        (tr("Same best class as the processor"), verdict.device_agreement),
    )
    return facts + [(name, value) for name, value in compared if value is not None]
