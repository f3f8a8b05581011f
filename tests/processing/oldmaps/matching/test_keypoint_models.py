"""Models of keypoints, small ones made here: what they give, on pictures of any size."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from onnx import TensorProto

from releve.processing.errors import Cancelled, ModelError
from releve.processing.models.reading import read_card
from releve.processing.models.writing import card_item, embed
from releve.processing.oldmaps.matching.features import Picture
from releve.processing.oldmaps.matching.keypoint_models import open_matcher

DARK = 40  # of dots on a picture of 255


def dotted(rows, columns, places):
    """Dark dots on white, at columns and rows, with a tail each that tells it from the others."""
    pixels = np.full((rows, columns, 3), 255, np.uint8)
    random = np.random.default_rng(1)
    for column, row in places:
        pixels[row, column] = DARK
        tail = random.integers(-6, 7, (6, 2)) + np.array([row, column])
        pixels[tail[:, 0].clip(0, rows - 1), tail[:, 1].clip(0, columns - 1)] = 150
    pixels[places[:, 1], places[:, 0]] = DARK
    return pixels


def grid(rows, columns, step=40):
    places = np.stack(np.meshgrid(np.arange(30, columns - 30, step), np.arange(30, rows - 30, step)), axis=-1)
    return places.reshape(-1, 2)


@pytest.mark.parametrize("shape", [(200, 300), (97, 131), (160, 1300)])
@pytest.mark.parametrize("side", ["side", 128])
def test_dots_are_found_where_they_are_on_a_picture_of_any_size(dots_model, shape, side):
    places = grid(*shape)
    matcher = open_matcher(dots_model(side)).matcher
    features = matcher.extractor.features(Picture(dotted(*shape, places)), limit=10_000)
    found = features.points[features.scores > 0.8]  # dots, without their tails
    assert len(found) == len(places)
    away = np.abs(found[:, None] - (places + 0.5)[None]).max(axis=2)
    assert away.min(axis=0).max() <= 0.5  # a tail beside it draws a dot towards itself
    assert np.allclose(np.linalg.norm(features.descriptors, axis=1), 1, atol=1e-5)


def test_two_pictures_that_are_shifted_pair_by_that_shift(dots_model):
    pixels = dotted(300, 400, grid(300, 400))
    opened = open_matcher(dots_model())
    matches = opened.matcher.match(Picture(pixels), Picture(pixels[7:, 12:].copy()), limit=500)
    assert len(matches) > 40
    assert np.allclose(matches.left - matches.right, [12, 7])
    assert opened.matcher.name == "dots"


def test_grey_and_colours_are_taken_alike(dots_model):
    pixels = dotted(200, 200, grid(200, 200))
    extractor = open_matcher(dots_model()).matcher.extractor
    in_colours = extractor.features(Picture(pixels), limit=20)
    in_grey = extractor.features(Picture(pixels[..., 0].copy()), limit=20)
    assert np.array_equal(in_colours.points, in_grey.points)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("unit", ["pixel", "centred"])
def test_a_list_of_keypoints_is_read_in_the_unit_of_its_card(written, tmp_path, unit, turned):
    places = np.float32([[[2, 3], [60, 40], [10, 10]]])
    size = 64  # what a picture of 50 × 62 is padded to
    said = places if unit == "pixel" else places / (size - 1) * 2 - 1
    descriptors = np.float32([[[3, 0], [0, 2], [1, 1]]])
    constants = {
        "p": said.astype("float32"), "s": np.float32([[0.1, 0.9, 0.5]]),
        "d": descriptors.transpose(0, 2, 1).copy() if turned else descriptors,
    }  # fmt: skip
    outputs = {"keypoints": [1, 3, 2], "scores": [1, 3], "descriptors": list(constants["d"].shape)}
    nodes = [("Identity", [key], [name], {}) for key, name in zip("psd", outputs, strict=True)]
    path = written(
        nodes,
        {"image": (TensorProto.FLOAT, [1, 1, "h", "w"])},
        {name: (TensorProto.FLOAT, shape) for name, shape in outputs.items()},
        constants,
    )
    item = card_item(read_card(path))
    item["properties"]["mlm:output"][0]["releve:unit"] = unit
    embed(read_card(path), path, tmp_path / "told.onnx", item=item)
    extractor = open_matcher(str(tmp_path / "told.onnx")).matcher.extractor
    features = extractor.features(Picture(np.zeros((50, 62), np.uint8)), limit=9)
    assert np.allclose(features.points, [[60.5, 40.5], [10.5, 10.5], [2.5, 3.5]], atol=1e-4)
    assert np.allclose(features.descriptors, [[0, 1], [0.5**0.5] * 2, [1, 0]], atol=1e-6)


@pytest.mark.parametrize(
    ("matches", "confidence"),
    [([[[1, 0], [2, 1]]], [0.4, 0.8]), ([[-1, 0, 1]], [[0.0, 0.4, 0.8]])],
)
def test_a_model_of_two_images_gives_its_pairs_surest_first(written, matches, confidence):
    constants = {
        "a": np.int64([[[1, 1], [5, 6], [20, 21]]]), "b": np.float32([[[7, 8], [22, 23]]]),
        "m": np.int64(matches), "s": np.float32(confidence),
    }  # fmt: skip
    kinds = {"kpts0": TensorProto.INT64, "kpts1": TensorProto.FLOAT, "matches0": TensorProto.INT64,
             "mscores0": TensorProto.FLOAT}  # fmt: skip
    path = written(
        [("Identity", [key], [name], {}) for key, name in zip("abms", kinds, strict=True)],
        {name: (TensorProto.FLOAT, [1, 1, "h", "w"]) for name in ("image0", "image1")},
        {
            name: (kind, list(constants[key].shape))
            for key, (name, kind) in zip("abms", kinds.items(), strict=True)
        },
        constants,
    )
    matcher = open_matcher(path).matcher
    found = matcher.match(
        Picture(np.zeros((64, 64), np.uint8)), Picture(np.zeros((40, 40), np.uint8)), limit=9
    )
    assert found.left.tolist() == [[20.5, 21.5], [5.5, 6.5]]
    assert found.right.tolist() == [[22.5, 23.5], [7.5, 8.5]]
    assert np.allclose(found.confidence, [0.8, 0.4])


def test_a_batch_of_two_images_is_one_pair(written):
    constants = {
        "k": np.float32([[[4, 4], [9, 9]], [[5, 6], [1, 1]]]),
        "m": np.int64([[0, 0, 0]]),
        "s": np.float32([0.7]),
    }
    kinds = {"keypoints": TensorProto.FLOAT, "matches": TensorProto.INT64, "mscores": TensorProto.FLOAT}
    path = written(
        [("Identity", [key], [name], {}) for key, name in zip("kms", kinds, strict=True)],
        {"images": (TensorProto.FLOAT, [2, 1, "h", "w"])},
        {
            name: (kind, list(constants[key].shape))
            for key, (name, kind) in zip("kms", kinds.items(), strict=True)
        },
        constants,
    )
    pictures = Picture(np.zeros((30, 70), np.uint8)), Picture(np.zeros((50, 20), np.uint8))
    found = open_matcher(path).matcher.match(*pictures, limit=9)
    assert (found.left.tolist(), found.right.tolist()) == ([[4.5, 4.5]], [[5.5, 6.5]])


def test_a_large_picture_is_reduced_for_a_model_of_two_images_and_its_places_enlarged(written):
    constants = {"a": np.float32([[31, 15]]), "b": np.float32([[10, 12]])}
    path = written(
        [("Identity", [key], [name], {}) for key, name in (("a", "mkpts0"), ("b", "mkpts1"))],
        {name: (TensorProto.FLOAT, [1, 3, 64, 64]) for name in ("image0", "image1")},
        {name: (TensorProto.FLOAT, [1, 2]) for name in ("mkpts0", "mkpts1")},
        constants,
    )
    large, small = Picture(np.zeros((128, 256), np.uint8)), Picture(np.zeros((64, 64), np.uint8))
    found = open_matcher(path).matcher.match(large, small, limit=9)
    assert found.left.tolist() == [[31.5 * 4, 15.5 * 4]]
    assert found.right.tolist() == [[10.5, 12.5]]


def test_a_model_that_makes_maps_is_sent_to_the_job_that_runs_it(written):
    path = written(
        [("Softmax", ["x"], ["y"], {"axis": 1})],
        {"x": (TensorProto.FLOAT, ["n", 3, "h", "w"])},
        {"y": (TensorProto.FLOAT, ["n", 3, "h", "w"])},
    )
    with pytest.raises(ModelError, match=r"“segmentation”: run it with .* \(inference\.map\)"):
        open_matcher(path)


def test_a_model_of_no_known_kind_is_told_what_it_must_give(written):
    path = written(
        [("Identity", ["x"], ["y"], {})],
        {"x": (TensorProto.FLOAT, ["n", 3, "h", "w"])},
        {"y": (TensorProto.FLOAT, ["n", 3, "h", "w"])},
    )
    with pytest.raises(ModelError, match="The model gives y, which are no keypoints"):
        open_matcher(path)


def test_a_cancel_ends_a_run_under_way(dots_model):
    opened = open_matcher(dots_model())
    picture = Picture(np.zeros((1000, 1000, 3), np.uint8))
    is_over = threading.Event()

    def cancel():
        while not is_over.is_set():
            opened.session.terminate()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    try:
        with pytest.raises(Cancelled):
            opened.matcher.match(picture, picture, limit=100)
    finally:
        is_over.set()
        canceller.join()


def test_a_cancel_between_two_runs_is_heeded_before_the_next(dots_model):
    asked = []

    def check():
        asked.append(1)
        if len(asked) == 3:
            raise Cancelled

    picture = Picture(np.zeros((60, 1300, 3), np.uint8))  # three tiles
    with pytest.raises(Cancelled):
        open_matcher(dots_model(), check=check).matcher.match(picture, picture, limit=100)
    assert len(asked) == 3
