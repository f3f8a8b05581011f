"""`oldmaps.adjust` from files to files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from releve.processing.errors import Cancelled, RequestError, VectorError
from releve.processing.oldmaps.points.control_points import ControlPoints
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.points.writing import write_points

from ..conftest import drawn

ALL = {"points": "adjusted", "seams": "seams.csv", "report": "report.html", "data": "data.json"}


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    """Four sheets with errors of a metre, as files."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    for sheet in range(4):
        write_points(folder / f"{sheet}.jpg.points", drawn(sheet, noise_m=1.0, seed=3))
    return folder


def rewrite(atlas: Path, sheet: int, change: Callable[[ControlPoints], ControlPoints]) -> None:
    path = atlas / f"{sheet}.jpg.points"
    write_points(path, change(read_points(str(path))))


def test_an_atlas_is_adjusted_and_told_of(run, atlas: Path, tmp_path: Path) -> None:
    told = run("oldmaps.adjust", ALL, folder=str(atlas))
    assert (told.values["sheets"], told.values["ties"]) == (4, 14)
    assert told.values["seam_after_m"] < told.values["seam_before_m"]
    assert sorted(path.name for path in (tmp_path / "adjusted").iterdir()) == [
        f"{sheet}.jpg.points" for sheet in range(4)
    ]
    rows = list(csv.DictReader((tmp_path / "seams.csv").read_text(encoding="utf-8").splitlines()))
    assert {(row["sheet_a"], row["sheet_b"]) for row in rows} == {
        ("0", "1"), ("0", "2"), ("0", "3"), ("1", "2"), ("1", "3"), ("2", "3"),
    }  # fmt: skip
    data = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert data["seams"]["after"]["median_m"] == told.values["seam_after_m"]
    assert data["loo_m"]["before"] == told.values["loo_before_m"]
    assert "Block adjustment" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_fixed_sheet_is_written_as_it_was(run, atlas: Path, tmp_path: Path) -> None:
    run("oldmaps.adjust", ALL, folder=str(atlas), fixed="2")
    kept = [(folder / "2.jpg.points").read_bytes() for folder in (atlas, tmp_path / "adjusted")]
    assert kept[0] == kept[1]


def test_ties_of_a_table_hold_a_sheet_without_ground(run, atlas: Path, tmp_path: Path) -> None:
    whole = read_points(str(atlas / "1.jpg.points"))
    rewrite(atlas, 1, lambda points: points.with_points(points.points[:1]))
    neighbour = read_points(str(atlas / "0.jpg.points"))
    same = [
        (here, there)
        for here in neighbour.points
        for there in whole.points
        if (here.x, here.y) == (there.x, there.y)
    ]
    rows = ["sheet_a;col_a;row_a;sheet_b;col_b;row_b"]
    rows += [f"0.jpg;{here.col};{here.row};1;{there.col};{there.row}" for here, there in same]
    (tmp_path / "ties.csv").write_text("\n".join(rows), encoding="utf-8")
    run("oldmaps.adjust", ALL, folder=str(atlas), ties=str(tmp_path / "ties.csv"))
    written = read_points(str(tmp_path / "adjusted/1.jpg.points"))
    assert len(written.points) == 1 + len(same)
    assert (
        np.abs(
            written.ground - [(there.x, there.y) for there in (written.points[0], *(p for _, p in same))]
        ).max()
        < 5
    )


def test_sheets_in_two_systems_are_refused_unless_one_is_assumed(run, atlas: Path) -> None:
    rewrite(atlas, 3, lambda points: replace(points, crs="EPSG:3857", declared_crs="EPSG:3857"))
    with pytest.raises(RequestError, match=r"2 reference systems .*Pseudo-Mercator.*: 3"):
        run("oldmaps.adjust", ALL, folder=str(atlas))
    run("oldmaps.adjust", ALL, folder=str(atlas), crs="EPSG:2154")


def test_sheets_that_nothing_ties_are_refused(run, atlas: Path) -> None:
    for sheet in (1, 2, 3):
        (atlas / f"{sheet}.jpg.points").unlink()
    with pytest.raises(VectorError, match="No place is drawn on two of the 1 sheets"):
        run("oldmaps.adjust", ALL, folder=str(atlas))


