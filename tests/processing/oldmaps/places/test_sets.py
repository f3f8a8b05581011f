"""Sheets held against each other, and the public sets with all that is known to be wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from releve.processing.oldmaps.places import sets
from releve.processing.oldmaps.places.claims import contradictions
from releve.processing.oldmaps.places.sets import check_set
from releve.processing.oldmaps.places.sheets import check_sheet
from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints
from releve.processing.oldmaps.points.reading import read_points


def sheet(column, *, metres=1.0, crs="observatory"):
    return ControlPoints(
        points=tuple(
            ControlPoint(
                col=1000 * a / metres, row=1000 * (1 - b) / metres, x=1000 * (column + a), y=1000 * b
            )
            for a, b in [(0, 0), (1, 0), (0, 1), (1, 1)]
        ),
        crs=crs,
    )


def told(*sheets):
    return [finding.sentence for finding in check_set([(f"sheet {n}", one) for n, one in enumerate(sheets)])]


def test_sheets_side_by_side_get_no_word():
    assert told(sheet(0), sheet(1), sheet(2)) == []
    assert told() == []


def test_another_resolution_is_explained():
    (sentence,) = told(sheet(0), sheet(1), sheet(2, metres=0.75))
    assert "sheet 2: a pixel is 0.75 m" in sentence
    assert "400 dpi among scans at 300 dpi" in sentence


def test_another_scale_is_told():
    (sentence,) = told(sheet(0), sheet(1), sheet(2, metres=1.1))
    assert "unless it is drawn at another scale" in sentence


def test_two_sheets_on_one_ground_are_told():
    (sentence,) = told(sheet(0), sheet(1), sheet(0.5))
    assert "sheet 0 – sheet 2 (50%)" in sentence
    assert "sheet 1 – sheet 2 (50%)" in sentence


def test_a_sheet_in_another_system_is_told():
    other = ControlPoints(points=(ControlPoint(col=1, row=1, x=2.3, y=48.8),), crs="EPSG:4326")
    (sentence,) = told(sheet(0), sheet(1), other)
    assert sentence.startswith("sheet 2: in WGS 84 (EPSG:4326), where 2 sheets of the set are in Paris, Obs")


@pytest.fixture(scope="module")
def read(shared_data):
    """Reads a public set: name → points."""

    def read(folder):
        paths = sorted((shared_data / "oldmaps" / folder).glob("*.points"))
        assert paths
        return {path.name.removesuffix(".points"): read_points(str(path), trusting=True) for path in paths}

    return read


def the_one(found, *words):
    """The one sentence that has all these words."""
    (sentence,) = [one.sentence for one in found if all(word in one.sentence for word in words)]
    return sentence


@pytest.mark.parametrize("place", [None, "paris"])
def test_every_wrong_header_is_caught_and_no_other_file_accused(read, place):
    wrong = {
        name: found[0]
        for name, points in read("gcps/rumsey_verniquet").items()
        if (found := contradictions(points, place))
    }
    assert len(wrong) == 53
    assert {finding.fitting[0] for finding in wrong.values()} == {"verniquet"}
    shdgr = "gcps/SHDGR__GR_6_M_J10_C_1188"
    folders = ["jacoubet/gcps", "gcps/jacoubet", "gcps/FRAD094_3P", shdgr, f"{shdgr}/GCP_VERNIQUET"]
    folders += [f"gcps/bhdv_atlas_municipal_{year}" for year in (1886, 1887, 1888, 1900, 1912, 1937)]
    others = [points for folder in folders for points in read(folder).values()]
    assert len(others) + 72 == 390
    assert [finding for points in others for finding in contradictions(points, place)] == []


def test_all_is_well_once_the_system_that_fits_is_assumed(read):
    sheets = {name: replace(p, crs="verniquet") for name, p in read("gcps/rumsey_verniquet").items()}
    assert [finding for points in sheets.values() for finding in check_sheet(points, "paris")] == []
    assert not [f for f in check_set(list(sheets.items())) if "pixel" in f.sentence]


def test_a_scan_of_400_dpi_among_others_is_explained(read):
    sheets = read("gcps/bhdv_atlas_municipal_1888")
    sentence = the_one(check_set(list(sheets.items())), "a pixel is")
    assert sentence.startswith("planche_5: a pixel is 0.3184 m on the ground, where most")
    assert "A scan at 400 dpi among scans at 300 dpi has that" in sentence


@pytest.mark.parametrize("folder", ["gcps/jacoubet", "jacoubet/gcps"])
def test_title_and_overview_of_jacoubet_are_told(read, folder):
    stretched = {
        name: finding.sentence
        for name, points in read(folder).items()
        for finding in check_sheet(points, "paris")
    }
    assert [name[20:28] for name in stretched] == ["01_et_02", "08_et_09"]
    for sentence in stretched.values():
        assert "by its 4 points" in sentence
        assert "a title page or an overview had better be left out" in sentence


def test_a_sheet_200_toises_off_is_found_by_its_neighbours(read):
    sheets = read("gcps/SHDGR__GR_6_M_J10_C_1188")
    found = check_set([(name[-8:-4], points) for name, points in sheets.items()])
    assert "0007 – 0023 (100%)" in the_one(found, "lie on one ground")
    right = read("gcps/SHDGR__GR_6_M_J10_C_1188/GCP_VERNIQUET")
    found = check_set([(name[-8:-4], points) for name, points in right.items()])
    assert "0007" not in the_one(found, "lie on one ground")


def test_one_sheet_in_toises_among_degrees_is_told(read):
    sheets = read("gcps/SHDGR__GR_6_M_J10_C_1188")
    sentence = the_one(check_set(list(sheets.items())), "58 sheets of the set are in WGS 84 (EPSG:4326)")
    assert "0059.jpg: in Paris, Verniquet (toises)" in sentence


def test_a_system_is_named_once_however_many_sheets_are_in_it(monkeypatch):
    asked = []
    monkeypatch.setattr(sets, "called", lambda crs: asked.append(crs) or "a system")
    assert told(sheet(0), sheet(1), sheet(2)) == []
    assert len(asked) == 1
