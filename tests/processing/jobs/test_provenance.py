from __future__ import annotations

import hashlib
import json

import pytest

from releve.processing.catalogue import find_job
from releve.processing.jobs import provenance, read_request

pytestmark = pytest.mark.usefixtures("sample_package")


def test_sources_are_named_by_name_size_and_hash_and_no_path_stays(tmp_path):
    raster = tmp_path / "a.tif"
    raster.write_bytes(b"abc")
    inputs = {"raster": str(raster), "vector": "/vsicurl/https://user:pw@h/x/b.gpkg?token=s|layername=l"}
    outputs = {"file": {"path": str(tmp_path / "a.html")}}
    request = read_request(find_job("sample.everything"), {"inputs": inputs, "outputs": outputs})
    found = provenance.provenance(request, software="releve 1")
    assert found["inputs"]["raster"] == "a.tif"
    assert found["inputs"]["vector"] == "b.gpkg|layername=l"
    assert found["sources"] == {"a.tif": {"size": 3, "hash": f"sha256:{hashlib.sha256(b'abc').hexdigest()}"}}
    text = json.dumps(found)
    assert str(tmp_path) not in text
    assert "pw" not in text
    assert "token" not in text


def test_a_large_file_is_sampled_to_its_last_byte(tmp_path, monkeypatch):
    monkeypatch.setattr(provenance, "WHOLE_UP_TO", 10)
    monkeypatch.setattr(provenance, "CHUNK", 4)
    path = tmp_path / "big"
    path.write_bytes(bytes(1000))
    before = provenance.fingerprint(path)
    assert before.startswith("sha256-sampled:")
    path.write_bytes(bytes(999) + b"x")
    assert provenance.fingerprint(path) != before
