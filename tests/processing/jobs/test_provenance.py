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
    file = {"name": "a.tif", "size": 3, "hash": f"sha256:{hashlib.sha256(b'abc').hexdigest()}"}
    sources = {source["role"]: source for source in found["sources"]}
    assert sources["raster"] == {"role": "raster", "name": "a.tif", "files": [file]}
    assert sources["vector"] == {"role": "vector", "name": "b.gpkg|layername=l", "files": []}
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


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("PG:host=db user=bob password=secret dbname=x", "PG:…"),
        ("PG:postgresql://bob:secret@db/x", "PG:…"),
        ("OCI:bob/secret@db", "OCI:…"),
        ("<GDAL_WMS><UserPwd>bob:secret</UserPwd></GDAL_WMS>", "…"),
        ("https://bob:secret@db", "db"),
        ("/vsicurl?pwd=secret&url=x", "vsicurl"),
        ("/vsizip/home/bob/secret.zip/a.tif", "a.tif"),
        ("C:\\secret\\a.tif", "a.tif"),
    ],
)
def test_no_password_is_told_of_a_name_of_gdal(href, told):
    assert provenance.public_name(href) == told


def test_a_part_of_a_file_is_told_without_its_folder(tmp_path):
    path = tmp_path / "a.nc"
    path.touch()
    assert provenance.public_name(f'NETCDF:"{path}":height') == "NETCDF:a.nc:height"
    assert provenance.public_name(f"GPKG:{path}:table") == "GPKG:a.nc:table"


PAM = "<PAMDataset>{}<PAMRasterBand band='1'>{}</PAMRasterBand></PAMDataset>"
COUNTED = "<Metadata>\n<MDI key='STATISTICS_MEAN'>7</MDI></Metadata><Histograms><H>1</H></Histograms>"


def test_a_sidecar_counts_by_what_it_says_not_by_statistics(tmp_path):
    """A viewer that is only shown a raster writes statistics beside it."""
    image, sidecar = tmp_path / "a.tif", tmp_path / "a.tif.aux.xml"
    image.write_bytes(b"abc")

    def told(text):
        sidecar.write_text(text)
        source = provenance.Named("raster", "raster", str(image))
        return provenance.sources_told([source], lambda source: (str(image), str(sidecar)))[0]["files"]

    assert len(told(PAM.format("", COUNTED))) == 1
    missing = PAM.format("", "<NoDataValue>0</NoDataValue>")
    counted = PAM.format("\n", COUNTED + "<NoDataValue>0</NoDataValue>")
    assert len(told(missing)) == 2
    assert told(missing) == told(counted)
    assert told(missing) != told(missing.replace("0", "1"))


def test_the_stamp_of_a_folder_or_of_a_server_is_not_known(tmp_path):
    source = provenance.Named("raster", "raster", "x")
    assert provenance.stamp([source], lambda source: ()) is None
    assert provenance.stamp([source], lambda source: ("/vsicurl/https://h/a.tif",)) is None
    assert provenance.stamp([source], lambda source: (str(tmp_path),)) is None
    assert provenance.stamp([source], lambda source: (__file__,)) is not None
