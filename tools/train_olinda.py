"""Train the small land-cover model of the Olinda scene, test it on blocks held apart, write model and card.

    .venv/bin/python tools/train_olinda.py [--folder resources/models] [--map build/olinda_map.png]

The model is one ONNX graph from raw digital numbers, as floats, to scores: each band standardised, its mean
over 3 × 3 and 5 × 5 pixels and its deviation over 5 × 5 beside it, then a perceptron with one hidden layer as
two convolutions of 1 × 1. The perceptron is trained on features that the graph itself computes, so training
and inference cannot differ. The same labels and seed give the same bytes.

Tested by cross-validation over spatial blocks: each of the 25 blocks is held out with its fold, together with
every training pixel whose window reaches into it. Only single points test, never pixels of polygons.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import onnx
import onnxruntime as ort
from label_pictures import read_scene, save_picture
from olinda import (
    ANSWERS,
    BLOCK_PX,
    BLOCKS_ACROSS,
    CLASSES,
    LABELS,
    ROOT,
    SCENE,
    Reference,
    block_of,
    has_second_reading,
    read_points,
    read_second_reading,
    register_releve,
    scene_grid,
)
from onnx import TensorProto, helper, numpy_helper
from rasterio.features import geometry_mask
from rasterio.warp import transform_bounds
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

NAME = "olinda_landcover"
VERSION = "1.0.0"
SEED = 7
FOLDS = 5
HALO = 2  # a window of 5 × 5 pixels
THUMBNAIL_STEP = 2  # every so many pixels of the map, both ways
TILE_PX = 256
OVERLAP_PX = 8 * HALO  # the outer quarter on each side is dropped, and the rest is exact
HIDDEN = 32
PENALTY = 1.0
PER_POLYGON = 40
OPSET, IR = 17, 8
GSD = 28.5
BANDS = {
    "B1": ("blue", 0.485), "B2": ("green", 0.56), "B3": ("red", 0.66),
    "B4": ("nir", 0.835), "B5": ("swir16", 1.65), "B7": ("swir22", 2.22),
}  # fmt: skip
FEATURES = 4 * len(BANDS)
VECTOR_AT, VECTOR_PX = (202, 310), 14  # column and row of the test vector: field, river, beach and surf


@dataclass(frozen=True)
class Perceptron:
    """Weights (features, hidden), (hidden, classes) and their offsets."""

    hidden: np.ndarray
    hidden_offset: np.ndarray
    last: np.ndarray
    last_offset: np.ndarray


def graph(statistics: dict[str, np.ndarray], perceptron: Perceptron | None) -> onnx.ModelProto:
    """The model; without a perceptron, the part that computes its features."""
    count = len(BANDS)
    eye = np.ones((count, 1, 1, 1), np.float32)
    constants = {
        "mean": statistics["mean"].reshape(1, count, 1, 1),
        "deviation": statistics["stddev"].reshape(1, count, 1, 1),
        "pad": np.array([0, 0, HALO, HALO, 0, 0, HALO, HALO], np.int64),
        "window3": np.pad(eye.repeat(3, 2).repeat(3, 3) / 9, ((0, 0), (0, 0), (1, 1), (1, 1))),
        "window5": eye.repeat(5, 2).repeat(5, 3) / 25,
        "least": np.array(1e-3, np.float32),
    }
    nodes = [
        helper.make_node("Sub", ["image", "mean"], ["centred"]),
        helper.make_node("Div", ["centred", "deviation"], ["scaled"]),
        helper.make_node("Pad", ["scaled", "pad"], ["padded"], mode="edge"),
        helper.make_node("Conv", ["padded", "window3"], ["mean3"], group=count),
        helper.make_node("Conv", ["padded", "window5"], ["mean5"], group=count),
        helper.make_node("Mul", ["padded", "padded"], ["squares"]),
        helper.make_node("Conv", ["squares", "window5"], ["square5"], group=count),
        helper.make_node("Mul", ["mean5", "mean5"], ["mean5_squared"]),
        helper.make_node("Sub", ["square5", "mean5_squared"], ["variance"]),
        helper.make_node("Max", ["variance", "least"], ["spread"]),
        helper.make_node("Sqrt", ["spread"], ["deviation5"]),
        helper.make_node("Concat", ["scaled", "mean3", "mean5", "deviation5"], ["features"], axis=1),
    ]
    output, channels = "features", FEATURES
    if perceptron is not None:
        constants |= {
            "hidden_weight": perceptron.hidden.T[:, :, None, None],
            "hidden_offset": perceptron.hidden_offset,
            "last_weight": perceptron.last.T[:, :, None, None],
            "last_offset": perceptron.last_offset,
        }
        nodes += [
            helper.make_node("Conv", ["features", "hidden_weight", "hidden_offset"], ["sums"]),
            helper.make_node("Relu", ["sums"], ["hidden"]),
            helper.make_node("Conv", ["hidden", "last_weight", "last_offset"], ["scores"]),
        ]
        output, channels = "scores", len(CLASSES)
    initialisers = [
        numpy_helper.from_array(np.ascontiguousarray(value, np.int64 if name == "pad" else np.float32), name)
        for name, value in constants.items()
    ]
    sides = ["batch", "height", "width"]
    made = helper.make_graph(
        nodes,
        NAME,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [sides[0], count, *sides[1:]])],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, [sides[0], channels, *sides[1:]])],
        initialisers,
    )
    model = helper.make_model(
        made,
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR,
        producer_name="releve",
        producer_version=VERSION,
        doc_string="Land cover of the coast at Olinda, from Landsat 7 ETM+ digital numbers",
    )
    onnx.checker.check_model(model, full_check=True)
    return model


def run(model: onnx.ModelProto, scene: np.ndarray) -> np.ndarray:
    """The output for a scene (bands, rows, columns), as (channels, rows, columns)."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = ort.InferenceSession(
        model.SerializeToString(), sess_options=options, providers=["CPUExecutionProvider"]
    )
    return session.run(None, {"image": scene[None].astype(np.float32)})[0][0]


