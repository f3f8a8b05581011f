"""Images of every kind are shown in their own pixels, at once, and are left alone."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal

from releve.plugin.docks.georeference.images import NoImage, open_sheet

SIDE = 64


def write(path, *, bands=1, kind=gdal.GDT_Byte, values=None, driver="GTiff", options=(), dress=None):
    memory = gdal.GetDriverByName("MEM").Create("", SIDE, SIDE // 2, bands, kind)
    for band in range(bands):
        plane = np.full((SIDE // 2, SIDE), 40 * (band + 1)) if values is None else values
        memory.GetRasterBand(band + 1).WriteArray(plane)
    if dress:
        dress(memory)
    gdal.GetDriverByName(driver).CreateCopy(str(path), memory, options=list(options))
    return str(path)


def colour(layer, x=10, y=-10):
    from qgis.core import QgsPointXY

    return [round(layer.dataProvider().sample(QgsPointXY(x, y), band)[0]) for band in (1, 2, 3)]


def palette(image):
    table = gdal.ColorTable()
    table.SetColorEntry(40, (200, 10, 30, 255))
    image.GetRasterBand(1).SetColorTable(table)


def placed(image):
    image.SetGeoTransform((600_000, 2, 0, 6_900_000, 0, -2))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, [40, 40, 40]),
        ({"bands": 3}, [40, 80, 120]),
        ({"bands": 4}, [40, 80, 120]),
        ({"dress": palette}, [200, 10, 30]),
        ({"dress": placed}, [40, 40, 40]),
        ({"bands": 4, "options": ["PHOTOMETRIC=CMYK"]}, [80, 65, 50]),  # GDAL turns inks into light
    ],
)
def test_an_image_is_shown_in_its_colours_and_pixels(qgis_app, tmp_path, more, expected):
    path = write(tmp_path / "a.tif", **more)
    sheet, layer = open_sheet(path)
    assert (sheet.width, sheet.height) == (SIDE, SIDE // 2)
    assert layer.extent().toRectF().getRect() == (0, -SIDE // 2, SIDE, SIDE // 2)
    assert colour(layer) == expected
    assert [file.name for file in tmp_path.iterdir()] == ["a.tif"]


def test_sixteen_bits_are_stretched_between_the_values_of_the_middle(qgis_app, tmp_path):
    values = np.linspace(1000, 3000, SIDE)[None, :].repeat(SIDE // 2, 0)
    _, layer = open_sheet(write(tmp_path / "a.tif", kind=gdal.GDT_UInt16, values=values))
    assert colour(layer, 0.5)[0] == 0
    assert colour(layer, SIDE - 0.5)[0] == 255


def test_a_world_file_does_not_move_the_sheet(qgis_app, tmp_path):
    path = write(tmp_path / "a.png", driver="PNG")
    (tmp_path / "a.pgw").write_text("2\n0\n0\n-2\n1000\n2000\n", encoding="utf-8")
    assert open_sheet(path)[1].extent().xMinimum() == 0


def test_what_is_no_image_is_refused_in_a_sentence(qgis_app, tmp_path):
    (tmp_path / "a.txt").write_text("points", encoding="utf-8")
    with pytest.raises(NoImage, match=r"a\.txt is no image that can be read"):
        open_sheet(str(tmp_path / "a.txt"))
    with pytest.raises(NoImage, match="choose a scan"):
        open_sheet(str(tmp_path / "missing.tif"))
