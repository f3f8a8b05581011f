"""How far a model sees: the pixels around an output pixel that can change it.

Worked out from the graph, not measured: each convolution, pooling or resampling widens the window by its
kernel, at its own scale. Where a node mixes the whole image (a global pooling, an attention, a flattening)
there is no such number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .bare import image_layout

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto

# Operators that look at one pixel at a time.
POINTWISE = frozenset((
    "Abs", "Add", "And", "BatchNormalization", "Cast", "CastLike", "Ceil", "Clip", "Cos", "Div",
    "Dropout", "Elu", "Equal", "Erf", "Exp", "Floor", "Gelu", "Greater", "GreaterOrEqual", "HardSigmoid",
    "HardSwish", "Identity", "IsInf", "IsNaN", "LeakyRelu", "Less", "LessOrEqual", "Log", "Max", "Min",
    "Mish", "Mod", "Mul", "Neg", "Not", "Or", "PRelu", "Pow", "Reciprocal", "Relu", "Round", "Selu",
    "Sigmoid", "Sign", "Sin", "Softplus", "Softsign", "Sqrt", "Sub", "Sum", "Tan", "Tanh",
    "ThresholdedRelu", "Where", "Xor",
))  # fmt: skip
# Operators along an axis: harmless while it is not one of the image's.
ALONG = frozenset(("Concat", "Softmax", "LogSoftmax", "Split", "LpNormalization", "Hardmax"))
REDUCING = frozenset(
    ("ArgMax", "ArgMin", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceSum", "Squeeze", "Gather")
)
POOLS = frozenset(("MaxPool", "AveragePool", "LpPool"))
NO_PIXELS = frozenset(("Shape", "Size", "Range", "Constant", "ConstantOfShape"))

# Source pixels that a resampled one reads, counted from its own place divided by the factor, whatever the
# convention for the place (half pixel, asymmetric, aligned corners).
RESAMPLING = {
    "nearest": (Fraction(-1), Fraction(1)),
    "linear": (Fraction(-2), Fraction(1)),
    "cubic": (Fraction(-3), Fraction(2)),
}
DOUBLING = (Fraction(-1, 2), Fraction(0))  # nearest by 2, as every decoder has it: pixel 2i and 2i + 1 read i


@dataclass(frozen=True)
class _View:
    """What the pixel ``i`` of a value sees: input pixels ``i * step + low`` to ``i * step + high``.

    ``shrink`` is how many input pixels the value is smaller than the input; ``axes`` tells where rows and
    columns stand.
    """

    step: Fraction
    low: Fraction
    high: Fraction
    shrink: Fraction
    axes: tuple[int, ...]

    def moved(self, low: Any, high: Any, *, step: Fraction | None = None, shrink: Any = 0) -> _View:
        return _View(
            self.step if step is None else step,
            self.low + low,
            self.high + high,
            self.shrink + shrink,
            self.axes,
        )


class _Unknown(Exception):
    """A node that mixes the whole image, or that is not known."""


def receptive_reach(model: str | Path | ModelProto, output: str = "") -> int | None:
    """Pixels on each side of an output pixel that can change it; None when that may be the whole image.

    An upper bound: an output pixel further than this from a change stays the same. The place of an output
    pixel is its own in an output as large as the input, and shifted by half the difference in a smaller one.

    Parameters
    ----------
    model : path or ModelProto
        A model of images.
    output : str
        One of its outputs; the widest of all when empty.
    """
    import onnx

    proto = onnx.load(str(model), load_external_data=False) if isinstance(model, str | Path) else model
    walk = _Walk(proto)
    names = [output] if output else [one.name for one in proto.graph.output]
    views = [walk.views.get(name) for name in names]
    if any(name in walk.unknown for name in names):
        return None
    return max((_reach(view) for view in views if view is not None), default=0)


def _reach(view: _View) -> int:
    offset = view.shrink / 2
    return max(ceil(view.high - offset), ceil(offset - view.low), 0)


class _Walk:
    """Works out the views from the inputs on; a value that no pixel changes has none."""

    def __init__(self, proto: ModelProto) -> None:
        from onnx import numpy_helper

        graph = proto.graph
        self.constants: dict[str, Any] = {
            one.name: numpy_helper.to_array(one) for one in graph.initializer if not one.external_data
        }
        self.dims: dict[str, Sequence[int]] = {one.name: list(one.dims) for one in graph.initializer}
        self.opset = next((one.version for one in proto.opset_import if one.domain in ("", "ai.onnx")), 1)
        self.views: dict[str, _View] = {}
        self.unknown: set[str] = set()
        for one in graph.input:
            if one.name not in self.dims:
                self._enter(one)
        for node in graph.node:  # the graph is sorted: what a node reads is known
            self._visit(node)

    def _enter(self, entry: Any) -> None:
        sides = [side.dim_value or -1 for side in entry.type.tensor_type.shape.dim]
        if len(sides) != 4:
            self.unknown.add(entry.name)
            return
        order = image_layout(tuple(sides))
        zero = Fraction(0)
        axes = (order.index("height"), order.index("width"))
        self.views[entry.name] = _View(Fraction(1), zero, zero, zero, axes)

    def _visit(self, node: NodeProto) -> None:
        if node.op_type == "Constant":
            self._keep(node)
        if node.op_type in NO_PIXELS:
            return
        try:
            if self.unknown & set(node.input):
                raise _Unknown
            view = self._widened(node)
        except _Unknown:
            self.unknown.update(node.output)
            return
        if view is not None:
            self.views.update(dict.fromkeys(node.output, view))

    def _keep(self, node: NodeProto) -> None:
        from onnx import numpy_helper

        for attribute in node.attribute:
            if attribute.name == "value":
                array = numpy_helper.to_array(attribute.t)
                self.constants[node.output[0]] = array
                self.dims[node.output[0]] = array.shape

    def _widened(self, node: NodeProto) -> _View | None:
        views = [self.views[name] for name in node.input if name in self.views]
        if not views:
            return None
        view = _merged(views)
        if node.domain not in ("", "ai.onnx"):
            raise _Unknown
        if node.op_type in POINTWISE:
            return view
        if node.op_type in ALONG:
            return self._along(node, view)
        if node.op_type in REDUCING:
            return self._reduced(node, view)
        rules = {
            "Conv": self._conv, "ConvTranspose": self._conv_transpose, "Resize": self._resize,
            "Upsample": self._resize, "Pad": self._pad, "Slice": self._slice, "Transpose": self._transpose,
            "DepthToSpace": self._depth_to_space, "SpaceToDepth": self._space_to_depth,
            **dict.fromkeys(POOLS, self._pool),
        }  # fmt: skip
        if node.op_type not in rules:
            raise _Unknown
        return rules[node.op_type](node, view)

    # -- rules by operator --------------------------------------------------------------------------------

    def _conv(self, node: NodeProto, view: _View) -> _View:
        return _windowed(node, view, self._kernel(node))

    def _pool(self, node: NodeProto, view: _View) -> _View:
        return _windowed(node, view, _attribute(node, "kernel_shape", ()))

    def _conv_transpose(self, node: NodeProto, view: _View) -> _View:
        """Pixel o reads (o + pad - dilation * m) / stride, for each m of the kernel that divides."""
        window = _Window(node, view, self._kernel(node))
        step = view.step / window.stride
        extra = max(_attribute(node, "output_padding", (0,)))
        if window.unsaid or _attribute(node, "output_shape", None):
            return view.moved(-step * window.spread, step * window.spread, step=step)
        shrink = window.stride + window.before + window.after - window.spread - 1 - extra
        return view.moved(
            step * (window.before - window.spread), step * window.before, step=step, shrink=step * shrink
        )

    def _resize(self, node: NodeProto, view: _View) -> _View:
        _channels_first(view)
        if _attribute(node, "antialias", 0):
            raise _Unknown
        factor = self._factor(node)
        mode = _text(_attribute(node, "mode", "nearest"))
        place = _text(_attribute(node, "coordinate_transformation_mode", "half_pixel"))
        low, high = RESAMPLING[mode]
        if mode == "nearest" and factor == 2 and place in ("half_pixel", "asymmetric", "pytorch_half_pixel"):
            low, high = DOUBLING
        return view.moved(view.step * low, view.step * high, step=view.step / factor)

    def _depth_to_space(self, node: NodeProto, view: _View) -> _View:
        _channels_first(view)
        size = _attribute(node, "blocksize", 1)
        return view.moved(-view.step * Fraction(size - 1, size), 0, step=view.step / size)

    def _space_to_depth(self, node: NodeProto, view: _View) -> _View:
        _channels_first(view)
        size = _attribute(node, "blocksize", 1)
        return view.moved(0, view.step * (size - 1), step=view.step * size)

    def _pad(self, node: NodeProto, view: _View) -> _View:
        pads = [int(value) for value in self._numbers(node, 1, "pads")]
        rank = len(pads) // 2
        if len(node.input) > 3 and node.input[3]:  # pads of some axes only (opset 18)
            raise _Unknown
        before = [pads[axis] for axis in view.axes]
        after = [pads[axis + rank] for axis in view.axes]
        step = view.step
        return view.moved(-step * max(before), -step * min(before), shrink=-step * (before[0] + after[0]))

    def _slice(self, node: NodeProto, view: _View) -> _View:
        """Cutting channels changes nothing; a crop of rows and columns shifts the image."""
        starts, ends, axes, steps = (
            [int(value) for value in self._numbers(node, place, name, default)]
            for place, name, default in (
                (1, "starts", None),
                (2, "ends", None),
                (3, "axes", []),
                (4, "steps", [1]),
            )
        )
        axes = [axis % 4 for axis in axes or range(len(starts))]
        cuts = [(starts[place], ends[place]) for place, axis in enumerate(axes) if axis in view.axes]
        if not cuts:
            return view
        if any(step != 1 for step in steps) or any(start < 0 or 0 <= end < 1 << 30 for start, end in cuts):
            raise _Unknown
        begins = [start for start, _ in cuts]
        start, end = cuts[0]
        step = view.step
        shrink = start + (-end if end < 0 else 0)
        return view.moved(
            step * min(begins if len(cuts) == len(view.axes) else [0, *begins]),
            step * max(begins),
            shrink=step * shrink,
        )

    def _transpose(self, node: NodeProto, view: _View) -> _View:
        order = list(_attribute(node, "perm", ()))
        if not order:
            raise _Unknown
        return replace(view, axes=tuple(order.index(axis) for axis in view.axes))

    def _along(self, node: NodeProto, view: _View) -> _View:
        axis = _attribute(node, "axis", 0 if node.op_type == "Split" else None)
        if axis is None:
            axis = -1 if self.opset >= 13 else 1
        if node.op_type == "Softmax" and self.opset < 13 and axis % 4 != 3:
            raise _Unknown  # it flattened all axes from this one on
        if axis % 4 in view.axes:
            raise _Unknown
        return view

    def _reduced(self, node: NodeProto, view: _View) -> _View:
        """An axis that goes away; those of the image must stay, and move up."""
        if node.op_type in ("ArgMax", "ArgMin", "Gather"):
            axes = [_attribute(node, "axis", 0)]
        else:
            axes = [int(axis) for axis in self._numbers(node, 1, "axes")]
        axes = [axis % 4 for axis in axes]
        if set(axes) & set(view.axes):
            raise _Unknown
        if node.op_type == "Gather":
            gone = not len(self.dims.get(node.input[1], (1,)))
        else:
            gone = node.op_type == "Squeeze" or not _attribute(node, "keepdims", 1)
        if not gone:
            return view
        return replace(view, axes=tuple(one - sum(axis < one for axis in axes) for one in view.axes))

    def _kernel(self, node: NodeProto) -> Sequence[int]:
        said = _attribute(node, "kernel_shape", ()) or self.dims.get(node.input[1], ())[2:]
        if not said:
            raise _Unknown
        return tuple(said)

    def _factor(self, node: NodeProto) -> Fraction:
        place = 1 if node.op_type == "Upsample" or self.opset < 11 else 2
        scales = [float(value) for value in self._numbers(node, place, "scales")]
        return _only(Fraction(value).limit_denominator(4096) for value in scales[2:])

    def _numbers(self, node: NodeProto, place: int, name: str, default: list[Any] | None = None) -> list[Any]:
        """An operand that was an attribute in older opsets."""
        said = _attribute(node, name, None)
        given = len(node.input) > place and node.input[place] != ""
        if said is None and given and node.input[place] in self.constants:
            said = self.constants[node.input[place]].ravel().tolist()
        if said is None and (given or default is None):
            raise _Unknown
        return list(default if said is None else said)  # type: ignore[arg-type]


class _Window:
    """The widest of a node's windows over rows and columns."""

    def __init__(self, node: NodeProto, view: _View, kernel: Sequence[int]) -> None:
        _channels_first(view)
        if len(kernel) != 2:
            raise _Unknown
        dilations = _attribute(node, "dilations", (1, 1))
        pads = _attribute(node, "pads", (0, 0, 0, 0))
        self.stride = int(_only(_attribute(node, "strides", (1, 1))))
        self.spreads = [dilation * (size - 1) for size, dilation in zip(kernel, dilations, strict=True)]
        self.spread = max(self.spreads)
        self.befores, self.afters = list(pads[:2]), list(pads[2:])
        widest = self.spreads.index(self.spread)
        self.before, self.after = self.befores[widest], self.afters[widest]
        self.unsaid = _text(_attribute(node, "auto_pad", "NOTSET")) not in ("NOTSET", "VALID")


