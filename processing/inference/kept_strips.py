"""Where the strips of a run stand until they are one raster, and what a stopped run has left there."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..language import tr
from .engine import plan_walk
from .plan import Plan

if TYPE_CHECKING:
    from ..jobs import Context
    from .map_job import Request

LONG_RUN = 32  # tiles from which on it pays to keep what is done


@contextmanager
def kept_strips(request: Request, context: Context, plan: Plan, told: str) -> Iterator[Path]:
    """A folder for the strips.

    For a long run it stands in the bounded cache under the hash of everything that the strips depend on, so
    that the same run goes on where it was stopped; it is removed when the run has ended well. A short run, or
    one that is under way in another process, takes the scratch folder.

    Parameters
    ----------
    told : str
        The provenance, which names all that the strips depend on.
    """
    stamp = _stamp(request)
    if len(plan.blocks) < LONG_RUN or stamp is None:
        yield context.scratch
        return
    from ..jobs.cache import trim, use

    parts = (told, stamp, plan.measures, plan.graph, plan.lane)
    digest = hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
    entry = context.cache / f"strips-{digest[:32]}"
    with use(entry) as is_ours:
        if not is_ours:
            yield context.scratch
            return
        entry.mkdir(parents=True, exist_ok=True)
        trim(keep=entry)
        _prepare(entry, context, plan)
        yield entry
        shutil.rmtree(entry, ignore_errors=True)


def _prepare(entry: Path, context: Context, plan: Plan) -> None:
    for unfinished in entry.glob("*.part"):
        unfinished.unlink()
    rows = plan.strips()
    done = len(rows) - len(plan_walk(plan, entry).strips)
    context.values["rows_resumed"] = done
    if done:
        sentence = tr(
            "{done} of {rows} rows of tiles are there from a run that was stopped: it goes on from there."
        )
        context.info(sentence.format(done=done, rows=len(rows)))


def _stamp(request: Request) -> str | None:
    """When the inputs were changed last; None where that cannot be known, as for those of a server."""
    files = [source.href for source in request.input] + [request.model]
    files += [source.partition("|")[0] for source in (request.area, request.card) if source]
    try:
        return json.dumps([(name, Path(name).stat().st_mtime_ns) for name in files])
    except OSError:
        return None
