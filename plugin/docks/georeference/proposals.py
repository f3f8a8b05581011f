"""Points that a job proposes, until a person has accepted or rejected each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from . import ground
from .state import SheetState
from .work import Point

ORIGINS = {"measured": "graticule", "weak": "graticule", "predicted": "predicted", "matched": "matcher"}


@dataclass(frozen=True)
class Proposal:
    """A place on the sheet, and on the ground where that is known yet.

    ``kind`` is ``measured``, ``weak`` or ``predicted`` for a node of a graticule, ``matched`` for a place
    that a reference shows too. ``x`` and ``y`` are in the CRS of all proposals.
    """

    id: str
    col: float
    row: float
    kind: str
    sigma_px: float | None = None
    confidence: float | None = None
    x: float | None = None
    y: float | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it may be accepted with all others."""
        return self.x is not None and self.kind in ("measured", "matched")


class Proposals(QObject):
    """Those of one question. An accepted one that is undone, or whose point is deleted, is pending again."""

    changed = pyqtSignal()
    chosen_changed = pyqtSignal()

    def __init__(self, state: SheetState, parent: QObject | None = None):
        super().__init__(parent)
        self._state = state
        self._all: tuple[Proposal, ...] = ()
        self._points: dict[str, str] = {}  # accepted ones → name of the point
        self._rejected: set[str] = set()
        self.crs = QgsCoordinateReferenceSystem()
        self.crs_text = ""
        self.is_doubtful = False
        """Whether each is to be looked at: the backend does not vouch for them."""
        self.chosen = ""
        state.work_changed.connect(self.changed)
        state.sheet_changed.connect(self.clear)

    # -- what there is ------------------------------------------------------------------------------------

    def show(self, found: Iterable[Proposal], crs_text: str, *, is_doubtful: bool = False) -> None:
        """Have these and no others; ``crs_text`` is the CRS of their x and y."""
        self._all, self.crs_text, self.is_doubtful = tuple(found), crs_text, is_doubtful
        self.crs = QgsCoordinateReferenceSystem()
        self.crs.createFromUserInput(crs_text)
        self._points, self._rejected = {}, set()
        self.changed.emit()
        self.choose(self._all[0].id if self._all else "")

    def clear(self) -> None:
        """Have none."""
        self.show((), "")

    @property
    def pending(self) -> tuple[Proposal, ...]:
        """Those that nobody has decided on."""
        there = {(point.id, point.origin) for point in self._state.points}  # a name may go to another point
        return tuple(
            one
            for one in self._all
            if one.id not in self._rejected and (self._points.get(one.id), ORIGINS[one.kind]) not in there
        )

    def proposal(self, name: str) -> Proposal | None:
        """The pending one of this name."""
        return next((one for one in self.pending if one.id == name), None)

    def choose(self, name: str) -> None:
        """Turn to one of them, or to none."""
        if name != self.chosen:
            self.chosen = name
            self.chosen_changed.emit()

    # -- what is decided ----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Make a point of the chosen one; raises `QgsCsException` off the CRS of the points."""
        one = self.proposal(self.chosen)
        if one is not None and one.x is not None:
            following = self._following()
            self._accept([one], tr("Accept a proposal"))
            self.choose(following)

    def accept_all(self) -> None:
        """Make points of all that are sure."""
        self._accept([one for one in self.pending if one.is_sure], tr("Accept all proposals"))
        self.choose(self.pending[0].id if self.pending else "")

    def reject(self) -> None:
        """Forget the chosen one."""
        if self.chosen:
            following = self._following()
            self._rejected.add(self.chosen)
            self.changed.emit()
            self.choose(following)

    def _following(self) -> str:
        names = [one.id for one in self.pending]
        place = names.index(self.chosen) if self.chosen in names else -1
        return next(iter(names[place + 1 :] or names[:place]), "")

    def _accept(self, some: list[Proposal], text: str) -> None:
        if not some:
            return
        work = self._state.work
        crs = work.crs or self.crs_text
        transform = ground.between(self.crs, self._state.crs() if work.crs else self.crs)
        places = [transform.transform(QgsPointXY(one.x, one.y)) for one in some]
        first = int(self._state.next_id())
        names = [str(first + count) for count in range(len(some))]
        self._points = {one: name for one, name in self._points.items() if name not in names}
        self._points.update({one.id: name for one, name in zip(some, names)})
        new = map(_point, some, places, names)
        self._state.replace(text, replace(work, crs=crs).with_points((*work.points, *new)))


def _point(one: Proposal, place: QgsPointXY, name: str) -> Point:
    return Point(
        one.col,
        one.row,
        place.x(),
        place.y(),
        id=name,
        origin=ORIGINS[one.kind],
        sigma_px=one.sigma_px,
        confidence=one.confidence,
    )
