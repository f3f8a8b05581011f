"""Where what is made of a set of sheets comes from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from ....jobs import Context
from ....jobs.provenance import file_named, sources_told
from ....jobs.request import Named
from .sheet import Sheet


def origin_of(context: Context, sheets: Sequence[Sheet], part: Literal["points", "image"]) -> dict[str, Any]:
    """The provenance of a run, with the file of each sheet by name, size and hash; no path stands in it.

    Parameters
    ----------
    part : {"points", "image"}
        What was read of the sheets.
    """
    told = context.provenance()
    inputs = dict(told["inputs"])
    if "folder" in inputs:
        inputs["folder"] = Path(inputs["folder"]).name
    kind = "raster" if part == "image" else "file"
    files = [
        Named(f"sheets[{number}]", kind, str(getattr(sheet, part)))
        for number, sheet in enumerate(sheets)
        if getattr(sheet, part)
    ]
    return told | {"inputs": inputs, "sources": [*told["sources"], *sources_told(files, file_named)]}
