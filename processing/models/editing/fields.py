"""The fields of a card that a person can fill in: what each holds now, and who writes it into the Item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...language import tr
from ..card import Card, ModelInput, ModelOutput
from ..completing import NAMED_SCALINGS
from ..detection import layout_in_words
from ..keypoints import TASKS as KEYPOINTS
from ..keypoints import roles_in_words
from ..mlm import UNKNOWN
from ..plain import mapping_of, text_of
from ..runnable import MAPPED, RUN_BY
from ..summary import kind_in_words
from .values import Kind, as_json
from .writers import (
    Write,
    setting,
    within,
    write_accuracy,
    write_bands,
    write_classes,
    write_layout,
    write_nodata,
    write_property,
    write_scaling,
    write_task,
)

LAYOUTS = (
    "yolo_v5",
    "yolo_v6",
    "yolo_v8",
    "yolo_nms",
    "yolo_seg",
    "yolo_obb",
    "detr",
    "detr_sigmoid",
    "boxes",
)


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field; ``question`` is the name under which a card misses it."""

    key: str
    title: str
    group: str
    kind: Kind
    value: Any
    write: Write
    help: str = ""
    unit: str = ""
    question: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    bounds: tuple[float | None, float | None] = (None, None)
    count: int | None = None

    def told(self, card: Card, *, is_described: bool) -> dict[str, Any]:
        """The field as a form needs it; ``is_described``: it is not known from the graph alone."""
        asked = self.question in card.missing
        value = None if asked or self.value in ("", [], None) else self.value
        return {
            "key": self.key,
            "title": self.title,
            "help": self.help,
            "group": self.group,
            "kind": self.kind,
            "unit": self.unit,
            "value": value,
            "asked": asked,
            "from": "" if value is None else "card" if is_described else "graph",
            "choices": dict(self.choices),
            "minimum": self.bounds[0],
            "maximum": self.bounds[1],
            "count": self.count,
        }


def fields_of(card: Card, item: Mapping[str, Any]) -> list[Field]:
    """The fields that make sense for a model, in the order of a form."""
    fields = [*_model(card, item)]
    for entry in card.inputs:
        suffix = "" if entry is card.main else f"@{entry.name}"
        fields += _input(card, entry, suffix)
    for place, output in enumerate(card.outputs):
        fields += _output(card, output, f"@{output.name}" if place else "")
    return [*fields, *_accuracy(item), *_rights(item)]


def _said(item: Mapping[str, Any], *keys: str) -> str:
    properties = mapping_of(item.get("properties"))
    return next((text for key in keys if (text := text_of(properties.get(key)))), "")


def _model(card: Card, item: Mapping[str, Any]) -> Iterator[Field]:
    group = tr("Model")
    yield Field(
        key="title", title=tr("Title"), group=group, kind="text", value=_said(item, "title"),
        write=write_property("title"), help=tr("What the model is called in lists."),
    )  # fmt: skip
    yield Field(
        key="description", title=tr("Description"), group=group, kind="paragraph",
        value=_said(item, "description"), write=write_property("description"),
        help=tr("What it is for, what it was trained on, and where it cannot be trusted."),
    )  # fmt: skip
    yield Field(
        key="version", title=tr("Version"), group=group, kind="text",
        value=_said(item, "releve:version", "version"), write=write_property("version", "releve:version"),
    )  # fmt: skip
    yield Field(
        key="platform", title=tr("Sensor"), group=group, kind="text", value=_said(item, "platform"),
        write=write_property("platform"), help=tr("Satellite, aircraft or camera, as in sentinel-2."),
    )  # fmt: skip
    yield Field(
        key="architecture", title=tr("Architecture"), group=group, kind="text", value=card.architecture,
        write=write_property("mlm:architecture", blank=UNKNOWN),
    )  # fmt: skip
    if card.inputs and card.main.side("height") < 0:  # otherwise the graph says it
        yield Field(
            key="tile_px", title=tr("Tile"), group=group, kind="number", unit="px", value=card.tile_px,
            write=write_property("releve:tile"), bounds=(16, 8192),
        )  # fmt: skip
    yield Field(
        key="overlap_px", title=tr("Overlap"), group=group, kind="number", unit="px", value=card.overlap_px,
        write=write_property("releve:overlap"), bounds=(0, 4096),
    )  # fmt: skip


def _input(card: Card, entry: ModelInput, suffix: str) -> Iterator[Field]:
    group, place = tr("Input “{name}”").format(name=entry.name), card.inputs.index(entry)
    if entry.content != "values" or entry.mode == "scalar":
        return
    yield Field(
        key=f"bands{suffix}", title=tr("Bands"), group=group, kind="names", question="bands",
        value=[band.name for band in entry.bands], count=entry.channels if entry.channels > 0 else None,
        write=within("mlm:input", entry.name, place, write_bands),
        help=tr("Names of the bands in the order of the model's channels."),
    )  # fmt: skip
    if entry.mode in ("patch", "series"):
        yield Field(
            key=f"gsd_m{suffix}", title=tr("Ground resolution"), group=group, kind="number", unit="m",
            value=entry.gsd_m, question="gsd", bounds=(1e-4, 1e6),
            write=within("mlm:input", entry.name, place, setting("releve:gsd")),
            help=tr("Size on the ground of the pixels the model was trained on."),
        )  # fmt: skip
    yield Field(
        key=f"scaling{suffix}", title=tr("Scaling of values"), group=group, kind="scaling",
        value=_scaling_key(entry), question="scaling", choices=_scalings(),
        write=within("mlm:input", entry.name, place, write_scaling),
        help=tr("How raw values become what the model was trained on."),
    )  # fmt: skip
    yield Field(
        key=f"nodata_rule{suffix}", title=tr("Missing pixels"), group=group, kind="enum",
        value=entry.nodata_rule, choices=_nodata_rules(),
        write=within("mlm:input", entry.name, place, write_nodata),
        help=tr("When a pixel counts as missing."),
    )  # fmt: skip


