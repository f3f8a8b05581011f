from __future__ import annotations

import os

import pytest

from releve.plugin.runner.variables import REMOVED, cleaned


@pytest.mark.parametrize("name", sorted(REMOVED))
def test_what_belongs_to_qgis_is_removed(name):
    assert cleaned({name: "x"}) == {}


def test_what_the_user_set_for_computing_stays():
    mine = dict.fromkeys(
        ("CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS", "GDAL_CACHEMAX", "AWS_REGION", "TMPDIR"), "1"
    )
    assert cleaned(mine) == mine


def test_the_mapping_given_is_left_alone():
    given = {"PYTHONHOME": "/usr"}
    cleaned(given)
    assert given == {"PYTHONHOME": "/usr"}


def test_a_company_certificate_store_stays_and_that_of_qgis_goes(tmp_path):
    company, qgis = tmp_path / "company.pem", tmp_path / "QGIS" / "cacert.pem"
    qgis.parent.mkdir()
    for path in (company, qgis):
        path.touch()
    folders = [str(qgis.parent)]
    assert cleaned({"SSL_CERT_FILE": str(company)}, qgis_folders=folders) == {"SSL_CERT_FILE": str(company)}
    assert cleaned({"SSL_CERT_FILE": str(qgis)}, qgis_folders=folders) == {}
    assert cleaned({"CURL_CA_BUNDLE": str(tmp_path / "gone.pem")}) == {}


def test_folders_of_a_bundled_qgis_leave_the_path():
    path = os.pathsep.join(["/opt/QGIS/bin", "/opt/QGIS-tools", "/usr/bin"])
    kept = os.pathsep.join(["/opt/QGIS-tools", "/usr/bin"])
    assert cleaned({"PATH": path}, qgis_folders=["/opt/QGIS"]) == {"PATH": kept}
