from __future__ import annotations

import pytest
from qgis.core import QgsSettings

from releve.plugin.catalogue import load_jobs
from releve.plugin.places import RESOURCES
from releve.plugin.settings import DOES, Settings, is_disabled, locked_names


@pytest.fixture(autouse=True)
def clean(qgis_app):
    QgsSettings().remove("releve")
    yield
    QgsSettings().remove("releve")


def test_without_any_the_defaults_hold():
    assert Settings.load() == Settings()


def test_what_is_saved_is_loaded_with_its_type():
    mine = Settings(interpreter="/opt/été/python", grace_s=3.0)
    mine.save()
    assert Settings.load() == mine


def test_a_field_is_the_key():
    Settings(runtime="cuda").save()
    assert QgsSettings().value("releve/runtime") == "cuda"


def test_a_default_is_not_stored_so_that_a_later_one_holds():
    Settings(runtime="cuda").save()
    Settings().save()
    assert QgsSettings().value("releve/runtime") is None


def test_the_machine_s_value_is_the_default_which_a_user_may_replace(machine):
    machine("index_url=https://mirror/simple\n")
    assert Settings.load().index_url == "https://mirror/simple"
    Settings(index_url="https://mine/simple").save()
    assert Settings.load().index_url == "https://mine/simple"


def test_a_locked_value_wins_over_the_user_s(machine):
    Settings(index_url="https://mine/simple", runtime="cuda").save()
    machine("index_url=https://mirror/simple\nlocked=index_url, runtime\n")
    assert locked_names() == {"index_url", "runtime"}
    loaded = Settings.load()
    assert (loaded.index_url, loaded.runtime) == ("https://mirror/simple", "cpu")


def test_only_the_machine_s_settings_disable_a_feature(machine):
    QgsSettings().setValue("releve/disabled", "inference.map")
    machine("disabled=model.fetch\n")
    assert is_disabled("model.fetch")
    assert not is_disabled("inference.map")


def test_who_may_not_make_maps_makes_none_in_another_job_either(machine):
    machine("disabled=inference.map\n")
    assert all(map(is_disabled, DOES))
    assert not is_disabled("inference.detect")
    machine("disabled=inference.batch\n")
    assert is_disabled("inference.batch")
    assert not is_disabled("inference.map")
    ids = {job.id for job in load_jobs([RESOURCES / "catalogue.json"])}
    assert ids > {*DOES, *DOES.values()}


def test_the_machine_s_file_is_found_where_qgis_process_does_not_read_it(tmp_path, monkeypatch):
    file = tmp_path / "été.ini"
    file.write_text("[releve]\nbackend_folder=/été\n", encoding="utf-8")
    monkeypatch.setattr(QgsSettings, "globalSettingsPath", lambda: "")
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(file))
    assert Settings.load().backend_folder == "/été"
