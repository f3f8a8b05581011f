from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from releve.processing.errors import Cancelled, DownloadError, LicenceError, ModelError, OutputError
from releve.processing.models import read_card
from releve.processing.models.indexes import transfers
from releve.processing.models.library.folders import SHIPPED
from releve.processing.models.library.rows import source_file

SHIPPED_MODEL = SHIPPED / "olinda_landcover.onnx"
SIZE = SHIPPED_MODEL.stat().st_size
GPL = "GPL-2.0-or-later"
COMMIT = "c" * 40


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(transfers, "FIRST_WAIT_S", 0.001)


@pytest.fixture
def fetched(run_job, own_models):
    """The values of a fetch into the user's own folder."""
    return lambda source, **more: run_job("model.fetch", source=str(source), **more)[0]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def left(folder: Path) -> list[str]:
    """All files of a folder, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def shipped(index):
    """Address of the index of the models that come with Relevé, on the web."""
    index.put_folder(SHIPPED)
    return f"{index.address}/catalog.json"


def test_a_model_comes_with_its_card_and_is_listed(fetched, run_job, own_models, shipped):
    values = fetched(shipped, licence=GPL)
    path = Path(values["path"])
    assert path == own_models / "olinda_landcover" / "olinda_landcover.onnx"
    assert path.read_bytes() == SHIPPED_MODEL.read_bytes()
    assert (values["sha256"], values["licence"], values["already"]) == (digest(path.read_bytes()), GPL, False)
    assert (read_card(path).origin, read_card(path).missing, read_card(path).notes) == ("sidecar", (), ())
    rows, _ = run_job("model.list")
    row = next(row for row in rows["models"] if row["place"] == "user")
    assert (row["problem"], row["source"]) == (
        "",
        shipped.replace("catalog.json", "olinda_landcover.stac.json"),
    )
    assert Path(row["thumbnail"]).read_bytes() == (SHIPPED / "olinda_landcover.png").read_bytes()
    assert left(own_models) == [f"olinda_landcover/{name}" for name in values["files"]]


def test_the_same_model_is_not_fetched_twice(fetched, index, shipped):
    fetched(shipped, licence=GPL)
    index.asked.clear()
    assert fetched(shipped, licence=GPL)["already"] is True
    assert not any(path.endswith(".onnx") for path, _ in index.asked)


def test_it_comes_from_an_index_on_disk_too(fetched, own_models):
    assert Path(fetched(SHIPPED, licence=GPL, folder=str(own_models / "a" / "b"))["path"]).is_file()


@pytest.mark.parametrize("accepted", [None, "MIT", "gpl"])
def test_a_licence_that_is_not_the_one_accepted_is_told(fetched, own_models, shipped, index, accepted):
    with pytest.raises(LicenceError, match=f"“{GPL}”"):
        fetched(shipped, licence=accepted)
    assert left(own_models) == []
    assert not any(path.endswith(".onnx") for path, _ in index.asked)


def changed_item(**changes):
    """The Item of the shipped model, changed in its properties or, under `asset`, in its model."""
    made = json.loads(SHIPPED_MODEL.with_suffix(".stac.json").read_text("utf-8"))
    made["assets"]["model"] |= changes.pop("asset", {})
    made["properties"] |= changes
    return made


def test_no_licence_has_to_be_accepted_as_such(fetched, index, shipped):
    index.put("/olinda_landcover.stac.json", changed_item(**{"license": None, "releve:licence": None}))
    with pytest.raises(LicenceError, match="LICENCE=unstated"):
        fetched(shipped, licence=GPL)
    assert fetched(shipped, licence="unstated")["licence"] == "unstated"


def test_a_wrong_hash_leaves_nothing(fetched, own_models, index, shipped):
    wrong = bytearray(SHIPPED_MODEL.read_bytes())
    wrong[-1] ^= 1
    index.put("/olinda_landcover.onnx", bytes(wrong))
    with pytest.raises(DownloadError, match=digest(bytes(wrong))):
        fetched(shipped, licence=GPL)
    assert left(own_models) == []


def test_a_hash_told_apart_from_the_index_counts(fetched, index, shipped):
    with pytest.raises(DownloadError, match="this is another file"):
        fetched(shipped, licence=GPL, sha256="0" * 64)
    index.put("/olinda_landcover.stac.json", changed_item(asset={"file:checksum": None}))
    with pytest.raises(DownloadError, match="no SHA-256"):
        fetched(shipped, licence=GPL)
    right = digest(SHIPPED_MODEL.read_bytes())
    assert fetched(shipped, licence=GPL, sha256=f"sha256:{right}")["sha256"] == right


def test_a_cut_transfer_goes_on_where_it_ended(fetched, index, shipped):
    index.cuts = [4000, 0, 5000]
    assert fetched(shipped, licence=GPL)["already"] is False
    ranges = [headers.get("Range") for path, headers in index.asked if path.endswith(".onnx")]
    assert ranges == [None, "bytes=4000-", "bytes=4000-", "bytes=9000-"]


def test_a_server_that_is_busy_is_asked_again(fetched, index, shipped):
    index.statuses["/olinda_landcover.onnx"] = [503, 429]
    assert fetched(shipped, licence=GPL)["bytes"] > 0


def test_a_transfer_cut_again_and_again_is_resumed_by_the_next_run(fetched, own_models, index, shipped):
    index.cuts = [6000] + [0] * 20
    with pytest.raises(DownloadError, match="try again"):
        fetched(shipped, licence=GPL)
    assert not (own_models / "olinda_landcover").exists()
    index.cuts, index.asked = [], []
    fetched(shipped, licence=GPL)
    assert [h.get("Range") for path, h in index.asked if path.endswith(".onnx")] == ["bytes=6000-"]


def test_a_part_that_is_whole_or_of_another_file_is_no_dead_end(fetched, own_models, index, shipped):
    index.put("/olinda_landcover.stac.json", changed_item(asset={"file:size": None}))
    index.cuts = [6000] + [0] * 20
    with pytest.raises(DownloadError, match="try again"):
        fetched(shipped, licence=GPL)
    (part,) = (own_models / ".fetching").rglob("*.part")
    index.cuts, whole = [], SHIPPED_MODEL.read_bytes()
    for content in (whole, whole + b"more"):
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        assert fetched(shipped, licence=GPL, replace=True)["sha256"] == digest(whole)
        shutil.rmtree(own_models / "olinda_landcover")


def test_a_server_without_ranges_sends_it_from_the_start(fetched, index, shipped):
    index.ranges, index.cuts = False, [4000]
    assert fetched(shipped, licence=GPL)["sha256"] == digest(SHIPPED_MODEL.read_bytes())


def test_a_cut_is_seen_although_no_length_is_told(fetched, index, shipped):
    index.tells_length, index.cuts = False, [4000]
    assert fetched(shipped, licence=GPL)["sha256"] == digest(SHIPPED_MODEL.read_bytes())


def test_a_huge_model_is_refused_before_it_comes(fetched, own_models, index, shipped):
    index.put("/olinda_landcover.stac.json", changed_item(asset={"file:size": 10**13}))
    with pytest.raises(DownloadError, match="over the limit"):
        fetched(shipped, licence=GPL)
    assert not any(path.endswith(".onnx") for path, _ in index.asked)
    assert left(own_models) == []


def test_a_file_that_does_not_end_is_stopped(fetched, index, shipped):
    index.put("/olinda_landcover.stac.json", changed_item(asset={"file:size": None}))
    index.endless.add("/olinda_landcover.onnx")
    with pytest.raises(DownloadError, match="over the limit of 1 MB"):
        fetched(shipped, licence=GPL, largest_gb=0.001)
    index.put("/olinda_landcover.stac.json", changed_item())
    with pytest.raises(DownloadError, match=f"after the {SIZE} bytes"):
        fetched(shipped, licence=GPL)


def test_another_size_than_promised_is_refused(fetched, index, shipped):
    index.put("/olinda_landcover.stac.json", changed_item(asset={"file:size": 99}))
    with pytest.raises(DownloadError, match=f"{SIZE} bytes, the index promises 99"):
        fetched(shipped, licence=GPL)


def test_a_full_disk_is_told_before_the_transfer(fetched, own_models, index, shipped, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(transfers.shutil, "disk_usage", lambda folder: usage(10**9, 10**9, 1000))
    with pytest.raises(OutputError, match="are free on that disk"):
        fetched(shipped, licence=GPL)
    assert left(own_models) == []


def test_a_folder_that_cannot_be_written_is_told(fetched, tmp_path, shipped):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Nothing can be written in"):
        fetched(shipped, licence=GPL, folder=str(tmp_path / "file" / "models"))
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / ".fetching").symlink_to(tmp_path)
    with pytest.raises(OutputError, match="is a link"):
        fetched(shipped, licence=GPL, folder=str(tmp_path / "models"))


def test_another_model_of_the_name_is_kept_unless_it_is_to_go(fetched, own_models, index, shipped):
    mine = own_models / "olinda_landcover" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(OutputError, match="exists"):
        fetched(shipped, licence=GPL)
    assert not any(path.endswith(".onnx") for path, _ in index.asked)
    fetched(shipped, licence=GPL, replace=True)
    assert not mine.exists()
    shutil.rmtree(mine.parent)
    mine.parent.symlink_to(own_models)
    with pytest.raises(OutputError, match="exists"):
        fetched(shipped, licence=GPL, replace=True)


def test_what_is_no_model_or_not_that_of_the_card_leaves_nothing(fetched, own_models, index, shipped):
    page = b"<html>no model</html>"
    asset = {"file:checksum": f"1220{digest(page)}", "file:size": len(page)}
    index.put("/olinda_landcover.stac.json", changed_item(asset=asset))
    index.put("/olinda_landcover.onnx", page)
    with pytest.raises(ModelError, match="web page"):
        fetched(shipped, licence=GPL)
    index.put_folder(SHIPPED)
    wrong = changed_item()
    wrong["properties"]["mlm:input"][0]["bands"] = ["B1"]
    index.put("/olinda_landcover.stac.json", wrong)
    with pytest.raises((ModelError, DownloadError)):
        fetched(shipped, licence=GPL)
    assert left(own_models) == []


def test_a_cancel_ends_a_transfer_that_waits_and_keeps_what_came(run_job, own_models, index, shipped):
    index.put("/olinda_landcover.stac.json", changed_item(asset={"file:size": None}))
    index.endless.add("/olinda_landcover.onnx")

    def cancel(context, event):
        if "olinda_landcover.onnx: " in event.get("message", ""):
            context.cancel()

    with pytest.raises(Cancelled):
        run_job("model.fetch", source=shipped, licence=GPL, watch=cancel)
    assert [name.split("/")[0] for name in left(own_models)] == [".fetching"]


def test_several_models_have_to_be_told_apart(fetched, index):
    index.put_folder(SHIPPED)
    second = changed_item() | {"id": "second"}
    index.put("/all.json", {"type": "FeatureCollection", "features": [changed_item(), second]})
    with pytest.raises(DownloadError, match="2 models: say which"):
        fetched(f"{index.address}/all.json", licence=GPL)
    with pytest.raises(DownloadError, match="no model “secnd”; it has: second"):
        fetched(f"{index.address}/all.json", item="secnd", licence=GPL)
    assert Path(fetched(f"{index.address}/all.json", item="second", licence=GPL)["folder"]).name == "second"


# -- weights, pictures and test vectors beside the model -----------------------------------------------------


def with_outside_weights(folder: Path, location: str) -> Path:
    """A model whose weights lie in a file of their own."""
    weights = numpy_helper.from_array(np.ones((1, 1, 1, 1), "float32"), "k")
    raw = weights.raw_data
    weights.ClearField("raw_data")
    weights.data_location = onnx.TensorProto.EXTERNAL
    for key, value in {"location": location, "offset": "0", "length": str(len(raw))}.items():
        weights.external_data.add(key=key, value=value)
    sides = ["n", 1, "h", "w"]
    entry, output = (helper.make_tensor_value_info(name, 1, sides) for name in "xy")
    graph = helper.make_graph(
        [helper.make_node("Conv", ["x", "k"], ["y"])], "g", [entry], [output], [weights]
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / "net.onnx").write_bytes(model.SerializeToString())
    (folder / "net.data").write_bytes(raw)
    return folder / "net.onnx"


def asset_of(path: Path, href: str, **more) -> dict:
    content = path.read_bytes()
    return {"href": href, "file:checksum": f"1220{digest(content)}", "file:size": len(content)} | more


def item_of(model: Path, **assets) -> dict:
    properties = {"mlm:name": "net", "license": "MIT", "mlm:input": [], "mlm:output": []}
    assets["model"] = asset_of(model, "files/net.onnx", roles=["mlm:model"])
    return {"type": "Feature", "id": "net", "properties": properties, "assets": assets, "links": []}


def test_weights_and_picture_come_along(fetched, index, tmp_path):
    model = with_outside_weights(tmp_path, "deep/net.data")
    (tmp_path / "small.png").write_bytes(b"png")
    index.put("/files/net.onnx", model.read_bytes())
    index.put("/files/deep/net.data", (tmp_path / "net.data").read_bytes())
    index.put("/small.png", b"png")
    index.put("/item.json", item_of(
        model,
        weights=asset_of(tmp_path / "net.data", "files/deep/net.data"),
        thumbnail=asset_of(tmp_path / "small.png", "small.png", roles=["thumbnail"]),
        code={"href": "train.py", "title": "How it was trained"},
    ))  # fmt: skip
    values = fetched(f"{index.address}/item.json", licence="mit")
    assert values["files"] == ["deep/net.data", "net.onnx", "net.source.json", "net.stac.json", "small.png"]
    card = json.loads(Path(values["card"]).read_text("utf-8"))
    assert {key: asset["href"] for key, asset in card["assets"].items()} == {
        "model": "./net.onnx", "weights": "./deep/net.data", "thumbnail": "./small.png",
        "code": f"{index.address}/train.py",
    }  # fmt: skip


def test_weights_that_the_index_does_not_offer_are_missed_at_once(fetched, own_models, index, tmp_path):
    model = with_outside_weights(tmp_path, "net.data")
    index.put("/files/net.onnx", model.read_bytes())
    index.put("/item.json", item_of(model))
    with pytest.raises(DownloadError, match=r"weights in net\.data, which the index does not offer"):
        fetched(f"{index.address}/item.json", licence="MIT")
    assert not (own_models / "net").exists()


@pytest.mark.parametrize(
    "location", ["../../escaped", "/tmp/escaped", "C:\\escaped", "a/../../escaped", "a\\..\\b"]
)
def test_weights_that_lead_out_of_the_folder_are_refused(fetched, own_models, index, tmp_path, location):
    model = with_outside_weights(tmp_path, location)
    index.put("/files/net.onnx", model.read_bytes())
    index.put("/files/escaped", b"x")
    (tmp_path / "escaped").write_bytes(b"x")
    index.put("/item.json", item_of(model, weights=asset_of(tmp_path / "escaped", "files/escaped")))
    with pytest.raises(DownloadError, match="leads out of its folder"):
        fetched(f"{index.address}/item.json", licence="MIT")
    assert not (own_models / "net").exists()


# -- a repository of Hugging Face ---------------------------------------------------------------------------


def put_repository(index, files: dict[str, bytes], *, large=(), revision="main", **told):
    """Let the server answer as Hugging Face does for the repository owner/net."""
    siblings = []
    for name, content in files.items():
        git = hashlib.sha1(f"blob {len(content)}\0".encode() + content).hexdigest()
        sibling = {"rfilename": name, "size": len(content), "blobId": git}
        if name in large:
            sibling["lfs"] = {"sha256": digest(content), "size": len(content), "pointerSize": 130}
        siblings.append(sibling)
        store = index.address if name in large else ""  # small ones stay on the server of the repositories
        index.redirects[f"/owner/net/resolve/{COMMIT}/{name}"] = f"{store}/store/{git}"
        index.put(f"/store/{git}", content)
    told = {"id": "owner/net", "sha": COMMIT, "siblings": siblings, "cardData": {"license": "mit"}} | told
    index.put(f"/api/models/owner/net/revision/{revision}?blobs=true", told)


def test_a_repository_is_pinned_to_a_commit(fetched, run_job, index):
    files = {
        "README.md": b"# A model",
        "onnx/model.onnx": SHIPPED_MODEL.read_bytes(),
        "onnx/model.stac.json": SHIPPED_MODEL.with_suffix(".stac.json").read_bytes(),
    }
    put_repository(index, files, large=["onnx/model.onnx"], revision="v1.0")
    told, _ = run_job("model.search", source="owner/net", revision="v1.0", endpoint=index.address)
    (row,) = told["models"]
    assert (told["kind"], row["licence"], row["revision"], row["gsd_m"]) == ("hub", "mit", COMMIT, 28.5)
    assert row["files"] == ["model.onnx", "model.stac.json"]
    values = fetched(row["source"], item=row["item"], revision="v1.0", licence="mit", endpoint=index.address)
    path = Path(values["path"])
    assert (path.parent.name, path.name, values["revision"]) == ("owner-net", "model.onnx", COMMIT)
    assert path.with_suffix(".stac.json").read_bytes() == files["onnx/model.stac.json"]
    said = json.loads(source_file(path).read_text("utf-8"))
    assert said == {"source": "hf:owner/net", "item": "onnx/model.onnx", "revision": COMMIT, "licence": "mit"}


def test_a_small_file_of_a_repository_is_checked_by_the_hash_of_git(fetched, own_models, index):
    put_repository(
        index, {"model.onnx": SHIPPED_MODEL.read_bytes()}, cardData=None, tags=["license:apache-2.0"]
    )
    values = fetched("hf:owner/net", licence="apache-2.0", endpoint=index.address)
    assert values["sha256"] == digest(SHIPPED_MODEL.read_bytes())
    git = next(name for name in index.files if name.startswith("/store/"))
    index.put(git, SHIPPED_MODEL.read_bytes()[::-1])
    with pytest.raises(DownloadError, match="not what the index promises"):
        fetched("owner/net", licence="apache-2.0", endpoint=index.address, folder=str(own_models / "other"))
    assert left(own_models / "other") == []


def test_the_token_stays_with_the_repositories_when_files_lie_elsewhere(fetched, index, other_index):
    put_repository(index, {"model.onnx": SHIPPED_MODEL.read_bytes()})
    index.redirects[f"/owner/net/resolve/{COMMIT}/model.onnx"] = f"{other_index.address}/far.onnx"
    other_index.put("/far.onnx", SHIPPED_MODEL.read_bytes())
    fetched("owner/net", licence="mit", endpoint=index.address, secrets={"token": "s3cret"})
    assert {headers.get("Authorization") for _, headers in index.asked} == {"Bearer s3cret"}
    assert [headers.get("Authorization") for _, headers in other_index.asked] == [None]


def test_a_file_of_a_repository_that_leads_out_of_its_folder_is_refused(fetched, own_models, index):
    put_repository(index, {"../../model.onnx": SHIPPED_MODEL.read_bytes()})
    with pytest.raises(DownloadError, match="leads out of its folder"):
        fetched("owner/net", licence="mit", endpoint=index.address)
    assert left(own_models) == []


def test_a_repository_whose_files_go_to_the_disk_is_refused(fetched, index):
    put_repository(index, {"model.onnx": SHIPPED_MODEL.read_bytes()})
    index.redirects[f"/owner/net/resolve/{COMMIT}/model.onnx"] = f"file://{SHIPPED_MODEL}"
    with pytest.raises(DownloadError, match="no address of the web"):
        fetched("owner/net", licence="mit", endpoint=index.address)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"sha": "main"}, "no commit is given"),
        ({"siblings": []}, "offers no model"),
        ({"siblings": 5}, "offers no"),
    ],
)
def test_an_odd_answer_of_a_repository_is_told(fetched, index, told, words):
    put_repository(index, {"model.onnx": b"x"}, **told)
    with pytest.raises(DownloadError, match=words):
        fetched("owner/net", licence="mit", endpoint=index.address)


def test_a_repository_that_wants_a_token_says_so(fetched, index):
    index.statuses["/api/models/owner/net/revision/main?blobs=true"] = [401]
    with pytest.raises(DownloadError, match="may need a token"):
        fetched("owner/net", licence="mit", endpoint=index.address)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (401, "RepoNotFound", "no repository at"),
        (404, "RevisionNotFound", "no branch, tag or commit"),
        (401, "GatedRepo", "accepted its terms"),
        (403, "GatedRepo", "accepted its terms"),
        (403, "", "refuses access"),
    ],
)
def test_what_a_repository_refuses_is_told_by_its_reason(fetched, index, status, code, words):
    asked = "/api/models/owner/net/revision/main?blobs=true"
    index.statuses[asked], index.error_codes[asked] = [status], code
    with pytest.raises(DownloadError, match=words):
        fetched("owner/net", licence="mit", endpoint=index.address)


def test_a_gated_repository_is_listed_and_says_so_when_its_file_is_wanted(fetched, index):
    put_repository(index, {"model.onnx": SHIPPED_MODEL.read_bytes()}, gated="manual")
    file = f"/owner/net/resolve/{COMMIT}/model.onnx"
    index.statuses[file], index.error_codes[file] = [401], "GatedRepo"
    with pytest.raises(DownloadError, match="accepted its terms"):
        fetched("owner/net", licence="mit", endpoint=index.address)


def test_a_renamed_repository_is_followed_with_the_token(fetched, index):
    put_repository(index, {"model.onnx": SHIPPED_MODEL.read_bytes()})
    for path in list(index.files | index.redirects):
        if "owner/net" in path:
            index.redirects[path.replace("owner/net", "owner/former")] = path
    values = fetched("owner/former", licence="mit", endpoint=index.address, secrets={"token": "s3cret"})
    assert values["sha256"] == digest(SHIPPED_MODEL.read_bytes())
    assert {headers.get("Authorization") for _, headers in index.asked} == {"Bearer s3cret"}


def test_the_page_of_a_revision_means_that_revision(fetched, index):
    put_repository(index, {"model.onnx": SHIPPED_MODEL.read_bytes()}, revision="v2")
    page = f"{index.address}/owner/net/tree/v2?x=1"
    assert fetched(page, licence="mit", endpoint=index.address)["revision"] == COMMIT


def test_a_licence_of_another_kind_is_told_by_its_name(fetched, index):
    licence = {"license": "other", "license_name": "esa-terms", "license_link": "LICENSE"}
    put_repository(index, {"model.onnx": SHIPPED_MODEL.read_bytes()}, cardData=licence)
    assert fetched("owner/net", licence="esa-terms", endpoint=index.address)["licence"] == "esa-terms"


def test_what_was_left_a_month_ago_is_swept(fetched, own_models, shipped):
    old = own_models / ".fetching" / "0123456789abcdef"
    old.mkdir(parents=True)
    (old / "model.onnx.part").write_bytes(b"x")
    os.utime(old, (0, 0))
    fetched(shipped, licence=GPL)
    assert not (own_models / ".fetching").exists()


def test_two_runs_that_want_the_same_model_fetch_it_once(run_job, own_models, index, shipped):
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(run_job, "model.fetch", source=shipped, licence=GPL) for _ in range(4)]
        found = [run.result()[0]["already"] for run in runs]
    assert sorted(found) == [False, True, True, True]
    assert sum(path.endswith(".onnx") for path, _ in index.asked) == 1
    assert not (own_models / ".fetching").exists()


def test_weights_that_were_cut_count_once_against_the_limit(fetched, index, tmp_path):
    model = with_outside_weights(tmp_path, "net.data")
    data = tmp_path / "net.data"
    data.write_bytes(data.read_bytes() + bytes(3000))
    index.put("/files/net.onnx", model.read_bytes())
    index.put("/files/net.data", data.read_bytes())
    index.put("/item.json", item_of(model, weights=asset_of(data, "files/net.data")))
    index.cuts = [2500] + [0] * 20
    with pytest.raises(DownloadError, match="try again"):
        fetched(f"{index.address}/item.json", licence="MIT", largest_gb=4e-6)
    index.cuts = []
    assert fetched(f"{index.address}/item.json", licence="MIT", largest_gb=4e-6)["bytes"] > 3000


def test_what_a_killed_replacement_left_is_no_dead_end(fetched, own_models, index, shipped):
    path = Path(fetched(shipped, licence=GPL)["path"])
    index.cuts = [6000] + [0] * 20
    path.write_bytes(b"mine")
    with pytest.raises(DownloadError, match="try again"):
        fetched(shipped, licence=GPL, replace=True)
    (part,) = (own_models / ".fetching").rglob("*.part")
    old = part.parent.with_suffix(".old")
    old.mkdir()
    (old / "former.onnx").write_bytes(b"former")
    index.cuts = []
    assert fetched(shipped, licence=GPL, replace=True)["sha256"] == digest(SHIPPED_MODEL.read_bytes())
    assert not old.exists()
