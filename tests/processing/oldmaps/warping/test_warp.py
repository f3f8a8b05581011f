"""Sheets resampled onto the ground, against the fit itself and against GDAL."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import rasterio
import shapely
from rasterio.control import GroundControlPoint
from rasterio.enums import Resampling
from rasterio.transform import GCPTransformer
from rasterio.warp import reproject

from releve.processing.errors import Cancelled, GridError
from releve.processing.oldmaps.fitting.georeference import georeference
from releve.processing.oldmaps.fitting.names import METHOD_TITLES
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.sheets import copies
from releve.processing.oldmaps.sheets.sheet import open_sheet
from releve.processing.oldmaps.warping import resampling as resampling_module
from releve.processing.oldmaps.warping.footprint import located, sheet_grid
from releve.processing.oldmaps.warping.placement import Placement
from releve.processing.oldmaps.warping.warp import warp
from releve.processing.raster.reference_systems import crs_of

from .conftest import NORTH, WEST, bent_points, points_of, straight_points

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

ENOUGH_PX = 0.3  # of the issue: between a warped spline and the spline
CLOSE_PX = 0.2  # to be on the safe side; grey levels are an eighth of a pixel
STEPS = 8  # grey levels for a pixel of the sheets that say where they are


@pytest.fixture
def warped(tmp_path):
    def warped(path, points, method="spline", *, crs=None, pixel_size=None, outline=None, **options):
        placement = Placement.of(georeference(points, method), crs and crs_of(crs))
        out = tmp_path / "warped.tif"
        with open_sheet(str(path)) as sheet:
            grid = sheet_grid(placement, sheet.size, outline=outline, pixel_size=pixel_size)
            scratch = tmp_path / "scratch"
            scratch.mkdir(exist_ok=True)
            warp(sheet, placement, grid, out, scratch=scratch, outline=outline, **options)
        assert not list(scratch.iterdir())
        with rasterio.open(out) as dataset:
            return dataset.read(), grid, placement

    return warped


def places(width, height, axis):
    """A sheet of 16 bits whose grey says the column, or the row, of each pixel's centre."""
    where = np.arange(width) + 0.5 if axis == 0 else np.arange(height)[:, None] + 0.5
    return np.broadcast_to(where * STEPS, (1, height, width)).astype("uint16")


def exact(grid, placement):
    """Column and row of the sheet at each pixel of a map, shape (2, rows, columns)."""
    columns, rows = np.meshgrid(np.arange(grid.shape.columns) + 0.5, np.arange(grid.shape.rows) + 0.5)
    x, y = grid.transform @ (columns, rows)
    pixels = placement.to_pixels(np.column_stack([x.ravel(), y.ravel()]))
    return pixels.T.reshape(2, *columns.shape)


def errors_px(write_sheet, warped, points, size, method, **options):
    """How far the warped sheet is off from the fit, in pixels of the sheet, all over it."""
    both = np.concatenate([places(*size, 0), places(*size, 1), np.zeros((1, *size[::-1]), "uint16")])
    path = write_sheet(both, photometric="RGB")
    image, grid, placement = warped(path, points, method, resampling="bilinear", **options)
    there = exact(grid, placement)
    inner = np.all([(p > 1) & (p < side - 1) for p, side in zip(there, size, strict=True)], axis=0)
    assert (image[-1][inner] == 65535).all()
    assert inner.sum() > 0.3 * inner.size
    return np.abs(image[:2] / STEPS - there)[:, inner].max(axis=1)


@pytest.mark.parametrize("method", [key for key in METHOD_TITLES if key != "cells"])
@pytest.mark.parametrize("turn_deg", [0, 31])
def test_every_method_lands_where_its_fit_says(write_sheet, warped, method, turn_deg):
    points = bent_points(360, 260, 2.0, turn_deg=turn_deg)
    assert max(errors_px(write_sheet, warped, points, (360, 260), method)) < CLOSE_PX


