"""A sheet's image as a layer whose map units are its pixels, whatever the file says of the ground."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QTemporaryDir

from ...i18n import tr

LOOKED_AT_PX = 512
"""Side of the square in the middle of an image whose values are looked at."""
MOST_IN_BYTE = 255
STYLE = """<!DOCTYPE qgis>
<qgis version="3.22"><pipe>
<rasterrenderer type="multibandcolor" redBand="1" greenBand="2" blueBand="3" alphaBand="-1" opacity="1"/>
<rasterresampler zoomedOutResampler="bilinear" maxOversampling="2"/>
</pipe></qgis>
"""


class NoImage(ValueError):
    """The file is no image that GDAL reads; the text is a sentence."""


@dataclass(frozen=True)
class Sheet:
    """The image that is being placed."""

    path: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """Its file's name."""
        return Path(self.path).name


def open_sheet(path: str) -> tuple[Sheet, QgsRasterLayer]:
    """An image of any kind, and a layer of it: x is the column, y the row upwards from 0 to minus its height.

    The layer is of red, green and blue bytes made on the fly, and brings its style, so that QGIS looks for no
    statistics: it would read the whole image for them, in the window's thread, and write them beside it.

    Raises
    ------
    NoImage
    """
    try:
        image = gdal.Open(path)
    except RuntimeError as error:
        raise _refusal(path, str(error)) from error
    if image is None or not image.RasterCount:
        raise _refusal(path, gdal.GetLastErrorMsg())
    folder = QTemporaryDir()
    place = folder.filePath("sheet.vrt")
    _in_pixels(image, place)
    Path(folder.filePath("sheet.qml")).write_text(STYLE, encoding="utf-8")
    layer = QgsRasterLayer(place, Path(path).name, "gdal")
    if not layer.isValid():
        raise _refusal(path, layer.error().message())
    layer.destroyed.connect(folder.remove)
    return Sheet(path, image.RasterXSize, image.RasterYSize), layer


def _refusal(path: str, why: str) -> NoImage:
    sentence = tr("{path} is no image that can be read ({why}): choose a scan, such as a TIFF or JPEG.")
    return NoImage(sentence.format(path=path, why=why or tr("unknown format")))


def _in_pixels(image: gdal.Dataset, place: str) -> None:
    first = image.GetRasterBand(1)
    if first.GetColorTable() is not None:
        gdal.Translate(place, image, format="VRT", rgbExpand="rgb", noData="none").FlushCache()
    else:
        bands = [1, 2, 3] if image.RasterCount >= 3 else [1, 1, 1]
        is_byte = first.DataType == gdal.GDT_Byte
        scales = None if is_byte else [[*_range(image.GetRasterBand(n)), 0, MOST_IN_BYTE] for n in bands]
        options = {"bandList": bands, "outputType": gdal.GDT_Byte, "noData": "none"}
        gdal.Translate(place, image, format="VRT", scaleParams=scales, **options).FlushCache()
    table = gdal.Open(place, gdal.GA_Update)
    table.SetProjection("")
    table.SetGCPs([], "")
    table.SetGeoTransform([0, 1, 0, 0, 0, -1])
    for number in range(1, 4):
        table.GetRasterBand(number).SetColorInterpretation(gdal.GCI_RedBand + number - 1)
    table.FlushCache()


def _range(band: gdal.Band) -> tuple[float, float]:
    """The values that become black and white: the extremes in the middle of the image."""
    width, height = min(band.XSize, LOOKED_AT_PX), min(band.YSize, LOOKED_AT_PX)
    left, top = (band.XSize - width) // 2, (band.YSize - height) // 2
    values = band.ReadAsArray(left, top, width, height)
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low, low + 1)