def _output(card: Card, output: ModelOutput, suffix: str) -> Iterator[Field]:
    group, place = tr("Output “{name}”").format(name=output.name), card.outputs.index(output)
    yield Field(
        key=f"task{suffix}", title=tr("What the model gives"), group=group, kind="enum", value=output.task,
        question="task", choices=_tasks(output),
        write=within("mlm:output", output.name, place, write_task),
    )  # fmt: skip
    if output.task in ("", "regression"):
        yield Field(
            key=f"unit{suffix}", title=tr("Unit"), group=group, kind="text", value=output.unit,
            write=within("mlm:output", output.name, place, setting("releve:unit")),
            help=tr("Of what the model measures."),
        )  # fmt: skip
    if output.task in KEYPOINTS:
        yield Field(
            key=f"role{suffix}", title=tr("What it holds"), group=group, kind="enum", value=output.role,
            choices=roles_in_words(output.task),
            write=within("mlm:output", output.name, place, setting("releve:role")),
            help=tr("Which of a model's outputs about keypoints it is, where its name does not tell."),
        )  # fmt: skip
    if output.task == "detection":
        yield Field(
            key=f"layout{suffix}", title=tr("Kind of detector"), group=group, kind="enum", question="layout",
            value=output.detection.layout if output.detection else "",
            choices={layout: layout_in_words(layout) for layout in LAYOUTS},  # type: ignore[arg-type]
            write=within("mlm:output", output.name, place, write_layout),
            help=tr("How the model's outputs tell objects."),
        )  # fmt: skip
    if output.task in ("", "segmentation", "scene-classification", "detection"):
        channels = output.channels if "class" in output.dim_order else 0
        yield Field(
            key=f"classes{suffix}", title=tr("Classes"), group=group, kind="classes",
            value=[
                {"value": one.value, "name": one.name, "color": one.color, "description": one.description}
                for one in output.classes
            ],
            count=channels if channels > 1 else None,
            write=within("mlm:output", output.name, place, write_classes),
            help=tr("Names and colours in the order of the model's output."),
        )  # fmt: skip
    if output.task in ("", *MAPPED[:1]) and output.applied == "none" and output.dtype.startswith("float"):
        yield Field(
            key=f"activation{suffix}", title=tr("Still to be applied to the scores"), group=group,
            kind="enum", value=output.activation, question="activation",
            choices=_activations(),
            write=within("mlm:output", output.name, place, setting("releve:activation")),
            help=tr("What turns the model's output into probabilities."),
        )  # fmt: skip


def _accuracy(item: Mapping[str, Any]) -> Iterator[Field]:
    group, said = tr("Accuracy"), mapping_of(mapping_of(item.get("properties")).get("releve:accuracy"))
    yield Field(
        key="accuracy", title=tr("Overall accuracy"), group=group, kind="number", value=said.get("overall"),
        write=write_accuracy("overall"), bounds=(0, 1), help=tr("Share of right answers, from 0 to 1."),
    )  # fmt: skip
    yield Field(
        key="accuracy_interval", title=tr("Interval"), group=group, kind="interval",
        value=said.get("interval"), write=write_accuracy("interval"),
        help=tr("Between which two shares it lies, mostly at 95 %."),
    )  # fmt: skip
    yield Field(
        key="accuracy_how", title=tr("How it was measured"), group=group, kind="paragraph",
        value=text_of(said.get("how")), write=write_accuracy("how"),
        help=tr("On which sample, drawn how, and read by whom."),
    )  # fmt: skip


def _rights(item: Mapping[str, Any]) -> Iterator[Field]:
    group = tr("Rights")
    yield Field(
        key="licence", title=tr("Licence"), group=group, kind="text",
        value=_said(item, "license", "releve:licence"), write=write_property("license", "releve:licence"),
        help=tr("By its SPDX name, as in CC-BY-4.0."),
    )  # fmt: skip
    yield Field(
        key="citation", title=tr("Citation"), group=group, kind="paragraph",
        value=_said(item, "sci:citation"), write=write_property("sci:citation"),
    )  # fmt: skip


def _tasks(output: ModelOutput) -> dict[str, str]:
    """What models may give, and what this one says that it gives."""
    return {task: kind_in_words(task) for task in dict.fromkeys((*RUN_BY, output.task)) if task}


def _scalings() -> dict[str, str]:
    return {
        "none": tr("As they are"),
        "divide_by_255": tr("Divided by 255"),
        "divide_by_10000": tr("Divided by 10,000"),
        "imagenet_rgb": tr("Mean and deviation of ImageNet (red, green, blue)"),
    }


def _scaling_key(entry: ModelInput) -> Any:
    """The name of a scaling that has one, otherwise the scalings themselves."""
    named = next((name for name, scalings in NAMED_SCALINGS.items() if scalings == entry.scaling), None)
    return named or [as_json(one) for one in entry.scaling]


def _nodata_rules() -> dict[str, str]:
    return {
        "any": tr("Where any band is missing"),
        "all": tr("Where all bands are missing"),
        "none": tr("Only where a mask says so"),
    }


def _activations() -> dict[str, str]:
    return {
        "none": tr("Nothing: they are probabilities"),
        "sigmoid": tr("Sigmoid"),
        "softmax": tr("Softmax"),
    }
