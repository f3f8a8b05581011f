"""Drives QGIS's window from inside, as a person would: clicks and keys on real widgets.

A script is a generator of steps. Between two steps QGIS goes on: ``yield 500`` waits for half a second,
``yield condition`` until the condition holds. What opens a dialog goes through :func:`later`, since a modal
one returns when it is closed.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer
from qgis.PyQt.QtGui import QImage, QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)
from qgis.utils import iface

FOLDER = Path(os.environ["RELEVE_DESKTOP"])
ROOT = Path(os.environ["RELEVE_ROOT"])
SCENE = ROOT / "build" / "samples" / "olinda_landsat7.tif"
MODEL = ROOT / "resources" / "models" / "olinda_landcover.onnx"
PATIENCE_S = 60
WIDTH = 1200
COLOURS = 256
SORT = 0xF0F0F0
"""Colours that differ in the other bits are of one sort."""
LEFT = Qt.MouseButton.LeftButton

Steps = Iterator[int | Callable[[], Any]]
told: dict[str, Any] = {}
"""What the script has seen; kept as ``told.json`` in the folder."""


class Driver:
    """Takes one step after the other, then ends QGIS; with status 1 when a step failed: ``told`` says why."""

    def __init__(self, steps: Steps):
        self._steps = steps
        self._condition: Callable[[], Any] = lambda: True
        self._deadline = 0.0
        _drivers.append(self)
        QTimer.singleShot(1000, self._step)

    def _step(self) -> None:
        if not self._condition():
            if time.monotonic() < self._deadline:
                QTimer.singleShot(100, self._step)
                return
            self._fail(f"waited for {PATIENCE_S} s in vain\n")
        try:
            wanted = next(self._steps)
        except StopIteration:
            _end(0)
        except (Exception, SystemExit):  # noqa: BLE001 - whatever it is, QGIS would stay open
            self._fail(traceback.format_exc())
        pause = 100 if callable(wanted) else wanted
        self._condition = wanted if callable(wanted) else lambda: True
        self._deadline = time.monotonic() + PATIENCE_S
        QTimer.singleShot(pause, self._step)

    def _fail(self, why: str) -> None:
        told["failure"] = why + "".join(traceback.format_stack(self._steps.gi_frame))
        grab_screen("failure")
        _end(1)


_drivers: list[Driver] = []  # a timer keeps no reference


def _end(status: int) -> None:
    (FOLDER / "told.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.stdout.flush()
    os._exit(status)  # a normal exit may wait on a question


def later(do: Callable[..., Any], *arguments: Any) -> None:
    """Do it once this step is over."""
    QTimer.singleShot(0, lambda: do(*arguments))


def grab(widget: QWidget, name: str, height: int = 0) -> None:
    """Keep a picture of a widget, down to this height."""
    _keep(widget.grab(QRect(0, 0, widget.width(), height or widget.height())), name)


def grab_screen(name: str) -> None:
    """Keep a picture of all there is."""
    _keep(QApplication.primaryScreen().grabWindow(0), name)


def _keep(picture: QPixmap, name: str) -> None:
    """As wide as a page, at most, in 256 colours: a third of the size."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    if image.width() > WIDTH:
        image = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits().asstring(image.sizeInBytes())).cast("I")
    image = image.convertToFormat(
        QImage.Format.Format_Indexed8, _palette(pixels), Qt.ImageConversionFlag.ThresholdDither
    )
    image.save(str(FOLDER / f"{name}.png"), "PNG", 0)


