from __future__ import annotations

import functools
import json
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releve.processing.errors import DownloadError
from releve.processing.models.library.folders import SHIPPED

SHA = "ab" * 32


def item(name="unet", href="./unet.onnx", **asset):
    asset = {
        "href": href,
        "roles": ["mlm:model"],
        "mlm:artifact_type": "onnx",
        "file:checksum": f"1220{SHA}",
    } | asset
    properties = {"mlm:name": name, "mlm:input": [], "mlm:output": [], "title": f"The {name}"}
    return {"type": "Feature", "id": name, "properties": properties, "assets": {"model": asset}, "links": []}


def catalogue(*hrefs, rel="item", **more):
    links = [{"rel": rel, "href": href} for href in hrefs]
    return {"type": "Catalog", "stac_version": "1.1.0", "id": "c", "links": links} | more


def places(value, path=()):
    """The way to each part of a JSON value."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


def small_index():
    """The shipped model in a collection of Items."""
    made = json.loads((SHIPPED / "olinda_landcover.stac.json").read_text("utf-8"))
    for key in ("releve:test_vectors", "releve:training", "releve:accuracy"):
        del made["properties"][key]
    return catalogue("none.json", features=[made], type="FeatureCollection")


PLACES = list(places(small_index()))[1:]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def found(run_job):
    """The result of a search."""
    return lambda source, **more: run_job("model.search", source=str(source), **more)[0]


def test_the_index_that_comes_with_relevé_can_be_browsed_on_disk_and_on_the_web(found, index):
    index.put_folder(SHIPPED)
    for source in (SHIPPED, SHIPPED / "catalog.json", f"{index.address}/catalog.json"):
        values = found(source)
        (row,) = values["models"]
        assert (values["kind"], values["count"], values["more"]) == ("stac", 1, False)
        assert (row["title"], row["problem"]) == ("Land cover of the coast at Olinda, Landsat 7", "")
        assert (row["licence"], row["gsd_m"], row["classes_count"]) == ("GPL-2.0-or-later", 28.5, 8)
        files = [SHIPPED / f"olinda_landcover.{ending}" for ending in ("onnx", "png")]
        assert row["download_size"] == sum(file.stat().st_size for file in files)
        assert row["thumbnail"] == row["source"].replace(".stac.json", ".png")
        assert row["source"].endswith("olinda_landcover.stac.json")


def test_the_official_examples_are_listed_each_with_why_it_cannot_run(found, shared_data):
    rows = found(shared_data / "publishing/stac_mlm/examples/collection.json")["models"]
    assert len(rows) >= 8
    assert {row["licence"] for row in rows} == {"Apache-2.0"}
    assert all("no ONNX file" in row["problem"] for row in rows)
    assert sum(bool(row["bands"]) for row in rows) >= 5


def test_children_pages_and_items_are_followed_once(found, index):
    index.put("/catalog.json", catalogue("sub/collection.json", "catalog.json", rel="child"))
    index.put(
        "/sub/collection.json",
        catalogue("../a.json", "items.json", rel="items", type="Collection", license="MIT"),
    )
    index.put("/a.json", item("a"))
    page = {"type": "FeatureCollection", "features": [item("b"), {"type": "Feature", "properties": {}}]}
    index.put("/sub/items.json", page | {"links": [{"rel": "next", "href": "items.json?page=2"}]})
    index.put("/sub/items.json?page=2", {"type": "FeatureCollection", "features": [item("c"), "nonsense"]})
    rows = found(f"{index.address}/catalog.json")["models"]
    assert [(row["name"], row["licence"]) for row in rows] == [("a", "MIT"), ("b", "MIT"), ("c", "MIT")]
    assert len(index.asked) == 5


def test_a_part_that_is_broken_does_not_hide_the_others(found, index):
    index.put("/catalog.json", catalogue("page.json", "none.json", "list.json", "ok.json"))
    index.put("/page.json", b"<!doctype html><p>Log in</p>")
    index.put("/list.json", [1, 2])
    index.put("/ok.json", item("ok"))
    rows = {row["title"]: row["problem"] for row in found(f"{index.address}/catalog.json")["models"]}
    assert rows.pop("The ok") == ""
    assert "web page" in rows["page.json"]
    assert "nothing at" in rows["none.json"]
    assert "no STAC document" in rows["list.json"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><body>Please log in</body></html>", "answered with a web page"),
        (b'{"type": "Catalog"', "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"type": "Other"}', "is no STAC document"),
        (b"null", "is no STAC document"),
    ],
)
def test_what_is_no_index_is_refused_with_what_it_is(found, index, content, words):
    index.put("/catalog.json", content)
    with pytest.raises(DownloadError, match=words):
        found(f"{index.address}/catalog.json")


def test_an_index_without_end_is_not_read(found, index):
    index.endless.add("/catalog.json")
    with pytest.raises(DownloadError, match="larger than any index"):
        found(f"{index.address}/catalog.json")


def test_a_card_that_names_no_input_is_no_end_of_the_list(found, index):
    made = item()
    made["properties"]["mlm:output"] = [{"name": "y", "tasks": ["semantic-segmentation"], "result": {}}]
    index.put("/item.json", made)
    (row,) = found(f"{index.address}/item.json")["models"]
    assert "names no input" in row["obstacle"]


def test_words_and_a_limit_narrow_the_search(found, index):
    index.put("/catalog.json", catalogue(*(f"{name}.json" for name in "abcd")))
    for name in "abcd":
        index.put(f"/{name}.json", item(name, href="x.onnx"))
    assert [row["name"] for row in found(f"{index.address}/catalog.json", words="THE b")["models"]] == ["b"]
    values = found(f"{index.address}/catalog.json", limit=3)
    assert (len(values["models"]), values["more"]) == (3, True)
    assert found(f"{index.address}/catalog.json", limit=4)["more"] is False


@pytest.mark.parametrize(
    ("asset", "words"),
    [
        ({"href": "model.pt", "mlm:artifact_type": "torch.save"}, r"no ONNX file \(torch.save\)"),
        ({"file:checksum": ""}, "no SHA-256"),
        ({"file:checksum": "1114" + "a" * 40}, "no SHA-256"),
        ({"href": "file:///etc/passwd.onnx"}, "no address of the web"),
        ({"href": "ftp://host/a.onnx"}, "no address of the web"),
        ({"href": "https://user:secret@host/a.onnx"}, "holds a user or a password"),
        ({"href": "https://:0/a.onnx"}, "names no server"),
        ({"href": "a/..%2F..%2Fb%5C..%5Cc.onnx"}, "out of its folder"),
        ({"href": "C%3Aa.onnx"}, "out of its folder"),
        ({"href": "con.onnx"}, "out of its folder"),
    ],
)
def test_an_offer_that_cannot_be_fetched_says_why(found, index, asset, words):
    index.put("/item.json", item(**asset))
    problem = found(f"{index.address}/item.json")["models"][0]["problem"]
    assert re.search(words, problem)
    assert "secret" not in problem


def local(folder, **asset):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalog.json").write_text(json.dumps(catalogue("./items/unet.json")))
    (folder / "items").mkdir(exist_ok=True)
    (folder / "items" / "unet.json").write_text(json.dumps(item(**asset)))
    return folder / "catalog.json"


@pytest.mark.parametrize(
    "href", ["../../secret.onnx", "/etc/secret.onnx", "C:\\secret.onnx", "..%2F..%2Fsecret.onnx", "link.onnx",
             "~/secret.onnx", "file:///etc/secret.onnx"],
)  # fmt: skip
def test_an_index_on_disk_does_not_lead_out_of_its_folder(found, tmp_path, href):
    (tmp_path / "secret.onnx").write_text("secret")
    top = local(tmp_path / "index", href=href)
    (top.parent / "items" / "link.onnx").symlink_to(tmp_path / "secret.onnx")
    (row,) = found(top)["models"]
    assert "outside its folder" in row["problem"]


def test_an_index_on_disk_may_hold_its_models_beside_its_items(found, tmp_path):
    top = local(tmp_path / "index", href="../models/unet.onnx")
    (row,) = found(top)["models"]
    assert (row["problem"], row["file"]) == ("", "unet.onnx")


def test_links_out_of_an_index_on_disk_are_not_followed(found, tmp_path):
    shutil.copy(SHIPPED / "olinda_landcover.stac.json", tmp_path / "item.json")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "catalog.json").write_text(json.dumps(catalogue("../item.json")))
    assert found(tmp_path / "in")["models"] == []


def test_a_redirect_to_a_file_is_not_followed(found, index):
    index.redirects["/catalog.json"] = "file:///etc/passwd"
    with pytest.raises(DownloadError, match="no address of the web"):
        found(f"{index.address}/catalog.json")
    index.redirects["/catalog.json"] = "/catalog.json"
    with pytest.raises(DownloadError, match="without end"):
        found(f"{index.address}/catalog.json")


def test_a_token_goes_to_the_server_that_was_named_and_to_no_other(found, index, other_index):
    index.put("/catalog.json", catalogue(f"{other_index.address}/item.json", "here.json", "moved.json"))
    index.put("/here.json", item("here"))
    index.redirects["/moved.json"] = f"{other_index.address}/moved.json"
    other_index.put("/item.json", item("there"))
    other_index.put("/moved.json", item("moved"))
    assert found(f"{index.address}/catalog.json", secrets={"token": "s3cret"})["count"] == 3
    assert [headers.get("Authorization") for _, headers in index.asked] == ["Bearer s3cret"] * 3
    assert [headers.get("Authorization") for _, headers in other_index.asked] == [None, None]


def test_what_goes_wrong_on_the_way_is_said_without_the_secrets(found, index):
    proxy = "http://me:pa55word@127.0.0.1:9"
    with pytest.raises(DownloadError) as caught:
        found("http://example.invalid/catalog.json", secrets={"proxy": proxy, "token": "s3cret"})
    assert "proxy cannot be reached" in str(caught.value)
    index.statuses["/catalog.json?key=s3cret"] = [403]
    with pytest.raises(DownloadError, match="refuses access") as refused:
        found(f"{index.address}/catalog.json?key=s3cret", secrets={"token": "s3cret"})
    for error in (caught, refused):
        assert "s3cret" not in str(error.value)
        assert "pa55word" not in str(error.value)


def test_a_proxy_that_is_given_is_used(found, index):
    index.put("http://far.invalid/item.json", item("far"))
    secrets = {"proxy": index.address.replace("http://", "http://me:pw@")}
    assert found("http://far.invalid/item.json", secrets=secrets)["models"][0]["name"] == "far"
    assert index.asked[0][1]["Proxy-Authorization"].startswith("Basic ")


def test_a_host_that_is_to_be_reached_without_the_proxy_is(found, index, other_index):
    index.put("/item.json", item("near"))
    secrets = {"proxy": other_index.address, "no_proxy": "other.invalid,127.0.0.1"}
    assert found(f"{index.address}/item.json", secrets=secrets)["count"] == 1
    assert other_index.asked == []
    with pytest.raises(DownloadError):  # 7.0.0.1 is no part of the name
        found(f"{index.address}/item.json", secrets=secrets | {"no_proxy": "7.0.0.1"})
    assert len(other_index.asked) == 1


def test_the_rows_are_written_for_programs(run_job, tmp_path):
    values, events = run_job("model.search", {"list": tmp_path / "list.json"}, source=str(SHIPPED))
    assert json.loads((tmp_path / "list.json").read_text("utf-8"))["models"] == values["models"]
    assert [event["models"] for event in events if event["event"] == "preview"] == [values["models"]]


@pytest.fixture
def certificate(tmp_path) -> Path:
    """A certificate for 127.0.0.1 that nobody knows, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make a certificate")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=here"
    command += " -addext subjectAltName=IP:127.0.0.1 -days 2"
    subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=True)
    both = tmp_path / "both.pem"
    both.write_text((tmp_path / "cert.pem").read_text() + (tmp_path / "key.pem").read_text())
    return both


