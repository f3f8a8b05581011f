"""The models of an index, as a list."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ...language import tr
from ..library.listing import write_rows
from ..library.rows import Row, words_fit
from .offers import UNSTATED, row_of_offer
from .remote import home_of, is_repository, offers_of
from .web import Web

if TYPE_CHECKING:
    from ...jobs import Context
    from .search_job import Request


def search_models(request: Request, context: Context) -> None:
    """Gather the rows of the models that an index offers, and write them where that is asked for.

    Raises
    ------
    DownloadError
        The index cannot be read.
    """
    rows: list[Row] = []
    more = False
    home = home_of(request.source, request.endpoint)
    with closing(Web(context.secrets, home=home, check=context.check)) as web:
        found = offers_of(web, request.source, revision=request.revision or "", endpoint=request.endpoint)
        for offer in found:
            context.check()
            row = row_of_offer(offer)
            if not words_fit(row, request.words or ""):
                continue
            more = len(rows) == request.limit
            if more:
                break
            rows.append(row)
            context.info(_in_words(row))
            context.progress(len(rows) / (len(rows) + 20), tr("Reading {name}").format(name=row["title"]))
            context.preview(models=[row])
    kind = "hub" if is_repository(request.source, request.endpoint) else "stac"
    context.values |= {
        "count": len(rows),
        "more": more,
        "kind": kind,
        "source": request.source,
        "models": rows,
    }
    write_rows(rows, as_json=context.output("list"), as_table=context.output("table"))


def _in_words(row: Row) -> str:
    """A model in a line: what to ask `model.fetch` for, and what to expect."""
    size = (
        tr("{size:.3g} MB").format(size=max(row["download_size"], 1e3) / 1e6) if row["download_size"] else ""
    )
    facts = [row["title"], row["task_words"], row["licence"] or UNSTATED, size, row["problem"]]
    return f"{row['item']}: {', '.join(fact for fact in facts if fact)}"
