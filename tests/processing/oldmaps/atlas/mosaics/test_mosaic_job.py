"""`oldmaps.mosaic`: one pixel, one sheet."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.enums import ColorInterp

from releve.processing.errors import BandError, Cancelled, GridError, RequestError, VectorError
from releve.processing.oldmaps.atlas.mosaics.mosaicking import Shares

WEST, NORTH = 652000.0, 6862000.0


def sheet(folder: Path, name: str, box: tuple[int, int, int, int], colour: object, **options: object) -> Path:
    """A warped sheet of one colour: left, top, columns, rows in pixels of a metre from the north-west."""
    left, top, columns, rows = box
    size = float(options.get("pixel", 1.0))
    colours = np.atleast_1d(np.asarray(colour))
    dtype = options.get("dtype", "uint8")
    count = len(colours) + 1
    folder.mkdir(exist_ok=True)
    path = folder / name
    with rasterio.open(
        path, "w", driver="GTiff", width=columns, height=rows, count=count, dtype=dtype,
        crs=options.get("crs", "EPSG:2154"), transform=Affine(size, 0, WEST + left, 0, -size, NORTH - top),
    ) as dataset:  # fmt: skip
        values = np.broadcast_to(colours[:, None, None], (count - 1, rows, columns)).astype(dtype)
        dataset.write(values, range(1, count))
        alpha = np.full((rows, columns), np.iinfo(dtype).max, dtype)
        alpha[:: options.get("stripes", rows + 1)][1:] = 0
        dataset.write(alpha, count)
        dataset.colorinterp = (*dataset.colorinterp[:-1], ColorInterp.alpha)
    return path


def laid(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read()


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """Two red and blue sheets of 100 by 80 m that share 20 by 80 m."""
    folder = tmp_path / "warped"
    sheet(folder, "a.tif", (0, 0, 100, 80), (200, 0, 0))
    sheet(folder, "b.tif", (80, 0, 100, 80), (0, 0, 200))
    return folder


def test_the_first_sheet_lies_on_top_and_what_they_share_is_told(run, sheets: Path, tmp_path: Path) -> None:
    outputs = {"mosaic": "m.tif", "overlaps": "o.csv", "report": "r.html"}
    told = run("oldmaps.mosaic", outputs, folder=str(sheets))
    values = laid(tmp_path / "m.tif")
    assert values.shape == (4, 80, 180)
    assert (values[:, :, :100] == np.array([200, 0, 0, 255]).reshape(4, 1, 1)).all()
    assert (values[:, :, 100:] == np.array([0, 0, 200, 255]).reshape(4, 1, 1)).all()
    assert told.values["sheets"] == 2
    assert told.values["covered_m2"] == pytest.approx(
        180 * 80, rel=2e-3
    )  # Lambert's metres are not the ground's
    assert told.values["overlap_m2"] == pytest.approx(20 * 80, rel=2e-3)
    assert told.values["bare_m2"] == 0
    (row,) = csv.DictReader((tmp_path / "o.csv").read_text(encoding="utf-8").splitlines())
    assert (row["upper"], row["lower"]) == ("a", "b")


@pytest.mark.parametrize("how", ["order", "z"])
def test_the_order_is_the_users(run, sheets: Path, tmp_path: Path, how: str) -> None:
    inputs = {"folder": str(sheets), "order": "b"}
    if how == "z":
        (sheets / "list.csv").write_text("image,z\na.tif,1\nb.tif,2\n", encoding="utf-8")
        inputs = {"table": str(sheets / "list.csv")}
    run("oldmaps.mosaic", {"mosaic": "m.tif"}, **inputs)
    assert laid(tmp_path / "m.tif")[:, 40, 90].tolist() == [0, 0, 200, 255]


def test_where_the_upper_sheet_is_transparent_the_lower_one_shows(run, tmp_path: Path) -> None:
    folder = tmp_path / "warped"
    sheet(folder, "a.tif", (0, 0, 60, 60), (200, 0, 0), stripes=10)
    sheet(folder, "b.tif", (0, 0, 60, 60), (0, 0, 200))
    run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(folder))
    values = laid(tmp_path / "m.tif")
    assert values[:, 10, 30].tolist() == [0, 0, 200, 255]
    assert values[:, 11, 30].tolist() == [200, 0, 0, 255]


def cutlines(folder: Path, boxes: dict[str, shapely.Polygon]) -> str:
    """A layer of polygons, in metres from the north-west."""
    features = [
        {
            "type": "Feature",
            "properties": {"sheet": name},
            "geometry": shapely.geometry.mapping(
                shapely.transform(box, lambda xy: np.add(xy, (WEST, NORTH)))
            ),
        }
        for name, box in boxes.items()
    ]
    path = folder / "cut.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return str(path)


def test_cutlines_say_what_each_sheet_shows(run, sheets: Path, tmp_path: Path) -> None:
    cut = cutlines(tmp_path, {"a": shapely.box(0, -80, 90, 0), "b": shapely.box(90, -80, 180, -10)})
    told = run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets), cutlines=cut)
    values = laid(tmp_path / "m.tif")
    assert values[0, 40, 89] == 200
    assert values[2, 40, 90] == 200
    assert values[3, 5, 120] == 0  # cut away, and no other sheet is there
    assert told.values["overlap_m2"] == 0


def test_other_pixels_are_resampled_and_told(run, sheets: Path, tmp_path: Path) -> None:
    sheet(sheets, "c.tif", (0, 80, 90, 40), (0, 200, 0), pixel=2.0)
    told = run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))
    assert "Resampled, since their pixels are not those of the mosaic: c." in told.warnings
    values = laid(tmp_path / "m.tif")
    assert values.shape == (4, 160, 180)
    assert values[:, 120, 90].tolist() == [0, 200, 0, 255]


def test_bare_ground_among_sheets_is_found(run, tmp_path: Path) -> None:
    folder = tmp_path / "warped"
    for name, box in {
        "n": (0, 0, 90, 30),
        "s": (0, 60, 90, 30),
        "w": (0, 30, 30, 30),
        "e": (60, 30, 30, 30),
    }.items():
        sheet(folder, f"{name}.tif", box, (9, 9, 9))
    told = run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(folder))
    assert told.values["bare_m2"] == pytest.approx(900, rel=2e-3)


def test_bare_ground_is_counted_in_pixels_however_coarse_the_cells(monkeypatch) -> None:
    from releve.processing.oldmaps.atlas.mosaics import mosaicking
    from releve.processing.raster.grids import Grid, Shape2d, Window

    monkeypatch.setattr(mosaicking, "COARSE", 10)
    shares = Shares.over(Grid(None, Affine(1, 0, 0, 0, -1, 0), Shape2d(95, 95)))
    valid = np.ones((95, 95), bool)
    valid[33:52, 41:60] = False
    shares.count([("a", valid)], Window(0, 0, 95, 95))
    assert shares.bare == pytest.approx(19 * 19)


def test_grey_and_colour_make_colour_and_grey_alone_stays_grey(run, sheets: Path, tmp_path: Path) -> None:
    sheet(sheets, "c.tif", (0, 80, 180, 20), 77)
    run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))
    assert laid(tmp_path / "m.tif")[:, 90, 5].tolist() == [77, 77, 77, 255]
    sheet(tmp_path / "grey", "g.tif", (0, 0, 30, 30), 70, dtype="uint16")
    run("oldmaps.mosaic", {"mosaic": "g.tif"}, folder=str(tmp_path / "grey"))
    assert laid(tmp_path / "g.tif")[:, 5, 5].tolist() == [70, 65535]


def test_a_mosaic_among_its_sheets_is_no_sheet(run, sheets: Path) -> None:
    first = run("oldmaps.mosaic", {"mosaic": "warped/0_all.tif"}, folder=str(sheets))
    again = run("oldmaps.mosaic", {"mosaic": "warped/0_all.tif"}, folder=str(sheets))
    assert first.values == again.values


def test_what_cannot_be_one_map_is_refused(run, sheets: Path) -> None:
    with pytest.raises(RequestError, match="There is no sheet z in the set"):
        run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets), order="z")
    astray = sheet(sheets, "c.tif", (900_000, 0, 10, 10), (1, 1, 1))
    with pytest.raises(GridError, match=r"c\.tif lies far from the other sheets"):
        run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))
    astray.unlink()
    other = sheet(sheets, "d.tif", (0, 80, 10, 10), (1, 1, 1), dtype="uint16")
    with pytest.raises(BandError, match=r"uint16 \(d\.tif\); uint8 \(a\.tif, b\.tif\)"):
        run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))
    other.unlink()
    sheet(sheets, "e.tif", (0, 80, 10, 10), (1, 1, 1), crs=None)
    with pytest.raises(GridError, match="lies nowhere on the ground"):
        run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))


def test_the_mosaic_is_a_cog_and_says_where_it_comes_from(run, tmp_path: Path) -> None:
    folder = tmp_path / "warped"
    sheet(folder, "a.tif", (0, 0, 1500, 1100), (200, 0, 0))
    run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(folder))
    with rasterio.open(tmp_path / "m.tif") as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.overviews(1) == [2, 4]
        assert dataset.colorinterp[-1] == ColorInterp.alpha
        told = json.loads(dataset.tags()["RELEVE_PROVENANCE"])
    assert told["job"] == "oldmaps.mosaic"
    assert told["inputs"]["folder"] == "warped"
    assert [source["name"] for source in told["sources"]] == ["a.tif"]
    assert told["sources"][0]["files"][0]["hash"].startswith("sha256:")
    assert str(tmp_path) not in json.dumps(told)


def test_a_cancelled_mosaic_leaves_nothing(run, sheets: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(Cancelled):
        run("oldmaps.mosaic", {"mosaic": "out/m.tif"}, folder=str(sheets), cancel_at=0.1)
    assert not list((tmp_path / "out").iterdir())


def test_a_sheet_is_never_replaced_by_the_mosaic(run, sheets: Path) -> None:
    before = (sheets / "a.tif").read_bytes()
    with pytest.raises(RequestError, match="also an input"):
        run("oldmaps.mosaic", {"mosaic": "warped/a.tif"}, folder=str(sheets))
    assert (sheets / "a.tif").read_bytes() == before


@pytest.mark.parametrize("turn", [Affine.rotation(20), Affine.scale(1, -1)], ids=["rotated", "south-up"])
def test_sheets_that_are_not_north_up_are_refused(run, sheets: Path, turn: Affine) -> None:
    with rasterio.open(sheets / "b.tif", "r+") as dataset:
        dataset.transform = dataset.transform @ turn
    with pytest.raises(GridError, match=r"b\.tif is rotated or south-up"):
        run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))


def test_places_in_a_palette_are_not_taken_for_greys(run, sheets: Path) -> None:
    with rasterio.open(
        sheets / "c.tif", "w", driver="GTiff", width=100, height=80, count=1, dtype="uint8",
        crs="EPSG:2154", transform=Affine(1, 0, WEST, 0, -1, NORTH), photometric="palette",
    ) as dataset:  # fmt: skip
        dataset.write(np.full((1, 80, 100), 7, np.uint8))
        dataset.write_colormap(1, {7: (200, 0, 0, 255)})
    with pytest.raises(BandError, match=r"c\.tif holds places in a palette"):
        run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets))


def test_a_mosaic_is_left_out_of_a_folder_but_not_of_a_table(run, sheets: Path, tmp_path: Path) -> None:
    run("oldmaps.mosaic", {"mosaic": "warped/m.tif"}, folder=str(sheets))
    for name in ("a.tif", "b.tif"):
        (sheets / name).unlink()
    with pytest.raises(RequestError, match="holds mosaics alone"):
        run("oldmaps.mosaic", {"mosaic": "n.tif"}, folder=str(sheets))
    (sheets / "list.csv").write_text("image\nm.tif\n", encoding="utf-8")
    assert run("oldmaps.mosaic", {"mosaic": "n.tif"}, table=str(sheets / "list.csv")).values["sheets"] == 1


def test_sheets_beside_their_cutlines_are_told(run, sheets: Path, tmp_path: Path) -> None:
    boxes = {"a": shapely.box(0, -80, 90, 0), "b": shapely.box(900, -80, 950, -10)}
    told = run("oldmaps.mosaic", {"mosaic": "m.tif"}, folder=str(sheets), cutlines=cutlines(tmp_path, boxes))
    assert "Not shown, since their cutlines lie beside them: b." in told.warnings
    boxes["a"] = boxes["b"]
    with pytest.raises(VectorError, match="show nothing of them"):
        run("oldmaps.mosaic", {"mosaic": "n.tif"}, folder=str(sheets), cutlines=cutlines(tmp_path, boxes))
