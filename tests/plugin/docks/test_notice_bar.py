from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QToolButton


@pytest.fixture
def bar(qgis_app):
    from releve.plugin.docks.notice_bar import NoticeBar

    return NoticeBar()


def press(bar):
    QTest.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_it_says_nothing_before_there_is_something_to_say(bar):
    assert bar.isHidden()
    assert bar.text() == ""


def test_an_error_is_plain_text_that_can_be_closed(bar):
    from releve.plugin.runner import BackendError

    bar.say_error(BackendError("<b>no</b>"))
    assert bar.text() == "<b>no</b>"
    assert bar.findChild(QLabel).textFormat() == Qt.TextFormat.PlainText
    press(bar)
    assert bar.isHidden()


def test_its_button_does_what_it_says(bar):
    done = []
    bar.say("Cut.", "Try again", lambda: done.append(True))
    press(bar)
    assert done == [True]


def test_what_it_offers_may_be_left(bar):
    done = []
    bar.say("Cut.", "Try again", lambda: done.append(True))
    QTest.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert done == []