def _palette(pixels: Iterable[int]) -> list[int]:
    """The commonest colours, and those of the commonest sorts: a photograph leaves room for small marks."""
    commonest = Counter(pixels).most_common()
    chosen = dict.fromkeys(colour for colour, _ in commonest[: COLOURS // 2])
    sorts: Counter[int] = Counter()
    likest: dict[int, int] = {}
    for colour, count in commonest:
        sort = colour & SORT
        sorts[sort] += count
        likest.setdefault(sort, colour)
    chosen.update(dict.fromkeys(likest[sort] for sort, _ in sorts.most_common()))
    return list(chosen)[:COLOURS]


def fill_screen() -> None:
    """Give QGIS's window the whole screen, with Processing's toolbox."""
    iface.mainWindow().move(0, 0)
    iface.mainWindow().resize(1600, 1000)
    toolbox().show()


def open_scene() -> None:
    """Open the Landsat scene, in its natural colours."""
    layer = iface.addRasterLayer(str(SCENE), "Olinda, Landsat 7")
    renderer = layer.renderer()
    for band, choose in ((3, renderer.setRedBand), (2, renderer.setGreenBand), (1, renderer.setBlueBand)):
        choose(band)
    layer.setDefaultContrastEnhancement()
    layer.triggerRepaint()


def toolbox() -> QDockWidget:
    """Processing's toolbox."""
    return iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")


def search(text: str) -> None:
    """Type into the toolbox's search."""
    field = toolbox().findChild(QLineEdit, "searchBox")
    field.clear()
    type_text(field, text)


def double_click_algorithm(title: str) -> None:
    """Open an algorithm from the toolbox."""
    view = toolbox().findChild(QTreeView)
    index = next(i for i in _indexes(view.model(), QModelIndex()) if view.model().data(i) == title)
    view.scrollTo(index)
    middle = view.visualRect(index).center()
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle)


def _indexes(model: Any, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from _indexes(model, index)


def dialog(*kinds: str) -> QDialog | None:
    """The dialog of an algorithm, once it is there; of these classes, where it is another one."""
    wanted = kinds or ("JobDialog", "AlgorithmDialog")
    windows = QApplication.topLevelWidgets()
    return next((w for w in windows if type(w).__name__ in wanted and w.isVisible()), None)


def click(widget: QWidget) -> None:
    """Click a widget in its middle."""
    QTest.mouseClick(widget, LEFT)


def push(parent: QWidget, *texts: str) -> None:
    """Push the button that bears one of these texts."""
    buttons = {b.text().replace("&", ""): b for b in parent.findChildren(QPushButton) if b.isVisible()}
    click(next(buttons[text] for text in texts if text in buttons))


def open_layer_list(parent: QWidget) -> None:
    """Push the first button that opens a list of layers."""
    click(next(b for b in parent.findChildren(QToolButton) if b.text() == "…" and b.isVisible()))


def tick_first(parent: QWidget) -> None:
    """Tick the first layer of the list that is open."""
    view = parent.findChild(QAbstractItemView, "mSelectionList")
    box = view.visualRect(view.model().index(0, 0))
    place = QPoint(box.left() + 8, box.center().y())
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def type_text(field: QLineEdit, text: str) -> None:
    """Type a text; QTest has no keys for letters beyond ASCII."""
    for letter in text:
        QTest.keyClicks(field, letter) if letter.isascii() else field.insert(letter)


def type_model(parent: QWidget, model: Path = MODEL) -> None:
    """Type a model's path, as seen from the checkout, into the first empty field."""
    fields = [
        f for f in parent.findChildren(QLineEdit) if f.isVisible() and f.isEnabled() and not f.isReadOnly()
    ]
    empty = (f for f in fields if not f.text() and not isinstance(f.parent(), QComboBox))
    type_text(next(empty), str(model.relative_to(ROOT)))


def unfold(parent: QWidget) -> None:
    """Unfold the advanced parameters."""
    group = parent.findChild(QGroupBox, "grpAdvanced")
    click(next(b for b in group.findChildren(QToolButton) if b.objectName() == "collapseButton"))


def log_of(parent: QWidget) -> str:
    """What the dialog's log says."""
    return parent.findChild(QTextEdit, "txtLog").toPlainText()


def is_idle(parent: Any) -> bool:
    """Whether nothing runs in a dialog."""
    return not parent.cancelButton().isEnabled()


def layers() -> list[list[str]]:
    """Name and renderer of each layer in the legend, from the top."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    return [[node.name(), node.layer().renderer().type()] for node in nodes]
