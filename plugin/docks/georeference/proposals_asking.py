"""Has the backend propose points: the nodes of a graticule, or what a reference shows too."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...runner import BackendError, Result
from ...session import BackendSession, Call
from .proposals import Proposal, Proposals
from .state import SheetState
from .work import read

GRATICULE, MATCH = "oldmaps.graticule", "oldmaps.match"


class Asking(QObject):
    """One question at a time; its answer becomes the proposals."""

    said = pyqtSignal(str)
    failed = pyqtSignal(object)
    busy_changed = pyqtSignal(bool)
    progressed = pyqtSignal(float, str)

    def __init__(
        self, session: BackendSession, state: SheetState, proposals: Proposals, parent: QObject | None = None
    ):
        super().__init__(parent)
        self._session, self._state, self._proposals = session, state, proposals
        self._call: Call | None = None
        self._folder = ""
        state.sheet_changed.connect(self.stop)

    def stop(self) -> None:
        """Give up what is asked. Safe to call twice."""
        if self._call is not None:
            self._call.cancel()
            self._end()

    # -- the graticule ------------------------------------------------------------------------------------

    def find_graticule(self, crs: str, labels: str = "", spacing: float | None = None) -> None:
        """Ask for the nodes; with labels, for their places on the ground in a CRS."""
        self.stop()
        inputs: dict[str, Any] = {"sheet": self._state.sheet.path, "crs": crs}
        inputs.update({"labels": labels} if labels else {})
        inputs.update({} if spacing is None else {"spacing": spacing})
        self._ask(GRATICULE, inputs, {}, lambda result: self._take_nodes(result, crs))

    def _take_nodes(self, result: Result, crs: str) -> None:
        nodes = [_node(told) for told in result.values["nodes"]]
        if not nodes:
            self.said.emit(
                tr("No graticule was found: set points by hand, or match the sheet with a reference.")
            )
        self._proposals.show(nodes, crs)

    # -- a reference --------------------------------------------------------------------------------------

    def match(self, reference: str, crs: str, extent: dict[str, Any] | None) -> None:
        """Ask for places that a reference shows too, if need be in a part of it."""
        self.stop()
        self._folder = tempfile.mkdtemp(prefix="releve-")
        points = str(Path(self._folder) / "points.csv")
        inputs: dict[str, Any] = {"sheet": self._state.sheet.path, "reference": reference, "crs": crs}
        inputs.update({} if extent is None else {"extent": extent})
        self._ask(MATCH, inputs, {"points": points}, lambda result: self._take_matches(result, points, crs))

    def _take_matches(self, result: Result, path: str, crs: str) -> None:
        try:
            work = read(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self.said.emit(str(error))
            return
        is_doubtful = result.values["verdict"] != "reliable"
        self.said.emit(
            tr("The backend does not vouch for this match: look at each point.")
            if is_doubtful
            else tr("Reliable: the sheet was found on the reference.")
        )
        self._proposals.show(
            (
                Proposal(
                    point.id,
                    point.col,
                    point.row,
                    "matched",
                    point.sigma_px,
                    point.confidence,
                    point.x,
                    point.y,
                )
                for point in work.points
            ),
            crs,
            is_doubtful=is_doubtful,
        )

    # -- what both share ----------------------------------------------------------------------------------

    def _ask(self, job: str, inputs: dict[str, Any], outputs: dict[str, str], take: Any) -> None:
        def finish(result: Result) -> None:
            self._call = None
            take(result)
            self._end()

        self._call = self._session.request(
            job, inputs, outputs, on_result=finish, on_error=self._fail, on_progress=self.progressed.emit
        )
        self.busy_changed.emit(True)

    def _fail(self, error: BackendError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._call = None
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""
        self.busy_changed.emit(False)


def _node(told: dict[str, Any]) -> Proposal:
    return Proposal(
        f"{told['i'] + 1}-{told['j'] + 1}",
        told["col"],
        told["row"],
        told["kind"],
        told["sigma_px"],
        told["confidence"],
        told.get("x"),
        told.get("y"),
    )
