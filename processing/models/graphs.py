"""Changes to a model's graph that leave its results as they are and make it cheaper to run.

Raw tiles go straight in (the cast and the scaling are nodes at its start), and what leaves is what will be
written (a head at its end). `onnx` is imported inside the functions: opening a model that needs no change
never pays for it.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..errors import ModelError
from ..language import tr
from .anatomy import LAYOUT
from .card import Card, ModelInput, ModelOutput, Scaling
from .heads import Given, Head, Nodes, Product, append_head
from .scalings import scaling_steps

if TYPE_CHECKING:
    from onnx import GraphProto, ModelProto, NodeProto

OPSET = 17  # what older graphs are raised to: below the ceiling of every runtime we install
HEAD_OPSET = 13  # the first whose nodes the head is written in
SURGERY = "4"  # part of the key of what is kept: raise it when the nodes change


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How a model is to be changed.

    Parameters
    ----------
    products : tuple of str
        What is to leave it: see `Head`. The outputs of the new graph are called like the products; with
        several outputs of the model, ``<output>/<product>``.
    outputs : tuple of str
        Which of the model's outputs; the first when empty.
    input_dtype : str
        Type of the raw values that go in.
    bake_scaling : bool
        Whether the card's scaling becomes part of the graph.
    thresholds, unsure
        See `Head`; None takes the card's thresholds.
    """

    products: tuple[Product, ...]
    outputs: tuple[str, ...] = ()
    input_dtype: str = "float32"
    bake_scaling: bool = True
    thresholds: tuple[float, ...] | None = None
    unsure: int = 255


def prepared(model: str | Path, card: Card, recipe: Recipe) -> bytes:
    """The model changed by a recipe, serialised; external weights stay where they are.

    Raises
    ------
    ModelError
        The graph is too old to be raised to an opset in which the changes can be written.
    """
    import onnx

    proto = onnx.load(str(model), load_external_data=False)
    outputs = [card.output(name) for name in recipe.outputs or ("",)]
    _keep_only(proto, {output.name for output in outputs})
    proto = _raised(proto)
    entry = card.main
    if recipe.input_dtype != entry.dtype or (recipe.bake_scaling and entry.scaling):
        _bake(proto, entry, entry.scaling if recipe.bake_scaling else (), recipe.input_dtype)
    del proto.graph.output[:]
    for place, output in enumerate(outputs):
        value, given = _ending(proto, output, recipe)
        head = _head(output, recipe, given, rank=max(len(output.shape), 1))
        nodes = Nodes(_opset(proto), prefix=f"releve_{place}")
        _attach(proto, nodes, value, head, output, alone=len(outputs) == 1)
    return bytes(proto.SerializeToString())


def strip_activation(proto: ModelProto, output: ModelOutput) -> str | None:
    """Take a final softmax over the classes, or a final sigmoid, out of the graph.

    Returns its kind, or None when there is none or it normalises over anything but the classes (a softmax of
    an opset before 13 over a middle axis does), or when another node reads it. Layout nodes behind it stay.
    """
    path = _layout_path(proto, output.name)
    if path is None:
        return None
    activation, behind = path
    if activation.op_type == "Softmax" and not _over_classes(proto, activation, behind, output):
        return None
    kind = activation.op_type.lower()
    activation.op_type = "Identity"
    del activation.attribute[:]
    return kind


def kept(folder: Path, key: Sequence[str], make: Callable[[], bytes]) -> Path:
    """A file in a cache folder with what ``make`` gives for this key, made only once.

    Parameters
    ----------
    folder : Path
        Where it is kept; made when absent.
    key : sequence of str
        All that the content depends on, the model's SHA-256 first.
    """
    digest = hashlib.sha256("\0".join((SURGERY, *key)).encode()).hexdigest()[:32]
    path = folder / f"{digest}.onnx"
    if path.is_file():
        os.utime(path)  # the cache drops what was not used for longest
        return path
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{digest}-{uuid4().hex[:8]}"
    draft.write_bytes(make())
    draft.replace(path)
    return path


