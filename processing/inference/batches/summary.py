"""The summary of a batch: a page for people and a table for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...jobs.ledger import Row
from ...language import tr
from ...reports import Column, Facts, Heading, Report, Table, Warning, data, render

if TYPE_CHECKING:
    from .batch_job import Request


def write_summary(path: Path, rows: Sequence[Row], request: Request) -> None:
    """What came of each image, as HTML."""
    counts = {outcome: sum(row.outcome == outcome for row in rows) for outcome in ("done", "kept", "failed")}
    facts: list[tuple[str, Any]] = [
        (tr("Model"), Path(request.model).name),
        (tr("Number of images"), len(rows)),
        (tr("Images done"), counts["done"]),
        (tr("Images kept from an earlier batch"), counts["kept"]),
        (tr("Images that failed"), counts["failed"]),
    ]
    blocks: list[Any] = [Facts(facts)]
    if counts["failed"]:
        blocks.append(Warning(tr("Some images failed: the reason stands with each of them below.")))
    blocks += [Heading(tr("Images")), _table(rows), *_remarks(rows)]
    render(path, Report(tr("Summary of a batch"), blocks, subtitle=Path(request.model).stem))


def _table(rows: Sequence[Row]) -> Table:
    told = {"done": tr("done"), "kept": tr("kept"), "failed": tr("failed")}
    classes = _classes(rows)
    columns = [
        Column(tr("Image")),
        Column(tr("Outcome")),
        Column(tr("Time (s)"), "number", 1),
        Column(tr("Warnings"), "number", 0),
        *(Column(name, "percent", 1) for name in classes),
    ]
    cells = [
        (
            row.image,
            told[row.outcome],
            row.seconds,
            len(row.warnings),
            *(row.shares.get(name, 0.0 if row.shares else None) for name in classes),
        )
        for row in rows
    ]
    return Table(columns, cells, tr("Outcome and time of each image, and the share of each class in it."))


def _remarks(rows: Sequence[Row]) -> list[Any]:
    said = [(row.image, sentence) for row in rows for sentence in (row.reason, *row.warnings) if sentence]
    if not said:
        return []
    columns = [Column(tr("Image")), Column(tr("Remark"))]
    return [Heading(tr("Remarks")), Table(columns, said, tr("Why images failed, and what was warned of."))]


def _classes(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row.shares))


def table_rows(rows: Sequence[Row]) -> Iterator[data.Row]:
    """What came of each image, for a table."""
    classes = _classes(rows)
    yield ["image", "outcome", "seconds", "reason", "warnings", *(f"share {name}" for name in classes)]
    for row in rows:
        shares = [f"{row.shares[name]:.6g}" if name in row.shares else "" for name in classes]
        yield [row.image, row.outcome, row.seconds, row.reason, " ".join(row.warnings), *shares]