def polygon_pixels(labels: Path = LABELS) -> Reference:
    """Up to `PER_POLYGON` pixels of each polygon, drawn with the seed; the pixel's centre lies inside."""
    transform, shape = scene_grid()
    random = np.random.default_rng(SEED)
    parts = []
    polygons = gpd.read_file(labels, layer="polygons")
    for geometry, value in zip(polygons.geometry, polygons["class"], strict=True):
        rows, columns = np.nonzero(geometry_mask([geometry], shape, transform, invert=True))
        chosen = np.sort(random.permutation(len(rows))[:PER_POLYGON])
        parts.append(np.stack([columns[chosen], rows[chosen], np.full(len(chosen), int(value))]))
    column, row, label = np.concatenate(parts, axis=1)
    return Reference(column, row, label, block_of(column, row))


def together(first: Reference, second: Reference) -> Reference:
    """Both, each pixel once: the first keeps what both hold."""
    column, row, label = (
        np.concatenate([getattr(one, key) for one in (first, second)]) for key in ("column", "row", "label")
    )
    _, once = np.unique(np.stack([row, column]), axis=1, return_index=True)
    once = np.sort(once)
    return Reference(column[once], row[once], label[once], block_of(column[once], row[once]))


def fit(features: np.ndarray, pixels: Reference) -> Perceptron:
    """Train on these pixels; a rare class weighs more, by the root of how rare it is."""
    x = features[:, pixels.row, pixels.column].T.astype(np.float64)
    counts = np.bincount(pixels.label, minlength=len(CLASSES))
    weight = 1 / np.sqrt(counts[pixels.label])
    centre, spread = x.mean(0), x.std(0)
    learner = MLPClassifier((HIDDEN,), alpha=PENALTY, solver="lbfgs", max_iter=400, random_state=SEED)
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        learner.fit((x - centre) / spread, pixels.label, sample_weight=weight / weight.mean())
    hidden = learner.coefs_[0] / spread[:, None]
    return Perceptron(
        hidden, learner.intercepts_[0] - centre @ hidden, learner.coefs_[1], learner.intercepts_[1]
    )


