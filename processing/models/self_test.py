"""A model tried on each execution provider: does it run there, does it give what it should, how fast?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..errors import CardError, ModelError, OutOfMemory
from ..language import tr
from . import providers as provision
from .card import Card
from .sessions import Session, open_session
from .verification import Verdict, verify


@dataclass(frozen=True)
class Ran:
    """How a model did on one provider."""

    session: Session
    verdict: Verdict

    @property
    def provider(self) -> str:
        """Short name of the provider."""
        return self.session.provider

    def told(self) -> dict[str, Any]:
        """The trial as a row of numbers and texts."""
        verdict = self.verdict
        return {
            "provider": self.provider,
            "ok": verdict.ok,
            "refused": "",
            "device": verdict.device,
            "ms_per_tile": round(verdict.ms_per_tile, 3),
            "vectors": verdict.vectors,
            "max_difference": verdict.max_difference,
            "agreement": verdict.agreement,
            "device_difference": verdict.device_difference,
            "device_agreement": verdict.device_agreement,
            "notes": list(self.session.notes),
        }


@dataclass(frozen=True)
class Refused:
    """Why a model did not run on a provider."""

    provider: str
    reason: str

    def told(self) -> dict[str, Any]:
        """The same keys, with nothing measured."""
        measured = dict.fromkeys(
            ("ms_per_tile", "max_difference", "agreement", "device_difference", "device_agreement")
        )
        said = {"provider": self.provider, "ok": False, "refused": self.reason, "device": ""}
        return said | measured | {"vectors": 0, "notes": []}


Trial: TypeAlias = Ran | Refused


@dataclass(frozen=True)
class Surroundings:
    """What a trial needs of the run it is part of."""

    threads: int | None
    folder: Path
    gpu_turn: Callable[[], AbstractContextManager[None]]
    on_cancel: Callable[[Callable[[], None]], AbstractContextManager[None]]
    told: Callable[[float], None] = lambda fraction: None


def try_everywhere(model: str | Path, card: Card, here: Surroundings) -> list[Trial]:
    """A trial on each provider that a computer like this one may have, best first, the processor last.

    Raises
    ------
    ModelError
        Not even the processor runs it; the message names the cause.
    """
    names = provision.plausible_providers()
    processor = open_session(model, providers=("cpu",), threads=here.threads)
    trials: list[Trial] = []
    for place, name in enumerate(names):
        here.told(place / len(names))
        trials.append(_try(model, card, name, processor, here))
    return trials


def try_first(model: str | Path, card: Card, names: Sequence[str], here: Surroundings) -> Ran:
    """A trial on the first provider of a list that starts.

    Raises
    ------
    ModelError
        The model does not run on any of them; the message names the cause.
    """
    session = open_session(model, providers=names, threads=here.threads)
    reference = None
    if session.provider != "cpu":
        reference = open_session(model, providers=("cpu",), threads=here.threads)
    return _verified(session, card, reference, here)


def _try(model: str | Path, card: Card, name: str, processor: Session, here: Surroundings) -> Trial:
    if name == "cpu":
        return _verified(processor, card, None, here)
    if name not in provision.available_providers():
        sentence = tr(
            "It is not in the installed ONNX Runtime, which has: {here}. Where this computer has the device, "
            "install the matching variant of the backend."
        )
        known = ", ".join(one for one in provision.available_providers() if one != "azure")
        return Refused(name, sentence.format(here=known))
    try:
        session = open_session(model, providers=(name,), threads=here.threads)
        return _verified(session, card, processor, here)
    except CardError:
        raise  # of the model, wherever it runs
    except (ModelError, OutOfMemory) as error:
        return Refused(name, str(error))


def _verified(session: Session, card: Card, reference: Session | None, here: Surroundings) -> Ran:
    turn = nullcontext() if reference is None else here.gpu_turn()
    with turn, here.on_cancel(session.terminate):
        verdict = verify(session, card, reference=reference, folder=here.folder)
    return Ran(session, verdict)
