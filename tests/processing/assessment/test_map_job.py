"""The job ``assessment.map``, from files to files."""

from __future__ import annotations

import csv
import io
import json
import math

import numpy as np
import pytest
from shapely import box

from releve.processing import language
from releve.processing.errors import GridError, RasterError, RequestError, VectorError
from releve.processing.raster.classes import RasterClass, classes_tag

from .conftest import at

ENLARGED = 1 / 0.9996**2  # a pixel's area on the middle meridian of UTM over its width times height
SEA_AND_SAND = classes_tag([RasterClass(1, "Sea", "#0072b2"), RasterClass(2, "Sand <b>", "#e69f00")])


def estimates(ran) -> dict[tuple[str, str, str], dict[str, str]]:
    rows = csv.DictReader(io.StringIO(ran.text("estimates.csv")))
    return {(row["measure"], row["weighting"], row["class"]): row for row in rows}


@pytest.fixture
def half_and_half(make_map):
    """300 pixels of sea above 100 of sand."""
    return make_map(np.repeat([[1], [1], [1], [2]], 100, axis=1), classes=SEA_AND_SAND)


@pytest.fixture
def points(make_layer):
    """Of 8 points on sea 6 are sea; of 4 on sand 3 are sand."""
    on_sea = [at(0.5, column + 0.5) for column in range(8)]
    on_sand = [at(3.5, column + 0.5) for column in range(4)]
    labels = ["sea"] * 6 + ["SAND <b>"] * 2 + ["Sand <b>"] * 3 + ["sea"]
    return make_layer([*on_sea, *on_sand], label=labels, plot=list("aabbccddaabb"))


def test_figures_of_points_worked_out_by_hand(run_job, half_and_half, points):
    ran = run_job(map=half_and_half, reference=points, class_field="label")
    assert ran.text("matrix.csv").splitlines() == [
        "map,map_name,reference_1,reference_2,total",
        "1,Sea,6,2,8",
        "2,Sand <b>,1,3,4",
        "total,,7,5,12",
    ]
    assert ran.values["overall_accuracy"] == pytest.approx(9 / 12)
    assert ran.values["balanced_accuracy"] == pytest.approx((6 / 7 + 3 / 5) / 2)
    # 3/4 of the area is mapped as sea, U = 6/8; 1/4 as sand, U = 3/4
    assert ran.values["overall_accuracy_by_area"] == pytest.approx(0.75)
    seen = 8 / 300, 4 / 100  # share of each class's pixels, which leaves nothing open
    error = math.sqrt(0.75**2 * 0.75 * 0.25 / 7 * (1 - seen[0]) + 0.25**2 * 0.75 * 0.25 / 3 * (1 - seen[1]))
    assert ran.values["overall_accuracy_by_area_low"] == pytest.approx(0.75 - 1.959964 * error)
    table = estimates(ran)
    assert float(table["area", "area", "1"]["estimate"]) == pytest.approx(
        4.0 * ENLARGED * (0.75 * 0.75 + 0.25 * 0.25)
    )
    assert float(table["mapped_area", "none", "1"]["estimate"]) == pytest.approx(3.0 * ENLARGED)
    assert float(table["precision", "none", "1"]["estimate"]) == 0.75
    assert float(table["producer_accuracy", "area", "1"]["estimate"]) == pytest.approx(0.5625 / 0.625)
    assert ran.warnings == []


def test_the_report_is_a_page_that_shows_names_as_text_orientation_and_provenance(
    run_job, half_and_half, points
):
    text = run_job(map=half_and_half, reference=points, class_field="label").text("report.html")
    assert "<!doctype html>" in text
    assert "Rows: map. Columns: reference." in text
    assert "Sand &lt;b&gt;" in text
    assert "Sand <b>" not in text
    assert "Olofsson et al. (2014" in text
    assert "75.0%" in text
    assert "assessment.map" in text
    assert str(half_and_half.parent) not in text


