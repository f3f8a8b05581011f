"""A GeoPackage of one polygon layer, written as a stream of batches."""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
from affine import Affine

from ..errors import OutputError
from ..language import tr
from .patches import Patches
from .ragged import IntArray, offsets_of

if TYPE_CHECKING:
    import pyarrow as pa
    from rasterio.crs import CRS

Bytes: TypeAlias = npt.NDArray[np.uint8]

GEOMETRY = "geom"
BATCH_BYTES = 64 << 20  # of geometries handed over at once, unless one polygon is larger
LARGEST_POLYGON = 1_000_000_000  # bytes: SQLite takes no longer value
LAST_CHANGE = "1970-01-01T00:00:00.000Z"  # a clock time would make two runs of one request differ
COUNTERS = 24, 92  # in the head of a SQLite file: its changes, and those that its number of pages goes with
METADATA_STANDARD = "https://www.iso.org/standard/21778.html"  # JSON
METADATA_EXTENSION = "http://www.geopackage.org/spec120/#extension_metadata"
GEOPACKAGE_VERSION = "1.2"  # what every QGIS since 3.22 reads without a warning

METADATA_TABLES = """
CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL,
  mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL,
  table_name TEXT,
  column_name TEXT,
  row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
);
"""


@dataclass(frozen=True)
class Features:
    """Polygons and their attributes, by name of the field: arrays of one value for each polygon."""

    patches: Patches
    attributes: Mapping[str, Any]


def polygon_bytes(patches: Patches, transform: Affine) -> tuple[IntArray, Bytes]:
    """The patches as polygons in Well-Known Binary, one after the other, and where each begins.

    Outer rings go anticlockwise and holes clockwise on the map, whichever way the transform turns the grid.
    """
    if not len(patches):
        return np.zeros(1, np.int64), np.zeros(0, np.uint8)
    corners = np.diff(patches.corners)
    order = _closed(patches.corners, reverse=transform.determinant > 0)
    points = np.empty((len(order), 2), "<f8")
    row, column = patches.rows[order], patches.columns[order]
    points[:, 0] = transform.a * column + transform.b * row + transform.c
    points[:, 1] = transform.d * column + transform.e * row + transform.f

    # Words of four bytes: the type and the number of rings of each polygon, the number of points of each
    # ring, points.
    ring_words = 1 + 4 * (corners + 1)
    rings = np.diff(patches.rings)
    polygon_words = 2 + np.add.reduceat(ring_words, patches.rings[:-1])
    heads = offsets_of(polygon_words)
    is_first = np.zeros(len(corners), np.int64)
    is_first[patches.rings[:-1]] = 2
    ring_heads = np.cumsum(is_first) + offsets_of(ring_words)[:-1]
    words = np.empty(heads[-1], "<u4")
    is_point = np.ones(len(words), bool)
    for place, content in ((heads[:-1], 3), (heads[:-1] + 1, rings), (ring_heads, corners + 1)):
        words[place] = content
        is_point[place] = False
    words[is_point] = points.reshape(-1).view("<u4")

    starts = heads * 4 + np.arange(len(heads))
    found = np.empty(starts[-1], np.uint8)
    is_word = np.ones(len(found), bool)
    is_word[starts[:-1]] = False
    found[starts[:-1]] = 1  # little-endian
    found[is_word] = words.view(np.uint8)
    return starts, found


def _closed(offsets: IntArray, *, reverse: bool) -> IntArray:
    """Numbers of the corners of each ring, its first once more at its end."""
    lengths = np.diff(offsets)
    closed = offsets_of(lengths + 1)
    place = np.arange(closed[-1]) - np.repeat(closed[:-1], lengths + 1)
    size = np.repeat(lengths, lengths + 1)
    place = (size - place) % size if reverse else np.where(place == size, 0, place)
    numbers: IntArray = np.repeat(offsets[:-1], lengths + 1) + place
    return numbers


