"""A card written for others: as a STAC MLM Item, as Deepness' keys, or into the model file itself."""

from __future__ import annotations

import copy
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import CardError, OutputError
from ..language import tr
from .card import SCALING_FIELDS, Band, Card, Class, Dates, ModelInput, ModelOutput, Scaling, Statistics
from .deepness import KEYS as DEEPNESS_KEYS
from .deepness import deepness_keys
from .detection import detection_as_json
from .keypoints import TASKS as KEYPOINTS
from .mlm import UNKNOWN
from .reading import EMBEDDED_KEY

MLM = "https://stac-extensions.github.io/mlm/v1.5.2/schema.json"
FILE = "https://stac-extensions.github.io/file/v2.1.0/schema.json"
CLASSIFICATION = "https://stac-extensions.github.io/classification/v1.1.0/schema.json"
EO = "https://stac-extensions.github.io/eo/v2.0.0/schema.json"

# Our word for a task → the extension's, which has none for some.
TASKS = {
    "segmentation": "semantic-segmentation",
    "detection": "object-detection",
    "embedding": "similarity-search",
    **dict.fromkeys(KEYPOINTS, "similarity-search"),
}


def card_item(card: Card, *, href: str = "", size: int | None = None) -> dict[str, Any]:
    """The STAC MLM Item (1.1, extension 1.5.2) of a card.

    Parameters
    ----------
    href : str
        Where the model file lies, as seen from the Item; ``<name>.onnx`` when empty.
    size : int, optional
        Size of the file in bytes.

    Examples
    --------
    >>> entry = ModelInput(name="x", bands=(Band("B4"),), dim_order=("batch", "bands", "height", "width"))
    >>> item = card_item(Card(name="m", inputs=(entry,), outputs=(), origin="graph"))
    >>> item["properties"]["mlm:input"][0]["bands"], item["properties"]["bands"]
    (['B4'], [{'name': 'B4'}])
    """
    bands = {band.name: band for entry in card.inputs for band in entry.bands}
    statistics = {
        band.name: one
        for entry in card.inputs
        for band, one in zip(entry.bands, entry.statistics, strict=False)
    }
    properties = _without_blanks(
        {
            "title": card.title,
            "description": card.description,
            "license": card.licence,
            "version": card.version,
            "bands": [_described(band, statistics.get(name)) for name, band in bands.items()],
            "mlm:framework": "ONNX",
            "mlm:total_parameters": card.parameters,
            "mlm:batch_size_suggestion": card.batch_suggestion,
            "mlm:hyperparameters": dict(card.hyperparameters),
            "sci:citation": card.citation,
            "releve:version": card.version,
            "releve:tile": card.tile_px,
            "releve:overlap": card.overlap_px,
            "releve:accuracy": card.accuracy,
            "releve:test_vectors": [dict(one) for one in card.test_vectors],
        }
    )
    properties |= {
        "datetime": None,
        "start_datetime": "1900-01-01T00:00:00Z",
        "end_datetime": "9999-12-31T23:59:59Z",
        "mlm:name": plain_name(card.name, start="model-"),
        "mlm:architecture": card.architecture or UNKNOWN,
        "mlm:tasks": sorted({task for output in card.outputs for task in _tasks(output)}),
        "mlm:input": [_input(entry, scaling_known="scaling" not in card.missing) for entry in card.inputs],
        "mlm:output": [_output(output, known="activation" not in card.missing) for output in card.outputs],
    }
    asset = {
        "href": href or f"{card.name}.onnx",
        "type": "application/octet-stream; framework=onnx",
        "roles": ["mlm:model", "mlm:weights"],
        "mlm:artifact_type": "onnx",
    }
    asset |= _without_blanks(
        {"file:checksum": f"1220{card.sha256}" if card.sha256 else "", "file:size": size}
    )
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [MLM, FILE, CLASSIFICATION, EO],
        "id": card.name,
        "geometry": None,
        "properties": properties,
        "links": [],
        "assets": {"model": asset},
    }