def test_the_report_speaks_french(run_job, half_and_half, points, monkeypatch):
    french = {"Accuracy of a map": "Exactitude d’une carte"}
    monkeypatch.setattr(language, "_sentences", lambda code: french)
    language.use_language("fr")
    try:
        text = run_job(map=half_and_half, reference=points, class_field="label").text("report.html")
    finally:
        language.use_language("en")
    assert '<html lang="fr">' in text
    assert "Exactitude d’une carte" in text
    assert "75,0\u202f%" in text


def test_figures_are_plain_json_and_the_same_twice(run_job, half_and_half, points):
    first = run_job(map=half_and_half, reference=points, class_field="label", group_field="plot")
    texts = [first.text(name) for name in ("report.html", "matrix.csv", "estimates.csv")]
    again = run_job(map=half_and_half, reference=points, class_field="label", group_field="plot")
    assert [again.text(name) for name in ("report.html", "matrix.csv", "estimates.csv")] == texts
    assert json.loads(json.dumps(first.values, allow_nan=False)) == first.values == again.values


def test_groups_give_intervals_from_blocks_and_few_of_them_are_told(run_job, half_and_half, points):
    plain = run_job(map=half_and_half, reference=points, class_field="label")
    ran = run_job(map=half_and_half, reference=points, class_field="label", group_field="plot")
    assert ran.values["overall_accuracy_by_area"] == plain.values["overall_accuracy_by_area"]
    assert ran.values["overall_accuracy_by_area_low"] != plain.values["overall_accuracy_by_area_low"]
    assert any("only 4 blocks" in sentence for sentence in ran.warnings)
    assert estimates(ran)["overall_accuracy", "area", ""]["standard_error"] == ""


def test_pixels_of_polygons_count_and_are_said_to_depend_on_each_other(run_job, half_and_half, make_layer):
    corners = [(0, 0, 2, 10), (2, 20, 4, 30), (0, 40, 4, 45)]
    shapes = [
        box(*at(bottom, left).coords[0], *at(top, right).coords[0]) for top, left, bottom, right in corners
    ]
    layer = make_layer(shapes, "polygons.gpkg", label=[1, 1, 2])
    ran = run_job(map=half_and_half, reference=layer, class_field="label")
    assert ran.text("matrix.csv").splitlines()[1:3] == ["1,Sea,30,15,45", "2,Sand <b>,10,5,15"]
    assert any("not independent of each other" in sentence for sentence in ran.warnings)


def test_what_is_left_out_is_counted_and_said(run_job, make_map, make_layer):
    grid = np.ones((10, 10), dtype=int)
    grid[5:] = 0
    places = [at(0.5, 0.5), at(0.6, 0.6), at(1.5, 1.5), at(7, 7), at(-5, 0), at(2, 2), None]
    layer = make_layer(places, label=["1", "1", "1", "1", "1", None, "1"])
    ran = run_job(map=make_map(grid), reference=layer, class_field="label")
    for told in (
        *("without geometry, left out: 1", "without a class, left out: 1", "outside the map, left out: 1"),
        *("has no data, left out: 1", "claims more than once, by points in the same pixel or"),
    ):
        assert sum(told in sentence for sentence in ran.warnings) == 1
    assert ran.values["observations"] == 3


def test_too_few_observations_leave_intervals_empty_and_never_nan(run_job, make_map, make_layer):
    path = make_map(np.repeat([[1, 2, 3]], 4, axis=0))
    layer = make_layer([at(0.5, 0.5), at(1.5, 0.5), at(0.5, 1.5)], label=[1, 1, 1])
    ran = run_job(map=path, reference=layer, class_field="label")
    assert any("A single observation in the strata 2" in sentence for sentence in ran.warnings)
    assert any("No observation in the strata 3, 33.3% of the area" in sentence for sentence in ran.warnings)
    assert "overall_accuracy_by_area_low" not in ran.values
    assert ran.values["overall_accuracy_by_area"] == pytest.approx(0.5)
    text = ran.text("estimates.csv") + ran.text("report.html") + json.dumps(ran.values)
    assert "nan" not in text.casefold().replace("provenance", "")
    row = estimates(ran)["user_accuracy", "area", "3"]
    assert (row["estimate"], row["low"], row["high"]) == ("", "", "")


