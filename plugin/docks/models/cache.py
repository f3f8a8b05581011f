"""The list of models as it was the last time, so that the dock opens with it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from ...places import profile_folder

FORM = 1
"""Of the file: a list that another version wrote is not read."""


def path() -> Path:
    """Where it is kept."""
    return profile_folder() / "models.json"


def load() -> list[dict[str, Any]]:
    """The rows, or none when there is no such list."""
    try:
        kept = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if not isinstance(kept, dict) or kept.get("form") != FORM or not isinstance(kept.get("models"), list):
        return []
    return [row for row in kept["models"] if isinstance(row, dict)]


def save(rows: list[dict[str, Any]]) -> None:
    """Keep the rows. A profile that cannot be written is no reason to stop: the list is asked for anew."""
    target = path()
    part = target.with_name(f"{target.name}.{os.getpid()}.part")  # another QGIS may be writing too
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"form": FORM, "models": rows}, ensure_ascii=False), encoding="utf-8")
        os.replace(part, target)
    except OSError:
        with suppress(OSError):
            part.unlink()
