from __future__ import annotations

from qgis.core import QgsProcessingParameterFile


def test_a_folder_is_its_path(ask, tmp_path):
    assert ask("folder", str(tmp_path)).value == str(tmp_path)


def test_a_file_is_no_folder(ask, tmp_path):
    path = tmp_path / "file"
    path.touch()
    assert "is not a folder" in ask("folder", str(path)).problem


def test_an_absent_folder_is_left_out(ask):
    answer = ask("folder", optional=True)
    assert answer.inputs == {}
    assert answer.definition.behavior() == QgsProcessingParameterFile.Behavior.Folder
