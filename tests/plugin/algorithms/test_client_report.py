"""A report for a client, read as one reads it: by its letters and by its colours."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)

from releve.plugin.algorithms import client_page
from releve.plugin.algorithms.client_report import ClientReport
from releve.plugin.report_facts import NoFacts, read_facts

MODEL = {
    "name": "unet",
    "title": "Land cover",
    "version": "1.2",
    "licence": "MIT",
    "accuracy": {"overall": 0.801, "interval": [0.725, 0.862], "how": "276 points."},
}
ESTIMATES = """measure,weighting,class,name,estimate,standard_error,low,high,unit
overall_accuracy,none,,,0.9,,0.8,0.95,share
overall_accuracy,area,,,0.823,0.02,0.781,0.861,share
area_share,area,0,,0.25,0.01,0.2,0.3,share
area,area,0,,300,4,250,350,ha
area_share,area,1,,0.75,0.01,0.7,0.8,share
area,area,1,,900,4,850,950,ha
"""


@pytest.fixture
def map_of(tmp_path, qgis_app):
    """A class raster of 400 × 300 pixels of 10 m that tells of itself as Relevé's do."""

    def map_of(count=2, model=MODEL, crs=True, told=True):
        path = str(tmp_path / "carte été.tif")
        data = gdal.GetDriverByName("GTiff").Create(path, 400, 300, 1, gdal.GDT_Byte)
        if crs:
            system = osr.SpatialReference()
            system.ImportFromEPSG(2154)
            data.SetProjection(system.ExportToWkt())
        data.SetGeoTransform((700000, 10, 0, 6600030, 0, -10))
        values = np.repeat(np.arange(300) * count // 300, 400).reshape(300, 400).astype("uint8")
        band = data.GetRasterBand(1)
        band.WriteArray(values)
        if told:
            classes = [
                {"value": n, "name": f"Classe {n}", "color": f"#00{n * 255 // (count - 1):02x}ff"}
                for n in range(count)
            ]
            pixels = {str(n): int((values == n).sum()) for n in range(count)}
            band.SetMetadataItem("RELEVE_CLASSES", json.dumps(classes))
            counts = {"pixels": pixels, "pixel_m2": 100.0 if crs else None}
            counts |= {"size": [400, 300], "transform": list(data.GetGeoTransform())}
            band.SetMetadataItem("RELEVE_COUNTS", json.dumps(counts))
            sources = [{"role": "input[0]", "name": "scène.tif"}, {"role": "model", "name": "unet.onnx"}]
            provenance = {"model": model, "sources": sources, "software": "releve 0.1.0"}
            data.SetMetadataItem("RELEVE_PROVENANCE", json.dumps(provenance))
        data = band = None
        return path

    return map_of


@pytest.fixture
def report(tmp_path):
    """Make the report; its path."""

    def report(layer, project=None, **parameters):
        path = tmp_path / "rapport.pdf"
        context = QgsProcessingContext()
        if project is not None:
            context.setProject(project)
        given = {"LAYER": layer, "OUTPUT": str(path), "DPI": 72, **parameters}
        results, fine = ClientReport().create().run(given, context, QgsProcessingFeedback(False), {}, False)
        assert fine
        assert results == {"OUTPUT": str(path)}
        return path

    return report


@pytest.fixture
def letters(report):
    """What can be read in the report."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext, of poppler-utils")

    def letters(*arguments, **parameters):
        command = ["pdftotext", "-layout", report(*arguments, **parameters), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return re.sub(r"\s+", " ", text)

    return letters


def test_a_client_reads_what_where_how_much_how_sure_of_what_by_whom_and_when(letters, map_of):
    text = letters(map_of(), TITLE="Essai", CREDITS="© Agence", DATE="1 June 2026")
    for part in (
        "Essai",
        "Classe 0 50.0 % 600.0 Classe 1 50.0 % 600.0",
        "Area (ha)",
        "80.1 % (95 % interval: 72.5 % to 86.2 %), stated for the model, not measured on this map. 276",
        "Images scène.tif",
        "Land cover (1.2)",
        "MIT",
        "RGF93 v1 / Lambert-93 (EPSG:2154)",
        "© Agence",
        "Relevé 0.1.0",
        "1 June 2026",
    ):
        assert part in text


def test_with_an_assessment_areas_and_accuracy_are_those_measured(letters, map_of, tmp_path):
    table = tmp_path / "estimates.csv"
    table.write_text(ESTIMATES, encoding="utf-8")
    text = letters(map_of(), ESTIMATES=str(table))
    assert "95 % interval (ha)" in text
    assert "Classe 0 25.0 % 300.0 250.0 – 350.0" in text
    assert "82.3 % (95 % interval: 78.1 % to 86.1 %), measured by reference data on this map" in text
    assert "stated for the model" not in text


def test_many_classes_go_on_on_another_page(letters, map_of):
    text = letters(map_of(30))
    assert all(f"Classe {number} " in text for number in range(30))
    assert re.search("1 ?/ ?2", text)


def test_a_map_without_accuracy_or_reference_system_says_so(letters, map_of):
    text = letters(map_of(model={"name": "bare"}, crs=False))
    assert "Not known: the map has not been compared with reference data." in text
    assert "Unknown: the map has no reference system." in text
    assert "Area (" not in text


@pytest.mark.parametrize(
    "change",
    [{"srcWin": [0, 0, 400, 100]}, {"srcWin": [0, 0, 0, 0], "width": 200}, {"outputSRS": "EPSG:2154"}],
    ids=["cut", "resampled", "same"],
)
def test_areas_are_told_of_the_raster_that_was_counted_and_of_no_other(letters, map_of, tmp_path, change):
    changed = str(tmp_path / "changed.tif")
    gdal.Translate(changed, map_of(), **change)
    text = letters(changed)
    is_same = "outputSRS" in change
    assert ("Classe 0 50.0 % 600.0" in text) == is_same
    assert ("Class Share Area (ha)" in text) == is_same
    assert ("Unknown: the raster was cut, resampled or reprojected" in text) != is_same
    assert "Classe 0" in text


def test_it_is_an_a4_page_whose_fonts_are_in_it(report, map_of):
    data = report(map_of()).read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/FontFile2" in data
    assert re.search(rb"/MediaBox \[0 0 595\.?\d* 84[12]\.?\d*\s*\]", data)


def test_the_map_has_the_colours_of_its_classes(report, map_of, tmp_path):
    if not shutil.which("pdftoppm"):
        pytest.skip("needs pdftoppm, of poppler-utils")
    from qgis.PyQt.QtGui import QImage

    subprocess.run(["pdftoppm", "-r", "30", "-png", report(map_of()), tmp_path / "page"], check=True)
    image = QImage(str(next(tmp_path.glob("page-*.png"))))
    middle, third = image.width() // 2, image.height() // 3
    above, below = (image.pixelColor(middle, row) for row in (third - 40, third + 40))
    assert above.blue() > 240
    assert above.green() < 10
    assert below.green() > 240  # nearly: pictures in a PDF are compressed
    assert below.blue() > 240


def test_the_layout_is_in_the_project_under_a_name_of_its_own(report, map_of):
    project = QgsProject()
    layer = QgsRasterLayer(map_of(), "carte")
    project.addMapLayer(layer)
    for _ in range(2):
        report(layer.id(), project=project, TITLE="Essai")
    assert sorted(one.name() for one in project.layoutManager().layouts()) == ["Essai", "Essai (2)"]
    report(layer.id(), project=project, TITLE="Autre", LAYOUT=False)
    assert len(project.layoutManager().layouts()) == 2


def test_a_raster_of_others_is_refused_and_leaves_nothing(report, map_of, tmp_path):
    with pytest.raises(QgsProcessingException, match="does not say how it was made"):
        report(map_of(told=False))
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n"])
def test_a_table_of_something_else_is_refused(map_of, tmp_path, content):
    table = tmp_path / "other.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(NoFacts, match=r"other\.csv is no table of estimates"):
        read_facts(map_of(), str(table))


def test_tags_that_are_broken_tell_nothing(map_of):
    path = map_of()
    data = gdal.Open(path, gdal.GA_Update)
    data.GetRasterBand(1).SetMetadataItem("RELEVE_COUNTS", "{half")
    data = None
    assert [one.share for one in read_facts(path).classes] == [None, None]


@pytest.mark.parametrize(("factor", "unit"), [(1, "m²"), (1e4, "ha"), (1e6, "km²")])
def test_areas_are_told_in_a_unit_that_suits_them(factor, unit):
    from releve.plugin.report_facts import ClassArea

    assert client_page._unit((ClassArea(0, "a", "#000000", 1.0, 5000 * factor),))[0] == unit
