"""Class rasters to polygons, from file to file."""

from __future__ import annotations

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.features import rasterize
from scipy.ndimage import gaussian_filter

from releve.processing.errors import BandError, Cancelled, GridError, RasterError, RequestError
from releve.processing.raster.classes import RasterClass
from releve.processing.raster.polygonize import PolygonizeSummary, polygonize

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
GRID = Affine(10, 0, 500_000, 0, -10, 5_000_000)
SCALE = 1 / 0.9996**2  # of areas on the ellipsoid over those of UTM, on its central meridian


@pytest.fixture
def make(tmp_path):
    def make(values, name="map.tif", scale=None, mask=None, **options):
        values = np.atleast_3d(np.asarray(values).T).T
        profile = {"driver": "GTiff", "crs": "EPSG:32631", "transform": GRID, "dtype": values.dtype} | options
        count, height, width = values.shape
        with rasterio.open(
            tmp_path / name, "w", count=count, height=height, width=width, **profile
        ) as target:
            target.write(values)
            if scale is not None:
                target.scales, target.offsets = (scale,), (0.0,)
            if mask is not None:
                target.write_mask(np.asarray(mask, bool))
        return tmp_path / name

    return make


@pytest.fixture
def run(tmp_path):
    def run(source, **options):
        summary = polygonize(source, tmp_path / "out.gpkg", **options)
        return summary, geopandas.read_file(tmp_path / "out.gpkg", engine="pyogrio")

    return run


def test_fields_of_a_small_map_worked_out_by_hand(make, run):
    source = make(np.uint8([[1, 1, 9], [1, 2, 2]]), nodata=9)
    scores = make(np.float32([[0.5, 0.25, 9], [0.75, 1, np.nan]]), "scores.tif", nodata=9)
    summary, layer = run(source, scores=scores, legend=[RasterClass(1, "Sea", "#0072b2")])
    assert summary == PolygonizeSummary(
        2, {1: 3, 2: 2}, pytest.approx({1: 300 * SCALE, 2: 200 * SCALE}, rel=1e-8), 0,
        (RasterClass(1, "Sea", "#0072b2"), RasterClass(2)),
    )  # fmt: skip
    first, second = layer.to_dict("records")
    assert first.pop("geometry").wkt == (
        "POLYGON ((500000 5000000, 500000 4999980, 500010 4999980, 500010 4999990, 500020 4999990, "
        "500020 5000000, 500000 5000000))"
    )
    assert first == {
        "class": 1, "name": "Sea", "area_m2": pytest.approx(300 * SCALE), "pixels": 3, "score_mean": 0.5,
        "perimeter_m": pytest.approx(80 / 0.9996), "score_min": 0.25, "review": "todo",
    }  # fmt: skip
    assert (second["class"], second["name"], second["score_mean"], second["score_min"]) == (2, "2", 1, 1)
    assert layer.crs.to_epsg() == 32631


def test_a_patch_without_any_score_has_none(make, run):
    _, layer = run(make(np.uint8([[1, 2]])), scores=make(np.float32([[np.nan, 1]]), "scores.tif"))
    assert layer["score_mean"].isna().tolist() == [True, False]
    assert layer["score_min"].isna().tolist() == [True, False]


def test_scores_in_steps_are_scaled(make, run):
    scores = make(np.uint8([[0, 100, 255]]), "scores.tif", nodata=255, scale=0.01)
    _, layer = run(make(np.uint8([[1, 1, 1]])), scores=scores)
    assert (layer["score_mean"][0], layer["score_min"][0]) == (0.5, 0)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "int32", "uint32", "int8"])
def test_polygons_drawn_again_give_the_map_back(make, run, dtype):
    values = np.random.default_rng(1).integers(0, 3, (60, 70)).astype(dtype)
    values[values == 2] = np.iinfo(dtype).max
    values[0, :9] = np.iinfo(dtype).min
    summary, layer = run(make(values), strip_rows=7)
    drawn = rasterize(
        zip(layer.geometry, layer["class"].astype(float), strict=True),
        values.shape,
        transform=GRID,
        dtype="float64",
    )
    np.testing.assert_array_equal(drawn, values.astype(float))
    assert summary.polygons == len(layer)
    assert layer.geometry.is_valid.all()
    assert layer.geometry.area.sum() == values.size * 100


