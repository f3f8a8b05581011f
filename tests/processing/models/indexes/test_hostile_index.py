"""What an index, a server or a torn disk may do: it ends in a sentence of ours, and nothing false is kept."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from releve.processing.errors import Cancelled, DownloadError, OutputError
from releve.processing.models.indexes import catalogues, transfers
from releve.processing.models.indexes.addresses import safe_name
from releve.processing.models.library.folders import SHIPPED

MODEL = (SHIPPED / "olinda_landcover.onnx").read_bytes()
GPL = "GPL-2.0-or-later"
PICTURE = "/olinda_landcover.png"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def shipped_item(**asset):
    made = json.loads((SHIPPED / "olinda_landcover.stac.json").read_text("utf-8"))
    made["assets"]["model"] |= asset
    return made


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(transfers, "FIRST_WAIT_S", 0.001)


@pytest.fixture
def fetched(run_job, own_models):
    """A fetch into the user's own folder: its values and its warnings."""

    def run(source, **more):
        values, events = run_job("model.fetch", source=str(source), licence=GPL, **more)
        return values, [event["message"] for event in events if event.get("level") == "warning"]

    return run


@pytest.fixture
def found(run_job):
    return lambda source, **more: run_job("model.search", source=str(source), **more)[0]


@pytest.fixture
def shipped(index):
    index.put_folder(SHIPPED)
    return f"{index.address}/catalog.json"


@pytest.mark.parametrize("spoil", ["missing", "another", "cut"])
def test_a_picture_that_does_not_come_is_only_a_warning(fetched, index, shipped, spoil):
    if spoil == "missing":
        del index.files[PICTURE]
    elif spoil == "another":
        index.put(PICTURE, index.files[PICTURE][::-1])
    else:
        index.statuses[PICTURE] = [503] * 20
    values, warnings = fetched(shipped)
    assert len(warnings) == 1
    assert "olinda_landcover.png" in warnings[0]
    assert values["files"] == [f"olinda_landcover.{end}" for end in ("onnx", "source.json", "stac.json")]
    card = json.loads(Path(values["card"]).read_text("utf-8"))
    assert card["assets"]["thumbnail"]["href"] == f"{index.address}{PICTURE}"


def test_what_is_left_of_another_version_does_not_spoil_the_fetch(fetched, own_models, index, shipped):
    index.cuts = [6000] + [0] * 20
    with pytest.raises(DownloadError, match="try again"):
        fetched(shipped)
    (part,) = (own_models / ".fetching").rglob("*.part")
    part.write_bytes(b"x" * 6000)
    index.cuts, index.asked = [], []
    assert fetched(shipped)[0]["sha256"] == digest(MODEL)
    assert [headers.get("Range") for path, headers in index.asked if path.endswith(".onnx")] == [
        "bytes=6000-", None,
    ]  # fmt: skip


def test_a_file_may_not_take_the_name_of_the_model_or_its_card(fetched, index, shipped):
    for name in ("olinda_landcover.onnx", "OLINDA_landcover.onnx", "olinda_landcover.stac.json"):
        item = shipped_item()
        item["assets"]["thumbnail"] |= {
            "href": f"other/{name}", "file:checksum": f"1220{digest(b'evil')}", "file:size": 4,
        }  # fmt: skip
        item["assets"]["model"]["href"] = "olinda_landcover.onnx"
        index.put("/sub/olinda_landcover.onnx", MODEL)
        index.put(f"/other/{name}", b"evil")
        item["assets"]["thumbnail"]["href"] = f"../other/{name}"
        index.put("/sub/item.json", item)
        with pytest.raises(DownloadError, match="same name"):
            fetched(f"{index.address}/sub/item.json", sha256=digest(MODEL))


def test_a_large_catalogue_is_read_and_its_end_is_told(found, run_job, index, monkeypatch):
    monkeypatch.setattr(catalogues, "MOST_DOCUMENTS", 4)
    links = [{"rel": "item", "href": f"{number}.json"} for number in range(9)]
    index.put("/catalog.json", {"type": "Catalog", "links": links})
    for number in range(9):
        index.put(f"/{number}.json", shipped_item() | {"id": f"m{number}"})
    rows = found(f"{index.address}/catalog.json")["models"]
    assert [row["item"] for row in rows[:3]] == ["m0", "m1", "m2"]
    assert "4 documents" in rows[3]["problem"]
    assert len(index.asked) == 4


