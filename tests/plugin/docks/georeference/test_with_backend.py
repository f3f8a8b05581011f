"""The dock on the real worker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QPushButton

from releve.plugin.docks.georeference.saving import PRODUCTS

MAP = "EPSG:2154"
HEADER = "mapX,mapY,pixelX,pixelY,enable\n"
GRID = [(col, row) for col in (50, 400, 750) for row in (50, 300, 550)]


@pytest.fixture
def panel(open_panel, with_backend, scan):
    from releve.plugin.session import BackendSession

    session = BackendSession()
    panel = open_panel(session)
    panel.opening.open(scan)
    yield panel
    panel.stop()
    session.close()


@pytest.fixture
def points_file(scan):
    """Points of QGIS on a grid of 2 m a pixel; the seventh is 30 m too far east."""
    path = Path(scan).with_suffix(".points")
    rows = [
        f"{600_000 + 2 * col + (30 if number == 6 else 0)},{6_900_000 - 2 * row},{col},{-row},1\n"
        for number, (col, row) in enumerate(GRID)
    ]
    path.write_text(f"#CRS: {MAP}\n{HEADER}{''.join(rows)}", encoding="utf-8")
    return str(path)


def products():
    return {product.name: product for product in PRODUCTS}


def test_points_are_read_judged_and_written_again_and_the_sheet_is_warped(
    panel, points_file, wait_until, tmp_path
):
    panel.opening.read_points(points_file)
    wait_until(lambda: panel.state.fit is not None)
    assert len(panel.state.points) == len(GRID)
    assert panel.state.points[6].id == panel.state.points[panel.state.fit["suspects"][0]].id
    assert panel.state.fit["methods"][0]["title"] in panel.facts.summary.text()

    panel.state.select(panel.state.points[6].id)
    panel.points.toggle()
    wait_until(lambda: panel.state.fit is not None)
    assert panel.state.fit["loo_m"] < 0.01
    assert panel.state.errors_of(panel.state.selected)["loo_m"] == pytest.approx(30, abs=0.1)

    for name, file in (("points", "out.points"), ("annotation", "out.json"), ("report", "out.html")):
        panel.saving.make(products()[name], str(tmp_path / file))
        wait_until(lambda: panel.notice.text(), 60)
        assert file in panel.notice.text()
        panel.notice.hide()
    assert len((tmp_path / "out.points").read_text(encoding="utf-8").splitlines()) == 2 + len(GRID)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["motivation"] == "georeferencing"

    panel.saving.make(products()["warped"], str(tmp_path / "map.tif"))
    wait_until(lambda: panel.notice.text(), 60)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.extent().xMinimum() == pytest.approx(600_000, abs=4)
    QgsProject.instance().removeAllMapLayers()


def test_toises_under_a_wrong_header_are_found_out(panel, scan, wait_until):
    path = Path(scan).with_suffix(".points")
    nodes = [(east, north) for east in range(3) for north in range(3)]
    rows = [f"{-2000 + 200 * e},{3000 - 200 * n},{50 + 250 * e},{-50 - 250 * n},1\n" for e, n in nodes]
    path.write_text(f"#CRS: EPSG:27571\n{HEADER}{''.join(rows)}", encoding="utf-8")
    panel.opening.read_points(str(path))
    wait_until(lambda: panel.facts.findings.text())
    assert "Verniquet" in panel.facts.findings.text()
    panel.facts.findings.findChildren(QPushButton)[0].click()
    wait_until(lambda: panel.state.fit is not None)
    assert panel.facts.findings.text() == ""
    assert panel.state.crs().isValid()
    assert panel.state.work.declared_crs == "EPSG:27571"


def test_an_annotation_keeps_its_mask_and_what_else_it_says(panel, wait_until, tmp_path):
    def feature(col, row):
        place = {"type": "Point", "coordinates": [1.65 + col * 3e-5, 49.17 - row * 2e-5]}
        return {
            "type": "Feature",
            "properties": {"resourceCoords": [col, row], "by": "Zoé"},
            "geometry": place,
        }

    mask = '<svg width="800" height="600"><polygon points="10,10 790,10 790,590 10,590" /></svg>'
    source = {"id": "https://example.org/iiif/a", "type": "ImageService3", "width": 800, "height": 600}
    selector = {"type": "SvgSelector", "value": mask}
    annotation = {
        "@context": ["http://iiif.io/api/extension/georef/1/context.json"],
        "type": "Annotation",
        "motivation": "georeferencing",
        "created": "2024-01-01",
        "target": {"type": "SpecificResource", "source": source, "selector": selector},
        "body": {"type": "FeatureCollection", "features": [feature(*place) for place in GRID]},
    }
    (tmp_path / "in.json").write_text(json.dumps(annotation), encoding="utf-8")
    panel.opening.read_points(str(tmp_path / "in.json"))
    wait_until(lambda: panel.state.fit is not None)
    panel.state.replace_point("Moved", panel.state.points[0].id, col=51)
    panel.saving.make(products()["annotation"], str(tmp_path / "out.json"))
    wait_until(lambda: panel.notice.text(), 60)
    annotation["body"]["features"][0]["properties"]["resourceCoords"][0] = 51
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == annotation