def classify(perceptron: Perceptron, features: np.ndarray, pixels: Reference) -> np.ndarray:
    """The class of each pixel."""
    x = features[:, pixels.row, pixels.column].T
    hidden = np.maximum(x @ perceptron.hidden + perceptron.hidden_offset, 0)
    return (hidden @ perceptron.last + perceptron.last_offset).argmax(1)


def folds(points: Reference) -> np.ndarray:
    """Fold of each block: blocks are dealt out one by one so that each fold gets its share of every class."""
    counts = np.zeros((BLOCKS_ACROSS**2, len(CLASSES)))
    np.add.at(counts, (points.block, points.label), 1)
    counts /= counts.sum(0)
    held = np.zeros((FOLDS, len(CLASSES)))
    fold = np.zeros(len(counts), int)
    for block in np.argsort(-counts.max(1), kind="stable"):
        fold[block] = np.argmin([((held + counts[block] * (np.arange(FOLDS) == one)[:, None]) ** 2).sum()
                                 for one in range(FOLDS)])  # fmt: skip
        held[fold[block]] += counts[block]
    return fold


def cross_validate(features: np.ndarray, points: Reference, training: Reference) -> np.ndarray:
    """The class each point gets from a model that has seen nothing of its block."""
    fold = folds(points)
    mapped = np.zeros(len(points), int)
    for one in range(FOLDS):
        near = np.zeros(len(training), bool)
        for step in (-2 * HALO, 0, 2 * HALO):
            for other in (-2 * HALO, 0, 2 * HALO):
                row = np.clip(training.row + step, 0, BLOCK_PX * BLOCKS_ACROSS - 1)
                column = np.clip(training.column + other, 0, BLOCK_PX * BLOCKS_ACROSS - 1)
                near |= fold[block_of(column, row)] == one
        tested = fold[points.block] == one
        mapped[tested] = classify(fit(features, training.part(~near)), features, points.part(tested))
    return mapped


def accuracy(points: Reference, mapped: np.ndarray) -> dict[str, Any]:
    """What the card says of the model's accuracy."""
    from releve.processing.assessment.confusion import confusion_matrix, scores
    from releve.processing.assessment.intervals import block_bootstrap

    size = len(CLASSES)
    by_block = np.zeros((BLOCKS_ACROSS**2, size, size))
    np.add.at(by_block, (points.block, mapped, points.label), 1)
    counts = confusion_matrix(mapped, points.label, classes=range(size)).counts
    score = scores(counts)

    def again(drawn: np.ndarray) -> np.ndarray:
        found = scores(np.tensordot(drawn, by_block, 1))
        return np.concatenate([[found.overall], found.precision, found.recall])

    found = block_bootstrap(again, blocks=len(by_block), replicates=2000, seed=SEED)
    interval, *intervals = [None if one is None else [round(one.low, 3), round(one.high, 3)] for one in found]
    return {
        "overall": round(score.overall, 3),
        "interval": interval,
        "level": 0.95,
        "balanced": round(score.balanced, 3),
        "kappa": round(score.kappa, 3),
        "points": len(points),
        "how": (
            f"{len(points)} points read by eye on the training scene itself, tested by {FOLDS}-fold "
            f"cross-validation over {BLOCKS_ACROSS**2} spatial blocks of about 2 km; intervals from 2000 "
            "bootstrap draws of whole blocks. The points were chosen where the reader was sure, not drawn at "
            "random, and there was no field visit: expect less on a random sample, and much less on another "
            "scene, date or sensor."
        ),
        "per_class": [
            {
                "value": cover.value,
                "name": cover.name,
                "points": int(counts[:, place].sum()),
                "precision": round(float(score.precision[place]), 3),
                "precision_interval": intervals[place],
                "recall": round(float(score.recall[place]), 3),
                "recall_interval": intervals[size + place],
            }
            for place, cover in enumerate(CLASSES)
        ],
        "confusion": {"rows": "map", "columns": "reference", "counts": counts.astype(int).tolist()},
        "second_reading": second_reading(),
    }


