"""Where the strips of a run stand until they are one raster, and what a stopped run has left there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..jobs.provenance import stamp
from ..jobs.request import sources_of
from ..language import tr
from .inputs import files_read
from .plan import Plan

if TYPE_CHECKING:
    from ..jobs import Context
    from .request import ModelRequest

LONG_RUN = 32  # tiles from which on it pays to keep what is done


@contextmanager
def kept_strips(
    request: ModelRequest, context: Context, plan: Plan, told: str, *, holds: Callable[[Path, int], bool]
) -> Iterator[Path]:
    """A folder for the strips.

    For a long run it stands in the bounded cache under the hash of everything that the strips depend on, so
    that the same run goes on where it was stopped; it is removed when the run has ended well. A short run, or
    one that is under way in another process, takes the scratch folder.

    Parameters
    ----------
    told : str
        The provenance, which names all that the strips depend on.
    holds : callable
        Whether a folder has a whole strip.
    """
    dated = stamp(sources_of(request), files_read(request))
    if len(plan.blocks) < LONG_RUN or dated is None:
        yield context.scratch
        return
    from ..jobs.cache import trim, use

    parts = (told, dated, plan.measures, plan.graph, plan.lane)
    digest = hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
    entry = context.cache / f"strips-{digest[:32]}"
    with use(entry) as is_ours:
        if not is_ours:
            yield context.scratch
            return
        entry.mkdir(parents=True, exist_ok=True)
        trim(keep=entry)
        _prepare(entry, context, plan, holds)
        yield entry
        shutil.rmtree(entry, ignore_errors=True)


def _prepare(entry: Path, context: Context, plan: Plan, holds: Callable[[Path, int], bool]) -> None:
    for unfinished in entry.glob("*.part"):
        unfinished.unlink()
    rows = plan.strips()
    done = sum(holds(entry, strip) for strip in rows)
    context.values["rows_resumed"] = done
    if done:
        sentence = tr(
            "{done} of {rows} rows of tiles are there from a run that was stopped: it goes on from there."
        )
        context.info(sentence.format(done=done, rows=len(rows)))
