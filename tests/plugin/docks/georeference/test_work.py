from __future__ import annotations

import pytest

from releve.plugin.docks.georeference.work import Point, Work, read, written


def test_a_table_is_read_as_it_was_written():
    points = (
        Point(0.1 + 0.2, -3.5, 652_000.123456789, 6_861_000.0, id="a", note='à "gauche", en haut\nsuite'),
        Point(1e-9, 2, 3, 4, enabled=False, id="2", origin="matcher", sigma_px=0.5, confidence=0.9),
    )
    work = Work(points, crs="EPSG:2154", declared_crs='PROJCRS["x, y"]')
    assert read(written(work, "d'été.tif")).with_points(points) == work
    assert read(written(work, "d'été.tif")).points == tuple(p.with_(extra={}) for p in points)


def test_what_a_file_says_besides_is_kept():
    text = "col,row,x,y,surveyor\n1,2,3,4,Verniquet\n"
    (point,) = read(text).points
    assert point.extra == {"surveyor": "Verniquet"}
    assert "surveyor" in written(read(text), "s").splitlines()[0]
    assert read(written(read(text), "s")).points == (point,)


def test_points_without_a_name_of_their_own_get_the_next_number():
    points = [Point(0, 0, 0, 0, id=name) for name in ("7", "", "7", "x")]
    assert [point.id for point in Work().with_points(points).points] == ["7", "8", "9", "x"]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "col,row,x,y\n1,2,3,north\n", "col,row,x,y\n1,2\n"])
def test_what_is_no_table_of_points_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        read(text)