def second_reading(labels: Path = LABELS) -> dict[str, Any] | None:
    """How well two readers of the same points agree; None before the points were read twice."""
    from releve.processing.assessment.agreement import agreement

    if not has_second_reading(labels):
        return None
    readings = read_second_reading(labels)
    found = agreement(readings["first"], readings["second"])
    return {
        "n": found.count,
        "agreement": round(found.share, 3),
        "agreement_interval": [round(found.share_interval.low, 3), round(found.share_interval.high, 3)],
        "kappa": round(found.kappa, 3),
        "interval": [round(found.kappa_interval.low, 3), round(found.kappa_interval.high, 3)],
        "how": (
            "the same points read again from image crops by someone who had not seen the first labels, five "
            "of each class"
        ),
    }


def card(model: onnx.ModelProto, scene: np.ndarray, measured: dict[str, Any], **about: Any) -> dict[str, Any]:
    """The STAC Item with the Machine Learning Model extension that describes the model."""
    transform, (rows, columns) = scene_grid()
    west, north = transform * (0, 0)
    east, south = transform * (columns, rows)
    box = [round(side, 5) for side in transform_bounds("EPSG:31985", "EPSG:4326", west, south, east, north)]
    ring = [[box[x], box[y]] for x, y in ((0, 1), (2, 1), (2, 3), (0, 3), (0, 1))]
    size = sum(int(np.prod(one.dims)) for one in model.graph.initializer)
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [
            "https://stac-extensions.github.io/mlm/v1.5.2/schema.json",
            "https://stac-extensions.github.io/classification/v2.0.0/schema.json",
            "https://stac-extensions.github.io/file/v2.1.0/schema.json",
        ],
        "id": NAME,
        "bbox": box,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "title": "Land cover of the coast at Olinda, Landsat 7",
            "description": (
                "Eight land-cover classes from six bands of Landsat 7 ETM+ in raw digital numbers. A small "
                "model to learn Relevé with: it knows one scene of one day at Olinda, Brazil."
            ),
            "datetime": None,
            "start_datetime": "1999-04-15T00:00:00Z",
            "end_datetime": "2003-05-31T23:59:59Z",
            "license": "GPL-2.0-or-later",
            "platform": "landsat-7",
            "constellation": "landsat",
            "instruments": ["etm+"],
            "bands": bands(about["statistics"]),
            "mlm:name": NAME,
            "mlm:architecture": "window statistics and a perceptron, fully convolutional",
            "mlm:tasks": ["semantic-segmentation"],
            "mlm:framework": "ONNX",
            "mlm:total_parameters": size,
            "mlm:memory_size": 4 * size,
            "mlm:batch_size_suggestion": 1,
            "mlm:pretrained": True,
            "mlm:pretrained_source": "Landsat 7 scene at Olinda, labels of the Relevé developers",
            "mlm:accelerator": None,
            "mlm:input": [input_description(about["statistics"])],
            "mlm:output": [output_description()],
            "mlm:hyperparameters": {"seed": SEED, "hidden": HIDDEN, "penalty": PENALTY, "halo": HALO},
            "releve:version": VERSION,
            "releve:licence": "GPL-2.0-or-later",
            "releve:description": (
                "Digital numbers depend on sun, haze and gain: the model fits this scene and no other "
                "without training again. The scene does not carry its day; the dates are those of "
                "Landsat 7 from its launch until its scan line corrector failed, since the scene has no gaps."
            ),
            "releve:tile": TILE_PX,
            "releve:overlap": OVERLAP_PX,
            "releve:accuracy": measured,
            "releve:training": {
                "points": about["points"],
                "polygons": about["polygons"],
                "pixels": about["pixels"],
                "labels": "resources/samples/olinda_labels.gpkg",
            },
            "releve:test_vectors": [test_vector(model, scene)],
        },
        "assets": {
            "model": {
                "href": f"./{NAME}.onnx",
                "title": "The model",
                "type": "application/octet-stream; application=onnx",
                "roles": ["mlm:model", "mlm:weights", "data"],
                "mlm:artifact_type": "onnx",
            }
        },
        "links": [],
    }


