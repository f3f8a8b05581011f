"""Draw an atlas of a town that never was, with its control points, into build/samples/atlas/.

    .venv/bin/python tools/sample_atlas.py [FOLDER]

Four sheets as scanners give them (`valmer_1.jpg` …, turned, stretched and folded a little, with the points
of their graticule beside them in QGIS' format), what each is to show in a mosaic (`cutlines.gpkg`), and a
later edition that lies on the ground (`valmer_1859.tif`), in toises. Everything is drawn, so the truth is
known; it says nothing of real sheets.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import geopandas
import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from pyproj import CRS
from rasterio.transform import from_origin
from scipy.spatial import Voronoi

ROOT = Path(__file__).resolve().parents[1]
TOISE_M = 1.94903631
PROJ = f"+proj=tmerc +lat_0=46.2 +lon_0=-1.9 +ellps=GRS80 +to_meter={TOISE_M} +type=crs"
CRS_WKT = CRS(PROJ).to_wkt().replace("unknown", "Valmer (toises)", 1)  # a name of its own
TOWN = (-500.0, -400.0, 500.0, 400.0)  # xmin, ymin, xmax, ymax in toises
SHEET = (500.0, 400.0)  # what a sheet covers within its neat line, in toises
NODE = 100.0  # toises between lines of the graticule
BEYOND = 20.0  # toises drawn beyond the neat line, so that neighbours share their nodes
PX_PER_TOISE = 4.0
MARGIN_PX = 180
LINE_BITS = 4  # OpenCV draws at sixteenths of a pixel

Image = NDArray[np.uint8]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Ink:
    """Colours of an edition, red, green and blue."""

    paper: tuple[int, int, int]
    block: tuple[int, int, int]
    line: tuple[int, int, int]
    water: tuple[int, int, int]
    garden: tuple[int, int, int]


FIRST = Ink((236, 224, 196), (226, 178, 160), (70, 52, 44), (168, 196, 200), (188, 200, 150))
LATER = Ink((246, 244, 238), (205, 205, 205), (30, 30, 40), (190, 215, 240), (214, 228, 200))


@dataclass(frozen=True)
class Block:
    """A part of the town, in toises. ``kind``: the colour of an ink that fills it."""

    kind: str
    outline: shapely.Polygon
    walls: tuple[shapely.LineString, ...] = ()


def town(random: np.random.Generator) -> list[Block]:
    """Houses and gardens, and the river between them."""
    xmin, ymin, xmax, ymax = TOWN
    xs, ys = np.meshgrid(np.arange(xmin - 90, xmax + 90, 46), np.arange(ymin - 90, ymax + 90, 46))
    seeds = np.column_stack([xs.ravel(), ys.ravel()]) + random.uniform(-15, 15, (xs.size, 2))
    bank = np.linspace(xmin - 100, xmax + 100, 60)
    river = shapely.LineString(np.column_stack([bank, 60 * np.sin(bank / 190) - 40])).buffer(22)
    blocks = [Block("water", river)]
    diagram = Voronoi(seeds)
    for region in (diagram.regions[place] for place in diagram.point_region):
        if region and -1 not in region:
            block = shapely.Polygon(diagram.vertices[region]).buffer(-4).difference(river.buffer(5))
            blocks += [built(part, random) for part in shapely.get_parts(block) if part.area > 120]
    return blocks


def built(outline: shapely.Polygon, random: np.random.Generator) -> Block:
    """A block of houses, or now and then a garden."""
    if random.random() < 0.12:
        return Block("garden", outline)
    return Block("block", outline, tuple(walls(outline, random)))


def walls(block: shapely.Polygon, random: np.random.Generator) -> list[shapely.LineString]:
    """Walls between the houses of a block."""
    centre = np.array(block.centroid.coords[0])
    angles = np.sort(random.uniform(0, 2 * np.pi, random.integers(4, 9)))
    ends = centre + 60 * np.column_stack([np.cos(angles), np.sin(angles)])
    court = block.buffer(-7)
    rays = shapely.linestrings(np.stack([np.broadcast_to(centre, ends.shape), ends], axis=1))
    between = shapely.difference(shapely.intersection(rays, block), court)
    lines = shapely.get_parts([*between, *(part.exterior for part in shapely.get_parts(court))])
    return [line for line in lines if line.geom_type in ("LineString", "LinearRing")]


class Plan:
    """What is drawn of a rectangle of the town, north up."""

    def __init__(self, bounds: tuple[float, float, float, float], ink: Ink, margin_px: int):
        xmin, ymin, xmax, ymax = bounds
        self.bounds, self.ink, self.margin = bounds, ink, margin_px
        width, height = (round(side * PX_PER_TOISE) + 2 * margin_px for side in (xmax - xmin, ymax - ymin))
        self.image: Image = np.full((height, width, 3), ink.paper, np.uint8)

    def to_pixels(self, places: Floats) -> Floats:
        """Col and row of places in toises, (n, 2) both."""
        xmin, _, _, ymax = self.bounds
        return (np.asarray(places, float) - (xmin, ymax)) * (PX_PER_TOISE, -PX_PER_TOISE) + self.margin

    def _drawn(self, places: Floats) -> NDArray[np.int32]:
        return np.round((self.to_pixels(places) - 0.5) * 2**LINE_BITS).astype(np.int32)

    def fill(self, polygon: shapely.Polygon, colour: tuple[int, int, int]) -> None:
        """A polygon with an outline."""
        ring = self._drawn(np.array(polygon.exterior.coords))
        cv2.fillPoly(self.image, [ring], colour, cv2.LINE_AA, LINE_BITS)
        self.line(np.array(polygon.exterior.coords), 2)

    def line(self, places: Floats, width_px: int = 1) -> None:
        """A line of the map."""
        cv2.polylines(
            self.image, [self._drawn(places)], False, self.ink.line, width_px, cv2.LINE_AA, LINE_BITS
        )

    def write(self, text: str, place: Floats, size: float) -> None:
        """A name, from its lower left corner on."""
        col, row = (int(value) for value in self.to_pixels(place))
        cv2.putText(
            self.image, text, (col, row), cv2.FONT_HERSHEY_COMPLEX, size, self.ink.line, 2, cv2.LINE_AA
        )


def draw(plan: Plan, blocks: Sequence[Block]) -> None:
    """The town in a plan's rectangle."""
    window = shapely.box(*plan.bounds)
    for block in blocks:
        for part in shapely.get_parts(block.outline.intersection(window)):
            if isinstance(part, shapely.Polygon) and not part.is_empty:
                plan.fill(part, getattr(plan.ink, block.kind))
        for wall in shapely.get_parts(shapely.intersection(block.walls, window)):
            if isinstance(wall, shapely.LineString) and not wall.is_empty:
                plan.line(np.array(wall.coords))


