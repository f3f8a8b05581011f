"""Objects that several tiles saw, each once: tiles of 100 pixels that share 40."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from releve.processing.inference.detection.merging import merge
from releve.processing.inference.detection.objects import Objects, oriented, upright

WINDOWS = np.array([[0.0, 0, 100, 100], [60, 0, 160, 100], [120, 0, 220, 100]])


def objects(outlines, tiles, *, cut=None, central=None, scores=None, classes=None):
    count = len(outlines)
    return Objects(
        outlines=np.array(outlines, object),
        classes=np.zeros(count, int) if classes is None else np.array(classes),
        scores=np.full(count, 0.5) if scores is None else np.array(scores),
        tiles=np.array(tiles),
        cut=np.zeros(count, bool) if cut is None else np.array(cut),
        central=np.zeros(count, bool) if central is None else np.array(central),
    )


def test_an_object_in_the_overlap_is_kept_from_the_tile_that_sees_it_centrally():
    boxes = [shapely.box(70, 10, 90, 30), shapely.box(71, 10, 91, 30)]
    found = merge(objects(boxes, [0, 1], scores=[0.9, 0.6], central=[False, True]), WINDOWS, overlap=0.45)
    assert found.objects.scores.tolist() == [0.6]
    found = merge(objects(boxes, [0, 1], scores=[0.9, 0.6]), WINDOWS, overlap=0.45)
    assert found.objects.scores.tolist() == [0.9]


def test_a_part_at_the_edge_gives_way_to_the_whole():
    boxes = [shapely.box(85, 10, 100, 40), shapely.box(85, 10, 145, 40)]  # a quarter of it
    found = merge(objects(boxes, [0, 1], cut=[True, False], scores=[0.9, 0.3]), WINDOWS, overlap=0.45)
    assert found.objects.bounds.tolist() == [[85, 10, 145, 40]]
    assert not found.joined.any()


def test_an_object_longer_than_a_tile_is_joined_from_its_pieces():
    pieces = [shapely.box(10, 10, 100, 30), shapely.box(60, 11, 160, 30), shapely.box(120, 10, 200, 30)]
    found = merge(objects(pieces, [0, 1, 2], cut=[True] * 3, scores=[0.5, 0.7, 0.6]), WINDOWS, overlap=0.45)
    assert found.objects.bounds.tolist() == [[10, 10, 200, 30]]
    assert found.objects.scores.tolist() == [0.7]
    assert found.joined.tolist() == [True]
    assert not found.objects.cut.any()


def test_pieces_that_do_not_agree_where_both_tiles_look_stay_apart():
    pieces = [shapely.box(10, 10, 100, 30), shapely.box(60, 25, 160, 45)]
    found = merge(objects(pieces, [0, 1], cut=[True, True]), WINDOWS, overlap=0.45)
    assert len(found.objects) == 2
    assert found.objects.cut.all()


def test_outlines_of_instances_are_united_so_that_no_pixel_counts_twice():
    whole = shapely.union(shapely.box(20, 40, 140, 50), shapely.box(70, 20, 80, 40))
    pieces = [shapely.intersection(whole, shapely.box(*window)) for window in WINDOWS[:2]]
    found = merge(objects(pieces, [0, 1], cut=[True, True]), WINDOWS, overlap=0.45)
    assert found.objects.outlines[0].equals(whole)


def test_pieces_of_a_turned_box_make_a_turned_box():
    angle = 0.1
    along = np.array([np.cos(angle), np.sin(angle)])
    middles = np.array([50.0, 50]) + np.outer([0, 60], along)
    boxes = oriented(np.column_stack([middles, [[90, 10, angle]] * 2]))
    found = merge(objects(boxes, [0, 1], cut=[True, True]), WINDOWS, overlap=0.45, is_oriented=True)
    assert len(found.objects) == 1
    assert found.objects.outlines[0].area == pytest.approx(150 * 10, rel=1e-6)
    corners = shapely.get_coordinates(found.objects.outlines[0])
    longest = max(np.diff(corners, axis=0), key=lambda side: np.hypot(*side))
    assert longest[1] / longest[0] == pytest.approx(np.tan(angle), rel=1e-6)


def test_objects_survive_being_kept_in_a_file(tmp_path):
    kept = objects(upright(np.array([[5.0, 5, 4, 4], [9, 9, 2, 6]])), [0, 1], scores=[0.5, 0.25])
    for some in (kept, Objects.none()):
        some.save(tmp_path / "objects.npz")
        again = Objects.load(tmp_path / "objects.npz")
        assert again.bounds.tolist() == some.bounds.tolist()
        assert again.scores.tolist() == some.scores.tolist()
        assert again.cut.dtype == bool