def test_strata_of_a_raster_give_the_estimates_of_stehman(run_job, make_map, make_layer):
    # The strata are left and right halves; the map is sea everywhere but in one column.
    values = np.ones((10, 20), dtype=int)
    values[:, 15] = 2
    strata = np.ones((10, 20), dtype=int)
    strata[:, 10:] = 2
    places = [
        at(r + 0.5, c + 0.5) for r, c in [(0, 0), (1, 0), (2, 0), (3, 0), (0, 15), (1, 15), (2, 12), (3, 12)]
    ]
    layer = make_layer(places, label=[1, 1, 1, 2, 2, 1, 1, 2])
    names = classes_tag([RasterClass(1, "West"), RasterClass(2, "East")])
    ran = run_job(
        map=make_map(values),
        reference=layer,
        class_field="label",
        strata=make_map(strata, "strata.tif", classes=names, nodata=None),
    )
    # West: 3 of 4 right. East: 2 of 4. Halves of the area.
    assert ran.values["overall_accuracy_by_area"] == pytest.approx((0.75 + 0.5) / 2)
    share = estimates(ran)["area_share", "area", "2"]
    assert float(share["estimate"]) == pytest.approx((0.25 + 0.5) / 2)
    error = math.sqrt(0.25 * (0.25 * 0.75 / 3 + 0.5 * 0.5 / 3) * (1 - 4 / 100))
    assert float(share["standard_error"]) == pytest.approx(error)
    assert "Stehman (2014" in ran.text("report.html")
    assert "West, East" in ran.text("report.html")


def test_a_raster_of_strata_may_lie_on_another_grid_and_leave_places_out(run_job, make_map, make_layer):
    values = np.ones((10, 20), dtype=int)
    strata = np.array([[1, 0]])  # 100 m pixels: the east has no stratum
    from affine import Affine

    wide = Affine(100, 0, 500_000, 0, -100, 4_800_000)
    layer = make_layer([at(0.5, 0.5), at(1.5, 3.5), at(0.5, 15.5)], label=[1, 2, 1])
    ran = run_job(
        map=make_map(values),
        reference=layer,
        class_field="label",
        strata=make_map(strata, "strata.tif", transform=wide),
    )
    assert any("raster of strata has no data, left out: 1" in sentence for sentence in ran.warnings)
    assert ran.values["observations"] == 2
    assert float(estimates(ran)["mapped_area", "none", "1"]["estimate"]) == pytest.approx(ENLARGED)


def test_strata_of_a_field_take_the_areas_that_are_stated(run_job, half_and_half, make_layer):
    places = [at(0.5, column + 0.5) for column in range(4)]
    layer = make_layer(places, label=[1, 1, 1, 2], zone=["north", "north", "south", "south"])
    common = {"map": half_and_half, "reference": layer, "class_field": "label", "stratum_field": "zone"}
    ran = run_job(**common, stratum_areas="north=30, south=10")
    assert ran.values["overall_accuracy_by_area"] == pytest.approx(0.75 * 1 + 0.25 * 0.5)
    assert float(estimates(ran)["area", "area", "2"]["estimate"]) == pytest.approx(40 * 0.125)
    with pytest.raises(RequestError, match=r"area of the strata south is not given.*south=1200"):
        run_job(**common, stratum_areas="north=30")
    with pytest.raises(RequestError, match="given twice"):
        run_job(**common, strata=half_and_half)


def test_labels_may_be_translated(run_job, half_and_half, make_layer):
    layer = make_layer([at(0.5, 0.5), at(3.5, 0.5)], label=["mer", "plage"])
    ran = run_job(map=half_and_half, reference=layer, class_field="label", labels="mer=1, plage=Sand <b>")
    assert ran.values["overall_accuracy"] == 1.0
    with pytest.raises(VectorError, match=r"no class called mer, plage; it has Sea, Sand <b>"):
        run_job(map=half_and_half, reference=layer, class_field="label")