def nodes(bounds: tuple[float, float, float, float]) -> Floats:
    """Crossings of the graticule in a rectangle, (n, 2), in toises."""
    xmin, ymin, xmax, ymax = bounds
    xs = np.arange(np.ceil(xmin / NODE), np.floor(xmax / NODE) + 1) * NODE
    ys = np.arange(np.ceil(ymin / NODE), np.floor(ymax / NODE) + 1) * NODE
    return np.array([(x, y) for y in ys for x in xs])


def draw_graticule(plan: Plan, neat: tuple[float, float, float, float]) -> None:
    """Lines through the nodes, with their numbers outside of the drawing, and the frame."""
    xmin, ymin, xmax, ymax = plan.bounds
    for x in np.unique(nodes(neat)[:, 0]):
        plan.line(np.array([(x, ymin), (x, ymax)]), 2)
        plan.write(f"{x:.0f}", np.array([x - 8, ymax + 8]), 0.9)
    for y in np.unique(nodes(neat)[:, 1]):
        plan.line(np.array([(xmin, y), (xmax, y)]), 2)
        plan.write(f"{y:.0f}", np.array([xmin - 34, y - 3]), 0.9)
    plan.line(np.array([(xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax), (xmin, ymin)]), 5)


@dataclass(frozen=True)
class Distortion:
    """What paper and scanner do to a plan: a turn, a stretch, and waves of some pixels.

    It takes pixels of the scan to pixels of the plan, as resampling asks for it.
    """

    angle_rad: float
    stretch: tuple[float, float]
    wave_px: float
    centre: tuple[float, float]

    def to_plan(self, pixels: Floats) -> Floats:
        """Col and row on the plan of pixels of the scan, (…, 2) both."""
        from_centre = np.asarray(pixels, float) - self.centre
        cosine, sine = np.cos(self.angle_rad), np.sin(self.angle_rad)
        turned = from_centre @ np.array([[cosine, sine], [-sine, cosine]]) * self.stretch
        waves = self.wave_px * np.sin(turned[..., ::-1] / (620.0, 540.0))
        return turned + waves + self.centre

    def to_scan(self, pixels: Floats) -> Floats:
        """The other way, by iteration."""
        wanted = np.asarray(pixels, float)
        found = wanted.copy()
        for _ in range(30):
            found += wanted - self.to_plan(found)
        return found


