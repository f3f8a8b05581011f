"""A sheet's image as a layer whose map units are its pixels, whatever the file says of the ground."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from osgeo import gdal
from qgis.core import QgsBilinearRasterResampler, QgsRasterLayer

from ...i18n import tr

LOOKED_AT_PX = 512
"""Side of the square in the middle of an image whose values are looked at."""
MOST_IN_BYTE = 255
INKS = (gdal.GCI_CyanBand, gdal.GCI_MagentaBand, gdal.GCI_YellowBand)


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

    The layer is of red, green and blue bytes made on the fly, so that QGIS looks for no statistics: it would
    read the whole image for them, in the window's thread, and write them beside it.

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
    place = f"/vsimem/releve/{uuid4().hex}.vrt"
    _in_pixels(image, place)
    layer = QgsRasterLayer(place, Path(path).name, "gdal")
    if not layer.isValid():
        raise _refusal(path, layer.error().message())
    layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
    layer.destroyed.connect(lambda: gdal.Unlink(place))
    return Sheet(path, image.RasterXSize, image.RasterYSize), layer


def _refusal(path: str, why: str) -> NoImage:
    sentence = tr("{path} is no image that can be read ({why}): choose a scan, such as a TIFF or JPEG.")
    return NoImage(sentence.format(path=path, why=why or tr("unknown format")))


def _in_pixels(image: gdal.Dataset, place: str) -> None:
    first = image.GetRasterBand(1)
    if first.GetColorTable() is not None:
        gdal.Translate(place, image, format="VRT", rgbExpand="rgb", noData="none").FlushCache()
    else:
        bands = _three(image)
        scales = None if first.DataType == gdal.GDT_Byte and not _is_ink(first) else _scales(image, bands)
        options = {"bandList": bands, "outputType": gdal.GDT_Byte, "noData": "none"}
        gdal.Translate(place, image, format="VRT", scaleParams=scales, **options).FlushCache()
    table = gdal.Open(place, gdal.GA_Update)
    table.SetProjection("")
    table.SetGCPs([], "")
    table.SetGeoTransform([0, 1, 0, 0, 0, -1])
    for number in range(1, 4):
        table.GetRasterBand(number).SetColorInterpretation(gdal.GCI_RedBand + number - 1)
    table.FlushCache()


def _three(image: gdal.Dataset) -> list[int]:
    return [1, 2, 3] if image.RasterCount >= 3 else [1, 1, 1]


def _is_ink(band: gdal.Band) -> bool:
    return band.GetColorInterpretation() in INKS


def _scales(image: gdal.Dataset, bands: list[int]) -> list[list[float]]:
    """What becomes black and white: of inks all and none, else the extremes in the middle of the image."""
    if _is_ink(image.GetRasterBand(1)):
        return [[0, MOST_IN_BYTE, MOST_IN_BYTE, 0]] * len(bands)
    return [[*_range(image.GetRasterBand(number)), 0, MOST_IN_BYTE] for number in bands]


def _range(band: gdal.Band) -> tuple[float, float]:
    width, height = min(band.XSize, LOOKED_AT_PX), min(band.YSize, LOOKED_AT_PX)
    left, top = (band.XSize - width) // 2, (band.YSize - height) // 2
    values = band.ReadAsArray(left, top, width, height)
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low, low + 1)
