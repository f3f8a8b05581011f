"""A STAC Item with the Machine Learning Model extension, read leniently into a card.

Published Items differ in small ways (`classification_classes`, band names as objects, a dozen words for the
same dimension): what can be understood is, what is absent stays ``missing``. What the extension has no word
for is read from ``releve:*`` keys, at the input or output first, then at the Item's properties.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast, get_args

from ..errors import CardError
from ..language import tr
from .anatomy import Activation
from .card import (
    MAPS,
    SCALING_FIELDS,
    Band,
    Card,
    Class,
    Content,
    Dates,
    Mode,
    ModelInput,
    ModelOutput,
    NodataRule,
    Scaling,
    Statistics,
)
from .detection import read_detection
from .detectors import TASKS as DETECTING
from .fitting import check_input, with_classes

DIMENSIONS = {
    "channel": "bands", "channels": "bands", "band": "bands", "variables": "bands", "feature": "bands",
    "features": "bands", "y": "height", "lat": "height", "rows": "height", "x": "width", "lon": "width",
    "columns": "width", "classes": "class", "h": "height", "w": "width", "date": "time", "dates": "time",
    "times": "time", "temporal": "time", "t": "time",
}  # fmt: skip

NUMBERS = frozenset(("latitude", "longitude", "day_of_year"))  # known of every place and date

UNKNOWN = "unknown"  # the extension wants an architecture, known or not

Json = Mapping[str, Any]


def read_mlm(item: Json, *, origin: str = "sidecar") -> Card:
    """The card that a STAC MLM Item describes, with ``missing`` as far as the Item itself can tell.

    Raises
    ------
    CardError
        It is no such Item, or contradicts itself (bands and channels, classes and channels, scalings).
    """
    properties = item.get("properties")
    if not isinstance(properties, Mapping) or not any(key.startswith("mlm:") for key in properties):
        raise CardError(
            tr("The card is not a STAC Item with “mlm:” properties: choose the model's own card, or none.")
        )
    assets = _model_assets(item)
    described = _described_bands(properties, assets)
    missing: dict[str, None] = {}
    inputs = tuple(_input(one, properties, described, missing) for one in _objects(properties, "mlm:input"))
    outputs = tuple(_output(one, properties, inputs, missing) for one in _objects(properties, "mlm:output"))
    notes = tuple(_notes(_objects(properties, "mlm:input")))
    return Card(
        name=_text(properties.get("mlm:name")) or _text(item.get("id")) or "model",
        inputs=inputs,
        outputs=outputs,
        origin=cast(Any, origin),
        version=_text(properties.get("releve:version") or properties.get("version")),
        title=_text(properties.get("title")),
        description=" ".join(
            text for key in ("description", "releve:description") if (text := _text(properties.get(key)))
        ),
        licence=_text(properties.get("license") or properties.get("releve:licence")),
        citation=_citation(item, properties),
        architecture=_text(properties.get("mlm:architecture")).replace(UNKNOWN, ""),
        tile_px=_whole(_own(properties, {}, "tile")) or _tile(inputs),
        overlap_px=_whole(_own(properties, {}, "overlap")),
        batch_suggestion=_whole(properties.get("mlm:batch_size_suggestion")),
        parameters=_whole(properties.get("mlm:total_parameters")),
        accuracy=_own(properties, {}, "accuracy"),
        test_vectors=tuple(_list(_own(properties, {}, "test_vectors"))),
        hyperparameters=properties.get("mlm:hyperparameters") or {},
        sha256=_checksum(assets),
        missing=tuple(missing),
        notes=notes,
    )


def _objects(properties: Json, key: str) -> list[Json]:
    found = properties.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise CardError(
            tr("“{key}” of the card must be a list of objects: correct the card.").format(key=key)
        )
    return found


def _own(properties: Json, part: Json, key: str) -> Any:
    """One of our own keys, at the input or output first."""
    return part.get(f"releve:{key}", properties.get(f"releve:{key}"))


def _model_assets(item: Json) -> list[Json]:
    assets = [asset for asset in (item.get("assets") or {}).values() if isinstance(asset, Mapping)]
    models = [asset for asset in assets if {"mlm:model", "model"} & set(asset.get("roles") or ())]
    return models or assets


def _described_bands(properties: Json, assets: Sequence[Json]) -> dict[str, dict[str, Any]]:
    """All that is said of each band name, gathered from wherever an Item may say it."""
    described: dict[str, dict[str, Any]] = {}
    for holder in (*reversed(assets), properties):
        for key in ("raster:bands", "eo:bands", "bands"):
            for band in holder.get(key) or ():
                if isinstance(band, Mapping) and "name" in band:
                    described.setdefault(str(band["name"]), {}).update(band)
    return described


def _input(one: Json, properties: Json, described: Json, missing: dict[str, None]) -> ModelInput:
    structure = one.get("input") or {}
    order = dimensions(structure.get("dim_order") or ())
    bands = tuple(_band(band, described) for band in one.get("bands") or one.get("variables") or ())
    content = _content(one.get("releve:content"))
    mode = _mode(_own(properties, one, "mode"), order, bands)
    gsd = _gsd(one, properties, [described.get(band.name, {}) for band in bands])
    rule, fill = _nodata(_own(properties, one, "nodata"))
    scaling = _scaling(one)
    entry = ModelInput(
        name=_text(one.get("name")),
        mode=mode,
        content=content,
        bands=bands,
        dim_order=order,
        shape=tuple(int(side) for side in structure.get("shape") or ()),
        dtype=_text(structure.get("data_type")) or "float32",
        scaling=scaling or (),
        gsd_m=gsd,
        nodata_rule=rule,
        nodata_fill=fill,
        halo_px=_whole(_own(properties, one, "halo")),
        statistics=_statistics(one, [described.get(band.name, {}) for band in bands]),
        dates=_dates(one.get("releve:dates")),
        description=_text(one.get("description")),
    )
    if one.get("pre_processing_function") is not None and len(bands) != entry.channels:
        entry = replace(entry, bands=(), statistics=())  # the bands of the source, not of the tensor
    check_input(entry)
    needs = _needs(entry, gsd, scaling)
    missing.update((key, None) for key, absent in needs.items() if absent)
    return entry


def _needs(entry: ModelInput, gsd: float | None, scaling: tuple[Scaling, ...] | None) -> dict[str, bool]:
    """What is still to be said of an input; of one that stands beside the images, nothing."""
    if entry.content != "values" or entry.mode not in MAPS:
        return {}
    return {
        "gsd": gsd is None and "height" in entry.dim_order,
        "bands": not entry.bands,
        "scaling": scaling is None and entry.dtype.startswith("float"),
    }


def _content(said: Any) -> Content:
    if said in (None, *get_args(Content)):
        return cast(Content, said or "values")
    sentence = tr("The card says the content “{said}”; known are: {known}.")
    raise CardError(sentence.format(said=said, known=", ".join(get_args(Content))))


def _dates(said: Any) -> Dates | None:
    """Which dates a series wants."""
    if said is None:
        return None
    match = said.get("match", "order") if isinstance(said, Mapping) else said
    if match not in ("order", "nearest", "month"):
        sentence = tr("The card matches dates by “{said}”; known are: {known}.")
        raise CardError(sentence.format(said=match, known="order, nearest, month"))
    said = said if isinstance(said, Mapping) else {}
    reference = said.get("reference")
    return Dates(
        match=match,
        at=tuple(_day(day) for day in said.get("at") or ()),
        tolerance_days=int(said.get("tolerance_days") or 0),
        least=_whole(said.get("least")),
        reference=str(dt.date.fromisoformat(_text(reference)[:10])) if reference else "",
    )


def _day(said: Any) -> str:
    """A day of any year, MM-DD; one of a leap year alone is none."""
    return f"{dt.date.fromisoformat(f'2001-{_text(said)[-5:]}'):%m-%d}"


def _output(
    one: Json, properties: Json, inputs: Sequence[ModelInput], missing: dict[str, None]
) -> ModelOutput:
    structure = one.get("result") or {}
    order = tuple(
        "class" if side == "bands" else side for side in dimensions(structure.get("dim_order") or ())
    )
    said = one.get("tasks") or properties.get("mlm:tasks") or ()
    task = _text(one.get("releve:task")) or _task(said, order, inputs)
    activation = _own(properties, one, "activation")
    if activation is None:
        activation = (properties.get("mlm:hyperparameters") or {}).get("activation")
    if activation not in get_args(Activation):
        missing.setdefault("activation")
        activation = "none"
    shape = tuple(int(side) for side in structure.get("shape") or ())
    output = ModelOutput(
        name=_text(one.get("name")),
        task=task,
        dim_order=order,
        shape=shape,
        dtype=_text(structure.get("data_type")) or "float32",
        activation=activation,
        thresholds=tuple(float(value) for value in _list(_own(properties, one, "thresholds"))),
        unit=_text(_own(properties, one, "unit")),
        scale=float(_own(properties, one, "scale") or 1.0),
        zoom=_zoom(one.get("releve:zoom")),
        role=_text(one.get("releve:role")),
        description=_text(one.get("description")),
        detection=read_detection(_own(properties, one, "detection")),
    )
    classes = one.get("classification:classes") or one.get("classification_classes") or ()
    return with_classes(output, _classes(classes))


def dimensions(order: Iterable[Any]) -> tuple[str, ...]:
    """Dimension names in one spelling; a lone "h" beside "y" and "x" is a channel, as in a published Item.

    Examples
    --------
    >>> dimensions(["batch", "channel", "lat", "lon"])
    ('batch', 'bands', 'height', 'width')
    >>> dimensions(["batch", "h", "y", "x"])
    ('batch', 'bands', 'height', 'width')
    """
    names = [str(name).lower() for name in order]
    names = ["bands" if name == "h" and "y" in names else DIMENSIONS.get(name, name) for name in names]
    if "batch" not in names and names[:1] == ["time"] and "bands" in names:  # a climate batch counts in times
        names[0] = "batch"
    return tuple(names)


def _zoom(said: Any) -> Fraction | None:
    try:
        return None if said is None else Fraction(str(said))
    except (ValueError, ZeroDivisionError) as error:
        sentence = tr("The card's zoom is “{said}”; a number or a fraction is needed, such as 2 or 1/16.")
        raise CardError(sentence.format(said=said)) from error


def _mode(said: Any, order: Sequence[str], bands: Sequence[Band]) -> Mode:
    if said in get_args(Mode):
        return cast(Mode, said)
    if said not in (None, ""):
        raise CardError(
            tr("The card says the mode “{said}”; known are: {known}.").format(
                said=said, known=", ".join(get_args(Mode))
            )
        )
    if bands and {band.name for band in bands} <= NUMBERS:
        return "scalar"
    if "height" in order and "width" in order:
        return "series" if "time" in order else "patch"
    return "series" if "time" in order else "pixel"


def _task(tasks: Iterable[Any], order: Sequence[str], inputs: Sequence[ModelInput]) -> str:
    said = [str(task) for task in tasks]
    if any("segmentation" in task and task not in ("instance-segmentation",) for task in said):
        return "segmentation"
    if set(said) & set(DETECTING):
        return "detection"
    for hard in ("super-resolution", "downscaling"):
        if hard in said:
            return hard
    if "regression" in said:
        return "regression"
    if "classification" in said and inputs and "height" not in inputs[0].dim_order:
        return "segmentation"  # a class for each pixel is a map
    if "classification" in said and "height" not in order:
        return "scene-classification"
    if "similarity-search" in said:
        return "embedding"
    return said[0] if said else ""


def _band(band: Any, described: Json) -> Band:
    said = dict(band) if isinstance(band, Mapping) else {"name": band}
    name = _text(said.get("name"))
    known = described.get(name, {})
    return Band(
        name=name,
        common_name=_text(known.get("common_name") or known.get("eo:common_name")),
        description=_text(known.get("description")),
        expression=_text(said.get("expression")),
    )


def _gsd(one: Json, properties: Json, bands: Sequence[Json]) -> float | None:
    """Ground resolution in metres; that of the bands only when it is the same for all."""
    said = _own(properties, one, "gsd") or properties.get("gsd")
    if said is None:
        sizes = {band.get("gsd") or band.get("spatial_resolution") for band in bands}
        said = sizes.pop() if len(sizes) == 1 else None
    return None if said is None else float(said)


def _nodata(said: Any) -> tuple[NodataRule, float | None]:
    rule, fill = (said.get("rule"), said.get("fill")) if isinstance(said, Mapping) else (said, None)
    if rule is None:
        return "any", _fill(fill)
    if rule not in get_args(NodataRule):
        raise CardError(
            tr("The card's nodata rule is “{rule}”; it must be any, all or none.").format(rule=rule)
        )
    return cast(NodataRule, rule), _fill(fill)


def _fill(said: Any) -> float | None:
    return float(said) if isinstance(said, (int, float)) else None  # "mean", null: the middle of the band


def _scaling(one: Json) -> tuple[Scaling, ...] | None:
    """The scalings, () for raw values, None when the card leaves the question open."""
    said = one.get("value_scaling")
    if said is None:
        foreign = one.get("pre_processing_function") is not None
        return None if foreign or "value_scaling" not in one else ()
    if isinstance(said, Mapping):
        said = [said]
    scalings = tuple(_one_scaling(entry) for entry in said)
    return None if any(scaling.kind == "processing" for scaling in scalings) else scalings


def _one_scaling(entry: Any) -> Scaling:
    kind = _text(entry.get("type")) if isinstance(entry, Mapping) else str(entry)
    names = SCALING_FIELDS.get(kind, ())
    lacking = [name for name in names if not isinstance(entry.get(name), (int, float))]
    if lacking:
        raise CardError(
            tr("The card's scaling “{kind}” lacks {fields}: correct the card.").format(
                kind=kind, fields=", ".join(lacking)
            )
        )
    return Scaling(kind, tuple(float(entry[name]) for name in names))


def _statistics(one: Json, bands: Sequence[Json]) -> tuple[Statistics, ...]:
    said = one.get("releve:statistics") or [band.get("statistics") or {} for band in bands]
    if not any(said):
        return ()
    return tuple(
        Statistics(*(entry.get(key) for key in ("mean", "stddev", "minimum", "maximum"))) for entry in said
    )


def _classes(said: Iterable[Any]) -> tuple[Class, ...]:
    """Classes by channel: in order of their values when these count from 0, else as listed."""
    classes = [_class(entry, place) for place, entry in enumerate(said)]
    if sorted(one.value for one in classes) == list(range(len(classes))):
        classes.sort(key=lambda one: one.value)
    return tuple(classes)


def _class(entry: Any, place: int) -> Class:
    said = entry if isinstance(entry, Mapping) else {"name": entry}
    value = int(said.get("value", place))
    name = _text(said.get("title") or said.get("name") or said.get("description")) or f"class {value}"
    return Class(
        value=value,
        name=name,
        color=_color(said.get("color_hint")),
        description=_text(said.get("description")),
        name_fr=_text(said.get("name_fr") or said.get("releve:name_fr")),
    )


def _color(hint: Any) -> str:
    if isinstance(hint, str) and len(hint.lstrip("#")) == 6:
        return "#" + hint.lstrip("#").lower()
    if isinstance(hint, Sequence) and not isinstance(hint, str) and len(hint) >= 3:
        return "#" + "".join(f"{int(part):02x}" for part in hint[:3])
    return ""


def _tile(inputs: Sequence[ModelInput]) -> int | None:
    side = inputs[0].side("height") if inputs else -1
    return side if side > 0 and side == inputs[0].side("width") else None


def _checksum(assets: Sequence[Json]) -> str:
    """SHA-256 of the model file, from a multihash (1220 and the digest) as the file extension asks."""
    for asset in assets:
        said = _text(asset.get("file:checksum"))
        if said.startswith("1220") and len(said) == 68:
            return said[4:]
    return ""


def _citation(item: Json, properties: Json) -> str:
    cited = [link.get("href") for link in item.get("links") or () if link.get("rel") == "cite-as"]
    return _text(properties.get("sci:citation") or (cited[0] if cited else ""))


def _notes(inputs: Sequence[Json]) -> Iterable[str]:
    for one in inputs:
        if one.get("pre_processing_function") is not None:
            yield tr(
                "The card asks for a preparation of the input “{name}” in foreign code, "
                "which Relevé does not run: "
                "say how values are scaled."
            ).format(name=one.get("name"))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _whole(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, float)) else None


def _list(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, (list, tuple)) else [value]