def embed(
    card: Card,
    model: str | Path,
    out: str | Path,
    *,
    deepness: bool = True,
    item: Mapping[str, Any] | None = None,
) -> None:
    """Write a copy of a model with its card inside, and Deepness' keys where Deepness can run it.

    ``item`` is the card as an Item, where it says more than a `Card` holds.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    import onnx

    proto = onnx.load(str(model), load_external_data=False)
    if any(one.external_data for one in proto.graph.initializer) and Path(out).parent != Path(model).parent:
        raise OutputError(
            tr("The model keeps its weights in a file beside it: write the copy in the same folder.")
        )
    item = copy.deepcopy(dict(item or card_item(card)))
    for asset in item.get("assets", {}).values():
        asset.pop("file:checksum", None)  # of the file without what is written now
    metadata = {one.key: one.value for one in proto.metadata_props if one.key not in DEEPNESS_KEYS}
    metadata[EMBEDDED_KEY] = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    metadata |= _keys(card) if deepness else {}
    del proto.metadata_props[:]
    onnx.helper.set_model_props(proto, metadata)
    try:
        Path(out).write_bytes(proto.SerializeToString())
    except OSError as error:
        raise OutputError(
            tr("The model cannot be written to {path}: {reason}").format(path=out, reason=error.strerror)
        ) from error


def _keys(card: Card) -> dict[str, str]:
    try:
        return deepness_keys(card)
    except CardError:
        return {}


def _input(entry: ModelInput, *, scaling_known: bool) -> dict[str, Any]:
    # The extension asks for "bands" as a dimension when bands are named, and forbids the word when none are.
    order = [side if side != "bands" or entry.bands else "channel" for side in entry.dim_order]
    made: dict[str, Any] = {
        "name": entry.name,
        "bands": [_reference(band) for band in entry.bands],
        "input": _structure(entry, order),
        "releve:mode": entry.mode,
        "releve:nodata": {"rule": entry.nodata_rule, "fill": entry.nodata_fill},
    }
    if scaling_known:
        made["value_scaling"] = [_scaling(one) for one in entry.scaling] or None
    made |= _without_blanks(
        {
            "description": entry.description,
            "releve:gsd": entry.gsd_m,
            "releve:halo": entry.halo_px,
            "releve:content": entry.content if entry.content != "values" else None,
            "releve:dates": None if entry.dates is None else _dates(entry.dates),
        }
    )
    return made


def _dates(dates: Dates) -> dict[str, Any]:
    return {"match": dates.match} | _without_blanks(
        {
            "at": list(dates.at),
            "tolerance_days": dates.tolerance_days or None,
            "least": dates.least,
            "reference": dates.reference,
        }
    )


def _output(output: ModelOutput, *, known: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": output.name,
        "tasks": _tasks(output),
        "result": _structure(output, output.dim_order),
        "classification:classes": [_class(one) for one in output.classes],
    }
    if known and output.gives_classes:
        made["releve:activation"] = output.applied if output.applied != "none" else output.activation
    made |= _without_blanks(
        {
            "description": output.description,
            "releve:thresholds": list(output.thresholds),
            "releve:unit": output.unit,
            "releve:detection": detection_as_json(output.detection) if output.detection else None,
            "releve:scale": output.scale if output.scale != 1.0 else None,
            "releve:zoom": None if output.zoom is None else str(output.zoom),
            "releve:role": output.role,
            "releve:task": output.task if output.task in KEYPOINTS else "",
        }
    )
    return made


def _tasks(output: ModelOutput) -> list[str]:
    return [TASKS.get(output.task, output.task)] if output.task else []


def _structure(tensor: ModelInput | ModelOutput, order: Sequence[str]) -> dict[str, Any]:
    """Shape, order and type; dimensions that nobody named are axis-a, axis-b…"""
    names = order or [f"axis-{chr(ord('a') + place)}" for place in range(len(tensor.shape))]
    kind = tensor.dtype if tensor.dtype not in ("bool", "string", "bfloat16", "") else "other"
    return {"shape": list(tensor.shape), "dim_order": list(names), "data_type": kind}


def plain_name(text: str, *, start: str = "") -> str:
    """A name in the letters that the extensions allow."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", letters).strip("-_") or "unnamed"
    return plain if not start or (plain[0].isalpha() and len(plain) > 2) else start + plain


def _reference(band: Band) -> str | dict[str, str]:
    if band.expression:
        return {"name": band.name, "format": "releve", "expression": band.expression}
    return band.name


def _described(band: Band, statistics: Statistics | None) -> dict[str, Any]:
    made = {"name": band.name, "eo:common_name": band.common_name, "description": band.description}
    return _without_blanks({**made, "statistics": _without_blanks(vars(statistics)) if statistics else {}})


def _scaling(one: Scaling) -> dict[str, Any]:
    return {"type": one.kind, **dict(zip(SCALING_FIELDS[one.kind], one.values, strict=True))}


def _class(one: Class) -> dict[str, Any]:
    name = plain_name(one.name)
    made = {
        "title": one.name if name != one.name else "",
        "color_hint": one.color.removeprefix("#").upper(),
        "description": one.description,
        "name_fr": one.name_fr,
    }
    return {"value": one.value, "name": name, **_without_blanks(made)}


def _without_blanks(values: Mapping[str, Any]) -> dict[str, Any]:
    """Only what says something; zero does."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
