"""What follows a model's last layer, as ONNX nodes: class, confidence, margin, entropy in one pass.

Softmax over the second axis is slow on a processor (2,074 ms for a million pixels of 8 classes, numpy 626);
the same numbers from the scores with ReduceMax, Exp and ReduceSum take 154, and a pixel leaves as three bytes
instead of 32. Confidence, margin and entropy are bytes of 254 steps, so that 255 stays free for nodata.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ..errors import ModelError
from ..language import tr

if TYPE_CHECKING:
    from onnx import NodeProto, TensorProto

Product = Literal["class", "confidence", "margin", "entropy", "probabilities", "values", "check"]
PRODUCTS: tuple[Product, ...] = (
    "class", "confidence", "margin", "entropy", "probabilities", "values", "check",
)  # fmt: skip

STEPS = 254.0
SMALLEST = 1e-30  # a probability's floor before its logarithm; `inference.readouts` has the same
LOWEST = -80.0  # a score this far under the best has no weight: exp(-80) = 2e-35

Given = Literal["scores", "probabilities", "codes"]


class Nodes:
    """Collects nodes and constants under names of our own, in the dialect of one opset."""

    def __init__(self, opset: int, *, prefix: str = "releve") -> None:
        self.opset = opset
        self.prefix = prefix
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def add(self, operator: str, *inputs: str, to: str = "", **attributes: Any) -> str:
        """Append a node, return the name of its output."""
        from onnx import helper

        output = to or f"{self.prefix}_{len(self.nodes)}_{operator.lower()}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def constant(self, values: Any, dtype: str) -> str:
        """Append a constant, return its name."""
        import numpy as np
        from onnx import numpy_helper

        name = f"{self.prefix}_constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, dtype), name))
        return name

    def reduce(self, operator: str, value: str, axes: Sequence[int], *, keep: bool = True) -> str:
        """A reduction; its axes became an input with opset 13 (ReduceSum) and 18 (the others)."""
        if self.opset >= (13 if operator == "ReduceSum" else 18):
            return self.add(operator, value, self.constant(list(axes), "int64"), keepdims=int(keep))
        return self.add(operator, value, axes=list(axes), keepdims=int(keep))

    def cast(self, value: str, dtype: str, *, to: str = "") -> str:
        """The value as another type."""
        import numpy as np
        from onnx import helper

        output = to or f"{self.prefix}_{len(self.nodes)}_cast"
        kind = helper.np_dtype_to_tensor_dtype(np.dtype(dtype))
        self.nodes.append(helper.make_node("Cast", [value], [output], to=kind))
        return output


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a head is to give, and from what.

    Parameters
    ----------
    products : tuple of str
        Of `PRODUCTS`: ``class`` (uint8, or uint16 above 254), ``confidence``, ``margin``, ``entropy`` (uint8,
        254 steps), ``probabilities`` (float32), ``values`` (float32, as the model gives them), ``check`` (one
        float per item: NaN when any value is).
    channels : int
        Number of values per pixel.
    given : {"scores", "probabilities", "codes"}
        What comes in: scores of exclusive classes (before softmax), probabilities (of classes that exclude
        each other or, after a sigmoid, of each by itself), or the class values themselves. With one channel:
        the probability of class 1 against 0.
    axis, rank : int
        Where the classes stand in the tensor that comes in.
    class_values : tuple of int
        The value in the map for each channel (two for one channel); 0, 1, 2… when empty.
    thresholds : tuple of float
        Probability needed, one for all classes or one each; below it the class is ``unsure``. With one
        channel: from which probability on class 1 is given, 0.5 when empty.
    unsure : int
        The value for pixels under the threshold.
    """

    products: tuple[Product, ...]
    channels: int
    given: Given = "probabilities"
    axis: int = 1
    rank: int = 4
    class_values: tuple[int, ...] = ()
    thresholds: tuple[float, ...] = ()
    unsure: int = 255

    @property
    def class_dtype(self) -> str:
        """Smallest type that holds every class value and leaves its last one for nodata."""
        if self.given == "codes" and not self.class_values:
            return "uint16"
        highest = max((*self.class_values, max(self.channels, 2) - 1))
        return "uint8" if highest < 255 and self.unsure <= 255 else "uint16"


