"""`oldmaps.batch`: every sheet looked at, none stopped by another."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
import rasterio

from releve.processing.errors import Cancelled, OutputError, ReleveError, RequestError
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.points.writing import write_points

from ..conftest import drawn

FIGURES = {"report": "report.html", "figures": "figures.csv", "data": "data.json"}


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    """Four sheets with errors of 20 cm, the second with one point 12 m off."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    for sheet in range(4):
        points = drawn(sheet, noise_m=0.2, seed=3)
        if sheet == 1:
            off = replace(points.points[4], col=points.points[4].col + 60)
            points = points.with_points([*points.points[:4], off, *points.points[5:]])
        write_points(folder / f"{sheet}.jpg.points", points)
    return folder


def image(folder: Path, sheet: int) -> None:
    """The scan of a sheet: 1,400 by 1,700 pixels of one colour."""
    cv2.imwrite(str(folder / f"{sheet}.jpg"), np.full((1700, 1400, 3), 120, "uint8"))


def rows(tmp_path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines()))


def test_the_sheet_to_look_at_first_comes_first_with_its_suspect(run, atlas: Path, tmp_path: Path) -> None:
    told = run("oldmaps.batch", FIGURES, folder=str(atlas))
    first = rows(tmp_path)[0]
    assert first["sheet"] == "1"
    assert first["suspects"].split()[0] == "5"
    assert (told.values["sheets"], told.values["fitted"], told.values["failed"]) == (4, 4, 0)
    data = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert data["sheets"][0]["fit"]["loo_m"] == pytest.approx(float(first["loo_m"]))
    assert "Suspect points" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_bad_sheet_is_told_and_the_others_are_done(run, atlas: Path, tmp_path: Path) -> None:
    (atlas / "0.jpg.points").write_text(
        "mapX,mapY,sourceX,sourceY,enable\n1,2,three,-4,1\n", encoding="utf-8"
    )
    with pytest.raises(ReleveError, match="1 of 4 sheets failed, the others are done; 0: "):
        run("oldmaps.batch", FIGURES, folder=str(atlas))
    assert rows(tmp_path)[0]["reason"].startswith("line 2") or "three" in rows(tmp_path)[0]["reason"]
    assert (tmp_path / "report.html").is_file()


def test_failures_may_be_accepted(run, atlas: Path, tmp_path: Path) -> None:
    points = read_points(str(atlas / "2.jpg.points"))
    write_points(atlas / "2.jpg.points", points.with_points([]))
    told = run("oldmaps.batch", FIGURES, folder=str(atlas), failures="accept")
    assert (told.values["fitted"], told.values["failed"]) == (3, 1)
    first = rows(tmp_path)[0]
    assert (first["sheet"], first["outcome"]) == ("2", "failed")
    assert first["reason"]


def test_a_wrong_claim_fails_and_a_sheet_on_anothers_ground_is_told(run, atlas: Path, tmp_path: Path) -> None:
    points = read_points(str(atlas / "3.jpg.points"))
    write_points(atlas / "3.jpg.points", replace(points, crs="", declared_crs="EPSG:4326"))
    (atlas / "twin.points").write_bytes((atlas / "0.jpg.points").read_bytes())
    told = run("oldmaps.batch", FIGURES, folder=str(atlas), failures="accept")
    assert rows(tmp_path)[0]["sheet"] == "3"
    assert any("0 – twin (100%) lie on one ground" in sentence for sentence in told.warnings)


def test_an_assumed_system_is_that_of_all(run, atlas: Path, tmp_path: Path) -> None:
    run("oldmaps.batch", FIGURES, folder=str(atlas), crs="EPSG:9794")
    data = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert data["provenance"]["inputs"]["crs"] == "EPSG:9794"


@pytest.fixture
def warped(run, atlas: Path, tmp_path: Path) -> Callable[..., SimpleNamespace]:
    """Runs a batch that warps sheets 0 and 2, whose images are there, to pixels of half a metre."""
    for sheet in (0, 2):
        image(atlas, sheet)

    def one(**inputs: object) -> SimpleNamespace:
        given = {"folder": str(atlas), "method": "affine", "pixel_size": 0.5} | inputs
        return run("oldmaps.batch", FIGURES | {"results": "warped"}, **given)

    return one


def test_sheets_with_an_image_are_warped_onto_one_lattice(warped, tmp_path: Path) -> None:
    told = warped(pixel_size=None)
    assert (told.values["warped"], told.values["fitted"]) == (2, 4)
    assert set(told.outputs["results"]["files"]) == {"0.tif", "2.tif"}
    grids = []
    for name in ("0.tif", "2.tif"):
        with rasterio.open(tmp_path / "warped" / name) as dataset:
            grids.append(dataset.transform)
            assert dataset.crs.to_epsg() == 2154
    assert grids[0].a == grids[1].a == 0.2
    assert ((grids[1].c - grids[0].c) / 0.2) % 1 == pytest.approx(0, abs=1e-6)


