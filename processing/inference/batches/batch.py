"""One map after the other: a run of `inference.batch`."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import Cancelled, OutputError, ReleveError
from ...jobs import Context
from ...jobs.inner import InnerJob
from ...jobs.ledger import Ledger, Row
from ...language import tr
from ...models.completing import complete
from ...models.reading import read_card
from ...models.runnable import require_runnable
from ..inputs import files_read
from ..map_job import JOB as MAP
from .images import Image, images_of

if TYPE_CHECKING:
    from .batch_job import Request

KEPT_PROGRESS = 0.98
"""Of the work; the rest is the summary."""


def run_batch(request: Request, context: Context) -> None:
    """Map each image, and sum up.

    Raises
    ------
    ReleveError
        No image, a model that cannot be read, no room for results; or, once the summary is written, images
        that failed.
    """
    from ...reports.data import write_table
    from .summary import table_rows, write_summary

    folder = context.output("results")
    assert folder is not None  # it is required
    made = _made(request)
    images = images_of(request, apart_from=folder)
    ledger = Ledger(folder)
    ledger.require_free(name for image in images for name in _names(image, made).values())
    rows: list[Row] = []
    for place, image in enumerate(images):
        share = KEPT_PROGRESS / len(images)
        context.progress(place * share, _step(place, images))
        rows.append(_one(image, request, made, context, ledger, start=place * share, share=share))
    counts = {outcome: sum(row.outcome == outcome for row in rows) for outcome in ("done", "kept", "failed")}
    context.values |= {"images": len(rows)} | counts
    if path := context.output("summary"):
        write_summary(path, rows, request)
    if path := context.output("table"):
        write_table(path, table_rows(rows))
    if counts["failed"] and request.failures == "error":
        _end_with_error(rows, context)


def _step(place: int, images: Sequence[Image]) -> str:
    sentence = tr("{number} of {count}: {name}")
    return sentence.format(number=place + 1, count=len(images), name=images[place].name)


def _end_with_error(rows: Sequence[Row], context: Context) -> None:
    for name in ("summary", "table"):
        context.put_in_place(name)
    failed = [row for row in rows if row.outcome == "failed"]
    sentence = tr(
        "{failed} of {count} images failed, the others are done; {name}: {reason} The summary tells of all."
    )
    first = failed[0]
    raise ReleveError(
        sentence.format(failed=len(failed), count=len(rows), name=first.image, reason=first.reason)
    )


def _made(request: Request) -> tuple[str, ...]:
    """What is made of each image; a model that cannot be read, or makes no map, is found once for all."""
    card = complete(read_card(request.model, request.card), task=request.task)
    require_runnable(card)
    if request.make:
        return request.make
    return ("values",) if card.task == "regression" else ("classes", "confidence")


def _names(image: Image, made: Sequence[str]) -> dict[str, str]:
    """What is made of an image → the name of its file."""
    return {name: f"{image.stem}_{name}.{MAP.output(name).extension}" for name in made}


def _one(
    image: Image,
    request: Request,
    made: Sequence[str],
    context: Context,
    ledger: Ledger,
    *,
    start: float,
    share: float,
) -> Row:
    """What came of one image: done now, kept from before, or failed."""
    warnings: list[str] = []

    def hear(event: dict[str, Any]) -> None:
        if event["event"] == "progress":
            context.progress(start + share * event["fraction"])
        elif event["event"] == "log" and event["level"] == "warning":
            warnings.append(event["message"])
            context.warn(f"{image.name}: {event['message']}")

    names = _names(image, made)
    began = time.monotonic()
    try:
        paths = {name: ledger.folder / file for name, file in names.items()}
        with InnerJob(MAP, _inputs(request, image), paths) as child:
            inner = child.open(context, hear)
            key = _key(inner.provenance(files_read(child.request.inputs)), names)
            if not request.again and (row := ledger.find(image.name, key)):
                _tell(context, row.files)
                return row
            ledger.begin(image.name, key, names.values())
            told = child.run(context)
    except (Cancelled, OutputError):
        raise
    except ReleveError as error:
        context.warn(f"{image.name}: {error}")
        return ledger.add(Row(image.name, "failed", reason=str(error), warnings=tuple(warnings)))
    files = {names[name]: _facts(outcome) for name, outcome in told["outputs"].items()}
    _tell(context, files)
    return ledger.add(
        Row(
            image.name,
            "done",
            key=key,
            seconds=round(time.monotonic() - began, 2),
            shares=_shares(inner.values.get("pixels", {})),
            warnings=tuple(warnings),
            files=files,
        )
    )


def _inputs(request: Request, image: Image) -> dict[str, Any]:
    """What a map of this image is asked, in its JSON spelling."""
    asked = ((name, getattr(request, name)) for name in MAP.parameters if name != "input")
    told = {name: MAP.parameters[name].serialise(value) for name, value in asked if value is not None}
    return told | {"input": [image.href]}


def _key(provenance: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Changes with the image, the model, a parameter, what is made, and the version of Relevé."""
    told = json.dumps([provenance, sorted(names.items())], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _facts(outcome: Mapping[str, Any]) -> dict[str, Any]:
    told = {"kind": outcome["kind"], "size": Path(outcome["path"]).stat().st_size}
    return told | ({"style": outcome["style"]} if "style" in outcome else {})


def _tell(context: Context, files: Mapping[str, Mapping[str, Any]]) -> None:
    for name, facts in files.items():
        context.tell_file("results", name, kind=facts["kind"], style=facts.get("style"))


def _shares(pixels: Mapping[str, Any]) -> dict[str, float]:
    """Share of each class among the pixels that have one, of the first output of a model with several."""
    if pixels and isinstance(first := next(iter(pixels.values())), Mapping):
        pixels = first
    total = sum(pixels.values())
    return {name: count / total for name, count in pixels.items()} if total else {}
