"""Does a model give here what its author measured, and the same on this device as on the processor?"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import CardError
from ..language import tr
from .anatomy import Port
from .card import Card
from .sessions import Array, Session

RUNS = 5  # timed, after one that is not
AGREEMENT = 0.999  # of the best classes, below which a device is not trusted
TOLERANCE = 1e-4
DEVICE_TOLERANCE = 0.02  # of a probability, for devices that compute in less than 32 bits
TRIAL_SIDE = 256
TRIAL_DATES = 12  # a year by months, where a series may have any number


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a check of a model found; None where there was nothing to compare with.

    ``max_difference`` and ``agreement`` (share of pixels with the same best class) compare with the values in
    the card, the ``device_`` ones with the processor.
    """

    provider: str
    device: str
    vectors: int
    max_difference: float | None
    agreement: float | None
    device_difference: float | None
    device_agreement: float | None
    tile: tuple[int, ...]
    ms_per_tile: float
    finite: bool
    ok: bool


def verify(
    session: Session, card: Card, *, reference: Session | None = None, folder: Path | None = None
) -> Verdict:
    """Run a card's test vectors, and a trial tile, on a session and on the processor.

    Parameters
    ----------
    session : Session
        On the provider to be checked.
    reference : Session, optional
        The same model on the processor; not needed when the session runs there.
    folder : Path, optional
        Where files that the card names lie: the folder of the card.

    Raises
    ------
    CardError
        A test vector cannot be read or does not fit the model.
    """
    vectors = [_read_vector(one, session, folder) for one in card.test_vectors]
    trial = {port.name: _trial(port, card) for port in session.inputs}
    differences, agreements, finite = [], [], True
    for vector in vectors:
        made = _named(session, vector.feeds)
        for name, wanted in vector.wanted.items():
            differences.append((_difference(made[name], wanted), vector.tolerance))
            agreements.append(_agreement(made[name], wanted, card, name))
    device = (
        [] if reference is None else _compared(session, reference, card, [trial, *(v.feeds for v in vectors)])
    )
    ms_per_tile, finite = _timed(session, trial)
    return Verdict(
        provider=session.provider,
        device=session.device,
        vectors=len(vectors),
        max_difference=max((found for found, _ in differences), default=None),
        agreement=min(agreements, default=None),
        device_difference=max((found for found, _ in device), default=None),
        device_agreement=min((share for _, share in device), default=None),
        tile=next(iter(trial.values())).shape,
        ms_per_tile=ms_per_tile,
        finite=finite,
        ok=finite
        and all(
            found <= tolerance or (reference is not None and share >= AGREEMENT)
            for (found, tolerance), share in zip(differences, agreements, strict=True)
        )
        and all(found <= DEVICE_TOLERANCE or share >= AGREEMENT for found, share in device),
    )


@dataclass(frozen=True)
class _Vector:
    feeds: Mapping[str, Array]
    wanted: Mapping[str, Array]
    tolerance: float


def _read_vector(said: Mapping[str, Any], session: Session, folder: Path | None) -> _Vector:
    """A test vector: arrays by name, inline or in an .npz or .npy file beside the card.

    ``{"input": …, "output": …, "tolerance": …}``, where a side is an array (nested lists), a file
    (``{"href": …}``), or either of these for each name.
    """
    return _Vector(
        _side(said.get("input"), session.inputs, folder),
        _side(said.get("output", said.get("expected")), session.outputs, folder),
        float(said.get("tolerance", TOLERANCE)),
    )


def _side(said: Any, ports: Sequence[Port], folder: Path | None) -> dict[str, Array]:
    names = {port.name: port for port in ports}
    if isinstance(said, Mapping) and set(said) <= set(names):
        return {name: _array(value, names[name], folder) for name, value in said.items()}
    return {ports[0].name: _array(said, ports[0], folder)}


def _array(said: Any, port: Port, folder: Path | None) -> Array:
    if isinstance(said, Mapping) and "href" in said:
        return _load(said, port, folder)
    try:
        values = np.asarray(said["values"] if isinstance(said, Mapping) else said, port.dtype)
    except (TypeError, ValueError, KeyError) as error:
        raise CardError(
            tr("The card's test vector for “{name}” is not an array of numbers.").format(name=port.name)
        ) from error
    if isinstance(said, Mapping) and "shape" in said:
        values = values.reshape(said["shape"])
    return values


