from __future__ import annotations

import time

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QApplication

from releve.plugin.installer.state import Backend, State
from releve.plugin.options import installation, page
from releve.plugin.options.factory import OptionsFactory
from releve.plugin.places import backend_folder
from releve.plugin.runner import BackendError
from releve.plugin.settings import Settings


@pytest.fixture
def factory(qgis_app):
    before = Settings.load()
    Settings().save()
    factory = OptionsFactory()
    yield factory
    factory.close()
    before.save()


@pytest.fixture
def stands(monkeypatch):
    """Says how the backend stands."""

    def say(state, sentence="so it stands"):
        monkeypatch.setattr(page, "backend_as_it_stands", lambda settings: Backend(state, sentence))

    say(State.NONE)
    return say


@pytest.fixture
def open_page(factory):
    """Opens our page, which QGIS would hold; its form."""
    pages = []

    def open_it():
        pages.append(factory.createWidget(None))
        return pages[-1]._form

    return open_it


@pytest.fixture
def work(monkeypatch):
    """What the installer does in the background."""

    def set_work(do):
        monkeypatch.setattr(installation, "install", lambda *arguments, again: do(*arguments))
        monkeypatch.setattr(installation, "list_jobs", lambda *arguments: 0)

    return set_work


def wait_for(condition, within_s=10):
    end = time.monotonic() + within_s
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    assert condition()


@pytest.mark.parametrize(
    ("state", "text", "is_enabled"),
    [
        (State.NONE, "Install", True),
        (State.HALF_MADE, "Repair", True),
        (State.OUTDATED, "Update", True),
        (State.WHOLE, "Install again", True),
        (State.BUSY, "Install", False),
    ],
)
def test_the_button_says_what_the_backend_needs(open_page, stands, state, text, is_enabled):
    stands(state)
    form = open_page()
    assert form.state.text() == "so it stands"
    assert form.install.text() == text
    assert form.install.isEnabled() == is_enabled


def test_only_variants_of_this_computer_are_offered_with_their_size(open_page, stands):
    form = open_page()
    variants = [form.runtime.itemData(row) for row in range(form.runtime.count())]
    assert variants == page.OFFER.variants
    assert "directml" not in variants or page.OFFER.system == "win32"
    assert " to download, " in form.size.text()
    before = form.size.text()
    form.runtime.setCurrentIndex(form.runtime.findData("cuda"))
    assert form.size.text() != before


def test_from_a_folder_of_wheels_nothing_is_downloaded(open_page, stands, tmp_path):
    form = open_page()
    form.wheel_folder.setFilePath(str(tmp_path))
    assert form.size.text().startswith("0 MB to download")


def test_what_is_chosen_is_kept_when_the_options_are_accepted(factory, stands, tmp_path):
    shown = factory.createWidget(None)
    shown._form.index_url.setText(" https://index/simple ")
    shown._form.backend_folder.setFilePath(str(tmp_path))
    shown.apply()
    kept = Settings.load()
    assert (kept.index_url, kept.backend_folder) == ("https://index/simple", str(tmp_path))
    assert factory.createWidget(None).chosen() == kept


def test_with_an_interpreter_of_ones_own_there_is_nothing_to_install(open_page, stands):
    form = open_page()
    form.interpreter.setFilePath("/opt/releve/bin/python")
    assert not form.install.isEnabled()


def test_what_the_administrator_has_locked_cannot_be_changed(open_page, stands, machine):
    machine("index_url=https://mirror/simple\nlocked=index_url\n")
    form = open_page()
    assert form.index_url.text() == "https://mirror/simple"
    assert not form.index_url.isEnabled()
    assert "administrator" in form.index_url_label.text()


def test_what_the_administrator_has_disabled_cannot_be_pushed(open_page, stands, machine):
    machine("disabled=backend.install\n")
    form = open_page()
    assert not form.install.isEnabled()


def test_an_installation_tells_how_far_it_is_and_keeps_the_settings(factory, stands, work, tmp_path):
    def do(settings, network, feedback):
        feedback.setProgressText("Unpacking")
        feedback.setProgress(40)
        feedback.pushInfo("a line")

    work(do)
    shown = factory.createWidget(None)
    form = shown._form
    form.wheel_folder.setFilePath(str(tmp_path))
    moves = []
    factory.installer().moved.connect(lambda percent, text: moves.append((percent, text)))
    form.install.click()
    assert form.cancel.isEnabled()
    assert not form.install.isEnabled()
    wait_for(lambda: form.step.text() == "The backend is ready.")
    assert (40.0, "Unpacking") in moves
    assert form.log.toPlainText().splitlines() == ["Unpacking", "a line", "The backend is ready."]
    assert Settings.load().wheel_folder == str(tmp_path)


def test_a_failure_is_told_and_keeps_nothing(open_page, stands, work, tmp_path):
    def do(settings, network, feedback):
        raise BackendError("The disk is full")

    work(do)
    form = open_page()
    form.wheel_folder.setFilePath(str(tmp_path))
    form.install.click()
    wait_for(lambda: form.step.text() == "The disk is full")
    assert Settings.load().wheel_folder == ""
    assert form.install.isEnabled()


def test_the_work_goes_on_when_the_options_are_closed_and_is_found_again(open_page, factory, stands, work):
    is_over = []

    def do(settings, network, feedback):
        feedback.pushInfo("begun")
        while not is_over and not feedback.isCanceled():
            time.sleep(0.01)

    work(do)
    first = factory.createWidget(None)
    first._form.install.click()
    first.deleteLater()
    del first
    wait_for(lambda: factory.installer().log == ["begun"])
    form = open_page()
    assert form.log.toPlainText() == "begun"
    assert form.cancel.isEnabled()
    is_over.append(True)
    wait_for(lambda: form.step.text() == "The backend is ready.")


def test_a_cancel_reaches_the_work(open_page, stands, work):
    from releve.plugin.runner import Cancelled

    def do(settings, network, feedback):
        while not feedback.isCanceled():
            time.sleep(0.01)
        raise Cancelled("what was there before stays")

    work(do)
    form = open_page()
    form.install.click()
    form.cancel.click()
    wait_for(lambda: "what was there before stays" in form.step.text())


def test_closing_the_plugin_ends_the_work(open_page, factory, stands, work):
    begun, ended = [], []

    def do(settings, network, feedback):
        begun.append(True)
        while not feedback.isCanceled():
            time.sleep(0.01)
        ended.append(True)

    work(do)
    open_page().install.click()
    wait_for(lambda: begun)  # cancelled before its turn, it would not begin
    factory.close()
    wait_for(lambda: ended)


def test_a_removal_takes_the_settings_too_if_asked(factory, stands, monkeypatch):
    monkeypatch.setattr(installation, "remove", lambda settings: [backend_folder()])
    Settings(runtime="cuda").save()
    factory.installer().remove(Settings.load(), forget=True)
    wait_for(lambda: factory.installer().outcome == "The backend is removed.")
    assert QgsSettings().value("releve/runtime") is None
