"""Places and their reference systems, shipped and of the user's own."""

from __future__ import annotations

import json

import geopandas
import pytest
import shapely
from jsonschema import Draft202012Validator

from releve.processing.errors import RequestError, VectorError
from releve.processing.raster.places import SHIPPED, read_place, read_places, user_folder
from releve.processing.raster.reference_systems import called, checked, crs_of, system_of

SCHEMA = json.loads((SHIPPED.parent / "place.schema.json").read_text("utf-8"))
LYON = {
    "id": "lyon",
    "title": {"en": "Lyon"},
    "extent": [4.7, 45.6, 5.0, 45.9],
    "systems": [
        {
            "id": "fourviere",
            "title": {"en": "Lyon, Fourvière (m)"},
            "definition": "+proj=aeqd +lat_0=45.7623 +lon_0=4.8226 +ellps=GRS80 +no_defs +type=crs",
        }
    ],
}


@pytest.fixture
def own_places(tmp_path, monkeypatch):
    """A folder of the user's own places, and a way to put one there."""
    monkeypatch.setenv("RELEVE_PLACES", str(tmp_path))

    def put(place, name="own.json"):
        text = place if isinstance(place, str) else json.dumps(place, ensure_ascii=False)
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return put


def test_a_place_of_the_user_adds_its_systems(own_places):
    own_places(LYON)
    assert called(crs_of("fourviere")) == "Lyon, Fourvière (m)"
    assert crs_of("lyon/Fourviere") == crs_of("fourviere")


def test_a_system_is_known_by_its_numbers_however_it_is_written():
    written_elsewhere = crs_of("verniquet").to_wkt("WKT2_2015").replace("Verniquet", "V.")
    assert system_of(crs_of(written_elsewhere)).name == "verniquet"
    assert system_of(crs_of("EPSG:2154")) is None


@pytest.mark.parametrize(
    ("definition", "told"),
    [
        (
            "+proj=lcc +lat_1=46 +lat_2=49 +lat_0=48 +lon_0=2.5",
            "Lambert Conic Conformal (2SP) around 48, 2.5",
        ),
        (
            "+proj=aeqd +lat_0=48.5 +lon_0=2 +to_meter=1.949 +ellps=GRS80",
            "around 48.5, 2 (GRS 1980, 1.949 m)",
        ),
        ("+proj=longlat +ellps=clrk80 +pm=paris", "longitude and latitude (Clarke 1880 mod., degree)"),
        ("+proj=aeqd +lat_0=48 +lon_0=2 +towgs84=1,2,3", "Azimuthal Equidistant around 48, 2"),
    ],
)
def test_a_system_without_a_name_is_told_by_how_it_is_made(definition, told):
    name = called(crs_of(definition))
    assert name.startswith("unnamed: ")
    assert told in name
    assert "[" not in called(crs_of(crs_of(definition).to_wkt()))


def test_a_name_that_two_places_have_is_asked_for(own_places):
    own_places(LYON | {"systems": [LYON["systems"][0] | {"id": "observatory"}]})
    with pytest.raises(RequestError, match="paris/observatory, lyon/observatory"):
        crs_of("observatory")


def test_a_place_of_the_user_replaces_the_shipped_one_of_its_name(own_places):
    own_places(LYON | {"id": "paris"})
    assert [place.title for place in read_places().known if place.name == "paris"] == ["Lyon"]


@pytest.mark.parametrize("text", ["nowhere", "EPSG:99999", "+proj=nothing", "EPSG:5773", "PROJCRS[]"])
def test_what_is_no_reference_system_of_a_map_is_refused(text):
    with pytest.raises(RequestError):
        checked(text)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("{\n  no", "line 2, column 3"),
        ({"id": "Lyon"}, "$.id"),
        ({"title": {"fr": "Lyon"}}, "at $.title: “en” is missing"),
        ({"extent": [5, 45, 4, 46]}, "$.extent"),
        ({"extent": [5, 45, "six", 46]}, "$.extent[2]"),
        ({"systems": [LYON["systems"][0] | {"definition": ""}]}, "$.systems[0].definition"),
        ({"systems": [LYON["systems"][0], {"id": "a"}]}, "at $.systems[1]: “title” is missing"),
        ({"systems": {}}, "$.systems"),
        ({"systems": [LYON["systems"][0] | {"definition": "+proj=no"}]}, "at $.systems[0].definition: found"),
        ({"systems": LYON["systems"] * 2}, 'at $.systems[1].id: found "fourviere", a name that no other'),
        ({"common": ["EPSG:2154", "EPSG:99999"]}, 'at $.common[1]: found "EPSG:99999", a geographic or'),
        ({"systems": [LYON["systems"][0] | {"grid": "big"}]}, "$.systems[0].grid"),
    ],
)
def test_a_faulty_file_is_named_with_the_place_of_its_fault(own_places, change, told):
    path = own_places(change if isinstance(change, str) else LYON | change)
    with pytest.raises(VectorError) as raised:
        read_place(path)
    assert str(path) in str(raised.value)
    assert told in str(raised.value)
    places = read_places()
    assert places.faults == (str(raised.value),)
    assert [place.name for place in places.known] == ["paris"]  # one fault takes nothing else away
    with pytest.raises(RequestError, match=r"own\.json"):  # whoever names what the file may hold hears of it
        crs_of("fourviere")


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.json")), ids=lambda path: path.stem)
def test_what_is_shipped_follows_the_schema_and_is_understood(path):
    Draft202012Validator(SCHEMA).validate(json.loads(path.read_text("utf-8")))
    place = read_place(path)
    assert place.systems
    assert all(crs_of(system.definition) for system in place.systems)


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"systems": []}, True),
        ({"common": ["EPSG:2154"], "sources": ["https://example.org"], "mine": 1}, True),
        ({"id": "Lyon"}, False),
        ({"title": {"fr": "Lyon"}}, False),
        ({"extent": [1, 2, 3]}, False),
        ({"systems": [{"id": "a"}]}, False),
    ],
)
def test_the_schema_and_the_reader_agree(own_places, change, fits):
    path = own_places(LYON | change)
    assert Draft202012Validator(SCHEMA).is_valid(LYON | change) is fits
    if fits:
        read_place(path)
    else:
        with pytest.raises(VectorError):
            read_place(path)


def test_the_user_has_a_folder_without_saying_so(monkeypatch, tmp_path):
    monkeypatch.delenv("RELEVE_PLACES", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))  # on Linux; the plugin finds the same folder
    assert user_folder() == tmp_path / "releve" / "places"


def test_quarters_of_vasserot_share_borders_with_those_of_today(shared_data):
    """Half of them were kept in 1860: as the layer's own .prj puts them, they lie some 60 m beside."""
    folder = shared_data / "oldmaps/paris_quartiers/data/init_datasets"
    if not folder.is_dir():
        pytest.skip("the quarters of Paris are absent")
    old = geopandas.read_file(folder / "Vasserot_district/Vasserots_quartiers_v.shp", encoding="latin-1")
    today = geopandas.read_file(folder / "quartiers_paris_post_1860.shp").boundary.union_all()

    def near(crs):
        borders = old.set_crs(crs, allow_override=True).to_crs("EPSG:2154").boundary.union_all()
        corners = shapely.points(shapely.get_coordinates(borders)[::5])
        return (shapely.distance(corners, today) < 10).mean()

    assert near(crs_of("vasserot")) > 0.3
    assert near(old.crs) < 0.1
