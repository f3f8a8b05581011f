"""A card is a stranger's text: whatever it holds is shown, and nothing of it acts."""

from __future__ import annotations

import pytest

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src='file:///etc/passwd'>",
    "<img src='http://127.0.0.1:9/pixel.png'>",
    "<b>bold</b> &amp; <a href='http://x'>here</a>",
    "</td></table><h1>out",
    "' bgcolor='red",
)


@pytest.fixture
def view(qgis_app):
    from releve.plugin.docks.models.card_view import CardView

    return CardView()


@pytest.fixture
def entry(make_row):
    from releve.plugin.docks.models.entries import Entry

    return lambda **more: Entry.from_row(make_row(**more))


def test_a_card_shows_facts_classes_by_name_and_how_accuracy_was_measured(view, entry):
    view.show_entry(entry())
    text = view.toPlainText()
    for words in ("Model 000", "80.1 % (72.5 – 86.2 %). 276 points", "MIT", "sea: salt water", "Classes (1)"):
        assert words in text


def test_a_colour_stands_beside_its_name_never_alone(entry):
    from releve.plugin.docks.models.card_text import card_html

    assert "bgcolor='#0072b2'" in card_html(entry())
    assert "sea" in card_html(entry())


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_card_is_shown_as_text(view, entry, text):
    hostile = {"value": 0, "name": text, "color": text, "description": text}
    card = {"title": f"Of {text}", "facts": [[text, f"{text}!"]], "classes": [hostile], "notes": [text]}
    view.show_entry(entry(**card, missing_words=[text], problem=text))
    plain = view.toPlainText()
    assert plain.count(text) == 8, plain
    html = view.toHtml()
    assert "<script" not in html
    assert "<img" not in html
    assert "<a href" not in html


def test_the_view_loads_nothing_by_itself(view, monkeypatch):
    from qgis.PyQt.QtCore import QUrl

    assert view.loadResource(2, QUrl("file:///etc/passwd")) is None
    assert not view.openLinks()


def test_a_thumbnail_is_shown(view, entry, tmp_path):
    from qgis.PyQt.QtCore import QUrl
    from qgis.PyQt.QtGui import QPixmap

    from releve.plugin.docks.models.card_text import PICTURE

    picture = QPixmap(600, 300)
    picture.fill()
    picture.save(str(tmp_path / "t.png"))
    view.show_entry(entry(thumbnail=str(tmp_path / "t.png")))
    assert view.document().resource(2, QUrl(PICTURE)).width() == 240


def test_what_is_missing_is_said_with_what_to_do(view, entry):
    view.show_entry(entry(missing_words=["the ground resolution"]))
    assert "The card does not say: the ground resolution. Add it with “Edit card…”" in view.toPlainText()


@pytest.mark.parametrize(
    ("size", "expected"), [(512, "0.512 kB"), (15_202, "15.2 kB"), (7_840_000, "7.84 MB"), (2.5e9, "2.5 GB")]
)
def test_a_size_is_said_in_a_unit_that_people_read(qgis_app, size, expected):
    from releve.plugin.docks.models.card_text import size_words

    assert size_words(size) == expected


def test_the_card_says_size_and_file(view, entry):
    view.show_entry(entry())
    assert "1 kB" in view.toPlainText()
    assert "/models/m0.onnx" in view.toPlainText()


def test_more_classes_than_are_told_are_counted(view, entry):
    view.show_entry(entry(classes_count=250))
    assert "and 249 more" in view.toPlainText()


def test_without_a_model_the_card_is_empty(view, entry):
    view.show_entry(entry())
    view.show_entry(None)
    assert view.toPlainText() == ""