def write_layer(
    batches: Iterator[Features],
    path: Path,
    *,
    layer: str,
    schema: pa.Schema,
    transform: Affine,
    crs: CRS | None,
    metadata: str | None = None,
) -> None:
    """Write polygons as they come to a new GeoPackage of one layer, with a spatial index.

    Parameters
    ----------
    batches : iterator of Features
        What it raises passes through, and leaves no file.
    schema : pyarrow.Schema
        Fields of the attributes, in order.
    metadata : str, optional
        A JSON text about the layer, for the table ``gpkg_metadata``.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    import pyarrow as pa
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError

    stream = _Stream(batches, schema, transform)
    path.unlink(missing_ok=True)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="'crs' was not provided")
            pyogrio.write_arrow(
                pa.RecordBatchReader.from_batches(stream.schema, stream.batches()),
                str(path),
                layer=layer,
                driver="GPKG",
                geometry_name=GEOMETRY,
                geometry_type="Polygon",
                dataset_options={"VERSION": GEOPACKAGE_VERSION},
                crs=crs.to_wkt() if crs else None,
            )
        _finish(path, layer, stream.count, metadata)
    except (
        DataSourceError,
        DataLayerError,
        FieldError,
        GeometryError,
        RuntimeError,
        sqlite3.Error,
        OSError,
    ) as error:
        path.unlink(missing_ok=True)
        if stream.error is not None:
            raise stream.error from None
        sentence = tr("{path} cannot be written ({reason}): is the disk full, or the folder read-only?")
        raise OutputError(sentence.format(path=path, reason=str(error).strip()[-200:])) from error


class _Stream:
    """Batches for GDAL. What the source raises is kept, since it would come out of GDAL as something else."""

    def __init__(self, source: Iterator[Features], schema: pa.Schema, transform: Affine) -> None:
        import pyarrow as pa

        wkb = pa.field(GEOMETRY, pa.binary(), metadata={"ARROW:extension:name": "geoarrow.wkb"})
        self.schema = schema.append(wkb)
        self.count = 0
        self.error: BaseException | None = None
        self._source = source
        self._transform = transform

    def batches(self) -> Iterator[pa.RecordBatch]:
        try:
            for features in self._source:
                yield from self._batches(features)
        except BaseException as error:
            self.error = error
            raise

    def _batches(self, features: Features) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        starts, content = polygon_bytes(features.patches, self._transform)
        fields = [field for field in self.schema if field.name != GEOMETRY]
        columns = [pa.array(features.attributes[field.name], field.type) for field in fields]
        for first, last in _portions(starts):
            part = (starts[first : last + 1] - starts[first]).astype(np.int32)
            data = pa.py_buffer(content[starts[first] : starts[last]])
            wkb = pa.Array.from_buffers(pa.binary(), last - first, [None, pa.py_buffer(part), data])
            self.count += last - first
            yield pa.RecordBatch.from_arrays([*(c[first:last] for c in columns), wkb], schema=self.schema)


def _portions(starts: IntArray) -> Iterator[tuple[int, int]]:
    """First and past-the-last polygon of batches of bounded size."""
    sizes = np.diff(starts)
    if len(sizes) and sizes.max() > LARGEST_POLYGON:
        raise OutputError(
            tr(
                "One polygon has {size:.1f} GB, more than a GeoPackage takes: remove small patches with a "
                "minimum area, or leave out its class."
            ).format(size=float(sizes.max()) / 1e9)
        )
    first = 0
    while first < len(sizes):
        last = int(np.searchsorted(starts, starts[first] + BATCH_BYTES, side="right")) - 1
        last = max(last, first + 1)
        yield first, last
        first = last


def _finish(path: Path, layer: str, count: int, metadata: str | None) -> None:
    """Check that all is there, add the metadata, and take the clock out of the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        written = database.execute(f'SELECT count(*) FROM "{layer}"').fetchone()[0]
        if written != count:
            raise OSError(
                tr("{written} polygons of {count} were written").format(written=written, count=count)
            )
        database.execute("BEGIN")
        database.execute("UPDATE gpkg_contents SET last_change = ?", (LAST_CHANGE,))
        if metadata is not None:
            _add_metadata(database, layer, metadata)
        database.execute("COMMIT")
    _forget_changes(path)


def _forget_changes(path: Path) -> None:
    """Set SQLite's count of changes: GDAL's threads commit one time more or less from run to run."""
    with path.open("r+b") as file:
        for place in COUNTERS:
            file.seek(place)
            file.write((1).to_bytes(4, "big"))


def _add_metadata(database: sqlite3.Connection, layer: str, metadata: str) -> None:
    for statement in METADATA_TABLES.split(";\n"):
        database.execute(statement)
    row = database.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) "
        "VALUES ('dataset', ?, ?, ?)",
        (METADATA_STANDARD, "application/json", metadata),
    ).lastrowid
    database.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id) "
        "VALUES ('table', ?, ?, ?)",
        (layer, LAST_CHANGE, row),
    )
    for table in ("gpkg_metadata", "gpkg_metadata_reference"):
        database.execute(
            "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
            "VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
            (table, METADATA_EXTENSION),
        )