def test_the_points_that_are_read_are_never_replaced(run, atlas: Path) -> None:
    before = {path.name: path.read_bytes() for path in atlas.iterdir()}
    with pytest.raises(RequestError, match="would lie among the files of"):
        run("oldmaps.adjust", {"points": "sheets"}, folder=str(atlas))
    assert {path.name: path.read_bytes() for path in atlas.iterdir()} == before


def test_a_cancelled_adjustment_leaves_nothing(run, atlas: Path, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        run("oldmaps.adjust", ALL, folder=str(atlas), cancel_at=0.3)
    assert {path.name for path in tmp_path.iterdir()} == {"sheets"}


def test_a_sheet_that_nothing_holds_is_told_and_kept(run, atlas: Path, tmp_path: Path) -> None:
    rewrite(
        atlas,
        3,
        lambda points: points.with_points(replace(point, x=point.x + 9e4) for point in points.points[:1]),
    )
    told = run("oldmaps.adjust", ALL, folder=str(atlas))
    assert "Left as they are, since nothing holds them: 3. Add points or ties." in told.warnings
    assert (tmp_path / "adjusted/3.jpg.points").read_bytes() == (atlas / "3.jpg.points").read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sheet_a,col_a\n0,1\n", "lacks the columns"),
        ("sheet_a,col_a,row_a,sheet_b,col_b,row_b\n0,1,1,9,1,1\n", "ties a sheet '9'"),
        ("sheet_a,col_a,row_a,sheet_b,col_b,row_b\n0,1,1,0,1,1\n", "ties 0 to itself"),
        ("sheet_a,col_a,row_a,sheet_b,col_b,row_b\n0,1,,1,1,1\n", "without col or row"),
        ("sheet_a,col_a,row_a,sheet_b,col_b,row_b\n0,1,x,1,1,1\n", "'x' in the column row_a"),
    ],
)
def test_a_table_of_ties_that_makes_no_sense_is_refused(
    run, atlas: Path, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "ties.csv").write_text(text, encoding="utf-8")
    with pytest.raises(RequestError, match=said):
        run("oldmaps.adjust", ALL, folder=str(atlas), ties=str(tmp_path / "ties.csv"))


def test_an_unknown_fixed_sheet_is_refused(run, atlas: Path) -> None:
    with pytest.raises(RequestError, match="There is no sheet 7 in the set"):
        run("oldmaps.adjust", ALL, folder=str(atlas), fixed="0;7")


@pytest.mark.parametrize(
    ("name", "crs", "affine_m"), [("jacoubet", None, 1.27), ("rumsey_verniquet", "verniquet", 1.28)]
)
def test_the_paris_atlases_meet_better_and_keep_the_ground(
    run, shared_data: Path, name: str, crs: str | None, affine_m: float
) -> None:
    inputs = {"folder": str(shared_data / "oldmaps/gcps" / name)} | ({"crs": crs} if crs else {})
    told = run("oldmaps.adjust", {"data": "data.json", "points": "adjusted"}, **inputs)
    assert told.values["seam_before_m"] == pytest.approx(affine_m, abs=0.006)
    assert told.values["seam_after_m"] < 1.15
    assert told.values["loo_after_m"] <= 1.1 * told.values["loo_before_m"]
    assert any("not at nodes left out" in said for said in told.warnings) == (name == "rumsey_verniquet")


@pytest.mark.parametrize(("seed", "is_told"), [(11, True), (3, False)])
def test_seams_that_are_closer_only_where_they_were_pulled_are_told(
    run, tmp_path: Path, seed: int, is_told: bool
) -> None:
    (tmp_path / "sheets").mkdir()
    for sheet in range(4):
        write_points(tmp_path / f"sheets/{sheet}.jpg.points", drawn(sheet, noise_m=1.0, seed=seed))
    told = run("oldmaps.adjust", {"data": "data.json"}, folder=str(tmp_path / "sheets"))
    without = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))["seams_without"]
    assert (without["after"]["median_m"] >= without["before"]["median_m"]) == is_told
    assert any("not at nodes left out" in said for said in told.warnings) == is_told


def test_sheets_without_any_point_are_told(run, atlas: Path) -> None:
    for sheet in range(4):
        rewrite(atlas, sheet, lambda points: points.with_points([]))
    with pytest.raises(VectorError, match="holds a control point"):
        run("oldmaps.adjust", ALL, folder=str(atlas))
