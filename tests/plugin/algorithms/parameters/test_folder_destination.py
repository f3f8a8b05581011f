from __future__ import annotations

import pytest
from qgis.core import QgsProcessing


@pytest.mark.parametrize("name", ["new", "une place"])
def test_a_folder_may_be_there_or_not(place, tmp_path, name):
    (tmp_path / "une place").mkdir()
    answer = place("folder", str(tmp_path / name))
    assert (answer.problem, answer.path) == ("", str(tmp_path / name))


def test_a_temporary_folder_has_a_place_of_its_own(place):
    paths = [place("folder", QgsProcessing.TEMPORARY_OUTPUT).path for _ in range(2)]
    assert paths[0] != paths[1]


def test_a_file_is_refused(place, tmp_path):
    (tmp_path / "file").write_text("x")
    assert "is a file, a folder is needed" in place("folder", str(tmp_path / "file")).problem
