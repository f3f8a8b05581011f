"""The widget: quiet until it is switched on, usable with keys, and it says what it shows."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QProgressBar, QSlider

from releve.plugin.runner import Result

CLASSES = {"type": "classes", "classes": [{"value": 0, "name": "<b>Sea</b>", "color": "#0072b2"}]}
SHARES = {"type": "gradient", "ramp": "viridis", "minimum": 0, "maximum": 1, "unit": "", "band": 1}
ABOUT = {
    "state": "a",
    "coarse": 1,
    "zoom_in": 1.0,
    "measures": ["classes", "confidence"],
    "measure": "classes",
}
ABOUT = {**ABOUT, "style": CLASSES, "blocks": 2, "warnings": []}


class Window:
    def __init__(self, canvas):
        self.mapCanvas = lambda: canvas


@pytest.fixture
def section(canvas, session, raster_path):
    from releve.plugin.preview.section import PreviewSection

    layer = QgsRasterLayer(raster_path, "Scene")
    QgsProject.instance().addMapLayer(layer, False)
    made = PreviewSection(Window(canvas), session)
    made.set_model("/m/model.onnx")
    made.set_layer(layer)
    made.show()
    yield made
    made.stop()
    QgsProject.instance().removeAllMapLayers()
    made.deleteLater()


@pytest.fixture
def on(section, session, wait_until):
    """Switched on with a key; its first request answered."""
    switch = section.findChild(QCheckBox)
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    wait_until(lambda: session.calls)
    session.calls[0].end(Result({}, ABOUT))
    return section


def parts(section):
    opacity, swipe = section.findChildren(QSlider)
    return section.findChild(QComboBox), opacity, section.findChildren(QCheckBox)[1], swipe


def test_nothing_is_asked_until_it_is_switched_on(section, session):
    QTest.qWait(200)
    assert session.calls == []
    assert not any(part.isEnabled() for part in parts(section))


def test_it_tells_busy_from_done_and_shows_the_legend_as_text(section, session, wait_until):
    section.findChild(QCheckBox).click()
    wait_until(lambda: session.calls)
    assert section.findChild(QProgressBar).isVisible()
    session.calls[0].end(Result({}, ABOUT))
    assert not section.findChild(QProgressBar).isVisible()
    legend = section.findChild(QListWidget)
    assert [legend.item(n).text() for n in range(legend.count())] == ["<b>Sea</b>"]


def test_confidence_is_chosen_with_a_key(on, session, wait_until):
    measure = parts(on)[0]
    assert [measure.itemData(n) for n in range(measure.count())] == ["classes", "confidence"]
    QTest.keyClick(measure, Qt.Key.Key_Down)
    wait_until(lambda: len(session.calls) > 1)
    assert session.calls[1].inputs["measure"] == "confidence"
    session.calls[1].end(Result({}, {**ABOUT, "measure": "confidence", "style": SHARES}))
    legend = on.findChild(QListWidget)
    assert (legend.item(0).text(), legend.item(legend.count() - 1).text()) == ("1", "0")
    assert measure.currentData() == "confidence"


def test_the_swipe_line_is_moved_with_the_arrow_keys(on):
    _, _, switch, slider = parts(on)
    assert not slider.isEnabled()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert on._preview.swipe == 0.5
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert on._preview.swipe == 0.49
    on._preview.set_swipe(0.2)  # as a mouse on the map does
    assert slider.value() == 20
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert on._preview.swipe == 1


def test_switched_off_it_is_as_before(on, canvas):
    on.findChild(QCheckBox).click()
    assert not any(part.isEnabled() for part in parts(on))
    assert not on.findChild(QListWidget).isVisible()


def test_every_part_has_a_name_to_be_read_aloud(section):
    for part in (
        *section.findChildren(QSlider),
        section.findChild(QComboBox),
        section.findChild(QListWidget),
    ):
        assert part.accessibleName()
    assert all(box.text() for box in section.findChildren(QCheckBox))
    assert section.findChild(QLabel).textFormat() != Qt.TextFormat.RichText
