"""Small graphs made by hand."""

from __future__ import annotations

import json
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import onnx
import pytest
from jsonschema import Draft7Validator
from onnx import TensorProto, helper, numpy_helper
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from releve.processing.catalogue import find_job
from releve.processing.jobs import Context, read_request

FLOAT = TensorProto.FLOAT


class Graphs:
    """Writes ONNX files into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(
        self,
        nodes,
        *,
        inputs=(("x", ["n", 3, "h", "w"]),),
        outputs=(("y", ["n", 4, "h", "w"]),),
        weights=None,
        opset=17,
        ir=8,
        metadata=None,
        dtypes=None,
    ) -> onnx.ModelProto:
        """A model from nodes given as (operator, inputs, outputs, attributes)."""
        made = [helper.make_node(op, list(i), list(o), **(a[0] if a else {})) for op, i, o, *a in nodes]

        def info(name, shape):
            return helper.make_tensor_value_info(name, (dtypes or {}).get(name, FLOAT), shape)

        graph = helper.make_graph(
            made,
            "graph",
            [info(*one) for one in inputs],
            [info(*one) for one in outputs],
            [numpy_helper.from_array(np.asarray(value), name) for name, value in (weights or {}).items()],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
        model.ir_version = ir
        helper.set_model_props(model, metadata or {})
        return model

    def write(self, name: str, *args, **kwargs) -> Path:
        path = self.folder / name
        onnx.save(self.make(*args, **kwargs), path)
        return path

    def segmenter(
        self, name="model.onnx", *, bands=3, classes=4, last="Softmax", kernel=1, opset=17, **kwargs
    ) -> Path:
        """One convolution with random weights, and a last node ("" for none)."""
        random = np.random.default_rng(1)
        weights = {"k": random.normal(size=(classes, bands, kernel, kernel)).astype("float32")}
        pads = [kernel // 2] * 4
        conv = "scores" if last else "y"
        nodes = [("Conv", ["x", "k"], [conv], {"pads": pads})]
        if last:
            nodes.append((last, ["scores"], ["y"], {"axis": 1} if last == "Softmax" else {}))
        kwargs.setdefault("inputs", (("x", ["n", bands, "h", "w"]),))
        kwargs.setdefault("outputs", (("y", ["n", classes, "h", "w"]),))
        return self.write(name, nodes, weights=weights, opset=opset, **kwargs)


@pytest.fixture
def graphs(tmp_path) -> Graphs:
    return Graphs(tmp_path)


@pytest.fixture(scope="session")
def toys(shared_data) -> Path:
    """Deepness' sample models."""
    folder = shared_data / "landcover/deepness_models/test/data/dummy_model"
    if not folder.is_dir():
        pytest.skip(f"no Deepness models in {folder}")
    return folder


