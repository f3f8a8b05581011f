"""The graticule that is found is the one that was drawn, or none."""

from dataclasses import dataclass

import numpy as np
import pytest

from releve.processing.oldmaps.graticule.graticule import find_graticule
from releve.processing.oldmaps.graticule.greys import Reduced


def errors(graticule, nodes, kind="measured"):
    """Distance of each node of a kind from the one that was drawn with its number, in pixels."""
    first = min(i for i, _ in nodes), min(j for _, j in nodes)
    return [
        float(np.hypot(*(nodes[node.i + first[0], node.j + first[1]] - (node.col, node.row))))
        for node in graticule.nodes
        if node.kind == kind
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="straight"),
        pytest.param({"turn_deg": 1.3}, id="turned"),
        pytest.param({"turn_deg": -1.8}, id="turned the other way"),
        pytest.param({"gaps": 0.35}, id="broken"),
        pytest.param({"line": (165, 1)}, id="faint"),
        pytest.param({"line": (90, 7)}, id="thick"),
        pytest.param({"fold": 700}, id="folded"),
        pytest.param({"margin": 200, "first": (240, 260), "spacing": (330, 330)}, id="wide margins"),
        pytest.param({"spacing": (420, 310), "first": (190, 120)}, id="oblong"),
    ],
)
def test_nodes_lie_where_they_were_drawn(drawing, greys, changes):
    sheet = drawing(**changes)
    found = find_graticule(greys(sheet.draw()))
    wanted = len(sheet.nodes)
    away = errors(found, sheet.nodes)
    assert wanted >= 6
    assert len(found.nodes) == wanted
    assert len(away) >= 0.7 * wanted
    assert np.median(away) < 0.3
    assert max(away) < 2.5
    assert found.spacing_px == pytest.approx(sheet.spacing, rel=0.003)
    assert found.rotation_deg == pytest.approx(sheet.turn_deg, abs=0.1)


def test_a_negative_shows_the_same_graticule(drawing, greys):
    picture = drawing().draw()
    plain, negative = find_graticule(greys(picture)), find_graticule(greys(255 - picture))
    assert plain.nodes
    places = [np.array([(node.col, node.row) for node in found.nodes]) for found in (plain, negative)]
    assert places[1] == pytest.approx(places[0], abs=1e-3)


def test_a_fold_and_the_frame_are_told_apart(drawing, greys):
    found = find_graticule(greys(drawing(fold=700).draw()))
    others = [line for line in found.lines if line.kind == "other"]
    frames = [line for line in found.lines if line.kind == "frame"]
    assert [line.axis for line in others] == ["column"]
    assert np.abs(others[0].path[:, 0] - 703).max() < 8
    assert sorted(line.axis for line in frames) == ["column", "column", "row", "row"]


def test_sigma_covers_the_error_where_lines_are_broken_among_streets(drawing, greys):
    scores = []
    for seed in range(3):
        sheet = drawing(seed=seed, turn_deg=0.4 * seed, gaps=0.4, streets=400)
        found = find_graticule(greys(sheet.draw()))
        sigmas = [node.sigma_px for node in found.nodes if node.kind == "measured"]
        scores += [away / sigma for away, sigma in zip(errors(found, sheet.nodes), sigmas, strict=True)]
    assert len(scores) > 20
    assert np.percentile(scores, 95) < 2


def test_a_line_that_is_not_seen_gives_predicted_nodes(drawing, greys):
    sheet = drawing()
    picture = sheet.draw()
    col, row = sheet.nodes[1, 1]
    picture[round(row) - 170 : round(row) + 170, round(col) - 170 : round(col) + 170] = 222
    found = find_graticule(greys(picture))
    (away,) = errors(found, sheet.nodes, "predicted")
    (node,) = (node for node in found.nodes if node.kind == "predicted")
    assert node.confidence == 0
    assert away < 3 * node.sigma_px
    assert node.sigma_px > max(one.sigma_px for one in found.nodes if one.kind == "measured")