def _windowed(node: NodeProto, view: _View, kernel: Sequence[int]) -> _View:
    """Pixel i reads i * stride - pad + dilation * m, for each m of the kernel."""
    window = _Window(node, view, kernel)
    step = view.step
    if window.unsaid:  # half the kernel on each side, give or take the remainder of the stride
        half = Fraction(window.spread + 1, 2)
        return view.moved(-step * half, step * window.spread, step=step * window.stride)
    low = min(-before for before in window.befores)
    high = max(spread - before for spread, before in zip(window.spreads, window.befores, strict=True))
    padded = window.before + window.after - window.spread - 1
    shrink = -(floor(Fraction(padded, window.stride)) + 1) * window.stride
    return view.moved(step * low, step * high, step=step * window.stride, shrink=step * shrink)


def _merged(views: Sequence[_View]) -> _View:
    """The view of a value made from several."""
    first = views[0]
    if any((one.step, one.axes) != (first.step, first.axes) for one in views):
        raise _Unknown  # a broadcast over the image
    return _View(
        first.step,
        min(one.low for one in views),
        max(one.high for one in views),
        min(one.shrink for one in views),
        first.axes,
    )


def _channels_first(view: _View) -> None:
    if view.axes != (2, 3):
        raise _Unknown


def _only(values: Iterable[Any]) -> Fraction:
    different = set(values)
    if len(different) != 1:
        raise _Unknown
    return Fraction(different.pop())


def _attribute(node: NodeProto, name: str, default: Any) -> Any:
    from onnx import helper

    return next((helper.get_attribute_value(one) for one in node.attribute if one.name == name), default)


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