def bands(statistics: dict[str, np.ndarray]) -> list[dict[str, Any]]:
    """The bands in order, with what the scene looked like in each."""
    return [
        {
            "name": name,
            "description": f"Landsat 7 ETM+ band {name[1:]}, digital number",
            "eo:common_name": common,
            "eo:center_wavelength": wavelength,
            "gsd": GSD,
            "data_type": "uint8",
            "statistics": {key: round(float(values[place]), 4) for key, values in statistics.items()},
        }
        for place, (name, (common, wavelength)) in enumerate(BANDS.items())
    ]


def input_description(statistics: dict[str, np.ndarray]) -> dict[str, Any]:
    """The tensor that enters."""
    return {
        "name": "image",
        "description": "Raw digital numbers 0 to 255 as floats; the graph standardises them itself",
        "bands": list(BANDS),
        "input": {
            "shape": [-1, len(BANDS), -1, -1],
            "dim_order": ["batch", "bands", "height", "width"],
            "data_type": "float32",
        },
        "value_scaling": None,
        "resize_type": None,
        "pre_processing_function": None,
        "releve:mode": "patch",
        "releve:gsd": GSD,
        "releve:halo": HALO,
        "releve:nodata": {"rule": "any", "fill": None},
        "releve:statistics": [
            {key: round(float(values[place]), 4) for key, values in statistics.items()}
            for place in range(len(BANDS))
        ],
    }


def output_description() -> dict[str, Any]:
    """The tensor that leaves."""
    return {
        "name": "scores",
        "description": "Scores before softmax: softmax over the classes turns them into probabilities",
        "tasks": ["semantic-segmentation"],
        "result": {
            "shape": [-1, len(CLASSES), -1, -1],
            "dim_order": ["batch", "class", "height", "width"],
            "data_type": "float32",
        },
        "classification:classes": [
            {
                "value": one.value,
                "name": one.name,
                "description": one.description,
                "color_hint": one.color.lstrip("#").upper(),
                "releve:name_fr": one.name_fr,
            }
            for one in CLASSES
        ],
        "post_processing_function": None,
        "releve:activation": "softmax",
    }


def test_vector(model: onnx.ModelProto, scene: np.ndarray) -> dict[str, Any]:
    """A corner of the scene and what the model gives for it: shape, and values in C order."""
    column, row = VECTOR_AT
    given = np.ascontiguousarray(scene[:, row : row + VECTOR_PX, column : column + VECTOR_PX])
    expected = np.vectorize(lambda value: round(float(value), 4))(run(model, given))
    return {
        "input": {"image": _packed(given[None])},
        "output": {"scores": _packed(expected[None])},
        "tolerance": 1e-3,
    }


def _packed(array: np.ndarray) -> dict[str, Any]:
    return {"shape": list(array.shape), "values": array.ravel().tolist()}


def card_text(described: dict[str, Any]) -> str:
    """The card as JSON for people: indented, but each list of numbers on one line."""
    text = json.dumps(described, indent=2, ensure_ascii=False)
    number = r"-?\d[\d.e+-]*"
    lists = re.compile(rf"\[\s+({number}(?:,\s+{number})*)\s+\]")
    return lists.sub(lambda found: "[" + re.sub(r"\s+", " ", found[1]) + "]", text) + "\n"