@pytest.mark.parametrize("seed", range(4))
def test_streets_alone_are_no_graticule(drawing, greys, seed):
    found = find_graticule(greys(drawing(spacing=None, seed=seed, streets=400, fold=700).draw()))
    assert found.nodes == ()
    assert found.spacing_px is None


def test_a_blank_page_has_nothing(drawing, greys):
    assert find_graticule(greys(drawing(spacing=None, streets=0).draw())).nodes == ()
    assert find_graticule(greys(np.full((900, 1200), 200, np.uint8))).lines == ()


def test_one_line_each_way_is_no_graticule(drawing, greys):
    sheet = drawing(spacing=(5000, 5000), first=(800, 600))
    found = find_graticule(greys(sheet.draw()))
    assert len(sheet.nodes) == 1
    assert found.nodes == ()


def test_a_picture_of_a_few_pixels_has_nothing(greys):
    assert find_graticule(greys(np.arange(12, dtype=np.uint8).reshape(3, 4) * 20)).nodes == ()


def test_the_sheet_of_1926_has_its_three_lines_and_its_fold_is_none(shared_data, tmp_path):
    from releve.processing.oldmaps.graticule.greys import Greys
    from releve.processing.oldmaps.sheets.copies import quick
    from releve.processing.oldmaps.sheets.sheet import open_sheet

    (path,) = (shared_data / "oldmaps" / "atlas1926").glob("*INPUT*.jpg")
    with open_sheet(str(path)) as sheet, quick(sheet, tmp_path) as pixels:
        found = find_graticule(Greys(sheet, pixels))
    own = [line for line in found.lines if line.kind == "graticule"]
    columns = [np.interp(1500, line.path[:, 1], line.path[:, 0]) for line in own if line.axis == "column"]
    (row,) = (np.interp(4500, line.path[:, 0], line.path[:, 1]) for line in own if line.axis == "row")
    assert columns == pytest.approx([2277, 4649, 7011], abs=5)
    assert row == pytest.approx(1678, abs=5)
    assert [node.kind for node in found.nodes] == ["measured"] * 3
    (fold,) = (line for line in found.lines if line.kind == "other")
    assert np.abs(fold.path[:, 0] - 4490).max() < 12


@dataclass
class Watched:
    """An endless pattern that knows how many pixels were read, at once and between two looks at the clock."""

    width: int
    height: int
    at_once: int = 0
    since: int = 0
    longest: int = 0

    def read(self, col, row, width, height):
        self.at_once = max(self.at_once, width * height)
        self.since += width * height
        self.longest = max(self.longest, self.since)
        pattern = np.tile(np.float32([200, 200, 40, 200, 200, 200, 200, 120]), -(-width // 8))[:width]
        return np.broadcast_to(pattern, (height, width))

    def look(self, fraction):
        self.since = 0


def test_little_is_read_at_once_and_between_two_looks_for_a_cancel():
    image = Watched(16_000, 390)
    find_graticule(image, progress=image.look)
    assert 0 < image.at_once <= 5_000_000
    assert image.longest <= 10_000_000


def test_little_of_the_largest_sheet_is_read_at_once():
    image = Watched(65_000, 65_000)
    assert Reduced(image, 8).read(0, 0, 8125, 64).shape == (64, 8125)
    assert 0 < image.at_once <= 16_000_000


def test_an_image_made_smaller_in_pieces_is_the_same_as_at_once(greys, monkeypatch):
    pixels = np.random.default_rng(0).integers(0, 255, (150, 90), dtype=np.uint8)
    smaller = Reduced(greys(pixels), 4)
    whole = smaller.read(-3, 5, 30, 31)
    assert whole[0, 3] == pixels[20:24, :4].mean()
    monkeypatch.setattr("releve.processing.oldmaps.graticule.greys.PIECE_PIXELS", 1500)
    assert (smaller.read(-3, 5, 30, 31) == whole).all()