def test_strips_and_scores_do_not_depend_on_their_height(make, tmp_path):
    random = np.random.default_rng(2)
    source = make(random.integers(0, 2, (50, 40)).astype(np.uint8))
    scores = make(random.random((50, 40)).astype(np.float32), "scores.tif")

    def polygons(rows):
        polygonize(source, tmp_path / "out.gpkg", scores=scores, minimum_pixels=3, strip_rows=rows)
        layer = geopandas.read_file(tmp_path / "out.gpkg", engine="pyogrio")
        table = layer.drop(columns="geometry").assign(wkt=layer.geometry.to_wkt()).sort_values("wkt")
        return table.round({"area_m2": 6, "perimeter_m": 6, "score_mean": 9}).to_dict("list")

    whole = polygons(50)
    assert all(polygons(rows) == whole for rows in (1, 2, 13))


def test_missing_pixels_of_a_mask_make_no_polygon(make, run):
    summary, _ = run(make(np.uint8([[1, 1, 1]]), mask=[[1, 0, 1]]))
    assert (summary.polygons, summary.pixels) == (2, {1: 2})


def test_a_nodata_value_that_the_dtype_cannot_hold_marks_nothing(make, run):
    source = make(np.uint8([[1, 255]]))
    with rasterio.open(source) as dataset:
        rasterio.shutil.copy(dataset, str(source.with_suffix(".vrt")), driver="VRT")
    text = source.with_suffix(".vrt").read_text()
    source.with_suffix(".vrt").write_text(
        text.replace("<ColorInterp>", "<NoDataValue>-9999</NoDataValue><ColorInterp>")
    )
    assert run(source.with_suffix(".vrt"))[0].pixels == {1: 1, 255: 1}


def test_only_the_classes_asked_for_are_kept(make, run):
    assert run(make(np.uint8([[1, 2, 3]])), classes=[1, 3])[0].pixels == {1: 1, 3: 1}


def test_a_map_without_any_data_gives_an_empty_layer(make, run):
    summary, layer = run(make(np.uint8([[0, 0]]), nodata=0))
    assert (summary.polygons, len(layer)) == (0, 0)


def test_small_patches_go_before_classes_are_chosen(make, run):
    summary, _ = run(make(np.uint8([[1, 1, 2, 1]])), minimum_pixels=2, classes=[1])
    assert (summary.polygons, summary.pixels, summary.pixels_changed) == (1, {1: 4}, 1)


def test_a_minimum_area_is_on_the_ground(make, run):
    grid = Affine(10, 0, 0, 0, -10, 8_399_737.9)  # 60 degrees north: a pixel of 10 m is one of 5 m
    source = make(np.uint8([[1, 1, 2, 1]]), crs="EPSG:3857", transform=grid)
    assert run(source, minimum_area_m2=24)[0].pixels == {1: 3, 2: 1}
    assert run(source, minimum_area_m2=26)[0].pixels == {1: 4}


def test_a_map_of_degrees_has_areas_in_square_metres(make, run):
    source = make(np.uint8([[1]]), crs="EPSG:4326", transform=Affine(1, 0, 0, 0, -1, 1))
    assert run(source)[0].area_m2[1] == pytest.approx(12_308.78e6, rel=1e-4)


@pytest.mark.parametrize("transform", [Affine(10, 0, 0, 0, 10, 0), Affine(8, 6, 0, 6, -8, 0)])
def test_south_up_and_rotated_maps_keep_their_areas(make, run, transform):
    _, layer = run(make(np.uint8([[1, 1], [1, 2]]), transform=transform))
    assert layer.geometry.area.tolist() == pytest.approx([300, 100])
    assert layer.geometry.exterior.is_ccw.all()


def test_a_map_without_georeference_is_in_pixels_counted_downwards(make, run):
    summary, layer = run(make(np.uint8([[1, 2]]), crs=None, transform=Affine.identity()))
    assert layer.geometry[0].bounds == (0, -1, 1, 0)
    assert layer["area_m2"].isna().all()
    assert layer["pixels"].tolist() == [1, 1]
    assert summary.area_m2 == {}


def test_a_minimum_area_needs_a_crs(make, run):
    with pytest.raises(RequestError, match="minimum in pixels"):
        run(make(np.uint8([[1, 2]]), crs=None), minimum_area_m2=5)


def test_numbers_with_a_point_are_no_classes(make, run):
    with pytest.raises(BandError, match=r"holds float32 values.*Convert it first"):
        run(make(np.float32([[1, 2]])))


def test_a_band_that_is_not_there_is_said(make, run):
    with pytest.raises(BandError, match="has no band 3: it has 1"):
        run(make(np.uint8([[1]])), band=3)


