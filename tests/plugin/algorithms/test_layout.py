from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer
from qgis.PyQt.QtGui import QImage

from releve.plugin.algorithms.layout import MapLayout
from releve.plugin.algorithms.map_picture import PictureError, extent_of
from releve.plugin.styles import style_result

COLOURS = ["#0072b2", "#d55e00", "#009e73", "#f0e442"] * 3


@pytest.fixture
def picture(qgis_app, tmp_path):
    """Run the algorithm; the picture as an image."""

    def picture(layers, suffix="png", **parameters):
        path = tmp_path / f"carte été.{suffix}"
        given = {"LAYERS": layers, "OUTPUT": str(path), "DPI": 40, **parameters}
        feedback = QgsProcessingFeedback(False)
        results, fine = MapLayout().create().run(given, QgsProcessingContext(), feedback, {}, False)
        assert fine
        assert results == {"OUTPUT": str(path)}
        assert [other.name for other in tmp_path.glob(".*.part.*")] == []
        return path

    return picture


@pytest.fixture
def classes(raster_path):
    entries = [{"value": n, "name": f"Class {n}", "color": colour} for n, colour in enumerate(COLOURS)]
    style_result(raster_path, {"kind": "raster", "style": {"type": "classes", "classes": entries}})
    return raster_path


def shares(path):
    """Share of the picture in each colour."""
    image = QImage(str(path))
    counts = {}
    for y in range(image.height()):
        for x in range(image.width()):
            name = image.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1 / (image.width() * image.height())
    return counts


def test_the_map_fills_its_frame_with_the_colours_of_the_sidecar(picture, classes):
    found = shares(picture(classes, TITLE="Essai"))
    assert sum(found.get(colour, 0) for colour in set(COLOURS)) > 0.4
    assert found.get(COLOURS[0], 0) == pytest.approx(found[COLOURS[1]], rel=0.2)


def test_the_title_and_the_scale_bar_are_drawn(picture, classes):
    assert shares(picture(classes, TITLE="Essai"))["#0b5563"] > shares(picture(classes))["#0b5563"] > 0


def test_a_layer_without_reference_system_is_drawn_without_scale_bar_and_arrow(picture, tmp_path, qgis_app):
    from osgeo import gdal

    path = str(tmp_path / "chip.tif")
    data = gdal.GetDriverByName("GTiff").Create(path, 4, 3, 1, gdal.GDT_Byte)
    data.GetRasterBand(1).Fill(1)
    data = None
    style = {"type": "classes", "classes": [{"value": 1, "name": "One", "color": "#d55e00"}]}
    style_result(path, {"kind": "raster", "style": style})
    found = shares(picture(path))
    assert found["#d55e00"] > 0.4
    assert "#0b5563" not in found


def test_a_pdf_is_made_by_its_extension(picture, classes):
    assert picture(classes, suffix="pdf").read_bytes().startswith(b"%PDF")


def test_the_extent_asked_for_is_shown(picture, classes):
    found = shares(picture(classes, EXTENT="700001,700009,6600021,6600029 [EPSG:2154]"))
    assert found[COLOURS[0]] > 0.4  # the first pixel alone
    assert found.get(COLOURS[1], 0) < 0.01


def test_another_reference_system_turns_the_map(picture, classes):
    assert shares(picture(classes, CRS="EPSG:4326"))[COLOURS[0]] > 0.05


def test_a_vector_layer_is_drawn_too(picture, vector_path, classes):
    assert picture([f"{vector_path}|layername=points", classes]).stat().st_size > 1000


def test_a_picture_of_another_kind_is_refused(qgis_app, classes):
    algorithm = MapLayout().create()
    given = {"LAYERS": classes, "OUTPUT": "/tmp/map.doc"}
    fine, problem = algorithm.checkParameterValues(given, QgsProcessingContext())
    assert not fine
    assert ".png, .pdf" in problem


@pytest.mark.parametrize(
    ("content", "words"),
    [("<no layout", "is no print layout template"), ("<Layout/>", "has no map|is no print")],
)
def test_a_bad_template_is_told_by_name(picture, classes, tmp_path, content, words):
    template = tmp_path / "bad.qpt"
    template.write_text(content, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=words):
        picture(classes, TEMPLATE=str(template))


def test_a_layer_that_cannot_be_opened_is_refused(picture):
    with pytest.raises(QgsProcessingException):
        picture("/nowhere.tif")


def test_a_place_that_cannot_be_written_is_told(picture, classes):
    with pytest.raises(QgsProcessingException):
        picture(classes, OUTPUT=f"{classes}/map.png")


def test_the_extent_of_a_layer_follows_the_reference_system(points):
    from qgis.core import QgsCoordinateReferenceSystem

    box = extent_of([points], QgsCoordinateReferenceSystem("EPSG:4326"))
    assert 2.9 < box.xMinimum() < 3.1


def test_an_empty_layer_is_told_by_name(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:2154", "Vide", "memory")
    with pytest.raises(PictureError, match="Vide is empty"):
        extent_of([layer], layer.crs())


def test_a_single_point_is_shown_with_its_surroundings(picture, vector_path):
    assert picture(f"{vector_path}|layername=others").stat().st_size > 1000
