"""What a map tells of itself: how much there is of each class, its model, and how far to trust it.

All of it stands in the raster: see ``PROVENANCE_TAG``, ``TAG`` and ``COUNTS_TAG`` of the backend's room
``raster``. Estimates of an accuracy assessment come from its table.
"""

import csv
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal

from .i18n import tr

Interval = Optional[tuple[float, float]]


class NoFacts(Exception):
    """The raster or the table does not tell what is needed."""


@dataclass(frozen=True)
class ClassArea:
    """A class of a map. ``share``: of the pixels that have a class; None where unknown, like areas in m²."""

    value: int
    name: str
    color: str
    share: Optional[float]
    area_m2: Optional[float]
    interval_m2: Interval = None


@dataclass(frozen=True)
class Accuracy:
    """An accuracy as a share, with its interval, and how it was measured."""

    overall: float
    interval: Interval
    how: str
    is_of_this_map: bool


@dataclass(frozen=True)
class MapFacts:
    """What is told of a map."""

    images: tuple[str, ...]
    model: str
    version: str
    licence: str
    citation: str
    software: str
    classes: tuple[ClassArea, ...]
    accuracy: Optional[Accuracy]


def read_facts(path: str, estimates: str = "") -> MapFacts:
    """The facts of a map that a model has made; with the table of an assessment, its areas and accuracy.

    Raises
    ------
    NoFacts
        The raster is none of Relevé's, or the table none of “Accuracy of a map”.
    """
    data = gdal.OpenEx(path, gdal.OF_RASTER)
    told = _json(None if data is None else data.GetMetadataItem("RELEVE_PROVENANCE"))
    if not told.get("model"):
        sentence = tr("{path} does not say how it was made: choose a raster that a model of Relevé has made")
        raise NoFacts(sentence.format(path=path))
    model, band = told["model"], data.GetRasterBand(1)
    counts = _json(band.GetMetadataItem("RELEVE_COUNTS"))
    classes = _classes(_json(band.GetMetadataItem("RELEVE_CLASSES")), counts if _are_of(counts, data) else {})
    accuracy = _stated(model.get("accuracy") or {})
    if estimates:
        rows = _rows(estimates)
        classes, accuracy = _with_estimates(classes, rows), _measured(rows) or accuracy
    return MapFacts(
        images=tuple(one["name"] for one in told.get("sources", ()) if str(one["role"]).startswith("input")),
        model=model.get("title") or model.get("name") or "",
        version=model.get("version") or "",
        licence=model.get("licence") or "",
        citation=model.get("citation") or "",
        software=told.get("software") or "",
        classes=classes,
        accuracy=accuracy,
    )


def _json(text: Optional[str]) -> Any:
    try:
        return json.loads(text or "{}")
    except ValueError:
        return {}


def _are_of(counts: Any, data: gdal.Dataset) -> bool:
    """Whether a raster is the one that was counted: GDAL leaves the counts where it cuts or resamples it."""
    size, told = counts.get("size"), counts.get("transform", ())
    found = data.GetGeoTransform()
    return size == [data.RasterXSize, data.RasterYSize] and all(
        math.isclose(one, other, rel_tol=1e-12) for one, other in zip_longest(told, found, fillvalue=math.inf)
    )


def _classes(named: Any, counts: Any) -> tuple[ClassArea, ...]:
    pixels, pixel_m2 = counts.get("pixels", {}), counts.get("pixel_m2")
    total = sum(pixels.values())
    found = [(one, pixels.get(str(one["value"]), 0)) for one in named]
    return tuple(
        ClassArea(
            value=one["value"],
            name=one.get("name") or str(one["value"]),
            color=one.get("color") or "#888888",
            share=count / total if total else None,
            area_m2=None if pixel_m2 is None else count * pixel_m2,
        )
        for one, count in found
    )


def _stated(told: Mapping[str, Any]) -> Optional[Accuracy]:
    overall = told.get("overall")
    if not isinstance(overall, (int, float)):
        return None
    ends = told.get("interval")
    return Accuracy(overall, tuple(ends) if ends else None, str(told.get("how") or ""), is_of_this_map=False)


def _rows(path: str) -> list[dict[str, str]]:
    try:
        with Path(path).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NoFacts(tr("{path} cannot be read: {reason}").format(path=path, reason=error)) from error
    if not rows or not {"measure", "weighting", "class", "estimate", "low", "high", "unit"} <= set(rows[0]):
        sentence = tr("{path} is no table of estimates that “Accuracy of a map” has written")
        raise NoFacts(sentence.format(path=path))
    return rows


def _with_estimates(classes: tuple[ClassArea, ...], rows: list[dict[str, str]]) -> tuple[ClassArea, ...]:
    areas = {
        row["class"]: row
        for row in rows
        if row["measure"] == "area" and row["unit"] == "ha" and row["estimate"]
    }
    shares = {row["class"]: row for row in rows if row["measure"] == "area_share" and row["estimate"]}
    if not areas:
        return classes
    return tuple(
        ClassArea(
            one.value,
            one.name,
            one.color,
            float(shares[str(one.value)]["estimate"]) if str(one.value) in shares else one.share,
            float(areas[str(one.value)]["estimate"]) * 1e4,
            _ends(areas[str(one.value)], 1e4),
        )
        for one in classes
        if str(one.value) in areas
    )


def _measured(rows: list[dict[str, str]]) -> Optional[Accuracy]:
    """Weighted by area where that could be estimated, else as counted."""
    found = [row for row in rows if row["measure"] == "overall_accuracy" and row["estimate"]]
    found.sort(key=lambda row: row["weighting"] != "area")
    if not found:
        return None
    how = (
        tr("by reference data on this map, weighted by area")
        if found[0]["weighting"] == "area"
        else tr("by reference data on this map")
    )
    return Accuracy(float(found[0]["estimate"]), _ends(found[0]), how, is_of_this_map=True)


def _ends(row: dict[str, str], scale: float = 1.0) -> Interval:
    return (float(row["low"]) * scale, float(row["high"]) * scale) if row["low"] and row["high"] else None
