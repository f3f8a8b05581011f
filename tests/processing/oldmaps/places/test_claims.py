"""Whether coordinates can be what a file claims of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyproj import Transformer

from releve.processing.errors import RequestError
from releve.processing.oldmaps.places.claims import contradictions
from releve.processing.oldmaps.places.sheets import check_sheet
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints, ImageSize

GRID = [(0, 0), (1, 0), (0, 1), (1, 1)]


def sheet(crs, west, south, step, *, size=None, pixels=1000, mirror=False, wide=1.0):
    """A sheet of four points on a square, 1000 pixels a side."""
    return ControlPoints(
        points=tuple(
            ControlPoint(
                col=100 + pixels * a,
                row=100 + pixels * (b if mirror else 1 - b),
                x=west + step * a * wide,
                y=south + step * b,
            )
            for a, b in GRID
        ),
        crs=crs,
        declared_crs=crs,
        sheet="plan",
        size=size,
    )


TOISES = (-1600, 2800, 200)
LAMBERT_93 = (651_000, 6_861_000, 1000)
DEGREES = (2.33, 48.84, 0.01)


@pytest.mark.parametrize("place", [None, "paris"])
@pytest.mark.parametrize("claim", ["EPSG:4326", "EPSG:27571", "EPSG:3857"])
def test_toises_under_a_wrong_claim_are_found_and_named(claim, place):
    (found,) = contradictions(sheet(claim, *TOISES), place)
    assert found.kind == "contradiction"
    assert found.fitting[0] == "verniquet"
    assert "They fit Paris, Verniquet (toises): assume it with “crs=verniquet”" in found.sentence
    assert "x -1600 … -1400, y 2800 … 3000" in found.sentence


@pytest.mark.parametrize("place", [None, "paris", "Paris"])
@pytest.mark.parametrize(
    ("claim", "where"),
    [("verniquet", TOISES), ("EPSG:2154", LAMBERT_93), ("EPSG:4326", DEGREES), ("atlas-municipal", TOISES)],
)
def test_a_claim_that_holds_is_left_alone(claim, where, place):
    assert contradictions(sheet(claim, *where), place) == ()


@pytest.mark.parametrize(
    ("claim", "where"),
    [
        ("EPSG:4326", (-0.12, 51.5, 0.01)),  # London, whose degrees would be metres at Paris
        ("EPSG:27700", (530_000, 180_000, 1000)),
        ("EPSG:3068", (25_000, 21_000, 1000)),  # Berlin's own small numbers, which fit Paris too
        ("+proj=aeqd +lat_0=45.76 +lon_0=4.82 +ellps=GRS80", (200, 400, 200)),
        ("EPSG:3857", (-13_000, 6_711_000, 1000)),
        ("EPSG:32740", (500_000, 9_700_000, 1000)),
        ("EPSG:4326", (45.3, 2.04, 0.01)),  # Mogadishu, whose latitude is about Paris' longitude
    ],
)
def test_a_map_of_elsewhere_is_not_accused_unless_it_is_said_to_be_of_paris(claim, where):
    assert contradictions(sheet(claim, *where)) == ()
    (found,) = contradictions(sheet(claim, *where), "paris")
    assert "outside of Paris" in found.sentence


def test_a_map_may_reach_beyond_the_area_of_its_system():
    points = sheet("EPSG:2154", 600_000, 6_400_000, 2_000_000)  # from France far into Russia
    assert contradictions(points) == ()


def test_what_the_user_assumes_is_held_against_the_place_alone():
    points = replace(sheet("EPSG:27571", *TOISES), declared_crs="EPSG:4326")
    assert contradictions(points) == ()
    (found,) = contradictions(points, "paris")
    assert "outside of Paris" in found.sentence
    degrees = replace(sheet("EPSG:4326", *TOISES), declared_crs="")
    assert contradictions(degrees)


def test_lambert_coordinates_under_degrees_are_named_by_code():
    (found,) = contradictions(sheet("EPSG:4326", *LAMBERT_93))
    assert found.fitting == ("EPSG:2154",)
    assert "RGF93 v1 / Lambert-93 (EPSG:2154)" in found.sentence


@pytest.mark.parametrize(
    ("claim", "where", "place"),
    [("EPSG:4326", (48.84, 2.33, 0.01), "paris"), ("EPSG:2154", (6_861_000, 651_000, 1000), None)],
)
def test_exchanged_axes_are_told_as_such(claim, where, place):
    (found,) = contradictions(sheet(claim, *where), place)
    assert "x and y are exchanged" in found.sentence


def test_numbers_that_fit_nothing_known_are_told_without_a_guess():
    (found,) = contradictions(sheet("EPSG:4326", 4e6, 9e7, 1000))
    assert found.fitting == ()
    assert "Find out in which reference system they were taken" in found.sentence


def test_a_claim_that_nobody_can_read_is_told():
    points = ControlPoints(points=sheet("", *TOISES).points, declared_crs="Lambert", sheet="plan")
    (found,) = contradictions(points)
    assert "“Lambert”" in found.sentence


def test_points_set_aside_accuse_nobody():
    far = ControlPoint(col=0, row=0, x=1e6, y=1e6, enabled=False)
    points = sheet("EPSG:4326", *DEGREES)
    assert contradictions(points.with_points([*points.points, far])) == ()


def test_an_unknown_place_is_refused():
    with pytest.raises(RequestError, match="“atlantis” is no known place: give one of paris"):
        contradictions(sheet("EPSG:4326", *DEGREES), "atlantis")


def sentences(points, **options):
    return [finding.sentence for finding in check_sheet(points, **options)]


def test_a_sheet_that_is_as_it_should_be_gets_no_word():
    assert sentences(sheet("verniquet", *TOISES, size=ImageSize(width=2000, height=2000))) == []


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3460"])
def test_a_sheet_across_the_180th_meridian_is_not_accused(crs):
    change = Transformer.from_crs("+proj=aeqd +lat_0=-17 +lon_0=180", crs, always_xy=True)
    square = sheet("", -5000, -5000, 10_000)
    moved = [
        replace(one, **dict(zip("xy", change.transform(one.x, one.y), strict=True))) for one in square.points
    ]
    assert sentences(replace(square, points=tuple(moved), crs=crs)) == []


def test_a_mirror_image_is_told():
    (told,) = sentences(sheet("verniquet", *TOISES, mirror=True))
    assert "as in a mirror" in told


def test_a_stretched_sheet_is_told():
    (told,) = sentences(sheet("EPSG:2154", *LAMBERT_93, wide=1.25))
    assert "1.25 times longer in one direction" in told
    assert "4 points" in told


@pytest.mark.parametrize(("dpi", "count"), [(300, 0), (400, 1)])
def test_a_pixel_is_held_against_scale_and_resolution(dpi, count):
    points = sheet("EPSG:2154", *LAMBERT_93, pixels=2362)  # 0.4234 m, as 1:5000 at 300 dpi has it
    told = sentences(points, denominator=5000, dpi=dpi)
    assert len(told) == count
    assert all("0.3175 m" in sentence for sentence in told)


def test_repeated_points_are_told():
    points = sheet("verniquet", *TOISES)
    (told,) = sentences(points.with_points([*points.points, points.points[0]]))
    assert "1 points twice" in told


def test_one_pixel_on_two_places_is_told():
    points = sheet("verniquet", *TOISES)
    other = ControlPoint(col=100, row=100, x=0, y=2900)
    told = sentences(points.with_points([*points.points, other]))
    assert any("one pixel (column 100.0, row 100.0) on several places" in sentence for sentence in told)


def test_points_outside_of_the_image_are_told():
    (told,) = sentences(sheet("verniquet", *TOISES, size=ImageSize(width=600, height=500)))
    assert "3 points lie outside of the image of 600 × 500 pixels" in told


@pytest.mark.parametrize("places", [[(0, 0)], [(0, 0), (1, 1)], [(0, 0), (1, 1), (2, 2)], [(0, 0)] * 4])
def test_points_that_tell_no_shape_are_let_pass(places):
    points = ControlPoints(
        points=tuple(ControlPoint(col=9 + a, row=9 + b, x=200 * a, y=200 * b) for a, b in places),
        crs="verniquet",
    )
    assert all(finding.kind == "warning" for finding in check_sheet(points))
