from __future__ import annotations

import subprocess
import sys

import pytest

from releve.plugin.docks.georeference.drafts import InUse
from releve.plugin.docks.georeference.images import Sheet
from releve.plugin.docks.georeference.work import Point, Work

WORK = Work((Point(1, 2, 3, 4, id="1"),), crs="EPSG:2154", declared_crs="EPSG:4326", method="affine")


@pytest.fixture
def sheet(tmp_path):
    return Sheet(str(tmp_path / "plan d'été.tif"), 800, 600)


def test_a_draft_is_found_again(drafts, sheet):
    draft = drafts.open(sheet)
    assert draft.load() is None
    draft.save(WORK)
    draft.close()
    assert drafts.open(sheet).load() == WORK


def test_the_crs_of_no_points_is_kept_too(drafts, sheet):
    draft = drafts.open(sheet)
    draft.save(Work(crs="EPSG:2154"))
    assert draft.load() == Work(crs="EPSG:2154")


def test_each_sheet_has_its_own_and_the_last_changed_stands_first(drafts, sheet, tmp_path):
    import os

    other = Sheet(str(tmp_path / "b.tif"), 1, 1)
    for age, (one, work) in enumerate(((sheet, WORK), (other, Work()))):
        draft = drafts.open(one)
        draft.save(work)
        os.utime(tmp_path / "profile" / "georeference" / draft_folder(draft) / "sheet.json", (age, age))
        draft.close()
    assert [(past.path, past.points) for past in drafts.recent()] == [(other.path, 0), (sheet.path, 1)]


def draft_folder(draft):
    from pathlib import Path

    return Path(draft.points_file).parent.name


def test_a_sheet_in_use_elsewhere_is_refused_until_the_other_ends(drafts, sheet, tmp_path):
    draft = drafts.open(sheet)
    draft.save(WORK)
    draft.close()
    script = (
        "import sys; from qgis.PyQt.QtCore import QLockFile; lock = QLockFile(sys.argv[1]);"
        "lock.setStaleLockTime(0); lock.tryLock(0); print('held', flush=True); sys.stdin.read()"
    )
    lock = draft.points_file.replace("points.csv", "lock")
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", script, lock], stdin=pipe, stdout=pipe) as other:
        other.stdout.readline()
        with pytest.raises(InUse, match="another QGIS"):
            drafts.open(sheet)
        other.kill()
        other.wait()
        other.stdin.close()
    assert drafts.open(sheet).load() == WORK


def test_opening_a_sheet_alone_leaves_no_trace(drafts, sheet, tmp_path):
    drafts.open(sheet).close()
    assert list((tmp_path / "profile" / "georeference").iterdir()) == []


def test_a_draft_that_cannot_be_read_is_none(drafts, sheet):
    draft = drafts.open(sheet)
    draft.save(WORK)
    for name in ("points.csv", "sheet.json"):
        file = draft.points_file.replace("points.csv", name)
        with open(file, encoding="utf-8") as stream:
            whole = stream.read()
        for broken in ("", "[]", "null", whole[: len(whole) // 2], "\0"):
            with open(file, "w", encoding="utf-8") as stream:
                stream.write(broken)
            found = draft.load()
            assert found is None or found.points == WORK.points or name == "points.csv"
        draft.save(WORK)


def test_points_outlive_what_is_kept_beside_them(drafts, sheet):
    import os

    draft = drafts.open(sheet)
    draft.save(WORK)
    os.remove(draft.points_file.replace("points.csv", "sheet.json"))
    draft.close()
    assert drafts.open(sheet).load() == Work(WORK.points, crs="EPSG:2154", declared_crs="EPSG:4326")


def test_a_kill_between_the_files_of_a_draft_reads_no_points_in_the_crs_of_others(drafts, sheet):
    draft = drafts.open(sheet)
    draft.save(WORK)
    about = draft.points_file.replace("points.csv", "sheet.json")
    with open(about, encoding="utf-8") as stream:
        before = stream.read()
    after = Work((Point(1, 2, 300, 400, id="1"),), crs="EPSG:27561", declared_crs="EPSG:27561")
    draft.save(after)
    with open(about, "w", encoding="utf-8") as stream:
        stream.write(before)
    assert draft.load().crs == "EPSG:27561"
