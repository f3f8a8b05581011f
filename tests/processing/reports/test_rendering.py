"""A report is one well-formed HTML file that needs nothing beside it and obeys no text."""

from __future__ import annotations

import base64
import io
from html.parser import HTMLParser

import pytest

from releve.processing import language
from releve.processing.errors import OutputError
from releve.processing.reports import (
    Arrow,
    Bar,
    Bars,
    Column,
    Facts,
    Heading,
    Image,
    Legend,
    LegendEntry,
    Mark,
    Matrix,
    Paragraph,
    Patch,
    Report,
    Sketch,
    Source,
    Table,
    Warning,
    blocks,
    render,
    to_html,
)

VOID = {"meta", "img", "br", "hr", "link", "input"}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class Page(HTMLParser):
    """The elements of a page; fails on one that is closed in the wrong place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def everything(text: str = "Sea") -> Report:
    """A report with every kind of block, each showing ``text``."""
    return Report(
        title=text,
        subtitle=text,
        blocks=(
            Heading(text),
            Heading(text, 3),
            Paragraph(text),
            Warning(text),
            Facts(((text, text), ("Count", 3))),
            Table((Column(text), Column(text, "percent", 1)), ((text, 0.5), (text, None)), text),
            Matrix((text, "B"), ((3, 1), (0, 4)), rows="map", columns="reference", caption=text),
            Bars((Bar(text, 0.5, 0.4, 0.6, "#0072b2"), Bar(text, None)), text, kind="percent", maximum=1.0),
            Image(PNG, alt=text, caption=text),
            Sketch(
                text,
                text,
                outline=((0, 0), (4, 0), (4, 2), (0, 2)),
                patches=(Patch(((0, 0), (1, 0), (1, 1)), -0.5),),
                arrows=(Arrow(1, 1, 0.5, 0.5),),
                marks=(Mark(1, 1, text, stands_out=True), Mark(2, 1)),
            ),
            Legend((LegendEntry(text, "#0072b2", 1), LegendEntry(text)), text),
            Source(text, text),
        ),
    )


def test_every_kind_of_block_gives_a_well_formed_page():
    page = Page(to_html(everything()))
    kinds = {type(block).__name__ for block in everything().blocks}
    assert kinds == {alternative.strip() for alternative in blocks.Block.split("|")}
    assert page.elements[0] == ("html", {"lang": "en"})


def test_markup_in_any_text_is_shown_and_not_obeyed():
    evil = "<script>alert('x')</script><img src=x onerror=\"y\"> & {{ 7 * 7 }}"
    page = Page(to_html(everything(evil)))
    assert page.all("script") == []
    assert len(page.all("img")) == 1
    assert page.text.count(evil) == 29  # each text once, the title and a mark that stands out twice
    assert page.all("img")[0]["alt"] == evil


def test_a_page_asks_for_nothing_from_outside():
    text = to_html(everything())
    page = Page(text)
    assert not {"link", "script", "iframe", "object"}.intersection(name for name, _ in page.elements)
    assert all(image["src"].startswith("data:image/png;base64,") for image in page.all("img"))
    assert "url(" not in text
    assert "@import" not in text
    assert "http" not in text.replace("http-equiv", "")


def test_a_colour_that_is_none_never_reaches_the_page():
    bars = Bars((Bar("a", 1.0, color="red; background: url(//evil)"),), "Bars")
    legend = Legend((LegendEntry("a", 'x" onclick="y'), LegendEntry("b", "#12ab9F")), "Legend")
    text = to_html(Report("t", (bars, legend)))
    assert "evil" not in text
    assert "onclick" not in text
    assert "background:#12ab9F" in text


def test_a_table_has_a_caption_headers_with_scope_and_numbers_to_the_right():
    page = Page(to_html(everything()))
    assert len(page.all("caption")) == 3
    assert all(header.get("scope") for header in page.all("th"))
    cells = [cell for cell in page.all("td") if cell.get("class") == "number"]
    assert cells


def test_a_matrix_prints_its_orientation_totals_and_shades():
    matrix = Matrix(("A", "B"), ((3, 1), (0, 4)), rows="map", columns="reference", caption="Counts")
    text = to_html(Report("t", (matrix,)))
    assert "Rows: map. Columns: reference." in text
    page = Page(text)
    shades = [cell["style"] for cell in page.all("td") if "style" in cell]
    assert shades == ["--strength:0.750", "--strength:0.400", "--strength:0.000", "--strength:1.000"]
    numbers = [word for word in page.text.split() if word.isdigit()]
    assert numbers == ["3", "1", "4", "0", "4", "4", "3", "5", "8"]


def test_a_matrix_that_is_not_square_is_refused():
    with pytest.raises(ValueError, match="2 labels"):
        Matrix(("A", "B"), ((1, 2),), rows="map", columns="reference", caption="")


def test_a_bar_is_as_long_as_its_share_of_the_axis_and_its_whiskers_are_its_interval():
    page = Page(to_html(Report("t", (Bars((Bar("a", 30.0, 20.0, 35.0),), "Bars"),))))
    assert page.all("rect")[0]["width"] == "75.000%"  # the axis ends at 40
    assert [line["x1"] for line in page.all("line")[-3:]] == ["50.000%", "50.000%", "87.500%"]


def test_french_reports_say_so_and_have_decimal_commas():
    language.use_language("fr_FR")
    try:
        page = Page(to_html(everything()))
    finally:
        language.use_language("en")
    assert page.all("html")[0]["lang"] == "fr"
    assert "50,0\u202f%" in page.text


def test_a_report_goes_to_a_file_or_a_stream_and_is_the_same_twice(tmp_path):
    stream = io.StringIO()
    render(stream, everything("Forêt"))
    render(tmp_path / "r.html", everything("Forêt"))
    assert (tmp_path / "r.html").read_bytes().decode() == stream.getvalue() == to_html(everything("Forêt"))


def test_a_report_that_cannot_be_written_says_where(tmp_path):
    with pytest.raises(OutputError, match=r"none.r\.html"):
        render(tmp_path / "none" / "r.html", everything())


def test_a_sketch_keeps_its_shape_and_puts_north_at_the_top():
    page = Page(to_html(Report("t", (Sketch("a sheet", "", ((0, 0), (400, 0), (400, 100), (0, 100))),))))
    (svg,) = page.all("svg")
    assert svg["aria-label"] == "a sheet"
    assert svg["role"] == "img"
    (outline,) = page.all("polygon")
    corners = [tuple(map(float, corner.split(","))) for corner in outline["points"].split()]
    assert corners == [(30, 215), (770, 215), (770, 30), (30, 30)]


def test_shades_of_a_sketch_have_two_colours():
    patches = (Patch(((0, 0), (1, 0), (1, 1)), -1), Patch(((1, 1), (2, 1), (2, 2)), 0.25))
    drawn = Page(to_html(Report("t", (Sketch("a", "", patches=patches),)))).all("polygon")
    assert [one["class"] for one in drawn] == ["patch wrong", "patch right"]
    assert [one["style"] for one in drawn] == ["--strength:1.000", "--strength:0.250"]
