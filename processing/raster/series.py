"""The same bands at several dates, on one grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .grids import Window
from .reading import Stack, Tile


class Series:
    """One stack for each date; None where there is no image of a date.

    Parameters
    ----------
    stacks : sequence of Stack or None
        All on the same grid and with the same number of bands; at least one is there.
    """

    def __init__(self, stacks: Sequence[Stack | None]) -> None:
        self.stacks = tuple(stacks)
        self._known = [stack for stack in self.stacks if stack is not None]
        first = self._known[0]
        self.views = tuple(view for stack in self._known for view in stack.views)
        self.bands = first.bands
        self.grid = first.grid
        self.rule = first.rule
        self.dtype = np.result_type(*(stack.dtype for stack in self._known))

    def read(self, window: Window) -> Tile:
        """Pixels of a window: values (dates, bands, rows, columns), and valid (dates, rows, columns)."""
        values = np.zeros((len(self.stacks), len(self.bands), window.rows, window.columns), self.dtype)
        valid = np.zeros((len(self.stacks), window.rows, window.columns), bool)
        for place, stack in enumerate(self.stacks):
            if stack is not None:
                tile = stack.read(window)
                values[place] = tile.values
                valid[place] = True if tile.valid is None else tile.valid
        return Tile(values, None if valid.all() else valid)

    def sample(self, window: Window) -> Tile:
        """A few small windows of each date: see `Stack.sample`."""
        tiles = [stack.sample(window) for stack in self._known]
        values = np.concatenate([tile.values for tile in tiles], axis=-1)
        marks = [np.ones(tile.values.shape[1:], bool) if tile.valid is None else tile.valid for tile in tiles]
        return Tile(values, np.concatenate(marks, axis=-1))

    def close(self) -> None:
        """Close all rasters."""
        for stack in self._known:
            stack.close()
