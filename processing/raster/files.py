"""The files that are read for a raster or a layer: more than the one that is named."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ..jobs.provenance import file_named, without_statistics

if TYPE_CHECKING:
    from ..jobs.request import Named

OF_A_SHAPEFILE = (".dbf", ".shx", ".prj", ".cpg")
SIDECAR = ".aux.xml"


def files_of(source: Named) -> tuple[str, ...]:
    """Every file that is read for a source of a request, the one it names first."""
    if source.kind in ("raster", "rasters"):
        return files_of_raster(source.href)
    named = file_named(source)
    return (*named, *(file for one in named for file in _beside_layer(Path(one))))


def files_of_raster(href: str) -> tuple[str, ...]:
    """Files of a raster: itself, masks and other sidecars, and all this of each raster a virtual one names.

    Empty for what no file holds, such as a table of a database. A sidecar that a viewer has written to
    remember statistics is none of them.
    """
    found: dict[str, None] = {}
    waiting = [href]
    while waiting:
        new = [file for name in waiting for file in _told_by_gdal(name) if file not in found]
        found |= dict.fromkeys(new)
        waiting = list(dict.fromkeys(new))
    return tuple(file for file in found if not (file.endswith(SIDECAR) and _only_remembers(Path(file))))


def _only_remembers(sidecar: Path) -> bool:
    """Whether a sidecar holds statistics alone, and the names of bands that GDAL copies with them."""
    import rasterio
    from rasterio.errors import RasterioIOError

    try:
        left = without_statistics(sidecar.read_bytes())
        if not left:
            return True
        bands = list(ElementTree.fromstring(left))
        with warnings.catch_warnings(), rasterio.Env(GDAL_PAM_ENABLED=False):
            warnings.simplefilter("ignore")
            with rasterio.open(str(sidecar).removesuffix(SIDECAR)) as dataset:
                names = {str(number): name for number, name in enumerate(dataset.descriptions, start=1)}
    except (OSError, ElementTree.ParseError, RasterioIOError):
        return False
    return all(_only_names(band, names.get(band.get("band", ""))) for band in bands)


def _only_names(band: ElementTree.Element, name: str | None) -> bool:
    told = [(child.tag, child.text) for child in band]
    return band.tag == "PAMRasterBand" and told == [("Description", name)]


def _told_by_gdal(name: str) -> tuple[str, ...]:
    import rasterio
    from rasterio.errors import RasterioIOError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with rasterio.open(name) as dataset:
                return tuple(dataset.files)
    except RasterioIOError:  # a sidecar that is no raster
        return ()


def _beside_layer(path: Path) -> tuple[str, ...]:
    beside = [path.with_name(path.name + "-wal")]  # what a GeoPackage in use has not taken in yet
    if path.suffix.lower() == ".shp":
        beside += [path.with_suffix(suffix) for suffix in OF_A_SHAPEFILE]
    return tuple(str(file) for file in beside if os.path.isfile(file))