@pytest.mark.parametrize(
    "source",
    ["https://host:99999/a.json", "https://me:secret@host:99999/a.json", "https://[bad/a.json",
     "https://me:secret@[bad/a.json", "http://" + "a" * 70 + ".invalid/a.json", "https:///a.json",
     "http://host:²/a.json", "x" * 5000],
)  # fmt: skip
def test_an_address_that_is_none_is_told(found, source):
    with pytest.raises(DownloadError) as caught:
        found(source)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "href",
    ["//[bad/a.onnx", "ftp://me:secret@host/a.onnx", "https://me:secret@host:99999/a.onnx",
     "https://[bad/a.onnx", "//me:secret@host:99999/a.onnx"],
)  # fmt: skip
def test_an_address_in_an_index_that_is_none_is_told_without_secrets(found, index, href):
    index.put("/item.json", shipped_item(href=href))
    (row,) = found(f"{index.address}/item.json")["models"]
    assert row["problem"]
    assert "secret" not in row["problem"]


@pytest.mark.parametrize(
    "location", ["http://[bad", "//[bad", "ftp://me:secret@host/", "https://a:b@host:0/"]
)
def test_a_redirect_to_nowhere_is_told_without_secrets(found, index, location):
    index.redirects["/item.json"] = location
    with pytest.raises(DownloadError) as caught:
        found(f"{index.address}/item.json")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("size", [10**4000, 10**30, True, -1, 1e300])
def test_a_size_that_cannot_be_is_none(found, fetched, index, shipped, size):
    index.put("/olinda_landcover.stac.json", shipped_item(**{"file:size": size}))
    (row,) = found(shipped)["models"]
    assert row["download_size"] < 1 << 40
    assert fetched(shipped)[0]["sha256"] == digest(MODEL)


@pytest.mark.parametrize("length", ["²", "9" * 5000, "-3", "x", "1, 1"])
def test_a_length_that_cannot_be_is_none(fetched, index, shipped, length):
    index.lengths["/olinda_landcover.onnx"] = length
    assert fetched(shipped)[0]["sha256"] == digest(MODEL)


def test_half_characters_and_odd_links_are_kept_in_the_card(fetched, index):
    item = shipped_item()
    item["properties"]["description"] = "half \ud800"
    item["links"] = [{"rel": "about", "href": "http://[bad"}]
    index.put_folder(SHIPPED)
    index.put("/item.json", item)
    values, _ = fetched(f"{index.address}/item.json")
    card = json.loads(Path(values["card"]).read_text("utf-8"))
    assert card["properties"]["description"] == "half \ud800"
    assert card["links"] == item["links"]


def test_an_item_nested_without_end_is_told(found, fetched, index, shipped):
    for depth in (150, 400):
        deep: object = 1
        for _ in range(depth):
            deep = [deep]
        item = shipped_item()
        item["properties"]["other:thing"] = deep
        index.put("/olinda_landcover.stac.json", item)
        assert "nested" in found(shipped)["models"][0]["problem"]
        with pytest.raises(DownloadError, match="nested"):
            fetched(f"{index.address}/olinda_landcover.stac.json")


def test_a_local_index_keeps_the_words_of_what_went_wrong(fetched, own_models, tmp_path, monkeypatch):
    shutil.copytree(SHIPPED, tmp_path / "index")
    usage = namedtuple("usage", "total used free")
    (tmp_path / "index/olinda_landcover.onnx").write_bytes(MODEL + b"x")
    with pytest.raises(DownloadError, match=r"^olinda_landcover\.onnx has"):
        fetched(tmp_path / "index")
    monkeypatch.setattr(transfers.shutil, "disk_usage", lambda folder: usage(10**9, 10**9, 1000))
    with pytest.raises(OutputError, match="are free on that disk"):
        fetched(SHIPPED)


def test_an_index_that_goes_in_circles_can_be_cancelled(run_job, index):
    index.loops = True

    def cancel(context, event):
        context.cancel()

    with pytest.raises(Cancelled):
        run_job("model.fetch", source=f"{index.address}/loop", watch=cancel)
    assert len(index.asked) < 10


def test_what_comes_with_a_redirect_is_not_read(found, index):
    index.put("/item.json", shipped_item())
    index.redirects["/moved.json"] = "/item.json"
    index.endless.add("/moved.json")
    assert found(f"{index.address}/moved.json")["count"] == 1


def test_passwords_and_proxies_of_the_environment_stay_out(found, index, other_index, tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password pa55word")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    index.put("/item.json", shipped_item())
    found(f"{index.address}/item.json", secrets={"token": "s3cret"})
    assert index.asked[0][1]["Authorization"] == "Bearer s3cret"
    found(f"{index.address}/item.json")
    assert "Authorization" not in index.asked[1][1]
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    other_index.put("http://far.invalid/item.json", shipped_item())
    assert found("http://far.invalid/item.json", secrets={"proxy": other_index.address})["count"] == 1


@pytest.mark.parametrize("name", ["con .txt", "COM¹.onnx", "conin$", "CONOUT$.txt", "aux.tar.gz", "LPT³"])
def test_names_that_windows_keeps_for_devices_are_refused(name):
    with pytest.raises(DownloadError):
        safe_name(name)