def test_what_is_done_is_kept_until_something_changes(warped, atlas: Path, tmp_path: Path) -> None:
    assert warped().values["warped"] == 2
    before = (tmp_path / "warped/0.tif").stat().st_mtime_ns
    told = warped()
    assert (told.values["warped"], told.values["kept"]) == (0, 2)
    assert set(told.outputs["results"]["files"]) == {"0.tif", "2.tif"}
    points = read_points(str(atlas / "2.jpg.points"))
    write_points(atlas / "2.jpg.points", points.with_points(points.points[1:]))
    told = warped()
    assert (told.values["warped"], told.values["kept"]) == (1, 1)
    assert (tmp_path / "warped/0.tif").stat().st_mtime_ns == before
    assert warped(again=True).values["warped"] == 2
    assert warped(pixel_size=0.4).values["warped"] == 2


def test_an_image_that_cannot_be_read_fails_alone(warped, atlas: Path, tmp_path: Path) -> None:
    (atlas / "0.jpg").write_bytes((atlas / "0.jpg").read_bytes()[:300])
    told = warped(failures="accept")
    assert (told.values["warped"], told.values["failed"]) == (1, 1)
    assert not (tmp_path / "warped/0.tif").exists()


def test_a_cancelled_batch_keeps_what_is_done_and_goes_on(warped, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        warped(cancel_at=0.6)
    assert [path.name for path in (tmp_path / "warped").glob("*.tif")] == ["0.tif"]
    told = warped()
    assert (told.values["warped"], told.values["kept"]) == (1, 1)


def test_files_of_others_are_never_replaced(warped, tmp_path: Path) -> None:
    (tmp_path / "warped").mkdir()
    (tmp_path / "warped/0.tif").write_bytes(b"mine")
    with pytest.raises(OutputError, match="no batch has made it"):
        warped()
    assert (tmp_path / "warped/0.tif").read_bytes() == b"mine"


def test_the_wrong_headers_of_rumsey_are_all_told(run, shared_data: Path, tmp_path: Path) -> None:
    folder = str(shared_data / "oldmaps/gcps/rumsey_verniquet")
    told = run("oldmaps.batch", FIGURES, folder=folder, failures="accept")
    assert (told.values["sheets"], told.values["failed"]) == (72, 53)
    told = run("oldmaps.batch", {"report": "r.html"}, folder=folder, crs="verniquet")
    assert told.values["failed"] == 0
    assert told.values["loo_m"] < 0.85  # that of splines alone is 0.79


def test_the_sheet_200_toises_off_is_told_by_its_overlap(run, shared_data: Path) -> None:
    folder = shared_data / "oldmaps/gcps/SHDGR__GR_6_M_J10_C_1188"
    told = run("oldmaps.batch", FIGURES, folder=str(folder))
    assert any("__0007 – " in sentence and "on one ground" in sentence for sentence in told.warnings)


def test_sheets_whose_names_no_file_can_tell_apart_are_all_kept(run, atlas: Path, tmp_path: Path) -> None:
    image(atlas, 0)
    image(atlas, 2)
    table = atlas / "list.csv"
    table.write_text("sheet,image,points\na:b,0.jpg,0.jpg.points\na?b,2.jpg,2.jpg.points\n", encoding="utf-8")
    told = run("oldmaps.batch", {"results": "warped"}, table=str(table), method="affine", pixel_size=1.0)
    assert told.values["warped"] == 2
    assert {path.name for path in (tmp_path / "warped").glob("*.tif")} == {"a_b.tif", "a_b_2.tif"}


def test_results_among_the_sheets_are_refused(run, atlas: Path, tmp_path: Path) -> None:
    image(atlas, 0)
    with pytest.raises(RequestError, match="would lie among the files of"):
        run("oldmaps.batch", {"results": "sheets"}, folder=str(atlas))
    assert not (atlas / "batch.jsonl").exists()


def test_the_figures_do_not_replace_the_points_of_a_sheet(run, atlas: Path) -> None:
    image(atlas, 0)
    (atlas / "0.jpg.points").unlink()
    write_points(atlas / "0.csv", drawn(0))
    before = (atlas / "0.csv").read_bytes()
    with pytest.raises(RequestError, match="also an input"):
        run("oldmaps.batch", {"figures": "sheets/0.csv"}, folder=str(atlas))
    assert (atlas / "0.csv").read_bytes() == before
