from __future__ import annotations

import pytest
from qgis.PyQt.QtGui import QColor

from releve.plugin.docks.georeference import markers
from releve.plugin.docks.georeference.markers import MOST_LABELS, Mark, MarkersItem


@pytest.fixture
def labels(canvas, monkeypatch):
    """Draws so many marks in view, the first of which is chosen, and tells whose labels are drawn."""

    def draw(count):
        drawn = []
        monkeypatch.setattr(markers, "_label", lambda _, __, mark: drawn.append(mark.label))
        item = MarkersItem(canvas)
        middle = canvas.center()
        item.show_marks(
            Mark(middle.x(), middle.y(), str(number), QColor("red"), selected=number == 0)
            for number in range(count)
        )
        canvas.grab()
        item.remove()
        return set(drawn)

    return draw


def test_marks_have_their_labels(labels):
    assert labels(3) == {"0", "1", "2"}


def test_of_very_many_marks_the_chosen_one_has_its_label(labels):
    assert labels(MOST_LABELS + 1) == {"0"}
