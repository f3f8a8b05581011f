"""Takes inferred tiles and keeps their objects, a file for each strip of tiles."""

from __future__ import annotations

import os
from pathlib import Path

from ...raster.writing import Writing
from ..inferring import Inferred
from ..plan import Plan
from .objects import Objects
from .tile import Finder


class ObjectSink:
    """Keeps the objects of each strip in a folder."""

    def __init__(self, plan: Plan, folder: Path, finder: Finder) -> None:
        self._plan, self._folder, self._finder = plan, folder, finder
        self._strip = -1
        self._found: list[Objects] = []

    def holds(self, strip: int) -> bool:
        """Whether the folder has the whole strip."""
        return holds_objects(self._folder, strip)

    def begin(self, strip: int) -> None:
        """Another strip begins."""
        self._strip, self._found = strip, []

    def add(self, tile: Inferred, *, wanted: bool) -> None:
        """Find the objects of a tile."""
        if wanted and tile.outputs is not None:
            names = [readout.name for readout in self._plan.readouts]
            outputs = dict(zip(names, tile.outputs, strict=True))
            self._found.append(self._finder.find(tile.index, outputs, tile.valid))

    def end(self) -> None:
        """The strip is whole: its file gets its name."""
        final = objects_path(self._folder, self._strip)
        part = final.with_suffix(".part")
        with Writing(final):
            Objects.joined(self._found).save(part)
            os.replace(part, final)

    def abandon(self) -> None:
        """The strip will not be whole; what is unfinished in the folder is removed by the next run."""
        self._found = []


def objects_path(folder: Path, strip: int) -> Path:
    """The file of a strip's objects."""
    return folder / f"objects-{strip:06d}.npz"


def holds_objects(folder: Path, strip: int) -> bool:
    """Whether a folder has all objects of a strip."""
    return objects_path(folder, strip).is_file()