def test_grid_cells_land_where_their_fit_says(write_sheet, warped):
    points = straight_points(360, 260)
    assert max(errors_px(write_sheet, warped, points, (360, 260), "cells")) < CLOSE_PX


def test_another_crs_is_met_too(write_sheet, warped):
    points = bent_points(360, 260, 2.0)
    assert max(errors_px(write_sheet, warped, points, (360, 260), "spline", crs="EPSG:3857")) < CLOSE_PX


def jacoubet(shared_data, share=1.0):
    """The points of a sheet of Jacoubet's atlas, and the size of the scan, at a share of its resolution."""
    name = "Atlas_de_Jacoubet_-_10._Route_de_Neuilly_à_Paris_et_ses_environs_-_BHVP.jpg.points"
    points = read_points(str(shared_data / "oldmaps" / "gcps" / "jacoubet" / name))
    width, height = (np.ceil(points.pixels.max(axis=0) * share).astype(int) + 20).tolist()
    return points_of(points.pixels * share, points.ground, crs=points.crs), (width, height)


def test_a_spline_of_real_points_lands_where_it_says(shared_data, write_sheet, warped):
    points, size = jacoubet(shared_data, 0.1)
    assert max(errors_px(write_sheet, warped, points, size, "spline")) < CLOSE_PX


@pytest.mark.soak
def test_a_whole_sheet_lands_where_its_spline_says(shared_data, write_sheet, warped):
    points, size = jacoubet(shared_data)
    assert max(errors_px(write_sheet, warped, points, size, "spline", threads=2)) < ENOUGH_PX


def gcps_of(points):
    return [GroundControlPoint(row=p.row, col=p.col, x=p.x, y=p.y) for p in points.points]


def test_gdal_puts_the_pixels_of_a_warped_spline_there_too(shared_data, write_sheet, warped):
    points, size = jacoubet(shared_data, 0.1)
    image, grid, _ = warped(write_sheet(places(*size, 0)), points, "spline", resampling="bilinear")
    inner = (image[1] > 0) & (image[0] > STEPS) & (image[0] < (size[0] - 1) * STEPS)
    rows, columns = (numbers[::97] for numbers in np.nonzero(inner))
    x, y = grid.transform @ (columns + 0.5, rows + 0.5)
    with GCPTransformer(gcps_of(points), tps=True) as gdal:
        _, theirs = gdal.rowcol(x, y, op=lambda numbers: numbers)
    assert np.abs(image[0][rows, columns] / STEPS - theirs).max() < ENOUGH_PX


def test_gdal_warps_a_spline_of_real_points_likewise(shared_data, write_sheet, warped):
    """Its warp is off from its own transformer by half a pixel in places, so not all are compared."""
    points, size = jacoubet(shared_data, 0.1)
    image = places(*size, 0)
    ours, grid, _ = warped(write_sheet(image), points, "spline", resampling="bilinear")
    theirs = np.zeros((1, grid.shape.rows, grid.shape.columns), "uint16")
    reproject(
        image, theirs, gcps=gcps_of(points), src_crs=grid.crs, dst_crs=grid.crs, dst_transform=grid.transform,
        resampling=Resampling.bilinear, METHOD="GCP_TPS", tolerance=0,
    )  # fmt: skip
    both = (ours[1] > 0) & (theirs[0] > 0)
    assert both.sum() > 0.98 * (ours[1] > 0).sum()
    inner = both & (ours[0] > 2 * STEPS) & (ours[0] < (size[0] - 2) * STEPS)
    off = np.abs(ours[0].astype(int) - theirs[0])[inner] / STEPS
    assert np.median(off) < 0.05
    assert np.percentile(off, 99) < ENOUGH_PX


def test_a_sheet_that_lies_straight_keeps_its_very_pixels(write_sheet, warped):
    image = np.random.default_rng(0).integers(0, 256, (3, 550, 700)).astype("uint8")
    for resampling in ("nearest", "bilinear", "cubic"):
        out, grid, _ = warped(write_sheet(image), straight_points(700, 550), "affine", resampling=resampling)
        assert (grid.transform.c, grid.transform.f) == (WEST, NORTH)
        assert (out[:3] == image).all()
        assert (out[3] == 255).all()


