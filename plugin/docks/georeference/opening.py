"""Sheets and files of points are opened, drafts are taken up again."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...runner import BackendError
from ...session import BackendSession, Call
from .drafts import Drafts
from .images import NoImage, Sheet, open_sheet
from .sheet_canvas import SheetCanvas
from .state import SheetState
from .work import Work, read

JOB = "oldmaps.points"
OF_POINTS = (".points", ".csv", ".tsv", ".txt", ".json", ".jsonld")


class Opening(QObject):
    """Opens what a person chooses or drops; formats of points are the backend's affair."""

    said = pyqtSignal(str, str, object)
    """A sentence, and where there is something to be done about it, a button's text and what it does."""
    failed = pyqtSignal(object)

    def __init__(
        self,
        session: BackendSession,
        state: SheetState,
        canvas: SheetCanvas,
        drafts: Drafts,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._session, self._state, self._canvas, self.drafts = session, state, canvas, drafts
        self._call: Call | None = None

    def stop(self) -> None:
        """Read no more."""
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def open(self, path: str) -> None:
        """Open an image, or the points of one."""
        if Path(path).suffix.lower() in OF_POINTS:
            self.read_points(path)
        else:
            self.open_image(path)

    def open_image(self, path: str) -> bool:
        """Turn to a sheet, where it was left; False when that cannot be."""
        self.stop()
        same = self._state.sheet is not None and os.path.abspath(path) == os.path.abspath(
            self._state.sheet.path
        )
        if same:
            return True
        try:
            sheet, layer = open_sheet(path)
            draft = self.drafts.open(sheet)
        except (NoImage, OSError) as error:
            self.said.emit(str(error), "", None)
            return False
        work, before = draft.load(), draft.was_of()
        self._state.open(sheet, draft, work or Work())
        self._canvas.show_image(layer)
        self._tell_of(work, before, sheet)
        return True

    def _tell_of(self, work: Work | None, before: Sheet | None, sheet: Sheet) -> None:
        beside = _points_beside(sheet.path)
        if work is not None and work.points and before is not None and before != sheet:
            sentence = tr(
                "The points were placed on an image of {before} pixels, this one has {now}: "
                "choose that image, or start afresh."
            )
            sizes = [f"{one.width} × {one.height}" for one in (before, sheet)]
            self.said.emit(
                sentence.format(before=sizes[0], now=sizes[1]), tr("Start afresh"), self.start_afresh
            )
        elif work is not None and work.points:
            sentence = tr("{count} points are as they were left.").format(count=len(work.points))
            self.said.emit(sentence, tr("Start afresh"), self.start_afresh)
        elif beside:
            sentence = tr("There are points beside the sheet: {file}").format(file=os.path.basename(beside))
            self.said.emit(sentence, tr("Read them"), lambda: self.read_points(beside))

    def start_afresh(self) -> None:
        """Have no points; that can be undone."""
        self._state.replace(tr("Fresh start"), Work())

    def close(self) -> None:
        """Turn away from the sheet."""
        self.stop()
        self._state.close()
        self._canvas.show_image(None)

    # -- files of points ----------------------------------------------------------------------------------

    def read_points(self, path: str, rows: str = "") -> None:
        """Have the points of a file in place of those that are there; ``rows`` says which way they count."""
        if self._state.sheet is None and not self._open_sheet_of(path):
            sentence = tr("{file} holds points: open their sheet first.")
            self.said.emit(sentence.format(file=os.path.basename(path)), "", None)
            return
        self.stop()
        table = str(self._state.beside_points("read.csv"))
        self._call = self._session.request(
            JOB,
            {"points": path, "sheet": self._state.sheet.path, **({"rows": rows} if rows else {})},
            {"converted": table},
            on_result=lambda _: self._take(path, Path(table)),
            on_error=lambda error: self._fail(error, path, rows),
        )

    def _open_sheet_of(self, path: str) -> bool:
        """QGIS names the file of points after the image, with its ending or without."""
        folder, stem = Path(path).parent, Path(path).stem
        images = [one for one in sorted(folder.glob("*")) if stem in (one.name, one.stem)]
        images = [one for one in images if one.suffix.lower() not in OF_POINTS]
        return bool(images) and self.open_image(str(images[0]))

    def _take(self, path: str, table: Path) -> None:
        self._call = None
        try:
            work = read(table.read_text(encoding="utf-8"))
            table.unlink()
        except (OSError, ValueError) as error:
            self.said.emit(str(error), "", None)
            return
        text = tr("Points of {file}").format(file=os.path.basename(path))
        self._state.replace(text, replace(work, method=self._state.work.method))

    def _fail(self, error: BackendError, path: str, rows: str) -> None:
        self._call = None
        if error.kind == "RequestError" and not rows:  # all that this request leaves open
            again = partial(self.read_points, path, "down")
            self.said.emit(str(error), tr("Rows count downwards"), again)
        else:
            self.failed.emit(error)


def _points_beside(path: str) -> str:
    names = (f"{path}.points", str(Path(path).with_suffix(".points")))
    return next((name for name in names if os.path.isfile(name)), "")
