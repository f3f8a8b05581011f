"""Is a model what its card says, and does it run here? The answer in figures and as a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..language import current_language, tr
from ..models.card import Card
from ..models.detectors import obstacle_of
from ..models.failures import runtime_version
from ..models.reach import receptive_reach
from ..models.reading import read_card
from ..models.self_test import Ran, Refused, Surroundings, Trial, try_everywhere, try_first
from ..models.sessions import Session
from ..models.summary import facts_of, missing_in_words
from ..models.verification import Verdict
from ..reports import Column, Facts, Heading, Legend, LegendEntry, Paragraph, Report, Table, render
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
    context.progress(0.1, tr("Trying the model"))
    trials = _trials(request, context, card)
    best = next(trial for trial in trials if isinstance(trial, Ran))
    session, verdict = best.session, best.verdict
    for trial in trials:
        context.info(_in_words(trial))
    context.progress(0.8)
    obstacle = obstacle_of(card)
    reach = receptive_reach(request.model)
    for sentence in (*card.notes, *session.notes, *([obstacle] if obstacle else [])):
        context.warn(sentence)
    context.values |= _values(card, session, verdict, obstacle, reach)
    context.values["providers"] = [trial.told() for trial in trials]
    path = context.output("report")
    if path is not None:
        render(path, _report(card, best, trials, obstacle, reach))


def _trials(request: Request, context: Context, card: Card) -> list[Trial]:
    """The model on the providers asked for: each there may be, or the first that starts."""
    here = Surroundings(
        threads=context.threads,
        folder=Path(request.card or request.model).parent,
        gpu_turn=context.gpu_turn,
        on_cancel=context.on_cancel,
        told=lambda fraction: context.progress(0.1 + 0.7 * fraction),
    )
    names = tuple(part.strip() for part in request.provider.split(",") if part.strip())
    if "all" in names:
        return try_everywhere(request.model, card, here)
    return [try_first(request.model, card, names or ("auto",), here)]


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


def _report(card: Card, best: Ran, trials: Sequence[Trial], obstacle: str, reach: int | None) -> Report:
    session, verdict = best.session, best.verdict
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
    if len(trials) > 1:
        blocks += [Heading(tr("On each execution provider")), _table(trials)]
    title = tr("Check of {model}").format(model=card.title or card.name)
    return Report(title, blocks, subtitle=card.version)


def _table(trials: Sequence[Trial]) -> Table:
    """One line for each provider: what it gave, or why it did not run."""
    columns = (
        Column(tr("Execution provider")),
        Column(tr("Device")),
        Column(tr("Milliseconds for a tile"), "number", 2),
        Column(tr("Greatest difference from the processor"), "number"),
        Column(tr("Same best class as the processor"), "percent"),
        Column(tr("Result")),
    )
    caption = tr("What a computer like this one may have, whether it is installed or not.")
    return Table(columns, [_line(trial) for trial in trials], caption)


def _line(trial: Trial) -> list[Any]:
    if isinstance(trial, Refused):
        return [trial.provider, "", None, None, None, trial.reason]
    verdict = trial.verdict
    result = tr("as it should be") if verdict.ok else tr("not what it should be")
    return [
        trial.provider,
        verdict.device,
        verdict.ms_per_tile,
        verdict.device_difference,
        verdict.device_agreement,
        result,
    ]


def _in_words(trial: Trial) -> str:
    """A provider in a line of the log."""
    if isinstance(trial, Refused):
        return f"{trial.provider}: {trial.reason}"
    result = tr("as it should be") if trial.verdict.ok else tr("not what it should be")
    return f"{trial.provider}: {result}, {trial.verdict.ms_per_tile:.3g} ms"


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