def test_grey_stays_grey_and_16_bits_stay_16_bits(write_sheet, warped):
    image = np.random.default_rng(0).integers(0, 65536, (1, 60, 80)).astype("uint16")
    out, _, _ = warped(write_sheet(image), straight_points(80, 60), "affine")
    assert out.dtype == np.uint16
    assert (out[0] == image[0]).all()
    assert (out[1] == 65535).all()


def test_a_turned_sheet_is_transparent_beside_and_black_nowhere(write_sheet, warped):
    image = np.full((3, 500, 700), 180, "uint8")
    out, grid, _ = warped(write_sheet(image), straight_points(700, 500, turn_deg=45), "helmert")
    assert (out[:3][:, out[3] == 255] == 180).all()
    assert (out[:3][:, out[3] == 0] == 0).all()
    opaque = (out[3] == 255).sum() * (grid.pixel_width / 0.5) ** 2
    assert opaque == pytest.approx(700 * 500, rel=2e-3)


@pytest.mark.parametrize("pixel_size", [0.7, 1.0, 1.9, 5.0])
def test_a_shrunk_sheet_is_a_mean_and_shows_no_stripes(write_sheet, warped, pixel_size):
    """Lines of one pixel are grey from afar, not black here and white there."""
    image = np.zeros((1, 500, 700), "uint8")
    image[:, :, ::2] = 200
    out, _, _ = warped(write_sheet(image), straight_points(700, 500), "affine", pixel_size=pixel_size)
    inner = out[0][2:-2, 2:-2].astype(int)
    assert inner.mean() == pytest.approx(100, abs=2)
    assert np.ptp(inner) <= (110 if pixel_size == 0.7 else 70)


def test_what_is_no_image_on_the_sheet_is_transparent(write_sheet, warped):
    image = np.full((2, 100, 120), 255, "uint8")
    image[1, :, :50] = 0
    out, _, _ = warped(write_sheet(image, alpha="YES"), straight_points(120, 100), "affine")
    assert (out[1] == image[1]).all()


def test_an_outline_cuts_the_sheet_and_the_map(write_sheet, warped):
    image = np.full((1, 100, 120), 77, "uint8")
    outline = shapely.Polygon([(10, 20), (90, 20), (90, 80)])
    out, grid, _ = warped(write_sheet(image), straight_points(120, 100), "affine", outline=outline)
    assert grid.bounds == (WEST + 5, NORTH - 40, WEST + 45, NORTH - 10)
    columns, rows = np.meshgrid(np.arange(10, 90) + 0.5, np.arange(20, 80) + 0.5)
    assert ((out[1] > 0) == shapely.contains_xy(outline, columns, rows)).mean() > 0.99


def test_blocks_that_see_much_of_the_sheet_are_cut_and_come_out_the_same(write_sheet, warped, monkeypatch):
    path = write_sheet(places(420, 300, 0))
    points = bent_points(420, 300, 1.0)
    whole, _, _ = warped(path, points)
    monkeypatch.setattr(resampling_module, "MOST_PIXELS", 8_000)
    cut, _, _ = warped(path, points)
    assert (whole[1] == cut[1]).mean() > 0.999  # the places between nodes differ by a few hundredths
    both = (whole[1] > 0) & (cut[1] > 0)
    assert np.abs(whole[0].astype(int) - cut[0])[both].max() <= 1


def test_memory_and_threads_change_nothing(write_sheet, warped, monkeypatch):
    """A large sheet in strips is read from a copy in tiles."""
    path = write_sheet(np.random.default_rng(0).integers(0, 256, (3, 600, 700)).astype("uint8"))
    points = bent_points(700, 600, 1.0)
    held, _, _ = warped(path, points)
    monkeypatch.setattr(copies, "HELD_BYTES", 0)
    copied, _, _ = warped(path, points, threads=3)
    assert (held == copied).all()


