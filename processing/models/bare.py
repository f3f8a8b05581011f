"""The card of a model that comes without one: what its graph alone can tell.

Shapes and dtypes are facts. What a model does is only taken from the graph where the graph leaves no doubt
(a final softmax over the pixels, an output larger than the input); the rest stays ``missing``.
"""

from __future__ import annotations

from dataclasses import replace

from .anatomy import Activation, Anatomy, Port
from .card import Card, Mode, ModelInput, ModelOutput
from .detectors import certain_detector, image_of
from .keypoints import certain_keypoints

MOST_CHANNELS = 64  # a last side up to this many, after larger ones, is channels last

FIRST = ("batch", "bands", "height", "width")
LAST = ("batch", "height", "width", "bands")


def bare_card(anatomy: Anatomy, *, name: str) -> Card:
    """The card that the graph alone supports; ``missing`` lists what a run still needs."""
    inputs = tuple(_input(port) for port in anatomy.inputs)
    first = inputs[0] if inputs else None
    outputs = tuple(_output(port, anatomy.last_activation(port.name), first) for port in anatomy.outputs)
    outputs = certain_keypoints(inputs, certain_detector(outputs, first))
    if first is not None and any(output.task == "detection" for output in outputs):
        first = image_of(first)
        inputs = (first, *inputs[1:])
    return Card(
        name=name,
        inputs=inputs,
        outputs=outputs,
        origin="graph",
        tile_px=fixed_tile(first) if first else None,
        parameters=anatomy.parameters,
        missing=missing_in(inputs, outputs),
    )


def missing_in(inputs: tuple[ModelInput, ...], outputs: tuple[ModelOutput, ...]) -> tuple[str, ...]:
    """What a run needs and a graph never says."""
    first = inputs[0] if inputs else None
    keys = {
        "gsd": first is not None and "height" in first.dim_order,
        "bands": True,
        "scaling": first is not None and first.dtype.startswith("float"),
        "task": not any(output.task for output in outputs),
    }
    return tuple(key for key, absent in keys.items() if absent)


def fixed_tile(entry: ModelInput) -> int | None:
    """Side of the tile that the graph imposes, None where it takes any (or is not square)."""
    rows, columns = entry.side("height"), entry.side("width")
    return rows if rows == columns and rows > 0 else None


def image_layout(shape: tuple[int, ...]) -> tuple[str, ...]:
    """Order of the sides of a tensor of rank 4: channels first, unless only channels last makes sense."""
    second, last = shape[1], shape[3]
    channels_last = 0 < last <= MOST_CHANNELS and not 0 < second <= MOST_CHANNELS
    return LAST if channels_last else FIRST


def _input(port: Port) -> ModelInput:
    layouts = {1: ("batch",), 2: ("batch", "bands")}  # of more sides, nobody can say which is which
    rank = len(port.shape)
    order = image_layout(port.shape) if rank == 4 else layouts.get(rank, ())
    mode: Mode = "patch" if rank == 4 else "pixel" if rank == 2 else "series"
    return ModelInput(name=port.name, mode=mode, dim_order=order, shape=port.shape, dtype=port.dtype)


def _output(port: Port, last: Activation, entry: ModelInput | None) -> ModelOutput:
    order = output_layout(port.shape, entry)
    output = ModelOutput(name=port.name, dim_order=order, shape=port.shape, dtype=port.dtype, applied=last)
    return replace(output, task=_task(output, entry))


def output_layout(shape: tuple[int, ...], entry: ModelInput | None) -> tuple[str, ...]:
    """Order of the sides of an output, given what enters."""
    rank = len(shape)
    if rank == 4:
        return tuple("class" if side == "bands" else side for side in image_layout(shape))
    if rank == 3 and entry is not None and entry.mode == "patch":
        return ("batch", "height", "width")
    return {1: ("batch",), 2: ("batch", "class"), 3: ("batch", "time", "class")}.get(rank, ())


def _task(output: ModelOutput, entry: ModelInput | None) -> str:
    """The task the graph proves, or an empty string."""
    if entry is None or entry.mode == "series":
        return ""
    if entry.mode == "patch" and "height" not in output.dim_order:
        return "scene-classification" if output.applied == "softmax" and output.channels != 1 else ""
    if enlarges(entry, output):
        return "super-resolution"
    codes = output.dtype in ("int64", "int32", "uint8", "uint16", "int8", "int16")
    several = output.channels > 1 or output.channels < 0
    return "segmentation" if codes or (output.applied == "softmax" and several) else ""


def enlarges(entry: ModelInput, output: ModelOutput) -> bool:
    """Whether an output has more pixels a side than its input, along rows as along columns."""
    entering = entry.side("height"), entry.side("width")
    leaving = output.side("height"), output.side("width")
    return 0 < entering[0] < leaving[0] and entering[0] * leaving[1] == entering[1] * leaving[0]
