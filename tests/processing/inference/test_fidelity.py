"""How near tiles come to inference on the whole image, with a model that sees further than they overlap."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pytest

from releve.processing.raster import blending

from .conftest import node

FACTS = {"gsd": 10, "scaling": "divide_by_255", "task": "segmentation", "activation": "none"}
AROUND = 128  # pixels of reflection around the whole image, of which the model forgets the edge
TILE, OVERLAP = 256, 64
DEEP_SHARE = 0.5  # of what comes from below in a decoder: trained ones, too, look mostly at what is near
CHANGED = 0.008  # of the pixels, at most: inference.md 15.2


def unet(bench, *, base, bias=0.0, spread=1.0, depth=4, classes=6, seed=0):
    """A U-Net of random weights that halves the image ``depth`` times."""
    random = np.random.default_rng(seed)
    nodes, weights, skips, last, channels = (
        [],
        {"twice": np.float32([1, 1, 2, 2]), "share": np.float32(DEEP_SHARE)},
        [],
        "x",
        3,
    )

    def conv(name, source, entering, leaving, size=3):
        spread = np.sqrt(2 / (entering * size * size))
        weights[f"{name}_w"] = random.normal(0, spread, (leaving, entering, size, size)).astype("f4")
        nodes.append(node("Conv", source, f"{name}_w", f"{name}_c", pads=[size // 2] * 4))
        nodes.append(node("Relu", f"{name}_c", name))
        return name

    for level in range(depth):
        width = base << level
        last = conv(f"down{level}b", conv(f"down{level}a", last, channels, width), width, width)
        skips.append((last, width))
        nodes.append(node("MaxPool", last, f"pool{level}", kernel_shape=[2, 2], strides=[2, 2]))
        last, channels = f"pool{level}", width
    last = conv("middle", last, channels, 2 * channels)
    channels *= 2
    for level, (skip, width) in reversed(list(enumerate(skips))):
        nodes.append(node("Resize", last, "", "twice", f"up{level}", mode="nearest"))
        nodes.append(node("Mul", f"up{level}", "share", f"faint{level}"))
        nodes.append(node("Concat", f"faint{level}", skip, f"join{level}", axis=1))
        last = conv(f"up{level}b", conv(f"up{level}a", f"join{level}", channels + width, width), width, width)
        channels = width
    weights["last_w"] = random.normal(0, 1, (classes, channels, 1, 1)).astype("f4")
    weights["bias"] = np.broadcast_to(np.float32(bias), (classes, 1, 1)).copy()
    weights["spread"] = np.float32(spread)
    nodes.append(node("Conv", last, "last_w", "raw"))
    nodes.append(node("Sub", "raw", "bias", "centred"))
    nodes.append(node("Div", "centred", "spread", "scores"))
    nodes.append(node("Softmax", "scores", "y", axis=1))
    return bench.model(nodes, weights, leaving=("n", classes, "h", "w"))


def landscape(rows, columns):
    """Three bands of smooth fields with noise."""
    random = np.random.default_rng(5)
    fields = random.integers(40, 210, (3, -(-rows // 16), -(-columns // 16))).repeat(16, 1).repeat(16, 2)
    noisy = fields[:, :rows, :columns] + random.normal(0, 10, (3, rows, columns))
    return noisy.clip(1, 254).astype("uint8")


def balanced_unet(bench, image, *, base):
    """One to which all classes are about as likely, so that many pixels are near a border of two."""
    proto = onnx.load(unet(bench, base=base))
    proto.graph.output[0].name = "scores"
    session = onnxruntime.InferenceSession(proto.SerializeToString(), providers=["CPUExecutionProvider"])
    scores = session.run(None, {"x": image[None].astype("float32") / 255})[0][0]
    middle = scores.mean((1, 2), keepdims=True)
    return unet(bench, base=base, bias=middle, spread=(scores - middle).std())


def whole_image(model, image):
    """The class of each pixel with no tiles at all."""
    around = np.pad(image, ((0, 0), (AROUND, AROUND), (AROUND, AROUND)), mode="reflect")
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    shares = session.run(None, {"x": around[None].astype("float32") / 255})[0][0]
    return shares[:, AROUND:-AROUND, AROUND:-AROUND].argmax(0)


@pytest.mark.parametrize(
    ("base", "rows", "columns"), [(16, 400, 640), pytest.param(16, 832, 1232, marks=pytest.mark.soak)]
)
def test_tiles_of_a_u_net_are_nearly_the_whole_image_and_a_plain_mean_is_not(
    bench, monkeypatch, base, rows, columns
):
    image = landscape(rows, columns)
    model = balanced_unet(bench, image, base=base)
    expected = whole_image(model, image)
    assert len(np.unique(expected)) >= 3
    path = bench.image(image)

    def changed(name, way):
        ran = bench.run(
            input=path,
            model=model,
            tile=TILE,
            overlap=OVERLAP,
            blending=way,
            bands="1,2,3",
            name=name,
            **FACTS,
        )
        return (ran.read("classes")[0] != expected).mean()

    found = {way: changed(way, way) for way in ("blend", "crop")}
    monkeypatch.setattr(blending, "ramp", lambda overlap: np.full(overlap, 0.5, "float32"))
    mean = changed("mean", "blend")
    assert max(found.values()) <= CHANGED, (found, mean)
    assert mean > 4 * CHANGED, (found, mean)
