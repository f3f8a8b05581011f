from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsSettings,
)

from releve.plugin.reference_systems import KEY, Registration, named_systems, system_named, user_folder

LYON = {
    "id": "lyon",
    "title": {"en": "Lyon"},
    "extent": [4.7, 45.6, 5.0, 45.9],
    "systems": [
        {
            "id": "fourviere",
            "title": {"en": "Lyon, Fourvière (m)", "fr": "Lyon, Fourvière (m)"},
            "definition": "+proj=aeqd +lat_0=45.7623 +lon_0=4.8226 +ellps=GRS80 +no_defs +type=crs",
        }
    ],
}


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A folder of the user's own places."""
    monkeypatch.setenv("RELEVE_PLACES", str(tmp_path))
    return tmp_path


@pytest.fixture(autouse=True)
def registry(qgis_app):
    QgsApplication.createDatabase()  # where QGIS keeps them; its window has made it by then
    QgsSettings().remove(KEY)
    registry = QgsApplication.coordinateReferenceSystemRegistry()
    before = {details.id for details in registry.userCrsList()}
    yield registry
    for details in registry.userCrsList():
        if details.id not in before:
            registry.removeUserCrs(details.id)


def register():
    registration = Registration()
    assert registration.is_needed
    assert registration.run()
    registration.finished(True)


def registered(registry):
    return {details.name: details for details in registry.userCrsList()}


def test_the_systems_of_paris_are_known_to_qgis_once(registry, places):
    register()
    first = {name: details.id for name, details in registered(registry).items()}
    assert not Registration().is_needed
    QgsSettings().remove(KEY)
    register()
    assert {name: details.id for name, details in registered(registry).items()} == first
    assert {"Paris, Verniquet (toises)", "Paris, Atlas municipal (m)"} <= set(first)
    assert len(registry.userCrsList()) == len(first)


def test_a_registered_system_puts_a_point_where_it_belongs(registry, places):
    register()
    found = registered(registry)["Paris, Verniquet (toises)"]
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(f"USER:{found.id}"),
        QgsCoordinateReferenceSystem("EPSG:2154"),
        QgsProject.instance(),
    )
    place = to_map.transform(QgsPointXY(1000, 1000))
    assert (round(place.x(), 2), round(place.y(), 2)) == (653265.17, 6861726.52)


def test_a_system_of_the_user_is_known_and_follows_its_file(registry, places):
    file = places / "lyon.json"
    file.write_text(json.dumps(LYON), "utf-8")
    register()
    old = registered(registry)["Lyon, Fourvière (m)"]
    changed = json.dumps(LYON).replace("45.7623", "45.7")
    file.write_text(changed, "utf-8")
    register()
    new = registered(registry)["Lyon, Fourvière (m)"]
    assert new.id == old.id
    assert "45.7 " in new.crs.toProj() or "45.7\n" in f"{new.crs.toProj()}\n"


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "x", "systems": [{}]}', '{"id": "x", "systems": 3}'])
def test_a_faulty_file_of_the_user_takes_nothing_away(places, text):
    (places / "faulty.json").write_text(text, "utf-8")
    assert {"verniquet", "observatory"} <= {system.name for system in named_systems()}


def test_a_name_is_found_with_and_without_its_place(places):
    assert system_named("Verniquet").definition == system_named("paris/verniquet").definition
    assert system_named("EPSG:2154") is None


def test_the_users_folder_is_that_of_the_backend(monkeypatch, tmp_path):
    monkeypatch.delenv("RELEVE_PLACES", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "releve" / "places"