def test_a_geographic_map_has_areas_on_the_ellipsoid(run_job, make_map, make_layer):
    from affine import Affine
    from shapely import Point

    path = make_map([[1, 2]] * 60, crs="EPSG:4326", transform=Affine(1, 0, 0, 0, -1, 60))
    layer = make_layer([Point(0.5, 40), Point(0.5, 20), Point(1.5, 40)], crs="EPSG:4326", label=[1, 1, 2])
    ran = run_job(map=path, reference=layer, class_field="label")
    # One degree of longitude from the equator to 60° north, on the sphere of equal area: R² sin 60° π/180
    area = float(estimates(ran)["mapped_area", "none", "1"]["estimate"])
    assert area == pytest.approx(6371007.2**2 * math.sin(math.radians(60)) * math.pi / 180 / 1e4, rel=5e-3)


def test_classes_weigh_by_their_area_on_the_ground_in_a_projection_that_enlarges(
    run_job, make_map, make_layer
):
    from affine import Affine
    from shapely import Point

    # Web Mercator from the equator to 60° north, half of the rows sea above as many of sand
    north = 6378137 * math.log(math.tan(math.radians(75)))
    side = north / 200
    path = make_map(
        np.repeat([[1], [2]], 100, axis=0), crs="EPSG:3857", transform=Affine(side, 0, 0, 0, -side, north)
    )
    places = [Point(side / 2, side * (row + 0.5)) for row in (150, 160, 10, 20)]
    ran = run_job(
        map=path, reference=make_layer(places, crs="EPSG:3857", label=[1, 2, 2, 2]), class_field="label"
    )
    # The middle row is at 2 atan(exp(y / 2R)) - 90°; an area goes with the difference of two sines.
    middle = math.sin(2 * math.atan(math.exp(north / 2 / 6378137)) - math.pi / 2)
    sea, sand = math.sin(math.radians(60)) - middle, middle
    assert ran.values["overall_accuracy_by_area"] == pytest.approx(
        (0.5 * sea + sand) / (sea + sand), abs=2e-3
    )
    area = float(estimates(ran)["mapped_area", "none", "1"]["estimate"])
    assert area == pytest.approx(6371007.2**2 * sea * side / 6378137 / 1e4, rel=5e-3)


@pytest.fixture
def remarks(run_job, half_and_half, make_layer):
    """What is told of a reference of half and half."""

    def told(places, labels, **fields):
        names = {f"{field}_field": field for field in fields}
        layer = make_layer(places, label=labels, **fields)
        return run_job(map=half_and_half, reference=layer, class_field="label", **names).warnings

    return told


def test_polygons_that_overlap_are_told_and_so_are_labels_that_contradict_each_other(remarks):
    whole, part = (box(*at(2, right).coords[0], *at(0, 0).coords[0]) for right in (20, 5))
    twice = "by points in the same pixel or polygons that overlap: 10. Each claim counts."
    told = remarks([whole, part], ["sea", "1"])
    assert any(sentence.endswith(twice) for sentence in told)
    assert not any("different classes" in sentence for sentence in told)
    told = remarks([whole, part], ["sea", "2"])
    assert any(sentence.endswith(twice) for sentence in told)
    assert any(
        sentence.startswith("Pixels that the reference gives to different classes at once: 10")
        for sentence in told
    )


def test_an_interval_without_width_is_explained_by_what_the_sample_holds(remarks):
    def about(told):
        return [
            sentence.removeprefix("The interval has no width where ")
            for sentence in told
            if "no width" in sentence
        ]

    two_each = [at(0.5, 0.5), at(0.5, 1.5), at(3.5, 0.5), at(3.5, 1.5)]
    names = "Sea, Sand <b>"
    beyond, alike = (
        "which tells nothing of pixels outside it",
        "the observations of each stratum are all alike, or all of its pixels",
    )
    assert about(remarks(two_each, [1, 1, 2, 2])) == [
        f"the sample is all right, {beyond}: overall accuracy, {names}.",
        f"{alike}: {names}.",
    ]
    assert about(remarks(two_each, [2, 2, 1, 1])) == [
        f"the sample is all wrong, {beyond}: overall accuracy, {names}.",
        f"{alike}: {names}.",
    ]
    # All that is mapped as sea is sea, and so is all that is mapped as sand.
    assert about(remarks(two_each, [1, 1, 1, 1])) == [
        f"the sample is all right, {beyond}: Sea.",
        f"the sample is all wrong, {beyond}: Sand <b>.",
        f"{alike}: overall accuracy, {names}.",
    ]
    # Two blocks, in each of which half of either class is right
    four_each = [at(row, column + 0.5) for row in (0.5, 3.5) for column in range(4)]
    assert about(remarks(four_each, [1, 2, 1, 2, 2, 1, 2, 1], group=list("aabbaabb"))) == [
        f"every block has the same share: overall accuracy, {names}."
    ]


