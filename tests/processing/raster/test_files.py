"""Which files are read for a raster or a layer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

from releve.processing.jobs.request import Named
from releve.processing.raster.files import files_of, files_of_raster

VRT = """<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>
<SourceFilename relativeToVRT="1">{}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>
</VRTDataset>"""


def names(paths):
    return [Path(path).name for path in paths]


def test_a_virtual_raster_of_virtual_rasters_is_all_they_name_masks_too(tmp_path):
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False),
        rasterio.open(
            tmp_path / "a.tif", "w", driver="GTiff", width=8, height=8, count=1, dtype="uint8",
            transform=Affine(1, 0, 5, 0, -1, 5),
        ) as dataset,
    ):  # fmt: skip
        dataset.write(np.ones((1, 8, 8), "uint8"))
        dataset.write_mask(np.eye(8) == 0)
    (tmp_path / "inner.vrt").write_text(VRT.format("a.tif"))
    (tmp_path / "outer.vrt").write_text(VRT.format("inner.vrt"))
    found = files_of_raster(str(tmp_path / "outer.vrt"))
    assert names(found) == ["outer.vrt", "inner.vrt", "a.tif", "a.tif.msk"]


def test_a_shapefile_is_several_files_and_a_geopackage_in_use_is_two(tmp_path):
    for name in ("a.shp", "a.dbf", "a.shx", "a.prj", "a.txt", "b.gpkg", "b.gpkg-wal"):
        (tmp_path / name).touch()
    layer = Named("area", "vector", str(tmp_path / "a.shp"))
    assert names(files_of(layer)) == ["a.shp", "a.dbf", "a.shx", "a.prj"]
    layer = Named("area", "vector", f"{tmp_path / 'b.gpkg'}|layername=l")
    assert names(files_of(layer)) == ["b.gpkg", "b.gpkg-wal"]


def test_what_no_file_holds_has_none():
    assert files_of(Named("area", "vector", "PG:host=db")) == ()
    assert files_of_raster("/there/is/none.tif") == ()


STATISTICS = """<PAMDataset><PAMRasterBand band="1">{}<Histograms><HistItem/></Histograms><Metadata>
<MDI key="STATISTICS_MEAN">1</MDI></Metadata></PAMRasterBand></PAMDataset>"""


def test_a_sidecar_of_statistics_is_not_read_but_one_that_names_bands_is(tmp_path):
    path = tmp_path / "a.tif"
    place = Affine(1, 0, 5, 0, -1, 5)
    with rasterio.open(
        path, "w", driver="GTiff", width=8, height=8, count=1, dtype="uint8", transform=place
    ) as dataset:
        dataset.set_band_description(1, "red")
    sidecar = tmp_path / "a.tif.aux.xml"
    for told, files in (
        ("", ["a.tif"]),
        ("<Description>red</Description>", ["a.tif"]),
        ("<Description>nir</Description>", ["a.tif", "a.tif.aux.xml"]),
        ("<NoDataValue>0</NoDataValue>", ["a.tif", "a.tif.aux.xml"]),
    ):
        sidecar.write_text(STATISTICS.format(told))
        assert names(files_of_raster(str(path))) == files