def test_another_band_may_hold_the_classes(make, run):
    assert run(make(np.uint8([[[1, 1]], [[2, 3]]])), band=2)[0].pixels == {2: 1, 3: 1}


def test_scores_on_another_grid_are_refused(make, run):
    scores = make(np.uint8([[1, 1]]), "scores.tif", transform=GRID @ Affine.translation(1, 0))
    with pytest.raises(GridError, match="not on the same grid"):
        run(make(np.uint8([[1, 1]])), scores=scores)


def test_a_missing_raster_is_said(run, tmp_path):
    with pytest.raises(RasterError, match="no raster at"):
        run(tmp_path / "absent.tif")


def test_a_damaged_raster_leaves_no_file(make, run, tmp_path):
    source = make(np.random.default_rng(0).integers(0, 9, (200, 200)).astype(np.uint8), blockysize=10)
    source.write_bytes(source.read_bytes()[:25_000])
    with pytest.raises(RasterError, match="damaged"):
        run(source)
    assert not (tmp_path / "out.gpkg").exists()


def test_a_cancel_ends_it_and_leaves_no_file(make, run, tmp_path):
    calls = []

    def check():
        calls.append(1)
        if len(calls) > 2:
            raise Cancelled("cancelled")

    with pytest.raises(Cancelled):
        run(make(np.ones((50, 5), np.uint8)), strip_rows=10, check=check)
    assert not (tmp_path / "out.gpkg").exists()


def test_progress_goes_from_nothing_to_all(make, run):
    told = []
    run(make(np.ones((50, 5), np.uint8)), strip_rows=10, minimum_pixels=2, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) == 10


@pytest.fixture
def landscape(make):
    field = gaussian_filter(np.random.default_rng(4).standard_normal((150, 130)), 5)
    return make(np.digitize(field, np.quantile(field, [0.3, 0.7])).astype(np.uint8))


@pytest.mark.parametrize("shape", ["straightened", "smoothed", "rectangular"])
def test_polygons_in_another_shape_tell_their_areas_anew(landscape, run, shape):
    summary, layer = run(landscape, shape=shape, strip_rows=11)
    _, pixels = run(landscape, strip_rows=11)
    areas = layer.geometry.area * SCALE
    assert layer["area_m2"].tolist() == pytest.approx(areas.tolist(), rel=1e-5)
    assert layer["perimeter_m"].tolist() == pytest.approx((layer.geometry.length / 0.9996).tolist(), rel=1e-5)
    assert (layer["area_m2"] - layer["area_change_m2"]).tolist() == pytest.approx(pixels["area_m2"].tolist())
    assert shape in set(layer["shape"]) <= {shape, "straightened"}
    assert layer["pixels"].tolist() == pixels["pixels"].tolist()
    for value, share in summary.changes().items():
        of_class = layer[layer["class"] == value]
        before = of_class["pixels"].sum() * 100 * SCALE
        assert summary.area_m2[value] == pytest.approx(of_class["area_m2"].sum())
        assert share == pytest.approx(of_class["area_m2"].sum() / before - 1, abs=1e-6)
    assert sum(summary.change_px.values()) == pytest.approx(0, abs=1e-9)


def test_polygons_along_the_pixels_tell_of_no_change(landscape, run):
    summary, layer = run(landscape)
    assert summary.changes() == {}
    assert "shape" not in layer.columns


def test_straightened_polygons_need_no_crs(make, run):
    values = (np.add.outer(np.arange(40), np.arange(40)) > 29).astype(np.uint8)
    _, layer = run(make(values, crs=None, transform=Affine.identity()), shape="straightened", tolerance_px=1)
    assert layer.geometry[0].equals(shapely.from_wkt("POLYGON ((0 0, 0 -30, 30 0, 0 0))"))
    assert layer["area_m2"].isna().all()


def test_straightened_polygons_of_a_map_across_the_180th_meridian_stay_there(make, run):
    values = (np.add.outer(np.arange(40), np.arange(40)) > 29).astype(np.uint8)
    grid = Affine(0.001, 0, 179.98, 0, -0.001, 10)
    _, layer = run(make(values, crs="EPSG:4326", transform=grid), shape="straightened", tolerance_px=1)
    assert layer.total_bounds.tolist() == pytest.approx([179.98, 9.96, 180.02, 10])
    assert len(layer.geometry[0].exterior.coords) == 4


def test_a_tolerance_in_metres_needs_a_crs(make, run):
    with pytest.raises(RequestError, match="tolerance in pixels"):
        run(make(np.uint8([[1, 2]]), crs=None), shape="smoothed", tolerance_m=5)
