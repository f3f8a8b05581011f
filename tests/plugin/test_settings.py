from __future__ import annotations

import pytest
from qgis.core import QgsSettings

from releve.plugin.settings import Settings


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
