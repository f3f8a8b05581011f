"""The jobs ``oldmaps.fit`` and ``oldmaps.residuals``, from files to files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
from numpy.testing import assert_allclose

from releve.processing import language
from releve.processing.errors import FitError, RequestError
from releve.processing.jobs import Context, read_request
from releve.processing.oldmaps.fitting import fit_job, residuals_job
from releve.processing.oldmaps.points.control_points import ControlPoints
from releve.processing.oldmaps.points.writing import write_points

NAMES = {
    "report": "report.html",
    "methods": "methods.csv",
    "errors": "errors.gpkg",
    "accuracy": "accuracy.tif",
    "distortion": "distortion.gpkg",
    "data": "data.json",
}


class Ran:
    """What a run said and left."""

    def __init__(self, events: list[dict[str, Any]], values: dict[str, Any], folder: Path) -> None:
        self.warnings = [event["message"] for event in events if event.get("level") == "warning"]
        self.previews = [event for event in events if event["event"] == "preview"]
        self.values = values
        self.folder = folder

    def text(self, name: str) -> str:
        return (self.folder / NAMES[name]).read_text(encoding="utf-8")


@pytest.fixture
def run_job(tmp_path) -> Callable[..., Ran]:
    """Runs a job on points as the worker would, with the outputs named."""

    def run(job: Any, points: ControlPoints, *outputs: str, **inputs: Any) -> Ran:
        folder = tmp_path / "out"
        folder.mkdir(exist_ok=True)
        write_points(tmp_path / "points.csv", points)
        asked = {name: {"path": str(folder / NAMES[name])} for name in outputs}
        given = {"points": str(tmp_path / "points.csv")} | inputs
        request = read_request(job, {"inputs": given, "outputs": asked})
        events: list[dict[str, Any]] = []
        context = Context(request, events.append)
        try:
            job.run(request.inputs, context)
            values = context.publish()["values"]
        finally:
            context.close()
        return Ran(events, values, folder)

    return run


def test_all_outputs_of_a_fit_agree(sheet, run_job):
    ran = run_job(fit_job.JOB, sheet, *NAMES, scale=5000)
    assert ran.values["recommended"] == ran.values["method"]
    assert ran.values["n"] == 20
    assert ran.values["metres_per_pixel"] == pytest.approx(0.2, rel=0.05)

    rows = list(csv.DictReader(ran.text("methods").splitlines()))
    assert [row["key"] for row in rows] == list(fit_job.METHOD_TITLES)
    shown = next(row for row in rows if row["key"] == ran.values["method"])
    assert float(shown["loo_m"]) == pytest.approx(ran.values["loo_m"])

    data = json.loads(ran.text("data"))
    assert data["loo_m"] == ran.values["loo_m"]
    assert data["provenance"]["job"] == "oldmaps.fit"
    assert len(data["distortion"]["log2_area"]) == 3

    lines = pyogrio.read_dataframe(ran.folder / NAMES["errors"])
    assert lines.crs.to_epsg() == 2154
    starts = np.array([line.coords[0] for line in lines.geometry])
    assert_allclose(starts, sheet.ground)
    assert_allclose(lines.geometry.length, lines.factor * lines.loo_m, rtol=1e-3)

    cells = pyogrio.read_dataframe(ran.folder / NAMES["distortion"])
    assert cells.geometry.is_valid.all()
    assert cells.airy_kavrayskiy.between(0, 0.1).all()

    with rasterio.open(ran.folder / NAMES["accuracy"]) as raster:
        values = raster.read(1, masked=True)
        assert raster.crs.to_epsg() == 2154
        assert raster.units == ("m",)
        assert 256 in raster.shape
    low, middle, high = data["expected_error_m"]
    assert low <= values.mean() <= high
    assert float(np.ma.median(values)) == pytest.approx(middle, rel=0.1)

    report = ran.text("report")
    assert report.count("<svg viewBox") == 3
    assert "Where these figures come from" in report


def test_a_report_speaks_french(sheet, run_job):
    language.use_language("fr")
    try:
        report = run_job(fit_job.JOB, sheet, "report").text("report")
    finally:
        language.use_language("en")
    assert '<html lang="fr">' in report
    assert "Erreur attendue" in report


def test_the_method_asked_for_is_shown(sheet, run_job):
    ran = run_job(fit_job.JOB, sheet, method="helmert")
    assert ran.values["method"] == "helmert"
    assert ran.values["recommended"] not in ("", "helmert")


def test_a_millimetre_on_paper_is_accepted_where_the_scale_is_given(sheet, run_job):
    ran = run_job(fit_job.JOB, sheet, scale=100)  # 0.1 m
    assert ran.values["recommended"] == ""
    assert "0.1 m are accepted" in ran.warnings[0]
    assert run_job(fit_job.JOB, sheet, scale=100, tolerance=5).values["recommended"]


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # a scan has no place
def test_the_mask_is_where_a_fit_must_not_fold(sheet, run_job, tmp_path):
    import geopandas
    from shapely import box

    with rasterio.open(
        tmp_path / "sheet.tif", "w", driver="GTiff", width=8000, height=6000, count=1, dtype="uint8",
        tiled=True, SPARSE_OK=True,
    ):  # fmt: skip
        pass
    mask = geopandas.GeoDataFrame({"geometry": [box(500, 500, 7500, 5500)]}, crs="EPSG:4326")
    mask.to_file(tmp_path / "mask.gpkg")
    given = {"sheet": str(tmp_path / "sheet.tif"), "mask": str(tmp_path / "mask.gpkg")}
    run_job(fit_job.JOB, sheet, "accuracy", **given)
    with rasterio.open(tmp_path / "out" / NAMES["accuracy"]) as raster:
        size = raster.bounds.right - raster.bounds.left
    assert size == pytest.approx(7000 * 0.2, rel=0.15)
    with pytest.raises(RequestError, match="needed for a mask"):
        run_job(fit_job.JOB, sheet, mask=given["mask"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda points: points[:0], "Add points: 0 of 6"),
        (lambda points: points[:1], "Add points: 1 of 6"),
        (lambda points: [replace(one, col=9000 - one.col) for one in points], "mirror"),
    ],
)
def test_points_that_carry_no_fit_are_told_and_nothing_is_written(sheet, run_job, tmp_path, change, said):
    with pytest.raises(FitError, match=said):
        run_job(fit_job.JOB, sheet.with_points(change(sheet.points)), *NAMES)
    assert list((tmp_path / "out").iterdir()) == []


def test_four_points_give_a_report_with_a_warning_and_no_recommendation(sheet, run_job):
    four = sheet.with_points([sheet.points[at] for at in (0, 3, 16, 19)])
    ran = run_job(fit_job.JOB, four, "report")
    assert ran.values["recommended"] == ""
    assert ran.warnings[0].startswith("Add points: 4 of 6")


def test_residuals_answer_with_one_event(sheet, run_job):
    points = [replace(sheet.points[0], enabled=False), *sheet.points[1:]]
    ran = run_job(residuals_job.JOB, sheet.with_points(points), method="affine")
    (told,) = ran.previews
    assert told["method"] == "affine"
    assert told["refused"] == ""
    assert told["findings"] == []
    assert [row["index"] for row in told["points"]] == list(range(20))
    aside, used = told["points"][:2]
    assert aside["used"] is False
    assert aside["fit_m"] is None
    assert aside["loo_m"] is not None
    assert used["loo_m"] > used["fit_m"] > 0
    assert used["loo_m"] == pytest.approx(np.hypot(used["east_m"], used["north_m"]))
    assert set(told["listed"]) <= set(told["suspects"])
    assert 0 not in told["suspects"]
    json.dumps(told, allow_nan=False)


def test_a_point_given_up_changes_the_sheet_as_if_it_were_not_there(sheet, run_job):
    told = run_job(residuals_job.JOB, sheet, method="spline").previews[0]
    without = run_job(residuals_job.JOB, sheet.with_points(sheet.points[1:]), method="spline").previews[0]
    assert told["points"][0]["without_m"] == pytest.approx(without["loo_m"])


def test_residuals_say_roughly_where_the_sheet_lies(sheet, run_job):
    (told,) = run_job(residuals_job.JOB, sheet).previews
    pixels, ground = np.array(told["about"]["pixels"]), np.array(told["about"]["ground"])
    side_m = np.linalg.norm(ground[1] - ground[0])
    assert side_m == pytest.approx(np.ptp(pixels[:, 0]) * told["sheet"]["metres_per_pixel"], rel=1e-3)
    assert ground[0][1] > ground[3][1]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_residuals_never_fail_for_want_of_points(sheet, run_job, count):
    (told,) = run_job(residuals_job.JOB, sheet.with_points(sheet.points[:count])).previews
    assert len(told["points"]) == count
    assert told["recommended"] == ""
    assert told["reason"].startswith("Add points")


def test_residuals_tell_of_a_crs_that_the_numbers_contradict(sheet, run_job):
    (told,) = run_job(residuals_job.JOB, replace(sheet, crs="EPSG:4326")).previews
    assert "not defined" in told["refused"]
    assert told["findings"][0]["kind"] == "contradiction"
    assert told["points"][0]["loo_m"] is None
