"""Which method is taken, which points are suspect, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose
from pyproj import Transformer

from releve.processing import language
from releve.processing.errors import FitError
from releve.processing.oldmaps.fitting.comparison import choose, compare, georeference_recommended
from releve.processing.oldmaps.fitting.errors import MethodErrors, summary
from releve.processing.oldmaps.fitting.georeference import georeference
from releve.processing.oldmaps.fitting.methods import METHODS

from .conftest import graticule, on_paper, points_of


def errors(**loo_m: float) -> list[MethodErrors]:
    """Methods with these errors without a point."""
    nothing = np.full((20, 2), np.nan)
    return [
        MethodErrors(key, nothing, np.full((20, 2), value / np.sqrt(2)), nothing, nothing)
        for key, value in loo_m.items()
    ]


def test_the_lowest_error_without_a_point_is_taken():
    assert choose(errors(helmert=2.0, affine=1.0, spline=1.2), 20, None)[0] == "affine"


def test_within_five_percent_the_fewest_parameters_are_taken():
    assert choose(errors(affine=1.04, polynomial2=1.0, spline=1.01), 20, None)[0] == "affine"
    assert choose(errors(affine=1.06, polynomial2=1.0, spline=1.01), 20, None)[0] == "polynomial2"


def test_a_method_needs_two_points_to_spare():
    assert choose(errors(affine=1.0, polynomial2=0.1), 7, None)[0] == "affine"
    assert choose(errors(affine=1.0, polynomial2=0.1), 8, None)[0] == "polynomial2"


def test_none_is_taken_with_five_points_or_beyond_the_tolerance():
    assert choose(errors(affine=1.0), 5, None) == (
        "",
        "Add points: 5 of 6 needed to tell methods apart are there.",
    )
    chosen, reason = choose(errors(affine=3.0), 9, 2.0)
    assert chosen == ""
    assert "errs by 3 m" in reason
    assert "2 m are accepted" in reason


def test_a_refused_method_is_not_taken():
    affine, spline = errors(affine=2.0, spline=1.0)
    assert choose([affine, replace(spline, refused="It folds.")], 20, None)[0] == "affine"


def test_where_every_method_is_refused_it_is_not_more_points_that_are_missing():
    refused = [replace(one, refused="It folds.") for one in errors(affine=2.0, spline=1.0)]
    chosen, reason = choose(refused, 60, None)
    assert chosen == ""
    assert reason.startswith("No method fits these points")
    assert reason.endswith("It folds.")


def test_the_reason_is_written_as_the_reader_writes_numbers(monkeypatch):
    monkeypatch.setattr(language, "_current", "fr")
    assert "0,44 m" in choose(errors(affine=0.4404), 20, None)[1]


def test_a_sheet_is_placed_by_what_is_recommended(sheet):
    fitted = georeference_recommended(sheet)
    assert fitted.method == compare(sheet).recommended
    assert summary(fitted.to_ground(sheet.pixels) - sheet.ground).greatest < 1
    assert_allclose(fitted.to_pixels(sheet.ground), sheet.pixels, atol=5)
    assert fitted.pixel_size_m == pytest.approx(0.2, rel=0.05)


def test_a_misplaced_point_is_suspected_first(sheet):
    points = list(sheet.points)
    points[7] = replace(points[7], x=points[7].x + 5)
    comparison = compare(sheet.with_points(points))
    assert comparison.places.point_of(comparison.suspects.order[0]) == 7
    assert comparison.suspects.listed[0] == comparison.suspects.order[0]
    assert 2 <= len(comparison.suspects.listed) <= 4


def test_points_without_any_error_are_not_suspect():
    ground = graticule()
    exact = points_of((ground - ground[0]) * [5, -5], ground)
    assert compare(exact).suspects.suspicion.max() < 0.01


def test_points_set_aside_do_not_count(sheet):
    wrong = replace(sheet.points[0], x=sheet.points[0].x + 500, enabled=False)
    with_it = sheet.with_points([wrong, *sheet.points[1:]])
    without = sheet.with_points(sheet.points[1:])
    for key in METHODS:
        assert_allclose(compare(with_it).loo_m(key), compare(without).loo_m(key))
    assert compare(with_it).places.number[0] == -1


def test_a_point_given_twice_counts_once(sheet):
    twice = sheet.with_points([*sheet.points, sheet.points[3]])
    places = compare(twice).places
    assert len(places) == len(sheet.points)
    assert places.number[3] == places.number[-1]
    assert_allclose(compare(twice).loo_m("spline"), compare(sheet).loo_m("spline"))


def test_one_pixel_on_two_places_is_refused(sheet):
    split = sheet.with_points([*sheet.points, replace(sheet.points[3], x=sheet.points[3].x + 1)])
    with pytest.raises(FitError, match="one place and two targets"):
        georeference(split, "spline")


@pytest.mark.parametrize("swap", [lambda p: replace(p, x=p.y, y=p.x), lambda p: replace(p, row=-p.row)])
def test_a_mirror_image_is_refused(sheet, swap):
    # Lambert-93 does not reach where swapped coordinates lie, so another plane is taken.
    mirrored = replace(sheet.with_points(map(swap, sheet.points)), crs="EPSG:3857")
    with pytest.raises(FitError, match="in a mirror"):
        compare(mirrored)


def test_a_fit_that_folds_over_is_refused_and_not_recommended():
    ground = graticule(4, 3)
    paper = on_paper(ground)
    paper[[4, 7]] = paper[[7, 4]]  # two neighbours exchanged
    points = points_of(paper, ground)
    with pytest.raises(FitError, match="folds the sheet over"):
        georeference(points, "spline")
    comparison = compare(points, thorough=True)
    assert "folds" in comparison.methods["spline"].refused
    assert comparison.recommended != "spline"


def test_folds_are_looked_for_inside_the_mask(sheet):
    ground = sheet.ground
    bent = on_paper(ground) + 1e-7 * ((ground - ground.mean(axis=0)) ** 3) * [1, 0]
    points = points_of(bent, ground)
    georeference(points, "polynomial3")
    far = np.array([(-20_000.0, -20_000), (30_000, -20_000), (30_000, 30_000), (-20_000, 30_000)])
    with pytest.raises(FitError, match="folds the sheet over"):
        georeference(replace(points, mask=far), "polynomial3")


def test_degrees_are_fitted_in_metres(sheet):
    to_degrees = Transformer.from_crs("EPSG:2154", "EPSG:4326", always_xy=True)
    degrees = np.stack(to_degrees.transform(*sheet.ground.T), axis=1)
    there = compare(points_of(sheet.pixels, degrees, "EPSG:4326"))
    for key in ("helmert", "affine", "spline"):
        assert there.loo_m(key) == pytest.approx(compare(sheet).loo_m(key), rel=0.01)


@pytest.mark.parametrize("crs", ["EPSG:4807", "EPSG:27571"])
def test_grads_are_fitted_in_metres(sheet, crs):
    change = Transformer.from_crs("EPSG:2154", crs, always_xy=True)
    there = np.stack(change.transform(*np.add(sheet.ground, [50_000, 60_000]).T), axis=1)
    found = compare(points_of(sheet.pixels, there, crs))
    assert found.loo_m("affine") == pytest.approx(compare(sheet).loo_m("affine"), rel=0.01)


def test_toises_are_told_in_metres(sheet):
    ground = (sheet.ground - [600_000, 6_800_000]) / 1.94903631
    toises = compare(points_of(sheet.pixels, ground, "verniquet"))
    assert toises.loo_m("affine") == pytest.approx(compare(sheet).loo_m("affine"), rel=1e-3)


def test_mercators_metres_are_told_in_metres_of_the_ground(sheet):
    ground = sheet.ground - [600_000, 6_800_000] + [260_000, 6_250_000]  # Paris
    assert compare(points_of(sheet.pixels, ground, "EPSG:3857")).loo_m("affine") == pytest.approx(
        compare(sheet).loo_m("affine") * np.cos(np.radians(48.9)), rel=0.01
    )


def test_more_points_than_memory_holds_are_refused():
    ground = graticule(60, 60)
    with pytest.raises(FitError, match="3600 points are more than a fit can hold: set aside all but 3000"):
        compare(points_of(on_paper(ground), ground))


def test_degrees_on_both_sides_of_the_180th_meridian_are_refused(sheet):
    to_degrees = Transformer.from_crs("+proj=aeqd +lat_0=-17 +lon_0=180", "EPSG:4326", always_xy=True)
    degrees = np.stack(to_degrees.transform(*(sheet.ground - sheet.ground.mean(axis=0)).T), axis=1)
    with pytest.raises(FitError, match="180th meridian"):
        compare(points_of(sheet.pixels, degrees, "EPSG:4326"))
    longitudes = np.linspace(-179, 179, 9)  # a map of the world has points in between
    world = np.stack([longitudes, longitudes**2 / 400], axis=1)
    assert compare(points_of(world * [10, -10], world, "EPSG:4326")).recommended


def test_points_without_a_crs_are_refused(sheet):
    with pytest.raises(FitError, match="no CRS"):
        compare(replace(sheet, crs=""))


@pytest.mark.parametrize("count", range(6))
def test_few_points_recommend_nothing(sheet, count):
    comparison = compare(sheet.with_points(sheet.points[:count]))
    assert comparison.recommended == ""
    assert comparison.reason.startswith("Add points")
    with pytest.raises(FitError, match="Add points"):
        georeference_recommended(sheet.with_points(sheet.points[:count]))


def test_points_of_two_sheets_are_recommended_no_method():
    one = graticule()
    other = one + np.array([5000.0, 300.0])
    pixels = np.concatenate([on_paper(one), on_paper(other, seed=2) + 3.0])
    comparison = compare(points_of(pixels, np.concatenate([one, other])))
    assert (comparison.recommended, comparison.is_one_sheet) == ("", False)
    assert "of this sheet" in comparison.reason