def test_many_classes_without_width_are_counted_rather_than_listed(run_job, make_map, make_layer):
    rows = [[value] * 4 for value in (1, 2, 3, 4, 5)]
    places = [at(row + 0.5, column + 0.5) for row in range(5) for column in (0, 2)]
    layer = make_layer(places, label=[row + 1 for row in range(5) for _ in (0, 2)])
    ran = run_job(map=make_map(rows), reference=layer, class_field="label")
    assert [told.rpartition(": ")[2] for told in ran.warnings if "no width" in told] == [
        "overall accuracy, 1, 2 and 3 more.",
        "1, 2, 3 and 2 more.",
    ]
    page = ran.text("report.html")
    assert page.index("a probability sample") < page.index("Overall accuracy, by area")


def test_bad_input_is_refused_with_what_to_do(run_job, make_map, half_and_half, points, make_layer, tmp_path):
    common = {"reference": points, "class_field": "label"}
    with pytest.raises(GridError, match="map has no coordinate reference system: assign"):
        run_job(map=make_map([[1, 2]], "plain.tif", crs=None), **common)
    with pytest.raises(RasterError, match="no raster at"):
        run_job(map=tmp_path / "none.tif", **common)
    with pytest.raises(RasterError, match="no band 4; it has 1"):
        run_job(map=half_and_half, band=4, **common)
    with pytest.raises(
        VectorError, match=r"None of the 12 features .* lies on the map .* check the coordinate"
    ):
        run_job(map=make_map([[1, 2]], "far.tif", crs="EPSG:32601"), **common)
    empty = make_map(np.zeros((10, 10)), "empty.tif", dtype="uint8")
    with pytest.raises(VectorError, match="where the map and the strata have data"):
        run_job(map=empty, **common)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_truncated_map_is_refused(run_job, make_map, points):
    path = make_map(np.ones((400, 400)), dtype="uint8", blockysize=1)
    with path.open("r+b") as stream:
        stream.truncate(path.stat().st_size // 2)
    with pytest.raises(RasterError, match="damaged, cut short"):
        run_job(map=path, reference=points, class_field="label", labels="sea=1; Sand <b>=2")


def test_only_what_is_asked_for_is_written(half_and_half, points, tmp_path):
    from releve.processing.assessment.map_job import JOB
    from releve.processing.jobs import Context, read_request

    inputs = {"map": str(half_and_half), "reference": str(points), "class_field": "label"}
    request = read_request(JOB, {"inputs": inputs, "outputs": {"matrix": {"path": str(tmp_path / "m.csv")}}})
    context = Context(request, lambda event: None)
    JOB.run(request.inputs, context)
    assert list(context.publish()["outputs"]) == ["matrix"]
    context.close()


def test_a_cancel_ends_the_walk(half_and_half, points, tmp_path):
    from releve.processing.assessment.map_job import JOB
    from releve.processing.errors import Cancelled
    from releve.processing.jobs import Context, read_request

    inputs = {"map": str(half_and_half), "reference": str(points), "class_field": "label"}
    request = read_request(JOB, {"inputs": inputs, "outputs": {"matrix": {"path": str(tmp_path / "m.csv")}}})
    context = Context(request, lambda event: None)
    context.cancel()
    with pytest.raises(Cancelled):
        JOB.run(request.inputs, context)
    context.close()
