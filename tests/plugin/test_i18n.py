from __future__ import annotations

import shutil
import subprocess

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from releve.plugin.i18n import decimal, language, load_translator, number, tr

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="fr"><context><name>releve</name>
<message><source>Smallest area kept</source><translation>Plus petite surface gardée</translation></message>
</context></TS>"""


def compiler():
    return shutil.which("lrelease", path="/usr/lib/qt5/bin:/usr/lib/qt6/bin") or shutil.which("lrelease")


@pytest.fixture
def french(qgis_app):
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "fr_FR")
    yield
    settings.remove("locale")


def test_a_sentence_without_translation_stands_as_it_is(qgis_app):
    assert tr("A sentence nobody translated") == "A sentence nobody translated"
    assert tr("") == ""


def test_where_there_is_no_translation_nothing_is_installed(qgis_app, tmp_path):
    assert load_translator(tmp_path) is None


@pytest.mark.skipif(compiler() is None, reason="needs Qt's lrelease")
def test_a_french_qgis_speaks_french(french, tmp_path):
    source = tmp_path / "releve_fr.ts"
    source.write_text(TS, encoding="utf-8")
    subprocess.run([compiler(), "-silent", source, "-qm", tmp_path / "releve_fr.qm"], check=True)
    assert language() == "fr"
    translator = load_translator(tmp_path)
    assert tr("Smallest area kept") == "Plus petite surface gardée"
    QCoreApplication.removeTranslator(translator)
    assert tr("Smallest area kept") == "Smallest area kept"


def test_numbers_have_the_decimal_sign_of_the_language(french):
    assert decimal(28.5, "g") == "28,5"


@pytest.mark.parametrize(
    ("spoken", "text", "value"),
    [
        ("de", "600.125", 600.125),
        ("de", "600,125", 600.125),
        ("de", "1.234,5", None),
        ("fr", "651 200,37", 651200.37),
        ("fr", "651\u202f200.37", 651200.37),
        ("en", "1,234", None),
        ("en", "-1e3", -1000.0),
        ("en", "nan", None),
        ("en", "", None),
    ],
)
def test_a_number_is_read_as_it_is_shown_in_any_language(monkeypatch, spoken, text, value):
    monkeypatch.setattr("releve.plugin.i18n.language", lambda: spoken)
    assert number(text) == value
