"""IIIF Georeference Annotations: points in longitude and latitude, with a mask and the address of the image.

``resourceCoords`` and the older ``pixelCoords`` are read, the first is written. What is not understood is
kept. An annotation page may hold several maps.

References
----------
https://iiif.io/api/extension/georef/
"""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import numpy as np

from ...errors import VectorError
from ...language import tr
from ...raster.json_nodes import Node, parse_json
from .content import Content, encoded, spelled
from .control_points import ControlPoint, ControlPoints, FloatArray, ImageSize
from .rows import Rows

KEY = "annotation"
WGS_84 = "EPSG:4326"
GEOREF = "http://iiif.io/api/extension/georef/1/context.json"
CONTEXT = [GEOREF, "http://iiif.io/api/presentation/3/context.json"]
COORDS = ("resourceCoords", "pixelCoords")
POLYGON = re.compile(r"<polygon\b[^>]*?\bpoints\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL)
SHAPE = re.compile(r"<(?:polygon|polyline|path|rect|circle|ellipse|line)\b")
MOVED = re.compile(r"\btransform\s*=")
"""What would put the corners elsewhere than their numbers say."""


def recognises(content: Content) -> bool:
    """Whether a file is JSON, by its first letter or its name."""
    return content.text.lstrip()[:1] in {"{", "["} or content.name.lower().endswith(("json", "jsonld"))


def read(content: Content, rows: Rows) -> ControlPoints:
    """The points of a map; rows always count downwards.

    Raises
    ------
    VectorError
        It is no annotation; the message tells the JSON path of the fault. Or several maps are in it, and
        none is named.
    """
    annotation = _chosen(content, _annotations(parse_json(content.text, content.name)))
    target = annotation["target"]
    sheet, features = _address(target), annotation["body"]["features"]
    kept = copy.deepcopy(annotation.object())
    del kept["body"]["features"]
    return ControlPoints(
        points=tuple(_point(feature) for feature in features.items()),
        crs=WGS_84,
        declared_crs=WGS_84,
        sheet=sheet,
        size=_size(target),
        mask=_mask(target),
        extra={KEY: kept, "encoding": content.encoding},
    )


def write(points: ControlPoints) -> bytes:
    """The annotation of the points that are enabled, in the present form."""
    annotation = copy.deepcopy(dict(points.extra.get(KEY, {})))
    annotation["@context"] = _context(annotation.get("@context", CONTEXT))
    annotation |= {"type": "Annotation", "motivation": "georeferencing"}
    annotation["target"] = _target(points, annotation.get("target", {}))
    body = annotation.pop("body", {"type": "FeatureCollection"})
    body = {"type": "FeatureCollection"} | body | _resource_crs(points, body)
    enabled = points.enabled
    degrees = _in_degrees(enabled)
    features = [_feature(*pair) for pair in zip(enabled.points, degrees.tolist(), strict=True)]
    annotation["body"] = body | {"features": features}
    text = json.dumps(annotation, ensure_ascii=False, indent=2) + "\n"
    return encoded(text, points.extra.get("encoding", "utf-8"))


def _annotations(node: Node) -> list[Node]:
    kind = node["type"]
    if kind.value == "AnnotationPage":
        return list(node["items"].items())
    if kind.value == "Annotation":
        return [node]
    raise kind.fault(tr("“Annotation” or “AnnotationPage”"))


def _chosen(content: Content, annotations: list[Node]) -> Node:
    """The annotation meant: the only one, or the one whose number or id is named."""
    ids = [annotation.object().get("id", "") for annotation in annotations]
    for number, annotation in enumerate(annotations, 1):
        if content.part in (str(number), ids[number - 1]) or (not content.part and len(annotations) == 1):
            return annotation
    sentence = tr("{name} holds {count} maps: name one by its number or id, as in “{example}”")
    example = f"{content.name}|sheet=1"
    raise VectorError(sentence.format(name=content.name, count=len(annotations), example=example))


def _point(feature: Node) -> ControlPoint:
    properties, geometry = feature["properties"], feature["geometry"]
    found = next((one for name in COORDS if (one := properties.get(name))), None)
    col, row = (found or properties[COORDS[0]]).pair()
    if geometry["type"].value != "Point":
        raise geometry["type"].fault(tr("“Point”"))
    longitude, latitude = geometry["coordinates"].pair()
    return ControlPoint(col=col, row=row, x=longitude, y=latitude, extra={KEY: feature.object()})


def _source(target: Node) -> Node:
    """What is annotated: the image or the canvas itself."""
    if isinstance(target.value, str):
        return target
    for older in (target.get("service"), target.get("source")):
        if older is not None and older.value != []:
            return older.at(0) if isinstance(older.value, list) else older
    return target


def _address(target: Node) -> str:
    source = _source(target)
    if isinstance(source.value, str):
        return source.text()
    return (source.get("id") or source.get("@id") or source["id"]).text()


def _size(target: Node) -> ImageSize | None:
    """Of the image: never of the selector's svg, which is the extent of the mask in some files."""
    source = _source(target)
    if isinstance(source.value, str):
        return None
    width, height = source.get("width"), source.get("height")
    if width is None or height is None:
        return None
    for side in (width, height):
        if side.number() < 1:
            raise side.fault(tr("a number of pixels"))
    return ImageSize(width=round(width.number()), height=round(height.number()))


def _mask(target: Node) -> FloatArray | None:
    selector = None if isinstance(target.value, str) else target.get("selector")
    if selector is None or selector["type"].value != "SvgSelector":
        return None
    mask = _outline(selector["value"].text())
    if mask is None:
        raise selector["value"].fault(tr("one polygon of three points or more, and no “transform”"))
    return mask


def _outline(svg: str) -> FloatArray | None:
    """Col and row of a polygon's corners, None where there is no such polygon, or more besides."""
    polygons = POLYGON.findall(svg)
    if len(polygons) != 1 or len(SHAPE.findall(svg)) != 1 or MOVED.search(svg):
        return None
    words = re.split(r"[\s,]+", "".join(polygons[0]).strip())
    try:
        numbers = np.array([float(word) for word in words])
    except ValueError:
        return None
    if len(numbers) < 6 or len(numbers) % 2 or not np.isfinite(numbers).all():
        return None
    return numbers.reshape(-1, 2)


def _context(kept: Any) -> list[Any]:
    listed = kept if isinstance(kept, list) else [kept]
    return listed if GEOREF in listed else [GEOREF, *listed]


def _target(points: ControlPoints, kept: Any) -> dict[str, Any]:
    """The target in its present form, with whatever else it held."""
    if isinstance(kept, str):
        kept = {}
    listed = kept.get("service")
    service = listed[0] if isinstance(listed, list) and listed else listed
    kind = service.get("type", "Image") if isinstance(service, dict) else "Image"
    source = kept.get("source", {})
    source = dict(source) if isinstance(source, dict) else {}
    described = {"id": points.sheet, "type": kind} | source
    if points.size is not None:
        described |= {"width": points.size.width, "height": points.size.height}
    others = {key: value for key, value in kept.items() if key not in {"service", "source", "id", "@id"}}
    target = others | {"type": "SpecificResource", "source": described}
    if points.mask is not None:
        target["selector"] = _selector(points, kept.get("selector"))
    return target


def _selector(points: ControlPoints, kept: Any) -> dict[str, Any]:
    assert points.mask is not None
    text = kept.get("value", "") if isinstance(kept, dict) else ""
    outline = _outline(text)
    if outline is not None and np.array_equal(outline, points.mask):
        return dict(kept)
    size = points.size
    corners = " ".join(f"{spelled(col)},{spelled(row)}" for col, row in points.mask.tolist())
    frame = f' width="{size.width}" height="{size.height}"' if size else ""
    return {"type": "SvgSelector", "value": f'<svg{frame}><polygon points="{corners}" /></svg>'}


def _resource_crs(points: ControlPoints, body: dict[str, Any]) -> dict[str, Any]:
    """In which reference system the sheet was drawn, where the file does not say so already."""
    from ...raster.reference_systems import called, crs_of

    if "resourceCrs" in body or not points.crs:
        return {}
    crs = crs_of(points.crs)
    return {} if crs.is_geographic else {"resourceCrs": {"name": called(crs), "definition": points.crs}}


def _in_degrees(points: ControlPoints) -> FloatArray:
    from .transforming import in_crs

    return points.ground if points.crs == WGS_84 else in_crs(points, WGS_84).ground


def _feature(point: ControlPoint, place: list[float]) -> dict[str, Any]:
    feature = copy.deepcopy(dict(point.extra.get(KEY, {"type": "Feature"})))
    properties = {key: value for key, value in feature.get("properties", {}).items() if key not in COORDS}
    kept = feature.get("geometry", {"type": "Point", "coordinates": []})
    coordinates = [*place, *kept["coordinates"][2:]]
    return feature | {
        "properties": {"resourceCoords": [_number(point.col), _number(point.row)]} | properties,
        "geometry": kept | {"coordinates": coordinates},
    }


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
