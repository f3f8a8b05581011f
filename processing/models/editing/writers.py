"""How a value of a card's form is written into its Item: each changes its own keys, and no other.

What an Item holds beyond our fields is nobody's to lose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ..keypoints import TASKS as KEYPOINTS
from ..mlm import DIMENSIONS
from ..plain import mapping_of, objects_of, text_of
from ..writing import TASKS, plain_name

Item: TypeAlias = dict[str, Any]
Write: TypeAlias = Callable[[Item, Any], None]
WritePart: TypeAlias = Callable[[Item, Item, Any], None]


def write_property(*keys: str, blank: Any = None) -> Write:
    """Write a property under its first name, and take the others away."""

    def write(item: Item, value: Any) -> None:
        for key in keys[1:]:
            item["properties"].pop(key, None)
        put(item["properties"], keys[0], blank if value in (None, "") else value)

    return write


def put(holder: Item, key: str, value: Any) -> None:
    """Set a key, or take it away for None."""
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value


def setting(key: str) -> WritePart:
    """Write a value under a key of an input or output."""
    return lambda _, part, value: put(part, key, None if value == "" else value)


def within(list_key: str, name: str, place: int, write: WritePart) -> Write:
    """Write into the input or output of a name; a lone one may carry another label there."""

    def write_there(item: Item, value: Any) -> None:
        parts = item["properties"][list_key]
        named = next((part for part in parts if part.get("name") == name), None)
        write(item, named or parts[place], value)

    return write_there


def write_bands(item: Item, part: Item, names: list[str] | None) -> None:
    """Name the bands of an input, and describe those that are new."""
    before = {_name(band): band for band in part.get("bands") or ()}
    old_names = list(before)
    part["bands"] = [before.get(name, name) for name in names or ()]
    part.pop("variables", None)
    word, structure = "bands" if names else "channel", part.setdefault("input", {})
    structure["dim_order"] = [
        word if _is_channels(side) else side for side in structure.get("dim_order") or ()
    ]
    described = item["properties"].setdefault("bands", [])
    known = {text_of(one.get("name")): one for one in objects_of(described)}
    for place, name in enumerate(names or ()):
        if name not in known:
            # The channel under another name: what its training data looked like stays true.
            old = known.get(old_names[place], {}) if place < len(old_names) else {}
            described.append({"name": name} | {key: old[key] for key in ("statistics", "gsd") if key in old})
    if not described:
        del item["properties"]["bands"]


def _name(band: Any) -> str:
    return str(band.get("name")) if isinstance(band, Mapping) else str(band)


def _is_channels(side: Any) -> bool:
    return DIMENSIONS.get(str(side), str(side)) == "bands"


def write_scaling(_: Item, part: Item, scalings: list[Item] | None) -> None:
    """Say how the values of an input are scaled."""
    part["pre_processing_function"] = None  # what it did is said by the scaling now, or by nobody
    if scalings is None:
        part.pop("value_scaling", None)
    else:
        part["value_scaling"] = scalings or None


def write_nodata(_: Item, part: Item, rule: str | None) -> None:
    """Say when a pixel of an input is missing."""
    said = part.get("releve:nodata")
    part["releve:nodata"] = {"fill": None, **mapping_of(said), "rule": rule or "any"}


def write_task(item: Item, part: Item, task: str | None) -> None:
    """Say what an output is, in the words of the extension, and in our own where it has none."""
    part["tasks"] = [TASKS.get(task, task)] if task else []
    put(part, "releve:task", task if task in KEYPOINTS else None)
    if task not in KEYPOINTS:
        part.pop("releve:role", None)
    outputs = objects_of(item["properties"]["mlm:output"])
    item["properties"]["mlm:tasks"] = sorted({one for output in outputs for one in output.get("tasks") or ()})


def write_layout(_: Item, part: Item, layout: str | None) -> None:
    """Say how a detector tells objects."""
    said = part.get("releve:detection")
    part["releve:detection"] = {**mapping_of(said), "layout": layout}
    if layout is None:
        part["releve:detection"].pop("layout")


def write_classes(_: Item, part: Item, classes: list[Item] | None) -> None:
    """Name and colour the classes of an output."""
    former = part.pop("classification_classes", None) or part.get("classification:classes") or ()
    before = {one.get("value", place): one for place, one in enumerate(former) if isinstance(one, Mapping)}
    part["classification:classes"] = [
        _class(one, mapping_of(before.get(one["value"]))) for one in classes or ()
    ]


def _class(given: Item, before: Mapping[str, Any]) -> Item:
    """A class as it is to be, over what the Item says of it beyond that."""
    made = {**before, "value": given["value"]}
    if given["name"] != (before.get("title") or before.get("name")):
        made = {
            key: value for key, value in made.items() if key not in ("title", "name_fr", "releve:name_fr")
        }
        made["name"] = plain_name(given["name"])
        put(made, "title", given["name"] if made["name"] != given["name"] else None)
    put(made, "color_hint", given["color"].lstrip("#").upper() or None)
    put(made, "description", given["description"] or None)
    return made


def write_accuracy(key: str) -> Write:
    """Write a part of the stated accuracy."""

    def write(item: Item, value: Any) -> None:
        said = dict(mapping_of(item["properties"].get("releve:accuracy")))
        put(said, key, value or None if isinstance(value, str) else value)
        put(item["properties"], "releve:accuracy", said or None)

    return write