# -- the end of the graph -----------------------------------------------------------------------------------


def _ending(proto: ModelProto, output: ModelOutput, recipe: Recipe) -> tuple[str, Given]:
    """The value the head starts from, and what it is."""
    products = set(recipe.products)
    if output.dtype.startswith(("int", "uint")):
        return output.name, "codes"
    if products <= {"values", "check"}:
        return output.name, "probabilities"
    several = output.channels != 1
    if output.applied == "softmax" and several:
        return output.name, "scores" if strip_activation(proto, output) else "probabilities"
    if output.applied == "sigmoid":
        return output.name, "probabilities"
    if output.activation == "softmax" and several:
        return output.name, "scores"
    if output.activation == "sigmoid":
        value = f"{output.name}_sigmoid"
        proto.graph.node.append(_node("Sigmoid", [output.name], [value]))
        return value, "probabilities"
    return output.name, "probabilities"


def _head(output: ModelOutput, recipe: Recipe, given: Given, *, rank: int) -> Head:
    thresholds = output.thresholds if recipe.thresholds is None else recipe.thresholds
    axis, channels = 1, output.channels
    if "class" in output.dim_order:
        axis = output.dim_order.index("class")
    else:
        rank += 1  # a lone channel gets an axis of its own
    return Head(
        products=recipe.products,
        channels=channels if channels > 0 else max(len(output.classes), 1),
        given=given,
        axis=axis,
        rank=rank,
        class_values=tuple(one.value for one in output.classes),
        thresholds=thresholds,
        unsure=recipe.unsure,
    )


def _attach(
    proto: ModelProto, nodes: Nodes, value: str, head: Head, output: ModelOutput, *, alone: bool
) -> None:
    if output.dtype != "float32" and head.given != "codes":
        value = nodes.cast(value, "float32")
    if "class" not in output.dim_order and not set(head.products) <= {"values", "check"}:
        value = nodes.add("Unsqueeze", value, nodes.constant([1], "int64"))
    elif "class" not in output.dim_order:
        head = replace(head, rank=head.rank - 1)
    made = append_head(nodes, value, head, prefix="" if alone else f"{output.name}/")
    proto.graph.node.extend(nodes.nodes)
    proto.graph.initializer.extend(nodes.constants)
    proto.graph.output.extend(_info(name, dtype, None) for name, dtype in made.values())


def _layout_path(proto: ModelProto, output: str) -> tuple[NodeProto, list[NodeProto]] | None:
    """The activation an output ends in and the layout nodes behind it, first to last."""
    makers = {name: node for node in proto.graph.node for name in node.output}
    readers = Counter(name for node in proto.graph.node for name in (*node.input, *_inner_inputs(node)))
    behind: list[NodeProto] = []
    node = makers.get(output)
    if readers[output]:
        return None
    while node is not None and node.op_type in LAYOUT:
        behind.insert(0, node)
        if readers[node.input[0]] > 1:
            return None
        node = makers.get(node.input[0])
    return (node, behind) if node is not None and node.op_type in ("Softmax", "Sigmoid") else None


def _over_classes(
    proto: ModelProto, softmax: NodeProto, behind: Sequence[NodeProto], output: ModelOutput
) -> bool:
    """Whether a softmax normalises over the axis of the classes and nothing else."""
    if "class" not in output.dim_order:
        return False
    rank, axis = len(output.shape), output.dim_order.index("class")
    for node in reversed(behind):
        if node.op_type == "Transpose":
            order = _attribute(node, "perm", list(reversed(range(rank))))
            axis = order[axis]
        elif node.op_type not in ("Identity", "Cast"):
            return False
    modern = _opset(proto) >= 13
    over = _attribute(softmax, "axis", -1 if modern else 1) % rank
    return bool(over == axis and (modern or axis == rank - 1))


# -- the start of the graph ---------------------------------------------------------------------------------