def append_head(nodes: Nodes, value: str, head: Head, *, prefix: str = "") -> dict[Product, tuple[str, str]]:
    """Nodes from a value to the products; returns each product's output name (prefixed) and dtype."""
    maker = _Maker(nodes, value, head, prefix)
    return {product: maker.product(product) for product in dict.fromkeys(head.products)}


class _Maker:
    """Shares what several products need; a property is computed when it is first asked for."""

    def __init__(self, nodes: Nodes, value: str, head: Head, prefix: str) -> None:
        self.nodes, self.head, self.axis, self.prefix = nodes, head, head.axis, prefix
        self.value = value
        self.single = head.channels == 1
        self._made: dict[str, str] = {}

    def product(self, product: Product) -> tuple[str, str]:
        if product == "values":
            return self._renamed(self.value, "values"), "float32"
        if product == "check":
            every = [axis for axis in range(self.head.rank) if axis != 0]
            return self._renamed(
                self.nodes.reduce("ReduceSum", self.value, every, keep=False), "check"
            ), "float32"
        if product == "probabilities" and self.head.given != "codes":
            return self._renamed(self._of("probabilities"), "probabilities"), "float32"
        if product == "class":
            return self._class(), self.head.class_dtype
        if self.head.given == "codes":
            raise ModelError(
                tr("The model gives classes only, so there is no “{product}”: leave it out.").format(
                    product=product
                )
            )
        return self._byte(self._of(product), product), "uint8"

    def _of(self, name: str) -> str:
        if name not in self._made:
            self._made[name] = getattr(self, f"_{name}")()
        return self._made[name]

    def _renamed(self, value: str, name: str) -> str:
        return self.nodes.add("Identity", value, to=self.prefix + name)

    def _number(self, value: float) -> str:
        return self.nodes.constant(value, "float32")

    # -- shared parts -------------------------------------------------------------------------------------

    def _best(self) -> str:
        return self.nodes.reduce("ReduceMax", self._of("exclusive"), [self.axis])

    def _exclusive(self) -> str:
        """What the classes compete with: as given, two channels for one."""
        if not self.single:
            return self.value
        rest = self.nodes.add("Sub", self._number(1.0), self.value)
        return self.nodes.add("Concat", rest, self.value, axis=self.axis)

    def _below(self) -> str:
        """Scores under the best, 0 for the best itself."""
        return self.nodes.add("Sub", self._of("exclusive"), self._of("best"))

    def _weights(self) -> str:
        return self.nodes.add("Exp", self._of("below"))

    def _total(self) -> str:
        return self.nodes.reduce("ReduceSum", self._of("weights"), [self.axis])

    def _channel(self) -> str:
        return self.nodes.add("ArgMax", self._of("exclusive"), axis=self.axis, keepdims=1)

    def _second(self) -> str:
        """The second best value; a tie gives the best again."""
        count = 2 if self.single else self.head.channels
        import numpy as np

        shape = [count if axis == self.axis else 1 for axis in range(self.head.rank)]
        ladder = self.nodes.constant(np.arange(count).reshape(shape), "int64")
        taken = self.nodes.add("Equal", self._of("channel"), ladder)
        others = self.nodes.add("Where", taken, self._number(-3e38), self._of("exclusive"))
        return self.nodes.reduce("ReduceMax", others, [self.axis])

    # -- products, as numbers from 0 to 1 -----------------------------------------------------------------

    def _probabilities(self) -> str:
        if self.head.given != "scores":
            return self.value
        return self.nodes.add("Div", self._of("weights"), self._of("total"))

    def _confidence(self) -> str:
        if self.head.given == "scores":
            return self.nodes.add("Div", self._number(1.0), self._of("total"))
        if self.single and self.head.thresholds:
            rest = self.nodes.add("Sub", self._number(1.0), self.value)
            return self.nodes.add("Where", self._of("positive"), self.value, rest)
        return self._of("best")

    def _positive(self) -> str:
        """Whether a lone probability reaches the threshold."""
        threshold = self._number(self.head.thresholds[0] if self.head.thresholds else 0.5)
        return self.nodes.add("Not", self.nodes.add("Less", self.value, threshold))

    def _margin(self) -> str:
        if self.head.given != "scores":
            return self.nodes.add("Sub", self._of("best"), self._of("second"))
        second = self.nodes.add("Exp", self.nodes.add("Sub", self._of("second"), self._of("best")))
        rest = self.nodes.add("Sub", self._number(1.0), second)
        return self.nodes.add("Div", rest, self._of("total"))

    def _entropy(self) -> str:
        count = 2 if self.single else self.head.channels
        scale = self._number(1.0 / math.log(max(count, 2)))
        return self.nodes.add("Mul", self._of("nats"), scale)

    def _nats(self) -> str:
        """Entropy in nats of shares w / S, S = sum(w), as ln S - sum(w ln w) / S.

        From scores s, w = exp(s - best). Probabilities are brought to a sum of 1 too: those of classes that
        do not exclude each other have another.
        """
        if self.head.given == "scores":
            weights, total = self._of("weights"), self._of("total")
            logarithm = self.nodes.add("Max", self._of("below"), self._number(LOWEST))
        else:
            weights = self.nodes.add("Max", self._of("exclusive"), self._number(SMALLEST))
            total = self.nodes.reduce("ReduceSum", weights, [self.axis])
            logarithm = self.nodes.add("Log", weights)
        moment = self.nodes.reduce("ReduceSum", self.nodes.add("Mul", weights, logarithm), [self.axis])
        return self.nodes.add("Sub", self.nodes.add("Log", total), self.nodes.add("Div", moment, total))

    # -- as they leave ------------------------------------------------------------------------------------

    def _byte(self, value: str, name: str) -> str:
        scaled = self.nodes.add("Mul", value, self._number(STEPS))
        bounded = self.nodes.add("Min", self.nodes.add("Max", scaled, self._number(0.0)), self._number(STEPS))
        return self._out(self.nodes.add("Round", bounded), "uint8", name)

    def _out(self, value: str, dtype: str, name: str) -> str:
        """Drop the axis of the classes, take the type, take the name."""
        narrow = self.nodes.cast(value, dtype)
        axis = self.nodes.constant([self.axis], "int64")
        return self.nodes.add("Squeeze", narrow, axis, to=self.prefix + name)

    def _class(self) -> str:
        values = self.head.class_values or tuple(range(max(self.head.channels, 2)))
        dtype = self.head.class_dtype
        if self.head.given == "codes":
            return self._out(self.value, dtype, "class")
        channel = self.nodes.cast(self._of("positive"), "int64") if self.single else self._of("channel")
        code = channel
        if values != tuple(range(len(values))):
            code = self.nodes.add("Gather", self.nodes.constant(values, "int64"), channel, axis=0)
        if self.head.thresholds and not self.single:
            code = self._sure(code, channel)
        return self._out(code, dtype, "class")

    def _sure(self, code: str, channel: str) -> str:
        """The class where its probability reaches the threshold, else the value for unsure."""
        needed = self._number(self.head.thresholds[0])
        if len(self.head.thresholds) > 1:
            table = self.nodes.constant(self.head.thresholds, "float32")
            needed = self.nodes.add("Gather", table, channel, axis=0)
        low = self.nodes.add("Less", self._of("confidence"), needed)
        return self.nodes.add("Where", low, self.nodes.constant(self.head.unsure, "int64"), code)