class Index:
    """A web server of this computer: what stands under a path, and how it behaves.

    ``cut`` makes it end a transfer after so many bytes, once for each entry; ``ranges`` whether it can go on
    from the middle; ``lengths`` are told instead of the true ones; ``loops`` makes each page lead to another;
    ``asked`` are the paths and headers that came.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.redirects: dict[str, str] = {}
        self.statuses: dict[str, list[int]] = {}
        self.error_codes: dict[str, str] = {}
        self.endless: set[str] = set()
        self.cuts: list[int] = []
        self.ranges = True
        self.tells_length = True
        self.lengths: dict[str, str] = {}
        self.loops = False
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def put(self, path: str, content) -> None:
        """Let something stand under a path: bytes, or what JSON can hold."""
        self.files[path] = content if isinstance(content, bytes) else json.dumps(content).encode()

    def put_folder(self, folder: Path) -> None:
        for file in folder.iterdir():
            if file.is_file():
                self.put(f"/{file.name}", file.read_bytes())

    def encrypt(self, certificate: Path) -> None:
        """Answer over TLS from now on, with a certificate and its key in one file."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path
        self.asked.append((path, dict(handler.headers)))
        if statuses := self.statuses.get(path):
            handler.send_response(statuses.pop(0))
            handler.send_header("X-Error-Code", self.error_codes.get(path, ""))
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        elif path in self.redirects:
            handler.send_response(307 if self.redirects[path].startswith("/") else 302)
            handler.send_header("Location", self.redirects[path])
            if path in self.endless:
                self._pour(handler)
                return
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        elif self.loops:
            following = {"rel": "next", "href": f"{path}x"}
            self._send(handler, json.dumps({"type": "FeatureCollection", "links": [following]}).encode())
        elif path in self.endless:
            handler.send_response(200)
            self._pour(handler)
        elif path in self.files:
            self._send(handler, self.files[path])
        else:
            handler.send_error(404)

    def _send(self, handler, content: bytes) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        start = int(asked[1]) if asked and self.ranges else 0
        if start >= len(content) > 0:
            handler.send_error(416)
            return
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        if length := self.lengths.get(handler.path):
            handler.send_header("Content-Length", length)
        elif self.tells_length:
            handler.send_header("Content-Length", str(len(content) - start))
        handler.end_headers()
        most = self.cuts.pop(0) if self.cuts and len(content) > 1000 and b"{" not in content[:1] else None
        handler.wfile.write(content[start : start + most] if most is not None else content[start:])
        handler.close_connection = True

    def _pour(self, handler) -> None:
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(bytes(1 << 16))

    def _handler(self):
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                index.answer(self)

            def log_message(self, *arguments):
                pass

        return Handler


@pytest.fixture
def index() -> Iterator[Index]:
    made = Index()
    yield made
    made.close()


other_index = index


@pytest.fixture
def own_models(tmp_path_factory, monkeypatch) -> Path:
    """The models folder of the test's user."""
    folder = tmp_path_factory.mktemp("models")
    monkeypatch.setenv("RELEVE_MODELS", str(folder))
    return folder


@pytest.fixture
def run_job():
    """Runs a job to its end: its values, and its events."""

    def run(job_id, outputs=None, *, secrets=None, watch=None, **inputs):
        job, events = find_job(job_id), []
        destinations = {name: {"path": str(path)} for name, path in (outputs or {}).items()}
        request = read_request(job, {"inputs": inputs, "outputs": destinations})
        context = Context(
            request, lambda event: (events.append(event), watch and watch(context, event)), secrets=secrets
        )
        try:
            job.run(request.inputs, context)
            json.dumps(context.values, allow_nan=False, ensure_ascii=False).encode()
            return context.publish()["values"], events
        finally:
            context.close()

    return run


BASE = "https://stac-extensions.github.io"

# Stand-ins for the schemas that the extension's own refers to, which are not on this computer.
STUBS = {
    f"{BASE}/classification/v1.1.0/schema.json": {
        "definitions": {"fields": {"properties": {"classification:classes": {
            "type": "array", "minItems": 1, "items": {
                "type": "object", "required": ["value"], "properties": {
                    "value": {"type": "integer"},
                    "name": {"type": "string", "pattern": "^[0-9A-Za-z-_]+$"},
                    "color_hint": {"type": "string", "pattern": "^([0-9A-F]{6})$"},
                }}}}}}},
    f"{BASE}/processing/v1.1.0/schema.json": {
        "definitions": {"fields": {"properties": {"processing:expression": {
            "type": "object", "required": ["format", "expression"]}}}}},
    f"{BASE}/raster/v1.1.0/schema.json": {
        "definitions": {"bands": {"items": {"properties": {"data_type": {"enum": [
            "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32",
            "float64", "cint16", "cint32", "cfloat32", "cfloat64", "other"]}}}}}},
}  # fmt: skip


@pytest.fixture(scope="session")
def schema(shared_data) -> Draft7Validator:
    """The schema of the MLM extension."""
    folder = shared_data / "publishing/stac_mlm"
    registry = Registry().with_resources(
        (uri, Resource.from_contents(stub, default_specification=DRAFT7)) for uri, stub in STUBS.items()
    )
    content = json.loads((folder / "json-schema/schema.json").read_text())
    return Draft7Validator(content, registry=registry)
