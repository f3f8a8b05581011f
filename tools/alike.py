"""Write ALIKE's weights as an ONNX model with its card.

The weights of ALIKE (Zhao et al. 2022, BSD-3, github.com/Shiaoming/ALIKE: alike-t.pth, alike-s.pth,
alike-n.pth, alike-l.pth) are a file of PyTorch. It is read and the network is written here, layer by layer,
without PyTorch: an archive of arrays needs none, and what is no array in it is refused.

    .venv/bin/python tools/alike.py alike-t.pth models/alike-t.onnx
"""

from __future__ import annotations

import argparse
import io
import pickle
import sys
import zipfile
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parents[1]
DTYPES = {
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "DoubleStorage": "float64",
    "LongStorage": "int64",
}
EPSILON = 1e-5  # of PyTorch's batch normalisation
OPSET = 17
TILE_PX = 640
VECTOR_PX = 32
REACH = 20  # degrees between two images up to which it pairs them well: 678 pairs at 8, 52 at 30, 4 at 45
CITATION = (
    "Zhao, X., Wu, X., Miao, J., Chen, W., Chen, P. C. Y., Li, Z. (2022). ALIKE: accurate and lightweight "
    "keypoint detection and descriptor extraction. IEEE Transactions on Multimedia."
)
POOLS = (2, 4, 4)
SCALES = (2, 8, 32)  # of the three deeper blocks against the image

Arrays = Mapping[str, np.ndarray]


class WeightsError(Exception):
    """The file holds no weights of ALIKE."""


class _Weights(pickle.Unpickler):
    """Reads a dictionary of arrays and nothing else: a pickle could run any code."""

    def __init__(self, archive: zipfile.ZipFile, folder: str) -> None:
        super().__init__(io.BytesIO(archive.read(f"{folder}/data.pkl")))
        self._archive, self._folder = archive, folder

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _tensor
        if module == "torch" and name in DTYPES:
            return DTYPES[name]
        raise WeightsError(f"the file wants {module}.{name}: weights are arrays alone")

    def persistent_load(self, pid: Any) -> np.ndarray:
        kind, dtype, key, _, _ = pid
        if kind != "storage":
            raise WeightsError(f"the file holds {kind!r}, not arrays")
        return np.frombuffer(self._archive.read(f"{self._folder}/data/{key}"), dtype)


def _tensor(
    values: np.ndarray, start: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: Any
) -> np.ndarray:
    size = values.itemsize
    return np.lib.stride_tricks.as_strided(values[start:], shape, [size * step for step in strides]).copy()


