"""Images of sheets of every kind, read by windows."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.errors import RasterError
from releve.processing.oldmaps.sheets.sheet import open_sheet
from releve.processing.raster.grids import Shape2d, Window

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


@pytest.fixture
def write(tmp_path):
    def write(bands, name="sheet.tif", driver="GTiff", colormap=None, tags=None, **options):
        bands = np.asarray(bands)
        path = tmp_path / name
        with rasterio.open(
            path, "w", driver=driver, width=bands.shape[2], height=bands.shape[1], count=len(bands),
            dtype=bands.dtype, **options,
        ) as dataset:  # fmt: skip
            dataset.write(bands)
            if colormap:
                dataset.write_colormap(1, colormap)
            dataset.update_tags(**(tags or {}))
        return str(path)

    return write


def noise(bands=3, rows=40, columns=60, dtype="uint8"):
    most = np.iinfo(dtype).max
    return np.random.default_rng(7).integers(0, most, (bands, rows, columns), endpoint=True).astype(dtype)


def test_colours_are_read_as_they_are(write):
    image = noise()
    with open_sheet(write(image)) as sheet:
        assert (sheet.width, sheet.height) == (60, 40)
        assert (sheet.read() == np.moveaxis(image, 0, 2)).all()
        window = Window(5, 7, 10, 20)
        assert (sheet.read(window) == np.moveaxis(image[:, 5:15, 7:27], 0, 2)).all()
        assert sheet.grey(window).shape == (10, 20)
        assert sheet.valid() is None


def test_a_smaller_answer_is_a_mean(write):
    image = np.zeros((3, 40, 60), "uint8")
    image[:, ::2] = 200
    with open_sheet(write(image)) as sheet:
        assert (sheet.read(shape=Shape2d(20, 30)) == 100).all()


def test_grey_stays_one_band_and_is_read_as_three(write):
    image = noise(1)
    with open_sheet(write(image)) as sheet:
        assert sheet.pixels().shape == (40, 60, 1)
        assert (sheet.read() == image[0][..., None]).all()
        assert (sheet.grey() == image[0]).all()


def test_twelve_bits_in_sixteen_are_not_black(write):
    image = (noise(1, dtype="uint16") >> 4).astype("uint16")
    image[0, 0, 0] = 4095
    with open_sheet(write(image)) as sheet:
        assert (sheet.pixels()[..., 0] == image[0]).all()
        assert np.abs(sheet.grey() - image[0] / 4095 * 255).max() <= 0.5 + 1e-4
        # One rule for the whole image: a dark window is not stretched by itself.
        assert (sheet.grey(Window(3, 4, 2, 2)) == sheet.grey()[3:5, 4:6]).all()


def test_a_palette_becomes_colours_before_means(write):
    image = np.tile(np.uint8([[[1, 3]]]), (1, 40, 30))
    path = write(image, colormap={1: (200, 0, 0), 2: (0, 255, 0), 3: (0, 0, 100)})
    with open_sheet(path) as sheet:
        assert sheet.read()[0, :2].tolist() == [[200, 0, 0], [0, 0, 100]]
        assert (sheet.read(shape=Shape2d(20, 30)) == [100, 0, 50]).all()  # place 2 would be green
        assert sheet.colours.count == 3


@pytest.mark.parametrize("photometric", ["MINISWHITE", "MINISBLACK"])
def test_one_bit_is_black_and_white(write, photometric):
    image = noise(1) & 1
    with open_sheet(write(image, nbits=1, photometric=photometric)) as sheet:
        black = image[0] == (1 if photometric == "MINISWHITE" else 0)
        assert (sheet.grey() == np.where(black, 0, 255)).all()
        assert sheet.colours.count == 1
        assert 100 < sheet.grey(shape=Shape2d(4, 6)).mean() < 155  # shades of grey, not one of the two


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_inks_become_colours(write, dtype):
    most = np.iinfo(dtype).max
    inks = np.zeros((4, 40, 60), dtype)
    inks[1, :, 30:] = most  # no ink, then magenta
    with open_sheet(write(inks, photometric="CMYK")) as sheet:
        assert sheet.read()[0, 0].tolist() == [255, 255, 255]
        assert sheet.read()[0, 59].tolist() == [255, 0, 255]
        assert sheet.valid() is None


def test_alpha_says_what_is_image(write):
    image = noise(4)
    image[3] = 255
    image[3, :, :10] = 0
    with open_sheet(write(image, photometric="RGB", alpha="YES")) as sheet:
        assert sheet.colours.count == 3
        assert (sheet.valid() == (image[3] > 0)).all()
        assert sheet.valid(Window(0, 20, 5, 5)) is None


def test_a_fourth_band_of_no_name_is_no_alpha(write):
    with open_sheet(write(noise(4), photometric="RGB", alpha="NO")) as sheet:
        assert sheet.read().shape == (40, 60, 3)
        assert sheet.valid() is None


def test_jpeg_2000_is_read(write):
    image = noise(rows=300, columns=400)
    path = write(image, "sheet.jp2", "JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES")
    with open_sheet(path) as sheet:
        assert (sheet.read() == np.moveaxis(image, 0, 2)).all()


@pytest.mark.parametrize(("unit", "dpi"), [("2", 300.0), ("3", 762.0), ("1", None)])
def test_the_resolution_of_the_scan_is_told(write, unit, dpi):
    tags = {"TIFFTAG_XRESOLUTION": "300", "TIFFTAG_YRESOLUTION": "300", "TIFFTAG_RESOLUTIONUNIT": unit}
    with open_sheet(write(noise(), tags=tags)) as sheet:
        assert sheet.dpi == dpi
        assert (sheet.read() == np.moveaxis(noise(), 0, 2)).all()


def turned(path, orientation):
    """A JPEG to which a camera added how it was held."""
    with open(path, "rb") as file:
        jpeg = file.read()
    entry = struct.pack("<HHHII", 1, 0x112, 3, 1, orientation) + struct.pack("<I", 0)
    exif = b"Exif\0\0II*\0" + struct.pack("<I", 8) + entry
    with open(path, "wb") as file:
        file.write(jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:])
    return path


def test_a_rotation_beside_the_pixels_is_told_and_not_applied(write):
    path = turned(write(noise(), "sheet.jpg", "JPEG"), 6)
    with open_sheet(path) as sheet:
        assert (sheet.width, sheet.height) == (60, 40)
        assert "turned" in sheet.warnings[0]


def test_no_rotation_is_no_warning(write):
    with open_sheet(turned(write(noise(), "sheet.jpg", "JPEG"), 1)) as sheet:
        assert sheet.warnings == ()


@pytest.mark.parametrize(
    ("transform", "count"),
    [(Affine(2, 0, 600_000, 0, -2, 130_000), 1), (Affine.scale(1, -1), 0), (Affine.identity(), 0)],
)
def test_a_place_that_an_image_has_already_is_told(write, transform, count):
    with open_sheet(write(noise(), transform=transform)) as sheet:
        assert len(sheet.warnings) == count
        assert all("place on the ground already" in sentence for sentence in sheet.warnings)


def test_a_missing_image_is_a_sentence(tmp_path):
    with pytest.raises(RasterError, match="no raster at"):
        open_sheet(str(tmp_path / "l'île.tif"))


def test_what_is_no_image_is_a_sentence(tmp_path):
    path = tmp_path / "sheet.tif"
    path.write_text("no image")
    with pytest.raises(RasterError, match=r"sheet\.tif cannot be read"):
        open_sheet(str(path))


@pytest.mark.parametrize(("name", "driver"), [("sheet.jpg", "JPEG"), ("sheet.tif", "GTiff")])
def test_a_cut_image_is_a_sentence_and_not_grey(write, name, driver):
    path = write(noise(rows=400, columns=300), name, driver)
    with open(path, "rb") as file:
        whole = file.read()
    with open(path, "wb") as file:
        file.write(whole[: len(whole) // 2])
    with pytest.raises(RasterError, match="damaged"), open_sheet(path) as sheet:
        sheet.read()


def test_an_image_of_more_than_4_gb_and_65000_px_is_read_by_windows(tmp_path):
    """It is sparse: what was never written takes no room."""
    path, side = tmp_path / "large.tif", 70_000
    profile = {"driver": "GTiff", "tiled": True, "blockxsize": 512, "blockysize": 512, "SPARSE_OK": True}
    with rasterio.open(
        path, "w", width=side, height=side, count=1, dtype="uint8", BIGTIFF="YES", **profile
    ) as dataset:
        there = rasterio.windows.Window(side - 300, side - 200, 300, 200)
        dataset.write(np.full((1, 200, 300), 9, "uint8"), window=there)
    with open_sheet(str(path)) as sheet:
        assert sheet.is_tiled
        assert sheet.width * sheet.height > 1 << 32
        corner = sheet.grey(Window(side - 400, side - 400, 400, 400))
        assert corner[-200:, -300:].min() == 9
        assert corner[:200].max() == 0
