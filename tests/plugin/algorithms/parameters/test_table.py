from __future__ import annotations

from qgis.core import QgsVectorLayer


def test_a_table_that_qgis_cannot_read_is_passed_as_it_is(ask, tmp_path):
    path = tmp_path / "records.parquet"
    path.write_bytes(b"PAR1")
    assert ask("table", str(path)).value == str(path)


def test_a_layer_of_delimited_text_is_copied_as_the_user_read_it(ask, tmp_path, written):
    path = tmp_path / "records.txt"
    path.write_text("n|name\n5|été\n6|hiver\n", encoding="utf-8")
    layer = QgsVectorLayer(f"{path.as_uri()}?delimiter=|&geomType=none", "Records", "delimitedtext")
    assert layer.isValid()
    assert written(ask("table", layer)) == [5, 6]


def test_an_absent_table_is_left_out(ask):
    assert ask("table", optional=True).inputs == {}


def test_a_missing_table_is_refused(ask):
    assert "/nowhere.csv does not exist" in ask("table", "/nowhere.csv").problem
