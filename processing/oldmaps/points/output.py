"""The output of jobs that give control points."""

from __future__ import annotations

from typing import Any

from ...jobs import outputs as o


def points_output(title: str = "Control points", **options: Any) -> o.Output:
    """Declare control points as an output called ``points``; the extension of its path decides the format."""
    return o.artifact(
        "points",
        title,
        extension="csv",
        others=("points", "json", "txt", "tsv"),
        media_type="text/csv",
        **options,
    )