def _load(said: Mapping[str, Any], port: Port, folder: Path | None) -> Array:
    home = (folder or Path()).resolve()
    path = (home / str(said["href"])).resolve()
    if not path.is_relative_to(home):  # a card comes from anywhere: it names what came with it, nothing else
        sentence = tr("The card's test vector {path} lies outside the card's folder: put it beside the card.")
        raise CardError(sentence.format(path=said["href"]))
    try:
        loaded = np.load(path, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise CardError(
            tr("The card's test vector {path} cannot be read: {reason}").format(path=path, reason=error)
        ) from error
    if isinstance(loaded, np.ndarray):
        return loaded.astype(port.dtype)
    key = said.get("key", port.name if port.name in loaded else loaded.files[0])
    return np.asarray(loaded[key]).astype(port.dtype)


def _trial(port: Port, card: Card) -> Array:
    """A tile like those of the training data, as far as the card tells, else of ordinary numbers."""
    shape = [
        length if length > 0 else _free_side(port, place, card) for place, length in enumerate(port.shape)
    ]
    values = np.random.default_rng(0).random(shape)
    return (values if port.dtype.startswith("float") else values * 100).astype(port.dtype)


def _free_side(port: Port, place: int, card: Card) -> int:
    """The length of a side that the graph leaves open: every input covers the same ground and time."""
    entry = next((one for one in card.inputs if one.name == port.name), None)
    named = entry is not None and len(entry.dim_order) == len(port.shape)
    side = entry.dim_order[place] if entry and named else ""
    if place == 0 or side == "batch":
        return 1
    if entry and side == "time":
        return len(entry.dates.at) if entry.dates and entry.dates.at else TRIAL_DATES
    if entry and side == "bands":
        return len(entry.bands) or 1
    tile, gsd = card.tile_px or TRIAL_SIDE, card.main.gsd_m
    finer = gsd / entry.gsd_m if entry and gsd and entry.gsd_m else 1
    return max(1, round(tile * finer))


def _named(session: Session, feeds: Mapping[str, Array]) -> dict[str, Array]:
    return dict(zip([port.name for port in session.outputs], session.run(feeds), strict=True))


def _difference(made: Array, wanted: Array) -> float:
    if made.shape != wanted.shape:
        raise CardError(
            tr("The card's test vector has the shape {said}, the model gives {found}.").format(
                said=list(wanted.shape), found=list(made.shape)
            )
        )
    return float(np.abs(made.astype(float) - wanted.astype(float)).max(initial=0.0))


def _agreement(made: Array, wanted: Array, card: Card, name: str) -> float:
    """Share of pixels whose best class is the same, 1 where there is nothing to compare."""
    if not made.size:
        return 1.0
    output = next((one for one in card.outputs if one.name == name), None)
    if output is not None and "class" in output.dim_order and output.channels != 1:
        axis = output.dim_order.index("class")
        return float((made.argmax(axis) == wanted.argmax(axis)).mean())
    if output is not None and output.gives_classes and made.dtype.kind == "f":
        return float(((made >= 0.5) == (wanted >= 0.5)).mean())
    return float(np.isclose(made, wanted, atol=TOLERANCE).mean())


def _compared(
    session: Session, reference: Session, card: Card, feeds: Sequence[Mapping[str, Array]]
) -> list[tuple[float, float]]:
    found = []
    for one in feeds:
        here, there = _named(session, one), _named(reference, one)
        found += [
            (_difference(here[name], there[name]), _agreement(here[name], there[name], card, name))
            if here[name].shape == there[name].shape
            else (math.inf, 0.0)  # another number of objects
            for name in here
        ]
    return found


def _timed(session: Session, feeds: Mapping[str, Array]) -> tuple[float, bool]:
    """Milliseconds for a tile (the median), and whether every value that leaves is a number."""
    made = session.run(feeds)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        session.run(feeds)
        times.append(time.perf_counter() - start)
    items = next(iter(feeds.values())).shape[0]
    return 1000 * float(np.median(times)) / items, all(bool(np.isfinite(value).all()) for value in made)
