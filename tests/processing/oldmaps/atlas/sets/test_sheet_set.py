"""The one reader of a set of sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from releve.processing.errors import RequestError
from releve.processing.oldmaps.atlas.sets.sheet_set import SheetSet, read_sheets
from releve.processing.oldmaps.atlas.sets.where import SetOfSheets


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def of_folder(folder: Path) -> SheetSet:
    return read_sheets(SetOfSheets(folder=str(folder)))


def of_table(folder: Path, text: str) -> SheetSet:
    table = folder / "sheets.csv"
    table.write_text(text, encoding="utf-8")
    return read_sheets(SetOfSheets(table=str(table)))


def paired(found: SheetSet) -> dict[str, tuple[str, str]]:
    return {
        sheet.name: (Path(sheet.image or "").name, sheet.points.name if sheet.points else "")
        for sheet in found.sheets
    }


def test_images_and_points_are_paired_by_name(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.jpg.points", "b.tif", "b.points")
    assert paired(of_folder(tmp_path)) == {"a": ("a.jpg", "a.jpg.points"), "b": ("b.tif", "b.points")}


def test_accents_apostrophes_and_brackets_do_not_keep_a_pair_apart(tmp_path: Path) -> None:
    decomposed = "Barrie\N{COMBINING GRAVE ACCENT}re dEnfer ouest.jpg.points"
    make(tmp_path, "Barrière_d’Enfer_(ouest).jpg", decomposed)
    assert paired(of_folder(tmp_path)) == {
        "Barrière_d’Enfer_(ouest)": ("Barrière_d’Enfer_(ouest).jpg", decomposed)
    }


def test_numbers_are_not_run_together(tmp_path: Path) -> None:
    make(tmp_path, "sheet_1_1.jpg", "sheet_11.points")
    assert len(of_folder(tmp_path).sheets) == 2


def test_a_sheet_without_points_is_told_and_left_out_where_they_are_needed(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.points", "b.jpg")
    found = of_folder(tmp_path).having("points")
    assert [sheet.name for sheet in found.sheets] == ["a"]
    assert found.remarks == ("Without control points, and left out: b.",)


def test_a_table_beside_images_is_no_sheet(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.csv", "prices.csv", "readme.txt")
    assert paired(of_folder(tmp_path)) == {"a": ("a.jpg", "a.csv")}


def test_annotations_alone_are_sheets(tmp_path: Path) -> None:
    make(tmp_path, "a.json", "b.json")
    assert paired(of_folder(tmp_path)) == {"a": ("", "a.json"), "b": ("", "b.json")}


def test_two_files_for_one_sheet_are_told(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.jpg.points", "a.points")
    assert of_folder(tmp_path).remarks == (
        "a.jpg.points, a.points have the name of one sheet: a.jpg.points is taken.",
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_names_its_sheets(tmp_path: Path, separator: str) -> None:
    make(tmp_path, "scans/1.jpg", "gcp/1.points", "gcp/2.points")
    rows = [
        ("sheet", "points", "image", "z", "year", "fixed"),
        ("one", "gcp/1.points", "scans/1.jpg", "2", "1836", "yes"),
        ("two", "gcp/2.points", "scans/2.jpg", "", "", ""),
    ]
    one, two = of_table(tmp_path, "\n".join(separator.join(row) for row in rows)).sheets
    assert (one.name, one.points, one.z, one.year, one.fixed) == (
        "one", tmp_path / "gcp/1.points", 2.0, 1836, True,
    )  # fmt: skip
    assert one.image == str(tmp_path / "scans/1.jpg")
    assert (two.image, two.z, two.year, two.fixed) == (None, 0.0, None, False)


def test_a_table_finds_a_file_whose_apostrophe_was_dropped(tmp_path: Path) -> None:
    make(tmp_path, "gcp/Plan_dassemblage.jpg.points")
    (sheet,) = of_table(tmp_path, "gcp_file\ngcp/Plan_d'assemblage.jpg.points\n").sheets
    assert sheet.points == tmp_path / "gcp/Plan_dassemblage.jpg.points"


def test_rows_that_the_table_says_to_ignore_are_told(tmp_path: Path) -> None:
    found = of_table(tmp_path, "points,ignore\na.points,\nb.points,x\n")
    assert [sheet.name for sheet in found.sheets] == ["a"]
    assert found.remarks == ("Left out, as the table says: b.",)


def test_sheets_of_one_name_are_numbered(tmp_path: Path) -> None:
    found = of_table(tmp_path, "points\nx/a.points\ny/a.points\n")
    assert [sheet.name for sheet in found.sheets] == ["a", "a_2"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "columns none: none of points"),
        ("town,price\nParis,3\n", "columns town, price: none of points, sheet, image"),
        ("points\n\n", "names no sheet"),
        ("points,z\na.points,above\n", "'above' in the column z"),
    ],
)
def test_a_table_that_says_nothing_useful_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RequestError, match=said):
        of_table(tmp_path, text)


def test_a_binary_file_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "sheets.csv").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(RequestError, match=r"sheets\.csv cannot be read as a table"):
        read_sheets(SetOfSheets(table=str(tmp_path / "sheets.csv")))


def test_an_empty_folder_and_none_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="holds neither images nor files of control points"):
        of_folder(tmp_path)
    with pytest.raises(RequestError, match="is not a folder"):
        of_folder(tmp_path / "none")
    with pytest.raises(RequestError, match="either a folder of sheets or a table"):
        read_sheets(SetOfSheets())


def test_the_tables_of_the_paris_atlases_are_read(shared_data: Path) -> None:
    found = read_sheets(SetOfSheets(table=str(shared_data / "oldmaps/gcps/rumsey_verniquet.csv")))
    assert len(found.sheets) == 72
    assert all(sheet.points and sheet.points.is_file() for sheet in found.sheets)


def test_the_folder_of_jacoubet_is_read(shared_data: Path) -> None:
    assert len(of_folder(shared_data / "oldmaps/jacoubet/gcps").sheets) == 52
