"""What an ONNX file says about itself, read from its bytes without loading the weights.

The `onnx` package and ONNX Runtime both parse the whole file before they answer. A card needs only names,
shapes, metadata and the kinds of node, and an error about a broken file should name the cause rather than the
parser's view of it, so the few protobuf messages of interest are walked here.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from ..errors import ModelError
from ..language import tr

DTYPES = {
    1: "float32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "string",
    9: "bool", 10: "float16", 11: "float64", 12: "uint32", 13: "uint64", 16: "bfloat16",
}  # fmt: skip

# Operators that move or relabel values without changing them: the activation before them is the last one.
LAYOUT = {"Identity", "Reshape", "Transpose", "Squeeze", "Unsqueeze", "Flatten", "Gather", "Slice", "Cast"}

Activation = Literal["none", "sigmoid", "softmax"]
_ACTIVATIONS: dict[str, Activation] = {"Softmax": "softmax", "Sigmoid": "sigmoid"}


@dataclass(frozen=True)
class Port:
    """An input or output of a model; a side of any length is -1 in the shape."""

    name: str
    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Node:
    """One operation of the graph."""

    operator: str
    domain: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True)
class Anatomy:
    """The outside of a model: what enters, what leaves, what it is made of."""

    ir_version: int
    opsets: Mapping[str, int]
    producer: str
    metadata: Mapping[str, str]
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    nodes: tuple[Node, ...]
    operators: frozenset[tuple[str, str]]
    local_functions: frozenset[tuple[str, str]]
    external: Mapping[str, int]
    parameters: int

    @cached_property
    def _makers(self) -> dict[str, Node]:
        return {name: node for node in self.nodes for name in node.outputs}

    def maker(self, value: str) -> Node | None:
        """The node that computes a value; None for an input or a constant of the graph."""
        return self._makers.get(value)

    def last_activation(self, output: str) -> Activation:
        """The activation an output has already gone through, seen past nodes that only change the layout."""
        node = self.maker(output)
        while node is not None and node.operator in LAYOUT and node.inputs:
            node = self.maker(node.inputs[0])
        return "none" if node is None else _ACTIVATIONS.get(node.operator, "none")


def read_anatomy(path: str | Path) -> Anatomy:
    """Read the names, shapes, metadata and operators of an ONNX file.

    Raises
    ------
    ModelError
        The file is missing, empty, cut short, or is not an ONNX model; the message says which, and names the
        format that it seems to be.
    """
    path = Path(path)
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            return _parse(mapped, path.name)
    except FileNotFoundError as error:
        raise ModelError(
            tr("There is no model at {path}: check its name and folder.").format(path=path)
        ) from error
    except OSError as error:
        raise ModelError(
            tr("The model {path} cannot be opened: {reason}").format(path=path, reason=error.strerror)
        ) from error
    except ValueError as error:  # mmap refuses an empty file
        raise ModelError(
            tr("The model file {name} is empty: copy it again.").format(name=path.name)
        ) from error


def parse_anatomy(data: bytes, *, name: str = "model") -> Anatomy:
    """The same for a model held in memory."""
    return _parse(data, name)


def _parse(data: bytes | mmap.mmap, name: str) -> Anatomy:
    _refuse_other_formats(bytes(data[:32]), name)
    reader = _Reader()
    if not _read_whole(reader, data):
        if bytes(data[:1]) == b"\x08":  # the tag of ir_version, which every exporter writes first
            raise ModelError(
                tr("The model file {name} is cut short or damaged: download or copy it again.").format(
                    name=name
                )
            )
        raise ModelError(_not_onnx(name))
    if not reader.outputs or not reader.opsets:
        raise ModelError(_not_onnx(name))
    return reader.anatomy()


def _read_whole(reader: _Reader, data: bytes | mmap.mmap) -> bool:
    """Whether the bytes could be walked to their end; no view of the file outlives this call."""
    try:
        reader.model(memoryview(data))
    except (_Malformed, UnicodeDecodeError):
        return False
    return True


def _not_onnx(name: str) -> str:
    return tr(
        "The file {name} is not an ONNX model. Export the model to ONNX and choose the .onnx file."
    ).format(name=name)


def _refuse_other_formats(head: bytes, name: str) -> None:
    """Name what people take for a model by accident."""
    if head.startswith(b"version https://git-lfs"):
        raise ModelError(
            tr("{name} is a Git LFS pointer, not the model itself: fetch it with “git lfs pull”.").format(
                name=name
            )
        )
    if head.lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise ModelError(
            tr("{name} is a web page, not a model: the download went wrong, save the file itself.").format(
                name=name
            )
        )
    kinds = {b"PK\x03\x04": "PyTorch / ZIP", b"\x80\x02": "pickle", b"\x89HDF": "HDF5 / Keras"}
    kind = next((kind for start, kind in kinds.items() if head.startswith(start)), None)
    kind = {b"TFL3": "TensorFlow Lite", b"ORTM": "ORT"}.get(head[4:8], kind)
    if kind:
        raise ModelError(
            tr("{name} is a {kind} file, not an ONNX model: export the model to ONNX first.").format(
                name=name, kind=kind
            )
        )


class _Malformed(Exception):
    """The bytes are not a protobuf message."""


def _varint(view: memoryview, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(view):
            raise _Malformed
        byte = view[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise _Malformed


def _fields(view: memoryview) -> Iterator[tuple[int, int, memoryview]]:
    """Number, integer value and bytes of each field of a message (bytes are empty for plain numbers)."""
    at, empty = 0, view[:0]
    while at < len(view):
        key, at = _varint(view, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = _varint(view, at)
            yield number, value, empty
            continue
        if wire == 2:
            size, at = _varint(view, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
        else:
            raise _Malformed
        if number == 0 or at + size > len(view):
            raise _Malformed
        yield number, 0, view[at : at + size]
        at += size


def _text(view: memoryview) -> str:
    return bytes(view).decode("utf-8")


def _pair(view: memoryview) -> tuple[str, str]:
    both = {number: _text(part) for number, _, part in _fields(view)}
    return both.get(1, ""), both.get(2, "")


class _Reader:
    """Gathers what `Anatomy` needs while the messages go by; field numbers are those of onnx.proto3."""

    def __init__(self) -> None:
        self.ir_version = 0
        self.opsets: dict[str, int] = {}
        self.producer = ""
        self.metadata: dict[str, str] = {}
        self.inputs: list[Port] = []
        self.outputs: list[Port] = []
        self.nodes: list[Node] = []
        self.operators: set[tuple[str, str]] = set()
        self.local_functions: set[tuple[str, str]] = set()
        self.weights: set[str] = set()
        self.external: dict[str, int] = {}
        self.parameters = 0

    def anatomy(self) -> Anatomy:
        return Anatomy(
            ir_version=self.ir_version,
            opsets=self.opsets,
            producer=self.producer,
            metadata=self.metadata,
            inputs=tuple(port for port in self.inputs if port.name not in self.weights),  # IR < 4 lists both
            outputs=tuple(self.outputs),
            nodes=tuple(self.nodes),
            operators=frozenset(self.operators),
            local_functions=frozenset(self.local_functions),
            external=self.external,
            parameters=self.parameters,
        )

    def model(self, view: memoryview) -> None:
        for number, value, part in _fields(view):
            if number == 1:
                self.ir_version = value
            elif number == 2:
                self.producer = _text(part)
            elif number == 7:
                self.graph(part)
            elif number == 8:
                self.opset(part)
            elif number == 14:
                key, text = _pair(part)
                self.metadata[key] = text
            elif number == 25:
                self.function(part)

    def opset(self, view: memoryview) -> None:
        domain, version = "", 0
        for number, value, part in _fields(view):
            if number == 1:
                domain = _text(part)
            elif number == 2:
                version = value
        self.opsets["" if domain == "ai.onnx" else domain] = version

    def function(self, view: memoryview) -> None:
        name = domain = ""
        for number, _, part in _fields(view):
            if number == 1:
                name = _text(part)
            elif number == 7:
                self.node(part)
            elif number == 10:
                domain = _text(part)
        self.local_functions.add((domain, name))

    def graph(self, view: memoryview, *, top: bool = True) -> None:
        for number, _, part in _fields(view):
            if number == 1:
                node = self.node(part)
                if top:
                    self.nodes.append(node)
            elif number == 5:
                self.tensor(part, weight=top)
            elif number == 11 and top:
                self.inputs.append(_port(part))
            elif number == 12 and top:
                self.outputs.append(_port(part))

    def node(self, view: memoryview) -> Node:
        inputs, outputs, operator, domain = [], [], "", ""
        for number, _, part in _fields(view):
            if number == 1:
                inputs.append(_text(part))
            elif number == 2:
                outputs.append(_text(part))
            elif number == 4:
                operator = _text(part)
            elif number == 5:
                self.attribute(part)
            elif number == 7:
                domain = _text(part)
        domain = "" if domain == "ai.onnx" else domain
        self.operators.add((domain, operator))
        return Node(operator, domain, tuple(inputs), tuple(outputs))

    def attribute(self, view: memoryview) -> None:
        for number, _, part in _fields(view):
            if number == 5 and len(part):
                self.tensor(part, weight=False)
            elif number in (6, 11) and len(part):
                self.graph(part, top=False)

    def tensor(self, view: memoryview, *, weight: bool) -> None:
        size, name, place = 1, "", {}
        for number, value, part in _fields(view):
            if number == 1:
                for side in _packed(part) if len(part) else (value,):
                    size *= side
            elif number == 8:
                name = _text(part)
            elif number == 13:
                key, text = _pair(part)
                place[key] = text
        if weight:
            self.weights.add(name)
            self.parameters += size
        if "location" in place:
            end = int(place.get("offset") or 0) + int(place.get("length") or 0)
            self.external[place["location"]] = max(end, self.external.get(place["location"], 0))


def _packed(view: memoryview) -> Iterator[int]:
    at = 0
    while at < len(view):
        value, at = _varint(view, at)
        yield value


def _port(view: memoryview) -> Port:
    name, dtype, shape = "", "", tuple[int, ...]()
    for number, _, part in _fields(view):
        if number == 1:
            name = _text(part)
        elif number == 2:
            dtype, shape = _tensor_type(part)
    return Port(name, dtype, shape)


def _tensor_type(view: memoryview) -> tuple[str, tuple[int, ...]]:
    dtype, shape = "", []
    for number, _, tensor in _fields(view):
        if number != 1:  # a sequence, a map or a sparse tensor
            return "other", ()
        for field, value, part in _fields(tensor):
            if field == 1:
                dtype = DTYPES.get(value, str(value))
            elif field == 2:
                shape = [_side(side) for key, _, side in _fields(part) if key == 1]
    return dtype, tuple(shape)


def _side(view: memoryview) -> int:
    """Length of a dimension; -1 when it is a symbol, absent, or 0 as some exporters write."""
    return next((value for number, value, _ in _fields(view) if number == 1 and 0 < value < 1 << 62), -1)