def _bake(proto: ModelProto, entry: ModelInput, scaling: Sequence[Scaling], dtype: str) -> None:
    """Raw values of another type in, under the same name; cast and scaled by nodes of the graph."""
    import numpy as np
    from onnx import helper

    nodes = Nodes(_opset(proto), prefix="releve_start")
    value = nodes.cast(entry.name, "float32") if dtype != "float32" else entry.name
    for operator, numbers in scaling_steps(scaling):
        value = nodes.add(operator, value, nodes.constant(_along_bands(numbers, entry), "float32"))
    value = nodes.cast(value, entry.dtype) if entry.dtype != "float32" else value
    _read_instead(proto.graph, entry.name, value)
    for place, node in enumerate(nodes.nodes):
        proto.graph.node.insert(place, node)
    proto.graph.initializer.extend(nodes.constants)
    declared = next(one for one in proto.graph.input if one.name == entry.name)
    declared.type.tensor_type.elem_type = helper.np_dtype_to_tensor_dtype(np.dtype(dtype))


def _read_instead(graph: GraphProto, old: str, new: str) -> None:
    """Let every node, those in branches of If and Loop too, read another value."""
    for node in graph.node:
        for place, name in enumerate(node.input):
            if name == old:
                node.input[place] = new
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                _read_instead(inner, old, new)


def _along_bands(numbers: Sequence[float], entry: ModelInput) -> Any:
    import numpy as np

    if len(numbers) == 1:
        return np.float32(numbers[0])
    behind = len(entry.dim_order) - entry.dim_order.index("bands") - 1
    return np.asarray(numbers, "float32").reshape((-1, *(1,) * behind))


# -- the graph as a whole -----------------------------------------------------------------------------------


def _keep_only(proto: ModelProto, outputs: set[str]) -> None:
    """Drop the other outputs and the nodes that only they need."""
    for one in [one for one in proto.graph.output if one.name not in outputs]:
        proto.graph.output.remove(one)
    needed = set(outputs)
    for node in reversed(proto.graph.node):
        if needed & set(node.output):
            needed.update(node.input)
            needed.update(_inner_inputs(node))
    idle = [node for node in proto.graph.node if not needed & set(node.output)]
    for node in idle:
        proto.graph.node.remove(node)


def _inner_inputs(node: NodeProto) -> set[str]:
    """What the branches of an If or Loop take from the graph around them."""
    names: set[str] = set()
    for attribute in node.attribute:
        for graph in (attribute.g, *attribute.graphs):
            for inner in graph.node:
                names.update(inner.input)
                names |= _inner_inputs(inner)
            names.update(one.name for one in graph.output)
    return names


def _raised(proto: ModelProto) -> ModelProto:
    """The graph in an opset in which the head can be written."""
    if _opset(proto) >= HEAD_OPSET:
        return proto
    from onnx import version_converter

    try:
        raised = version_converter.convert_version(proto, OPSET)
    except (RuntimeError, ValueError, IndexError) as error:
        raise ModelError(
            tr(
                "The model's opset {found} is too old to be changed: export it with opset {needed} or newer."
            ).format(found=_opset(proto), needed=HEAD_OPSET)
        ) from error
    raised.ir_version = max(raised.ir_version, 8)
    return raised


def _opset(proto: ModelProto) -> int:
    return next((one.version for one in proto.opset_import if one.domain in ("", "ai.onnx")), 1)


def _node(operator: str, inputs: list[str], outputs: list[str]) -> NodeProto:
    from onnx import helper

    return helper.make_node(operator, inputs, outputs)


def _attribute(node: NodeProto, name: str, default: Any) -> Any:
    from onnx import helper

    return next((helper.get_attribute_value(one) for one in node.attribute if one.name == name), default)


def _info(name: str, dtype: str, shape: Sequence[int] | None) -> Any:
    import numpy as np
    from onnx import helper

    return helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(np.dtype(dtype)), shape)
