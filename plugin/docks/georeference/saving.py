"""What is made of the points: files of points, a report, the sheet as a map."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ...dialog.reports import open_file
from ...i18n import tr
from ...results import layers_of, load_results
from ...runner import BackendError, Result
from ...session import BackendSession, Call
from .state import SheetState


@dataclass(frozen=True)
class Product:
    """Something that a job makes of the points; ``more`` are inputs beside the points."""

    name: str
    title: Callable[[], str]
    job: str
    output: str
    ending: str
    kind: Callable[[], str]
    takes: tuple[str, ...] = ()


PRODUCTS = (
    Product(
        "points",
        lambda: tr("&Points for QGIS…"),
        "oldmaps.points",
        "converted",
        ".points",
        lambda: tr("Points"),
        takes=("sheet",),
    ),
    Product(
        "annotation",
        lambda: tr("Georeference &annotation (IIIF)…"),
        "oldmaps.points",
        "converted",
        ".json",
        lambda: tr("Annotation"),
        takes=("sheet",),
    ),
    Product(
        "table",
        lambda: tr("&Table of points…"),
        "oldmaps.points",
        "converted",
        ".csv",
        lambda: tr("Table"),
    ),
    Product(
        "report",
        lambda: tr("&Report on the errors…"),
        "oldmaps.fit",
        "report",
        ".html",
        lambda: tr("Report"),
        takes=("method",),
    ),
    Product(
        "warped",
        lambda: tr("Sheet as a &map layer…"),
        "oldmaps.warp",
        "warped",
        ".tif",
        lambda: tr("GeoTIFF"),
        takes=("method", "sheet"),
    ),
)


class Saving(QObject):
    """A menu of products; one is made at a time, in the background."""

    said = pyqtSignal(str, str, object)
    failed = pyqtSignal(object)
    busy_changed = pyqtSignal(bool)
    progressed = pyqtSignal(float, str)

    def __init__(self, session: BackendSession, state: SheetState, parent: QWidget):
        super().__init__(parent)
        self._session, self._state, self._window = session, state, parent
        self._call: Call | None = None

    def menu(self) -> QMenu:
        """One entry a product."""
        menu = QMenu(self._window)
        for product in PRODUCTS:
            action = menu.addAction(product.title(), partial(self.save, product))
            action.setObjectName(f"releveSave{product.name.title()}")
        return menu

    def stop(self) -> None:
        """Give up what is being made; nothing of it stays."""
        if self._call is not None:
            self._call.cancel()
            self._end()

    def save(self, product: Product) -> None:
        """Ask where to, and make it."""
        if self._state.sheet is None or self._call is not None:
            return
        if not self._state.points:
            self.said.emit(
                tr("There are no points yet: click a place on the sheet and on the map."), "", None
            )
            return
        proposed = str(Path(self._state.sheet.path).with_suffix(product.ending))
        if product.name == "warped":
            proposed = str(Path(proposed).with_name(f"{Path(proposed).stem}_map{product.ending}"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, product.title().replace("&", ""), proposed, f"{product.kind()} (*{product.ending})"
        )
        if chosen:
            self.make(product, chosen if Path(chosen).suffix else chosen + product.ending)

    def make(self, product: Product, path: str) -> None:
        """Have the backend write it."""
        try:
            inputs = {"points": self._state.points_file()}
        except OSError as error:
            self.said.emit(str(error), "", None)
            return
        known = {"method": self._state.work.method, "sheet": self._state.sheet.path}
        inputs.update({name: known[name] for name in product.takes if known[name]})
        self._call = self._session.request(
            product.job,
            inputs,
            {product.output: path},
            on_result=partial(self._finish, product, path),
            on_error=self._fail,
            on_progress=self.progressed.emit,
        )
        self.busy_changed.emit(True)

    def _end(self) -> None:
        self._call = None
        self.busy_changed.emit(False)

    def _fail(self, error: BackendError) -> None:
        self._end()
        self.failed.emit(error)

    def _finish(self, product: Product, path: str, result: Result) -> None:
        self._end()
        layers = layers_of(result.outputs.values())
        if layers:
            problem = load_results(QgsProject.instance(), Path(path).stem, layers)
            self.said.emit(problem or tr("The map is among the layers: {file}").format(file=path), "", None)
        else:
            is_page = path.endswith(".html")
            do = partial(open_file, path if is_page else os.path.dirname(path))
            button = tr("Open the report") if is_page else tr("Open the folder")
            self.said.emit(tr("Written: {file}").format(file=path), button, do)