def read_weights(path: Path) -> Arrays:
    """The arrays in a PyTorch file, by name.

    Raises
    ------
    WeightsError
        It is none, or holds more than arrays.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            pickles = [name for name in archive.namelist() if name.endswith("/data.pkl")]
            if len(pickles) != 1:
                raise WeightsError(f"{path} is no file of PyTorch 1.6 or later")
            return _Weights(archive, pickles[0].removesuffix("/data.pkl")).load()
    except (zipfile.BadZipFile, OSError, pickle.UnpicklingError, KeyError) as error:
        raise WeightsError(f"{path} cannot be read: {error}") from error


class Network:
    """The graph of ALIKE, its sizes taken from the shapes of the weights; each array is used exactly once."""

    def __init__(self, weights: Arrays) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._weights = dict(weights)

    def build(self) -> onnx.ModelProto:
        """The whole model, from image to scores and descriptors."""
        levels = self._levels("image")
        joined = self._add("Concat", *levels, axis=1)
        if "convhead1.weight" in self._weights:
            joined = self._add("Relu", self._conv("convhead1", joined))
        numbers = len(self._weights.get("convhead2.weight", ())) - 1
        described, scored = self._split(self._conv("convhead2", joined), [numbers, 1])
        self._add("LpNormalization", described, to="desc", axis=1, p=2)
        self._add("Sigmoid", scored, to="score")
        self._refuse_leftovers()
        return self._model(numbers)

    def _levels(self, image: str) -> list[str]:
        value, found = self._block("block1", image), []
        found.append(self._add("Relu", self._conv("conv1", value)))
        for number, (pool, scale) in enumerate(zip(POOLS, SCALES, strict=True), start=2):
            value = self._add("MaxPool", value, kernel_shape=[pool] * 2, strides=[pool] * 2)
            value = self._block(f"block{number}", value)
            narrow = self._add("Relu", self._conv(f"conv{number}", value))
            found.append(self._enlarged(narrow, scale))
        return found

    def _block(self, name: str, value: str) -> str:
        """Two convolutions, with a short cut past them where the block has one."""
        inner = self._add("Relu", self._normalised(name, 1, value))
        inner = self._normalised(name, 2, inner)
        if f"{name}.downsample.weight" in self._weights:
            inner = self._add("Add", inner, self._conv(f"{name}.downsample", value))
        return self._add("Relu", inner)

    def _normalised(self, block: str, number: int, value: str) -> str:
        """A convolution and its batch normalisation, as one convolution."""
        kernel = self._take(f"{block}.conv{number}.weight")
        scale, shift, mean, variance = (
            self._take(f"{block}.bn{number}.{part}")
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        self._weights.pop(f"{block}.bn{number}.num_batches_tracked", None)
        factor = scale / np.sqrt(variance + EPSILON)
        return self._convolved(value, kernel * factor[:, None, None, None], shift - mean * factor)

    def _conv(self, name: str, value: str) -> str:
        kernel = self._take(f"{name}.weight")
        return self._convolved(value, kernel, self._weights.pop(f"{name}.bias", np.zeros(len(kernel))))

    def _convolved(self, value: str, kernel: np.ndarray, shift: np.ndarray) -> str:
        weights = [self._constant(kernel, "float32"), self._constant(shift, "float32")]
        edge = kernel.shape[2] // 2
        return self._add("Conv", value, *weights, pads=[edge] * 4)

    def _enlarged(self, value: str, scale: int) -> str:
        scales = self._constant([1, 1, scale, scale], "float32")
        return self._add(
            "Resize", value, "", scales, mode="linear", coordinate_transformation_mode="align_corners"
        )

    def _take(self, name: str) -> np.ndarray:
        if name not in self._weights:
            raise WeightsError(f"there is no {name} in the file: these are not the weights of ALIKE")
        return self._weights.pop(name)

    def _constant(self, values: Any, dtype: str) -> str:
        name = f"weight_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, dtype), name))
        return name

    def _add(self, operator: str, *inputs: str, to: str = "", **attributes: Any) -> str:
        output = to or f"value_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def _split(self, value: str, sizes: list[int]) -> list[str]:
        parts = [f"value_{len(self.nodes)}_{part}" for part in range(len(sizes))]
        self.nodes.append(helper.make_node("Split", [value, self._constant(sizes, "int64")], parts, axis=1))
        return parts

    def _refuse_leftovers(self) -> None:
        if self._weights:
            names = ", ".join(sorted(self._weights))
            raise WeightsError(f"the file holds what ALIKE does not have: {names}")

    def _model(self, numbers: int) -> onnx.ModelProto:
        def port(name: str, channels: int) -> onnx.ValueInfoProto:
            return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", channels, "rows", "columns"])

        graph = helper.make_graph(
            self.nodes, "alike", [port("image", 3)], [port("score", 1), port("desc", numbers)], self.constants
        )
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(graph, producer_name="releve", opset_imports=[opset], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        return model


def described(path: Path, name: str) -> Any:
    """The card of the model just written, with a test vector that the processor of this computer gave."""
    from releve.processing.models import Band, Scaling, read_card
    from releve.processing.models.sessions import open_session

    card = read_card(path)
    rows, columns = np.indices((VECTOR_PX, VECTOR_PX))
    image = np.stack([(rows * 7 + columns * 3 + 50 * band) % 5 / 4 for band in range(3)])[None]
    score = open_session(path, providers=("cpu",)).run({"image": image.astype("float32")}, ["score"])[0]
    vector = {"input": image.tolist(), "output": {"score": score.round(6).tolist()}, "tolerance": 1e-4}
    bands = tuple(Band(colour, common_name=colour) for colour in ("red", "green", "blue"))
    card = card.with_main(bands=bands, scaling=(Scaling("scale", (255.0,)),))
    return replace(
        card,
        name=name,
        title=f"{name.upper()}: keypoints and what surrounds them",
        description="Finds places that stand out in an image, and describes what surrounds them.",
        version="1.0.0",
        licence="BSD-3-Clause",
        citation=CITATION,
        architecture="ALIKE",
        tile_px=TILE_PX,
        hyperparameters={"rotation_reach": REACH},
        test_vectors=(vector,),
        missing=(),
        notes=(),
        sha256="",
    )


def write(weights: Path, out: Path) -> None:
    """Write the model with its card inside.

    Raises
    ------
    WeightsError
        The file holds no weights of ALIKE.
    """
    from releve.processing.models.writing import embed

    model = Network(read_weights(weights)).build()
    with TemporaryDirectory() as folder:
        bare = Path(folder) / out.name
        onnx.save(model, bare)
        embed(described(bare, weights.stem), bare, out, deepness=False)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("weights", type=Path, help="a file of ALIKE's weights, .pth")
    parser.add_argument("out", type=Path, help="the model to write, .onnx")
    arguments = parser.parse_args()
    register_releve()
    try:
        write(arguments.weights, arguments.out)
    except (WeightsError, OSError) as error:
        print(f"alike.py: {error}", file=sys.stderr)
        return 1
    print(f"{arguments.out}: {arguments.out.stat().st_size:,} bytes")
    return 0


def register_releve() -> None:
    """Make this checkout importable as `releve`, as the backend does at its door."""
    if "releve" not in sys.modules:
        spec = spec_from_file_location("releve", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
        sys.modules["releve"] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules["releve"])


if __name__ == "__main__":
    sys.exit(main())
