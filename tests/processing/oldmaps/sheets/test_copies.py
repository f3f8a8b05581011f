"""Pixels of a sheet in any order: in memory, in the file's own tiles, or in a copy."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from releve.processing.errors import Cancelled
from releve.processing.oldmaps.sheets import copies
from releve.processing.oldmaps.sheets.copies import Held, Windowed, quick
from releve.processing.oldmaps.sheets.sheet import open_sheet
from releve.processing.raster.grids import Shape2d, Window

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

WINDOW = Window(30, 100, 50, 40)


@pytest.fixture(params=[1, 2, 4])
def sheet(tmp_path, request):
    """Grey, grey with alpha, colours with alpha; 90 rows, 203 columns."""
    image = np.random.default_rng(1).integers(0, 256, (request.param, 90, 203)).astype("uint8")
    if request.param > 1:
        image[-1] = np.where(np.arange(203) < 120, 0, 255)
    path = tmp_path / "sheet.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=203, height=90, count=len(image), dtype="uint8",
        photometric="RGB" if request.param == 4 else "MINISBLACK", alpha="YES" if request.param > 1 else "NO",
    ) as dataset:  # fmt: skip
        dataset.write(image)
    with open_sheet(str(path)) as opened:
        yield opened


def same(pixels, sheet):
    assert pixels.shape == Shape2d(90, 203)
    assert (pixels.pixels(WINDOW) == sheet.pixels(WINDOW)).all()
    valid = sheet.valid(WINDOW)
    assert (valid is not None) == sheet.has_mask
    assert (pixels.valid(WINDOW) == valid).all() if valid is not None else pixels.valid(WINDOW) is None


def test_a_small_sheet_is_held(sheet, tmp_path):
    with quick(sheet, tmp_path) as pixels:
        assert isinstance(pixels, Held)
        same(pixels, sheet)


def test_a_large_one_in_strips_is_copied_into_tiles(sheet, tmp_path, monkeypatch):
    monkeypatch.setattr(copies, "HELD_BYTES", 0)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with quick(sheet, scratch) as pixels:
        assert isinstance(pixels, Windowed)
        assert list(scratch.iterdir())
        same(pixels, sheet)
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("held", [0, 1 << 20])
def test_a_reduction_holds_means_and_leaves_a_last_part_out(sheet, tmp_path, monkeypatch, held):
    monkeypatch.setattr(copies, "HELD_BYTES", held)
    with quick(sheet, tmp_path, factor=4) as pixels:
        assert pixels.shape == Shape2d(22, 50)
        window = Window(3, 5, 10, 12)
        whole = sheet.pixels(Window(12, 20, 40, 48)).astype(float)
        means = whole.reshape(10, 4, 12, 4, -1).mean(axis=(1, 3))
        if not sheet.has_mask:  # else means are of what is image
            assert np.abs(pixels.pixels(window) - means).max() <= 0.5


def test_a_cancel_ends_the_copy(sheet, tmp_path, monkeypatch):
    monkeypatch.setattr(copies, "HELD_BYTES", 0)

    def check():
        raise Cancelled("cancelled")

    with pytest.raises(Cancelled), quick(sheet, tmp_path, check=check):
        pass
