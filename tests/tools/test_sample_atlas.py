"""The drawn atlas: its control points lie where its lines cross, and a second drawing does nothing."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest


@pytest.fixture(scope="module")
def atlas(load_tool):
    return load_tool("sample_atlas")


@pytest.fixture(scope="module")
def sheet(atlas, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("atlas")
    atlas.write_sheet(folder, 1, ())
    return folder / "valmer_1.jpg"


def test_points_lie_on_the_crossings_of_the_graticule(sheet):
    image = cv2.imread(str(sheet), cv2.IMREAD_GRAYSCALE)
    rows = np.loadtxt(f"{sheet}.points", delimiter=",", skiprows=2)
    within = [(col, -row) for _, _, col, row, _ in rows]
    paper = np.median(image)
    found = [image[round(row) - 3 : round(row) + 3, round(col) - 3 : round(col) + 3] for col, row in within]
    assert len(found) == 30
    assert all((window < 0.6 * paper).sum() >= 8 for window in found)


def test_the_way_back_to_the_scan_is_that_of_the_drawing(atlas):
    distortion = atlas.Distortion(0.01, (1.005, 0.993), 2.5, (1260, 1060))
    places = np.array([(0.5, 0.5), (2500, 12), (700, 2000)])
    assert distortion.to_plan(distortion.to_scan(places)) == pytest.approx(places, abs=1e-6)


def test_an_atlas_that_is_there_is_not_drawn_again(atlas, tmp_path):
    (tmp_path / "valmer_1859.tif").write_bytes(b"drawn")
    atlas.write_atlas(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["valmer_1859.tif"]
