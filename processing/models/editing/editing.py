"""A card proposed for a model, edited, checked against the graph, and saved beside the model or inside it."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import CardError, OutputError, RequestError
from ...jobs.request import listed
from ...language import tr
from ..card import Card
from ..plain import mapping_of, objects_of, plain, write_json
from ..reading import file_sha256, find_item, read_card, sidecar_of, weights_beside
from ..summary import missing_in_words
from ..writing import card_item, embed
from .fields import Field, fields_of
from .values import checked
from .writers import Item

if TYPE_CHECKING:
    from ...jobs import Context
    from .card_job import Request


def edit_card(request: Request, context: Context) -> None:
    """Propose, edit and save the card of a model, as far as that is asked for.

    Raises
    ------
    RequestError
        The edits are no JSON object, or name a field that there is not.
    CardError
        The card would contradict itself or the model.
    OutputError
        It cannot be saved.
    """
    model = Path(request.model)
    card, item = _proposed(model, request.card)
    is_described = card.origin != "graph"
    edits = _read_edits(request.edits)
    if edits:
        _apply(edits, fields_of(card, item), item)
        card = _checked(model, item, context)
    fields = [field.told(card, is_described=is_described) for field in fields_of(card, item)]
    for sentence in (*card.notes, *(_in_words(field) for field in fields)):
        context.info(sentence)
    values = {
        "fields": fields,
        "missing": list(card.missing),
        "missing_words": missing_in_words(card.missing),
        "notes": list(card.notes),
        "origin": card.origin,
        "sidecar": str(sidecar_of(model)),
        "item": {**item, "properties": _without_vectors(item["properties"])},
    }
    context.values |= {key: plain(value) for key, value in values.items()}
    _save(model, card, item, context)


def _proposed(model: Path, given: str | None) -> tuple[Card, Item]:
    """The card there is and its Item; where there is no Item, one of all that is known."""
    card = read_card(model, given)
    found, origin = find_item(model, None, given)
    item = copy.deepcopy(dict(found)) if found is not None else card_item(card)
    item["properties"] = dict(mapping_of(item.get("properties")))
    whole = card_item(card)["properties"]
    for key in ("mlm:input", "mlm:output"):
        item["properties"][key] = _parts(objects_of(item["properties"].get(key)), whole[key])
    if origin != "sidecar":
        _name_file(item, model)
    return card, item


def _parts(said: list[Mapping[str, Any]], whole: list[Item]) -> list[Mapping[str, Any]]:
    """The inputs or outputs of an Item, with those that only the graph names."""
    if len(said) == len(whole) == 1:
        return said
    names = {one.get("name") for one in said}
    return [*said, *(one for one in whole if one["name"] not in names)]


def _name_file(item: Item, model: Path) -> None:
    """Say which file the card is of."""
    assets = item.setdefault("assets", {})
    asset = assets.setdefault("model", {"roles": ["mlm:model", "mlm:weights"], "mlm:artifact_type": "onnx"})
    asset |= {
        "href": f"./{model.name}",
        "file:checksum": f"1220{file_sha256(model)}",
        "file:size": model.stat().st_size,
    }


def _read_edits(text: str | None) -> Mapping[str, Any]:
    try:
        edits = json.loads(text or "{}")
    except (ValueError, RecursionError) as error:
        raise RequestError(tr("The edits are no JSON: {reason}").format(reason=error)) from None
    if not isinstance(edits, dict):
        raise RequestError(tr('The edits must be one JSON object, as in {"gsd_m": 10}.'))
    return edits


def _apply(edits: Mapping[str, Any], fields: list[Field], item: Item) -> None:
    known = {field.key: field for field in fields}
    for key, value in edits.items():
        field = known.get(key)
        if field is None:
            sentence = tr("The card of this model has no field {key!r}; it has: {known}")
            raise RequestError(sentence.format(key=key, known=listed(known, nearest=key)))
        if value is not None:
            value = checked(
                field.kind,
                value,
                title=field.title,
                choices=field.choices,
                bounds=field.bounds,
                whole=field.unit == "px",
            )
        field.write(item, value)


def _checked(model: Path, item: Item, context: Context) -> Card:
    """The card as it will be read back, by the rules for any card: a contradiction is found now."""
    trial = context.scratch / "trial.stac.json"
    trial.write_text(json.dumps(item), encoding="utf-8")
    card = read_card(model, trial)
    _check_numbers(card, mapping_of(item["properties"].get("releve:accuracy")))
    return card


def _check_numbers(card: Card, accuracy: Mapping[str, Any]) -> None:
    """Refuse numbers of which each is possible, and not together."""
    if card.tile_px and card.overlap_px and card.overlap_px >= card.tile_px:
        sentence = tr("An overlap of {overlap} px leaves nothing of tiles of {tile} px: give less.")
        raise CardError(sentence.format(overlap=card.overlap_px, tile=card.tile_px))
    overall, interval = accuracy.get("overall"), accuracy.get("interval")
    numbers = [*interval, overall] if isinstance(interval, list) else []
    if len(numbers) != 3 or not all(isinstance(one, int | float) for one in numbers):
        return  # a stranger's, or half a statement
    low, high, overall = numbers
    if not low <= overall <= high:
        sentence = tr(
            "The accuracy {overall} lies outside its interval, {low} to {high}: correct one of them."
        )
        raise CardError(sentence.format(overall=overall, low=low, high=high))


def _in_words(field: Mapping[str, Any]) -> str:
    """A field in a line, by the key that an edit of it has."""
    value = tr("asked for by a run") if field["asked"] else json.dumps(field["value"], ensure_ascii=False)
    return f"{field['key']} ({field['title']}): {value}"


def _without_vectors(properties: Mapping[str, Any]) -> dict[str, Any]:
    """What a person reads of an Item: without the thousand numbers of its test vectors."""
    return {key: value for key, value in properties.items() if key != "releve:test_vectors"}


def _save(model: Path, card: Card, item: Item, context: Context) -> None:
    beside, inside = context.output("sidecar"), context.output("copy")
    if beside is not None:
        write_json(beside, item)
        _keep_former(beside, context)
        if beside.name != sidecar_of(model).name:
            sentence = tr(
                "A card is found beside its model under the name {name}: {other} has to be given by hand."
            )
            context.warn(sentence.format(name=sidecar_of(model).name, other=beside.name))
    if inside is not None:
        if weights_beside(model):
            raise OutputError(
                tr("The model keeps its weights in a file beside it: save its card beside it too.")
            )
        embed(card, model, inside, item=item)


def _keep_former(beside: Path, context: Context) -> None:
    """Keep the card that is replaced under a name of its own, where it says something else."""
    final = beside.parent.parent / beside.name
    if not final.is_file() or final.read_bytes() == beside.read_bytes():
        return
    names = (f"{final.name}.bak{number if number > 1 else ''}" for number in range(1, 10_000))
    name = next(name for name in names if not (final.parent / name).exists())
    (beside.parent / name).write_bytes(final.read_bytes())
    context.values["backup"] = str(final.parent / name)