def test_a_certificate_is_told_until_this_computer_trusts_it(found, index, certificate, monkeypatch):
    index.put("/item.json", item("far"))
    index.encrypt(certificate)
    address = index.address.replace("http:", "https:") + "/item.json"
    with pytest.raises(DownloadError, match="is not trusted"):
        found(address)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # as the system's own list does
    assert found(address)["models"][0]["name"] == "far"


def test_a_redirect_away_from_encryption_is_not_followed(found, index, other_index, certificate, monkeypatch):
    index.redirects["/item.json"] = f"{other_index.address}/item.json"
    index.encrypt(certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(DownloadError, match="from an encrypted connection"):
        found(index.address.replace("http:", "https:") + "/item.json")
    assert other_index.asked == []


def test_a_wrong_clock_is_thought_of_when_a_certificate_is_out_of_date(found, monkeypatch):
    def fail(*arguments, **options):
        raise requests.exceptions.SSLError("certificate verify failed: certificate is not yet valid")

    monkeypatch.setattr(requests.Session, "get", fail)
    with pytest.raises(DownloadError, match="clock"):
        found("https://host.invalid/catalog.json")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_whatever_stands_in_an_index_it_is_rows_or_an_error_of_ours(found, tmp_path, place, value):
    index = small_index()
    *way, last = place
    functools.reduce(lambda holder, key: holder[key], way, index)[last] = value
    (tmp_path / "index.json").write_text(json.dumps(index))
    with suppress(DownloadError):
        for row in found(tmp_path / "index.json")["models"]:
            assert row["title"]