def deepness_keys() -> dict[str, str]:
    """The keys by which Deepness runs the model: it divides by 255 first, which the deviation undoes."""
    return {
        "model_type": json.dumps("Segmentor"),
        "class_names": json.dumps({str(one.value): one.name for one in CLASSES}),
        "resolution": json.dumps(GSD * 100),
        "tile_size": json.dumps(TILE_PX),
        "tiles_size": json.dumps(TILE_PX),
        "tiles_overlap": json.dumps(100 * OVERLAP_PX / TILE_PX),
        "standardization_mean": json.dumps([0.0] * len(BANDS)),
        "standardization_std": json.dumps([1 / 255] * len(BANDS)),
    }


def train() -> tuple[bytes, dict[str, Any], np.ndarray]:
    """Model file, card and class map of the scene."""
    register_releve()
    scene = read_scene(SCENE)
    transform, _ = scene_grid()
    flat = scene.reshape(len(scene), -1).astype(np.float64)
    statistics = {
        "mean": flat.mean(1), "stddev": flat.std(1), "minimum": flat.min(1), "maximum": flat.max(1),
    }  # fmt: skip
    points = read_points(transform)
    training = together(points, polygon_pixels())
    features = run(graph(statistics, None), scene)
    measured = accuracy(points, cross_validate(features, points, training))
    model = graph(statistics, fit(features, training))
    described = card(
        model,
        scene,
        measured,
        statistics=statistics,
        points=len(points),
        polygons=len(gpd.read_file(LABELS, layer="polygons")),
        pixels=len(training),
    )
    # The card inside cannot hold the hash of the file it is in, and leaves out the long test vector.
    inside = {**described, "properties": {**described["properties"]}}
    del inside["properties"]["releve:test_vectors"]
    helper.set_model_props(
        model,
        {
            **deepness_keys(),
            "stac_mlm": json.dumps(inside, ensure_ascii=False, separators=(",", ":")),
        },
    )
    content = model.SerializeToString(deterministic=True)
    described["assets"]["model"] |= {
        "file:checksum": "1220" + hashlib.sha256(content).hexdigest(),
        "file:size": len(content),
    }
    return content, described, run(model, scene).argmax(0)


def thumbnail(path: Path) -> dict[str, Any]:
    """What the card says of the small picture."""
    content = path.read_bytes()
    return {
        "href": f"./{path.name}",
        "title": "Its map of the scene",
        "type": "image/png",
        "roles": ["thumbnail"],
        "file:checksum": "1220" + hashlib.sha256(content).hexdigest(),
        "file:size": len(content),
    }


def main() -> None:
    """Train, write, and say how well it did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "models")
    parser.add_argument("--map", type=Path, help="write the class map of the scene as a picture, too")
    arguments = parser.parse_args()
    if not SCENE.is_file():
        raise SystemExit(f"{SCENE} is missing: run “make samples” first.")
    if ANSWERS.is_file() and not has_second_reading():
        from second_reading import take_answers

        take_answers()
    content, described, classes = train()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    (arguments.folder / f"{NAME}.onnx").write_bytes(content)
    colours = np.array([[int(one.color[at : at + 2], 16) for at in (1, 3, 5)] for one in CLASSES], np.uint8)
    picture = arguments.folder / f"{NAME}.png"
    save_picture(picture, colours[classes[::THUMBNAIL_STEP, ::THUMBNAIL_STEP]])
    described["assets"]["thumbnail"] = thumbnail(picture)
    (arguments.folder / f"{NAME}.stac.json").write_text(card_text(described), encoding="utf-8")
    if arguments.map:
        save_picture(arguments.map, colours[classes].repeat(3, 0).repeat(3, 1))
    measured = described["properties"]["releve:accuracy"]
    low, high = measured["interval"]
    print(f"{NAME}: {len(content)} bytes; overall accuracy {measured['overall']} ({low} to {high}),")
    print(f"balanced {measured['balanced']}, kappa {measured['kappa']}, on {measured['points']} points")
    for one in measured["per_class"]:
        print(f"  {one['name']:26} precision {one['precision']:.3f}  recall {one['recall']:.3f}")
    print("map \\ reference", *measured["confusion"]["counts"], sep="\n  ")
    print("second reading:", measured["second_reading"])


if __name__ == "__main__":
    main()
