"""The output of jobs that give control points."""

from __future__ import annotations

from typing import Any

from ...jobs import outputs as o


def points_output(title: str = "Control points", *, name: str = "points", **options: Any) -> o.Output:
    """Declare control points as an output; the extension of its path decides the format."""
    formats = ("points", "json", "txt", "tsv")
    return o.artifact(name, title, extension="csv", others=formats, media_type="text/csv", **options)
