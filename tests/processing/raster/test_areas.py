"""Areas of interest on a grid."""

from __future__ import annotations

import geopandas
import numpy as np
import pytest
import shapely
from affine import Affine
from rasterio.crs import CRS

from releve.processing.errors import GridError, VectorError
from releve.processing.raster.areas import area_of_bounds, overlap, read_area
from releve.processing.raster.grids import Grid, Shape2d, Window

DEGREES = "EPSG:4326"


def grid(crs="EPSG:32631", *, west=500_000.0, north=5_000_000.0, size=10.0, side=200):
    return Grid(CRS.from_user_input(crs), Affine(size, 0, west, 0, -size, north), Shape2d(side, side))


@pytest.fixture
def layer(tmp_path):
    def write(*geometries, crs=DEGREES):
        path = tmp_path / "area.gpkg"
        geopandas.GeoDataFrame(geometry=list(geometries), crs=crs).to_file(path)
        return str(path)

    return write


IMAGES = {
    "utm": grid(),
    "beyond the antimeridian": grid("EPSG:32601", west=250_000),
    "across the antimeridian": grid("EPSG:32660", west=760_000, size=100),
    "north pole": grid("EPSG:3413", west=-100_000, north=100_000, size=1000),
    "south pole beside": grid("EPSG:3031", west=500_000, north=900_000, size=1000),
    "web mercator, whole": grid("EPSG:3857", west=-20_037_500, north=20_037_500, size=200_375),
    "degrees": grid(DEGREES, west=4, north=45, size=1e-3),
    "degrees from 0 to 360": grid(DEGREES, west=350, north=45, size=1e-3),
}


@pytest.mark.parametrize("image", IMAGES.values(), ids=IMAGES)
@pytest.mark.parametrize("west", [-180, 0])
def test_the_whole_world_is_the_whole_image(layer, image, west):
    bounds = (west, -90, west + 360, 90)
    for area in (area_of_bounds(bounds, DEGREES, image), read_area(layer(shapely.box(*bounds)), image)):
        assert area.window == image.window
        mask = area.mask(image.window)
        assert mask is None or mask.all()


def test_a_rectangle_is_the_same_as_a_layer_and_as_an_extent(layer):
    image = grid(west=300_000, north=7_000_000, size=1000, side=400)
    as_extent = area_of_bounds((1, 60, 6, 62), DEGREES, image)
    as_layer = read_area(layer(shapely.box(1, 60, 6, 62)), image)
    assert as_extent.window == as_layer.window
    np.testing.assert_array_equal(as_extent.mask(image.window), as_layer.mask(image.window))


def test_the_edge_of_a_rectangle_is_bent_as_its_parallel_is():
    image = grid(west=300_000, north=7_000_000, size=1000, side=400)
    mask = area_of_bounds((1, 60, 6, 62), DEGREES, image).mask(image.window)
    from rasterio.warp import transform

    rows, columns = np.mgrid[0:400, 0:400]
    eastings, northings = image.transform @ (columns.ravel() + 0.5, rows.ravel() + 0.5)
    longitudes, latitudes = map(np.array, transform(image.crs, DEGREES, eastings, northings))
    inside = (longitudes > 1) & (longitudes < 6) & (latitudes > 60) & (latitudes < 62)
    assert mask is not None
    assert (mask.ravel() != inside).sum() <= 3


def test_an_area_counted_from_another_turn_is_found():
    for image in (IMAGES["degrees from 0 to 360"], grid(DEGREES, west=-10, north=45, size=1e-3)):
        for west in (350.05, -9.95):
            area = area_of_bounds((west, 44.9, west + 0.05, 44.95), DEGREES, image)
            assert area.window == Window(50, 50, 50, 50)
        other = area_of_bounds((350.05, 44.9, 350.1, 44.95), "EPSG:4258", image)
        assert other.window == Window(50, 50, 50, 50)


@pytest.mark.parametrize("bounds", [(10, 60, 11, 61), (-178, -45, -177, -44)])
def test_an_area_elsewhere_is_refused_as_a_layer_and_as_an_extent(layer, bounds):
    with pytest.raises(GridError, match="outside the image"):
        area_of_bounds(bounds, DEGREES, grid()).window  # noqa: B018
    with pytest.raises(GridError, match="outside the image"):
        read_area(layer(shapely.box(*bounds)), grid()).window  # noqa: B018


def test_an_area_in_a_crs_where_the_image_has_no_place_is_found():
    world = grid(DEGREES, west=-180, north=90, size=1.8)
    area = area_of_bounds((400_000, 4_900_000, 600_000, 5_100_000), "EPSG:32631", world)
    assert area.window == Window(24, 100, 2, 3)


def test_what_is_no_polygon_or_has_no_place_is_left_out(layer):
    square = shapely.box(3.001, 45.14, 3.01, 45.15)
    bow = shapely.Polygon([(3, 45.13), (3.01, 45.14), (3.01, 45.13), (3, 45.14)])
    odd = shapely.Polygon([(3, 45), (np.inf, 45), (3, 46)])
    area = read_area(layer(square, bow, odd, shapely.Polygon(), None), grid())
    assert len(area.polygons) == 3  # the bow makes two
    with pytest.raises(VectorError, match="no polygon"):
        read_area(layer(shapely.Polygon(), None), grid())


def test_images_overlap_or_not():
    assert overlap(grid(), grid(west=501_000))
    assert not overlap(grid(), grid(west=600_000))
    assert not overlap(grid(), grid(west=502_000))  # a shared edge is none
    assert overlap(grid(), grid(DEGREES, west=-180, north=90, size=1.8))
    assert overlap(grid(DEGREES, west=-180, north=90, size=1.8), grid())
    assert overlap(grid(DEGREES, west=350, north=45, size=1e-3), grid(DEGREES, west=-10, north=45, size=1e-3))
    assert not overlap(grid(), grid(DEGREES, west=4, north=50, size=1e-3))


@pytest.mark.filterwarnings("error")
def test_the_only_layer_of_polygons_is_the_area_and_one_of_several_must_be_named(layer, tmp_path):
    path = layer(shapely.Point(3, 45))
    square = geopandas.GeoDataFrame(geometry=[shapely.box(500_100, 4_999_000, 500_200, 4_999_900)], crs=32631)
    square.to_file(path, layer="fields")
    assert len(read_area(path, grid()).polygons) == 1
    square.to_file(path, layer="woods")
    with pytest.raises(VectorError, match=r"several layers that fit: fields, woods.*gpkg\|layername=fields"):
        read_area(path, grid())
    assert len(read_area(f"{path}|layername=woods", grid()).polygons) == 1
    with pytest.raises(VectorError, match="cannot be read"):
        read_area(f"{path}|layername=roads", grid())


def test_a_table_is_no_area(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("name,size\na,1\n")
    with pytest.raises(VectorError, match="holds no polygon"):
        read_area(str(table), grid())
