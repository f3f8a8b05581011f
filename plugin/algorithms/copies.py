"""Layers that are no plain files, written to temporary ones by QGIS' own means before a job reads them.

A copy is prepared in the thread that owns the layer and written in the thread that does the work.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterBlockFeedback,
    QgsRasterDataProvider,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from ..i18n import tr
from .paths import opened_by_gdal

UNKNOWN_DATE = "1970-01-01T00:00:00.000Z"
CREATION = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]


@dataclass(frozen=True)
class RasterCopy:
    """A raster layer to be written as a GeoTIFF."""

    name: str
    provider: QgsRasterDataProvider
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    columns: int
    rows: int
    transforms: QgsCoordinateTransformContext

    def write(self, folder: Path, feedback: QgsProcessingFeedback) -> str:
        """Write it; the path."""
        path = free_path(folder, self.name, "tif")
        pipe = QgsRasterPipe()
        if not pipe.set(self.provider.clone()):
            raise QgsProcessingException(tr("The layer {name} cannot be read").format(name=self.name))
        writer = QgsRasterFileWriter(str(path))
        writer.setOutputFormat("GTiff")
        # QGIS 3.44 has renamed it, and deprecates the name that 3.22 knows.
        set_options = getattr(writer, "setCreationOptions", None) or writer.setCreateOptions
        set_options(CREATION)
        blocks = QgsRasterBlockFeedback()
        feedback.canceled.connect(blocks.cancel, Qt.ConnectionType.DirectConnection)  # this thread is busy
        grid = (self.columns, self.rows, self.extent, self.crs)
        status = writer.writeRaster(pipe, *grid, self.transforms, blocks)
        _check(
            status == QgsRasterFileWriter.WriterError.NoError and path.is_file(), self.name, path, feedback
        )
        return str(path)


@dataclass(frozen=True)
class VectorCopy:
    """Features to be written as a GeoPackage of one layer."""

    name: str
    source: QgsFeatureSource
    transforms: QgsCoordinateTransformContext

    def write(self, folder: Path, feedback: QgsProcessingFeedback) -> str:
        """Write them; the path."""
        path = free_path(folder, self.name, "gpkg")
        # The file holds the date of writing: by the clock, the same features would not give the same hash.
        gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", UNKNOWN_DATE)
        try:
            error = self._write_features(path, feedback)
        finally:
            gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", None)
        _check(not error, self.name, path, feedback, error)
        return str(path)

    def _write_features(self, path: Path, feedback: QgsProcessingFeedback) -> str:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = path.stem
        options.layerOptions = ["FID=releve_fid"]  # the layer's own "fid" may hold anything
        source = self.source
        writer = QgsVectorFileWriter.create(
            str(path), source.fields(), source.wkbType(), source.sourceCrs(), self.transforms, options
        )
        for feature in source.getFeatures():
            if feedback.isCanceled() or writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
                break
            writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        writer.flushBuffer()
        return writer.errorMessage()


Copy = Union[RasterCopy, VectorCopy]


def raster_source(layer: QgsRasterLayer, transforms: QgsCoordinateTransformContext) -> Union[str, RasterCopy]:
    """What GDAL opens to read the layer, or the copy to be made where it cannot.

    Raises
    ------
    QgsProcessingException
        The layer is broken, or a service of any scale while no map says which is meant.
    """
    provider = layer.dataProvider()
    if provider is None or not layer.isValid():
        raise QgsProcessingException(
            tr("The layer {name} is broken: mend its source").format(name=layer.name())
        )
    if _is_plain_raster(layer):
        return layer.source()
    crs = layer.crs() if layer.crs().isValid() else provider.crs()
    if provider.xSize() > 0 and provider.ySize() > 0:
        grid = (provider.extent(), provider.xSize(), provider.ySize())
    else:
        grid = _seen_grid(layer)
    return RasterCopy(layer.name(), provider.clone(), crs, *grid, transforms)


def _is_plain_raster(layer: QgsRasterLayer) -> bool:
    source, own_crs = layer.source(), layer.dataProvider().crs()
    plain = layer.providerType() == "gdal" and "|" not in source and "authcfg=" not in source
    return plain and (not layer.crs().isValid() or own_crs == layer.crs())


def _seen_grid(layer: QgsRasterLayer) -> Any:
    from qgis.utils import iface  # read late: None in qgis_process, and until QGIS has a window

    if iface is None:
        sentence = tr("{name} is a service without resolution: export the part you need to a file first")
        raise QgsProcessingException(sentence.format(name=layer.name()))
    settings = iface.mapCanvas().mapSettings()
    return seen_grid(
        layer, settings.visibleExtent(), settings.destinationCrs(), settings.outputSize().width()
    )


def seen_grid(
    layer: QgsRasterLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, width_px: int
) -> Any:
    """Extent in the layer's CRS, columns and rows of square pixels, of what a map of this extent shows."""
    transform = QgsCoordinateTransform(crs, layer.crs(), layer.transformContext())
    seen = transform.transformBoundingBox(extent)
    part, pixel = _common(seen, layer.extent()), seen.width() / width_px
    columns, rows = (int(side / pixel) if pixel > 0 else 0 for side in (part.width(), part.height()))
    if columns < 1 or rows < 1:
        raise QgsProcessingException(
            tr("The map shows nothing of {name}: move there").format(name=layer.name())
        )
    corner = QgsRectangle(
        part.xMinimum(), part.yMaximum() - rows * pixel, part.xMinimum() + columns * pixel, part.yMaximum()
    )
    return corner, columns, rows


def _common(one: QgsRectangle, other: QgsRectangle) -> QgsRectangle:
    # QGIS 3.40 says of what is apart that its intersection is infinite.
    return one.intersect(other) if one.intersects(other) else QgsRectangle(0, 0, 0, 0)


def vector_source(layer: QgsVectorLayer) -> Optional[str]:
    """Path of the layer, ``path|layername=name`` where it has a name, None where QGIS alone can read it."""
    path, _, options = layer.source().partition("|")
    plain = layer.providerType() == "ogr" and (not options or re.fullmatch(r"layername=[^|]+", options))
    altered = layer.subsetString() or layer.isModified() or layer.vectorJoins() or _has_virtual_fields(layer)
    same_crs = not layer.crs().isValid() or layer.dataProvider().crs() == layer.crs()
    if plain and not altered and same_crs and (os.path.exists(path) or opened_by_gdal(path)):
        return layer.source()
    return None


def _has_virtual_fields(layer: QgsVectorLayer) -> bool:
    return layer.fields().count() != layer.dataProvider().fields().count()


def free_path(folder: Path, name: str, extension: str) -> Path:
    """A path in ``folder`` for a layer of this name that no other file has."""
    stem = re.sub(r"[^\w.-]+", "_", name).strip("._") or "layer"
    paths = (folder / f"{stem}{suffix}.{extension}" for suffix in ["", *(f"_{n}" for n in range(2, 10000))])
    return next(path for path in paths if not path.exists())


def _check(fine: bool, name: str, path: Path, feedback: QgsProcessingFeedback, reason: str = "") -> None:
    if not fine and not feedback.isCanceled():
        sentence = tr("The layer {name} cannot be written to {path} for the backend: {reason}")
        raise QgsProcessingException(
            sentence.format(name=name, path=path, reason=reason or tr("no reason was given"))
        )
