"""Which models the list shows: those that fit the words, the task, the sensor and the resolution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QSortFilterProxyModel

from ...i18n import tr
from .entries import Entry, folded
from .list_model import ENTRY

Range = tuple[float, float]
"""Ground resolution in metres, from, up to but not with."""


def resolution_ranges() -> list[tuple[str, Range]]:
    """The ranges on offer, finest first."""
    infinity = float("inf")
    return [
        (tr("finer than 1 m"), (0.0, 1.0)),
        (tr("1 to 5 m"), (1.0, 5.0)),
        (tr("5 to 15 m"), (5.0, 15.0)),
        (tr("15 to 100 m"), (15.0, 100.0)),
        (tr("100 m and coarser"), (100.0, infinity)),
    ]


@dataclass(frozen=True)
class Wanted:
    """What a model must have to be shown; what is empty asks for nothing."""

    words: str = ""
    task: str = ""
    sensor: str = ""
    resolution: Range | None = None

    def fits(self, entry: Entry) -> bool:
        """Whether a model has it all."""
        return (
            all(word in entry.text for word in folded(self.words).split())
            and self.task in ("", entry.task)
            and (not self.sensor or self.sensor in entry.sensors)
            and (self.resolution is None or _lies_in(entry.gsd_m, self.resolution))
        )


def _lies_in(gsd_m: float | None, wanted: Range) -> bool:
    return gsd_m is not None and wanted[0] <= gsd_m < wanted[1]


def tasks_of(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Name for people and key of each task that the models have, by name."""
    return sorted({(entry.task_words or entry.task, entry.task) for entry in entries if entry.task})


def sensors_of(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Each sensor that the models name, twice: for people, and as its own key."""
    return [(name, name) for name in sorted({sensor for entry in entries for sensor in entry.sensors})]


class ModelFilter(QSortFilterProxyModel):
    """The models that are wanted, in the order of the list."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._wanted = Wanted()

    def want(self, wanted: Wanted) -> None:
        """Show what fits, and nothing else."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.invalidateFilter()

    def filterAcceptsRow(self, row, parent):
        entry = self.sourceModel().index(row, 0, parent).data(ENTRY)
        return entry is not None and self._wanted.fits(entry)
