"""Control points that stand inside an image: GeoTIFF, and whatever else GDAL reads them from."""

from __future__ import annotations

import warnings
from pathlib import Path

from ...errors import VectorError
from ...language import tr
from .content import Content
from .control_points import ControlPoint, ControlPoints, ImageSize
from .rows import Rows


def recognises(content: Content) -> bool:
    """Whether a file is no text."""
    return not content.is_text or content.head.startswith(b"<VRT")


def read(content: Content, rows: Rows) -> ControlPoints:
    """The points inside an image; rows always count downwards.

    Raises
    ------
    VectorError
        It is no image, or none with control points.
    """
    import rasterio
    from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(content.path) as image:
                (found, crs), size = image.gcps, ImageSize(width=image.width, height=image.height)
    except RasterioIOError as error:
        sentence = tr("{name} is neither a text nor an image that can be read")
        raise VectorError(sentence.format(name=content.name)) from error
    if not found:
        sentence = tr("{name} is an image without control points: choose their own file")
        raise VectorError(sentence.format(name=content.name))
    claim = crs.to_wkt() if crs else ""
    points = tuple(
        ControlPoint(
            col=float(one.col), row=float(one.row), x=float(one.x), y=float(one.y), id=str(one.id or "")
        )
        for one in found
    )
    sheet = Path(content.path).name
    return ControlPoints(points=points, crs=claim, declared_crs=claim, sheet=sheet, size=size)
