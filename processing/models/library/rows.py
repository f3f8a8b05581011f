"""A model as one row of a list: the same facts for a file here and for an Item of an index elsewhere.

Every text may come from a stranger: it is told as it stands, and whoever shows it shows plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import ReleveError
from ...language import current_language, tr
from ..card import Card, ModelInput, ModelOutput
from ..detectors import obstacle_of
from ..plain import mapping_of, objects_of, plain, text_of
from ..reading import find_item, load_item, read_card, sidecar_of, weights_beside
from ..summary import (
    bands_in_words,
    facts_of,
    kind_in_words,
    missing_in_words,
    origin_in_words,
    scaling_in_words,
    stated_accuracy,
)
from .folders import ModelsFolder

Row = dict[str, Any]

HASHED_UP_TO = 256 << 20  # bytes; a list that reads every gigabyte would never come
MOST_CLASSES = 200
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
LARGEST_PICTURE = 4 << 20


def source_file(model: Path) -> Path:
    """Where it is noted from where a model was fetched."""
    return model.with_suffix(".source.json")


def row_of_file(path: Path, folder: ModelsFolder) -> Row:
    """The row of an ONNX file; one that cannot be read has its reason under ``problem``."""
    row: Row = empty_row() | {
        "path": str(path), "file": path.name, "folder": str(folder.path), "place": folder.place,
        "title": path.stem, "files": [path.name],
    }  # fmt: skip
    try:
        status = path.stat()
        row |= {"size": status.st_size, "modified": status.st_mtime}
        card = read_card(path, hash_up_to=HASHED_UP_TO)
        item, _ = find_item(path)
        row |= facts_of_card(card, item or {}) | _facts_of_files(path, item or {})
        note = load_item(source_file(path)) if source_file(path).is_file() else {}
        row |= {key: text_of(note.get(key)) for key in ("source", "revision")}
        row["licence"] = row["licence"] or text_of(note.get("licence"))
    except (ReleveError, OSError) as error:
        row["problem"] = str(error)
    return {key: plain(value) for key, value in row.items()}


def facts_of_card(card: Card, item: Mapping[str, Any]) -> Row:
    """What a card, and the Item it was read from, say of a model."""
    classified = next((output for output in card.outputs if output.classes), None)
    classes = classified.classes if classified else ()
    bands = next((entry for entry in card.inputs if entry.bands), None)
    return {
        "name": card.name,
        "title": card.title or card.name,
        "version": card.version,
        "description": card.description,
        "licence": card.licence,
        "citation": card.citation,
        "obstacle": _obstacle(card),
        "task": card.task,
        "task_words": kind_in_words(card.task),
        "sensors": sensors(item),
        "bands": [band.name for band in bands.bands] if bands else [],
        "bands_words": bands_in_words(bands) if bands else "",
        "gsd_m": next((entry.gsd_m for entry in card.inputs if entry.gsd_m is not None), None),
        "inputs": [_input(entry, known="scaling" not in card.missing) for entry in card.inputs],
        "outputs": [_output(output) for output in card.outputs],
        "classes": [
            {
                "value": one.value,
                "name": one.label(current_language()),
                "color": one.color,
                "description": one.description,
            }
            for one in classes[:MOST_CLASSES]
        ],
        "classes_count": len(classes),
        "accuracy": stated_accuracy(card),
        "parameters": card.parameters,
        "tile_px": card.tile_px,
        "origin": card.origin,
        "origin_words": origin_in_words(card),
        "missing": list(card.missing),
        "missing_words": missing_in_words(card.missing),
        "notes": list(card.notes),
        "sha256": card.sha256,
        "facts": [list(fact) for fact in facts_of(card)],
    }


def sensors(item: Mapping[str, Any]) -> list[str]:
    """Platform, constellation and instruments that an Item names."""
    properties = mapping_of(item.get("properties"))
    said = [properties.get("platform"), properties.get("constellation")]
    instruments = properties.get("instruments")
    said += instruments if isinstance(instruments, list) else []
    return list(dict.fromkeys(one for one in said if isinstance(one, str) and one))


def empty_row() -> Row:
    """Every key of a row, with nothing known."""
    texts = (
        "path", "file", "folder", "place", "problem", "obstacle", "name", "title", "version", "description",
        "licence", "citation", "thumbnail", "task", "task_words", "bands_words", "origin", "origin_words",
        "sha256", "source", "revision",
    )  # fmt: skip
    lists = (
        "sensors", "bands", "inputs", "outputs", "classes", "files", "missing", "missing_words", "notes",
        "facts",
    )  # fmt: skip
    numbers = ("gsd_m", "accuracy", "parameters", "tile_px", "modified")
    return (
        dict.fromkeys(texts, "")
        | {key: [] for key in lists}
        | dict.fromkeys(numbers)
        | {"size": 0, "classes_count": 0}
    )


def _obstacle(card: Card) -> str:
    if not card.inputs or not card.outputs:
        return tr("The card names no input or no output: nothing is known of how to run the model.")
    return obstacle_of(card)


def _input(entry: ModelInput, *, known: bool) -> Row:
    return {
        "name": entry.name,
        "mode": entry.mode,
        "dtype": entry.dtype,
        "dim_order": list(entry.dim_order),
        "shape": list(entry.shape),
        "bands": [
            {"name": band.name, "common_name": band.common_name, "description": band.description}
            for band in entry.bands
        ],
        "gsd_m": entry.gsd_m,
        "scaling_words": scaling_in_words(entry.scaling) if known else "",
    }


def _output(output: ModelOutput) -> Row:
    return {
        "name": output.name,
        "task": output.task,
        "dtype": output.dtype,
        "dim_order": list(output.dim_order),
        "shape": list(output.shape),
        "unit": output.unit,
        "classes_count": len(output.classes),
    }


def _facts_of_files(path: Path, item: Mapping[str, Any]) -> Row:
    """What belongs together, how large it is, and a picture of it."""
    weights = [file for file in weights_beside(path) if file.is_file()]
    picture = _picture(path, item)
    together = [path, *weights, *(one for one in (sidecar_of(path), source_file(path)) if one.is_file())]
    return {
        "size": path.stat().st_size + sum(file.stat().st_size for file in weights),
        "files": [str(one.relative_to(path.parent)) for one in together if one.is_relative_to(path.parent)],
        "thumbnail": str(picture) if picture else "",
    }


def is_picture(asset: Mapping[str, Any]) -> bool:
    """Whether an asset of an Item is its small picture."""
    roles = asset.get("roles")
    return isinstance(roles, list) and "thumbnail" in roles


def picture_href(item: Mapping[str, Any]) -> str:
    """Where the small picture is that an Item names, as it is written there; empty without one."""
    for asset in objects_of(list(mapping_of(item.get("assets")).values())):
        if is_picture(asset):
            return text_of(asset.get("href"))
    return ""


def _picture(path: Path, item: Mapping[str, Any]) -> Path | None:
    """The small picture that an Item names among the files beside it; nothing elsewhere is looked at."""
    home, href = path.parent.resolve(), picture_href(item)
    picture = (home / href).resolve()
    if not href or picture.suffix.lower() not in PICTURES or not picture.is_relative_to(home):
        return None
    return picture if picture.is_file() and picture.stat().st_size <= LARGEST_PICTURE else None


def words_fit(row: Row, words: str) -> bool:
    """Whether a row has all these words in what a person would look for.

    Examples
    --------
    >>> words_fit({"title": "Land cover", "sensors": ["landsat-7"]}, "LANDSAT land")
    True
    """
    texts = [row.get(key, "") for key in ("name", "title", "description", "task", "task_words", "licence")]
    texts += row.get("sensors", []) + [one["name"] for one in row.get("classes", [])]
    searched = " ".join(map(str, texts)).casefold()
    return all(word in searched for word in words.casefold().split())