def scan(plan: Plan, distortion: Distortion, random: np.random.Generator) -> Image:
    """The plan on old paper, as a scanner sees it."""
    rows, columns = plan.image.shape[:2]
    grid = np.stack(np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5), axis=-1)
    places = (distortion.to_plan(grid) - 0.5).astype(np.float32)
    image = cv2.remap(plan.image, places, None, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return _aged(image, random)


def _aged(image: Image, random: np.random.Generator) -> Image:
    rows, columns = image.shape[:2]
    clouds = cv2.resize(random.normal(0, 1, (7, 9)), (columns, rows), interpolation=cv2.INTER_CUBIC)
    light = 1 + 0.03 * clouds + random.normal(0, 0.018, (rows, columns))
    fold = np.abs(np.arange(columns) - 0.49 * columns)
    light -= 0.22 * np.exp(-((fold / 3.0) ** 2))
    return (image * light[..., None]).clip(0, 255).astype(np.uint8)


def bounds_of(number: int) -> tuple[float, float, float, float]:
    """Neat line of a sheet, 1 to 4, from the north-west on."""
    column, row = (number - 1) % 2, (number - 1) // 2
    xmin, ymax = TOWN[0] + column * SHEET[0], TOWN[3] - row * SHEET[1]
    return xmin, ymax - SHEET[1], xmin + SHEET[0], ymax


def write_sheet(folder: Path, number: int, blocks: Sequence[Block]) -> None:
    """A sheet and its control points, which somebody measured to about half a pixel."""
    random = np.random.default_rng(1789 + number)
    neat = bounds_of(number)
    plan = Plan((neat[0] - BEYOND, neat[1] - BEYOND, neat[2] + BEYOND, neat[3] + BEYOND), FIRST, MARGIN_PX)
    draw(plan, blocks)
    draw_graticule(plan, neat)
    plan.write(f"VALMER  {number}", np.array([neat[0] + 190, neat[3] + 44]), 1.8)
    height, width = plan.image.shape[:2]
    distortion = Distortion(
        random.uniform(-0.012, 0.012),
        (random.uniform(0.99, 1.01), random.uniform(0.99, 1.01)),
        random.uniform(1.5, 3),
        (width / 2, height / 2),
    )
    image = scan(plan, distortion, random)
    cv2.imwrite(str(folder / f"valmer_{number}.jpg"), image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88])
    ground = nodes(neat)
    pixels = distortion.to_scan(plan.to_pixels(ground)) + random.normal(0, 0.5, ground.shape)
    write_points(folder / f"valmer_{number}.jpg.points", pixels, ground)


def write_points(path: Path, pixels: Floats, ground: Floats) -> None:
    """Control points as QGIS 3 writes them."""
    lines = [f"#CRS: {CRS_WKT}", "mapX,mapY,sourceX,sourceY,enable"]
    lines += [
        f"{float(x)!r},{float(y)!r},{float(col)!r},{-float(row)!r},1"
        for (x, y), (col, row) in zip(ground, pixels, strict=True)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_cutlines(path: Path) -> None:
    """The neat line of each sheet, named."""
    sheets = {f"valmer_{number}": shapely.box(*bounds_of(number)) for number in range(1, 5)}
    lines = geopandas.GeoDataFrame({"sheet": list(sheets)}, geometry=list(sheets.values()), crs=CRS_WKT)
    lines.to_file(path, layer="cutlines", engine="pyogrio")


def write_later_edition(path: Path, blocks: Sequence[Block]) -> None:
    """The town in other colours, with some blocks rebuilt, on the ground."""
    random = np.random.default_rng(1859)
    kept = [block for block in blocks if block.kind == "water" or random.random() < 0.93]
    plan = Plan(TOWN, LATER, 0)
    draw(plan, kept)
    rows, columns = plan.image.shape[:2]
    profile = {"driver": "GTiff", "width": columns, "height": rows, "count": 3, "dtype": "uint8"}
    place = from_origin(TOWN[0], TOWN[3], 1 / PX_PER_TOISE, 1 / PX_PER_TOISE)
    layout = {"tiled": True, "compress": "jpeg", "photometric": "ycbcr"}
    with rasterio.open(path, "w", **profile, **layout, crs=CRS_WKT, transform=place) as image:
        image.write(np.moveaxis(plan.image, 2, 0))


def write_atlas(folder: Path) -> None:
    """Everything, unless it is there."""
    done = folder / "valmer_1859.tif"
    if done.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    blocks = town(np.random.default_rng(1789))
    for number in range(1, 5):
        write_sheet(folder, number, blocks)
    write_cutlines(folder / "cutlines.gpkg")
    partial = done.with_suffix(".part.tif")
    write_later_edition(partial, blocks)
    partial.rename(done)


if __name__ == "__main__":
    write_atlas(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "samples" / "atlas")
