"""What was found, as plain values, as a table and as lines for programs: the same in every language."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import OutputError
from ...language import tr
from .bands import FloatArray
from .graticule import Graticule
from .nodes import Node

COLUMNS = ("i", "j", "col", "row", "kind", "sigma_px", "confidence", "x", "y")


def node_values(graticule: Graticule, ground: FloatArray | None) -> list[dict[str, Any]]:
    """Each node as a JSON object; with x and y where ground coordinates are known."""
    return [_node(node, ground) for node in graticule.nodes]


def _node(node: Node, ground: FloatArray | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "i": node.i,
        "j": node.j,
        "col": round(node.col, 3),
        "row": round(node.row, 3),
        "kind": node.kind,
        "sigma_px": round(node.sigma_px, 3),
        "confidence": round(node.confidence, 3),
    }
    if ground is None:
        return told
    x, y = place_of(node, ground)
    return told | {"x": x, "y": y}


def place_of(node: Node, ground: FloatArray) -> tuple[float, float]:
    """Ground coordinates of a node."""
    x, y = np.array([1.0, node.i, node.j]) @ ground
    return float(x), float(y)


def node_rows(graticule: Graticule, ground: FloatArray | None) -> Iterator[list[Any]]:
    """Header and rows of the table of nodes."""
    yield list(COLUMNS)
    for told in node_values(graticule, ground):
        yield [told.get(name) for name in COLUMNS]


def line_values(graticule: Graticule) -> list[dict[str, Any]]:
    """Each line as a JSON object, its path as pairs of col and row."""
    return [
        {
            "kind": line.kind,
            "axis": line.axis,
            "number": line.number,
            "score": round(line.score, 3),
            "path": np.round(line.path, 2).tolist(),
        }
        for line in graticule.lines
    ]


def write_lines(path: Path, graticule: Graticule) -> None:
    """Write the lines as a layer over the image as QGIS shows it: x is the column, y minus the row.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    import geopandas
    from pyogrio.errors import DataLayerError, DataSourceError
    from shapely import LineString

    told = line_values(graticule)
    shapes = [LineString(np.column_stack([line.path[:, 0], -line.path[:, 1]])) for line in graticule.lines]
    fields = {name: [one[name] for one in told] for name in ("kind", "axis", "number", "score")}
    layer = geopandas.GeoDataFrame(fields, geometry=shapes)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="'crs' was not provided")
            layer.to_file(path, driver="GPKG", layer="lines", geometry_type="LineString")
    except (DataSourceError, DataLayerError) as error:
        sentence = tr("{path} cannot be written ({reason}): is the disk full, or the folder read-only?")
        raise OutputError(sentence.format(path=path, reason=str(error).strip()[-200:])) from error
