"""Names and colours of a class raster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine

from releve.processing.raster.classes import TAG, RasterClass, classes_tag, read_classes

CLASSES = (RasterClass(1, "Mer, côte", "#0072b2"), RasterClass(211, "Prairie", ""))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "map.tif"
    profile: dict[str, Any] = {"driver": "GTiff", "width": 2, "height": 2, "count": 2, "dtype": "uint8"}
    with rasterio.open(
        path, "w", crs="EPSG:32631", transform=Affine(10, 0, 0, 0, -10, 0), **profile
    ) as dataset:
        dataset.write(np.ones((2, 2, 2), "uint8"))
    return path


def read(path: Path, band: int = 1) -> tuple[RasterClass, ...]:
    with rasterio.open(path) as dataset:
        return read_classes(dataset, band=band)


def test_a_raster_that_says_nothing_has_no_classes(path):
    assert read(path) == ()


def test_our_own_tag_survives_a_copy(path, tmp_path):
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(1, **{TAG: classes_tag(reversed(CLASSES))})
    rasterio.shutil.copy(path, tmp_path / "copy.tif", driver="COG")
    assert read(tmp_path / "copy.tif") == CLASSES
    assert read(path, band=2) == ()


@pytest.mark.parametrize("tag", ["not json", "[1, 2]", '[{"name": "x"}]', "{}", "3"])
def test_a_tag_that_something_else_wrote_is_passed_over(path, tag):
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(1, **{TAG: tag})
    assert read(path) == ()


def test_names_of_categories_are_read_with_the_colours_of_the_table(path):
    names = "".join(f"<Category>{name}</Category>" for name in ("", "Sea", "Sand &amp; soil"))
    band = f'<PAMRasterBand band="1"><CategoryNames>{names}</CategoryNames></PAMRasterBand>'
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {1: (0, 114, 178, 255), 3: (9, 9, 9, 255)})
    Path(f"{path}.aux.xml").write_text(f"<PAMDataset>{band}</PAMDataset>")
    assert read(path) == (RasterClass(1, "Sea", "#0072b2"), RasterClass(2, "Sand & soil", "#000000"))


def test_colours_alone_tell_the_classes_that_are_not_black(path):
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {0: (0, 0, 0, 0), 4: (255, 0, 0, 255)})
    assert read(path) == (RasterClass(4, "", "#ff0000"),)