def test_a_repeated_warp_gives_the_same_bytes(write_sheet, warped, tmp_path):
    path = write_sheet(np.random.default_rng(0).integers(0, 256, (3, 600, 700)).astype("uint8"))
    written = []
    for threads in (1, 2):
        warped(path, bent_points(700, 600, 1.0), threads=threads)
        written.append((tmp_path / "warped.tif").read_bytes())
    assert written[0] == written[1]


def test_a_cancel_ends_the_strips(write_sheet, warped, tmp_path):
    calls = []

    def check():
        calls.append(1)
        if len(calls) > 3:
            raise Cancelled("cancelled")

    path = write_sheet(np.zeros((3, 1500, 1500), "uint8"))
    with pytest.raises(Cancelled):
        warped(path, bent_points(1500, 1500), check=check)
    assert not (tmp_path / "warped.tif").exists()


def test_places_on_the_map_are_those_that_the_warp_takes(write_sheet):
    placement = Placement.of(georeference(bent_points(700, 500, 8.0), "polynomial2"))
    pixels = np.random.default_rng(0).uniform(0, 500, (40, 2))
    there = located(placement, pixels)
    assert np.abs(placement.to_pixels(there) - pixels).max() < 0.1


def test_sheets_of_one_pixel_size_fall_on_the_same_pixels(write_sheet):
    sizes = [open_sheet(str(write_sheet(np.zeros((1, 50, 70), "uint8")))) for _ in range(2)]
    grids = []
    for sheet, turn in zip(sizes, (0, 13), strict=True):
        with sheet:
            placement = Placement.of(georeference(straight_points(70, 50, turn), "helmert"))
            grids.append(sheet_grid(placement, sheet.size, pixel_size=0.7))
    for grid in grids:
        for corner in grid.bounds:
            assert corner / 0.7 == pytest.approx(round(corner / 0.7), abs=1e-4)


def test_a_map_far_larger_than_its_sheet_is_refused(write_sheet, warped):
    path = write_sheet(np.zeros((1, 50, 70), "uint8"))
    with pytest.raises(GridError, match="far more than the sheet"):
        warped(path, straight_points(70, 50), "helmert", pixel_size=1e-4)


def test_a_sheet_without_a_place_on_the_map_is_refused(write_sheet, warped):
    path = write_sheet(np.zeros((1, 50, 70), "uint8"))
    with pytest.raises(GridError, match="No part of the sheet has a place"):
        # Paris has no place in an azimuthal map of the other side of the world.
        warped(path, straight_points(70, 50), "helmert", crs="+proj=gnom +lat_0=-48 +lon_0=-178")


def test_a_fold_is_no_part_of_the_map(write_sheet, warped):
    """A polynomial that turns back beyond its points: nothing is seen twice."""
    pixels = np.array([(c, r) for c in (100.0, 200, 300, 400) for r in (50.0, 250, 450)])
    ground = pixels.copy()
    ground[:, 0] += (pixels[:, 0] - 250) ** 2 / 900
    points = points_of(pixels, np.column_stack([WEST + ground[:, 0], NORTH - ground[:, 1]]))
    image, grid, placement = warped(write_sheet(places(700, 500, 0)), points, "polynomial2")
    columns = exact(grid, placement)[0][250]
    top = int(columns.argmax())
    assert top < grid.shape.columns - 20  # there it turns back
    assert (image[1][250][:top][columns[:top] > 1] > 0).all()
    assert (image[1][250][top + 2 :] == 0).all()


def test_straight_lines_stay_sharp(write_sheet, warped):
    """The default keeps thin lines darker than bilinear does."""
    image = np.full((1, 300, 300), 230, "uint8")
    cv2.line(image[0], (20, 30), (280, 250), 20, 1)
    points = bent_points(300, 300, 2.0)
    cubic = warped(write_sheet(image), points)[0]
    bilinear = warped(write_sheet(image), points, resampling="bilinear")[0]
    assert np.sort(cubic[0][cubic[1] > 0])[:200].mean() < np.sort(bilinear[0][bilinear[1] > 0])[:200].mean()
