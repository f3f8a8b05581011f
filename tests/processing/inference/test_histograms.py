"""Images that do not look like the training data, and the cause that is named."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.inference.histograms import check_histograms
from releve.processing.models.card import Band, ModelInput, Scaling, Statistics

NAMES = ("B2", "B3", "B4")
MEANS, DEVIATIONS = np.array([600.0, 900.0, 1500.0]), np.array([60.0, 90.0, 150.0])


def told(values, statistics=None, **entry):
    if statistics is None and not entry:
        statistics = [
            Statistics(mean=mean, stddev=deviation) for mean, deviation in zip(MEANS, DEVIATIONS, strict=True)
        ]
    sentences: list[str] = []
    bands = tuple(Band(name=name) for name in NAMES)
    known = ModelInput(name="x", bands=bands, statistics=tuple(statistics or ()), **entry)
    check_histograms(known, values, warn=sentences.append)
    return sentences


@pytest.fixture
def image():
    return np.random.default_rng(0).normal(MEANS[:, None], DEVIATIONS[:, None], (3, 5000))


def test_an_image_like_the_training_data_passes(image):
    assert told(image) == []
    assert told(image + 2.9 * DEVIATIONS[:, None]) == []


def test_a_band_that_differs_is_named(image):
    image[1] += 5 * 90
    first, cause = told(image)
    assert first.startswith("Band B3 has a mean of 13")
    assert "900 ± 90" in first
    assert "Season" in cause


@pytest.mark.parametrize(("factor", "said"), [(1e-4, "0.0001"), (255, "255"), (100, "100")])
def test_another_unit_is_told_by_its_factor(image, factor, said):
    *bands, cause = told(image * factor)
    assert len(bands) == 3
    assert f"about {said} times" in cause


def test_bands_in_another_order_are_told_with_the_right_one(image):
    *bands, cause = told(image[::-1])
    assert len(bands) == 2
    assert "in the order 3, 2, 1: say which to take with BANDS" in cause


def test_the_offset_of_newer_sentinel_2_products_is_told_though_means_are_near(image):
    statistics = [Statistics(mean=mean, stddev=700.0) for mean in MEANS]
    first, cause = told(image + 1000, statistics)
    assert first.startswith("Band B2")
    assert "baseline 04.00. Subtract 1000" in cause
    assert told(image, statistics) == []


def test_training_data_with_that_offset_are_told_too(image):
    statistics = [Statistics(mean=mean + 1000, stddev=90.0, minimum=1000.0, maximum=9000) for mean in MEANS]
    assert "Add 1000" in told(image, statistics)[-1]


def test_a_bright_scene_is_not_taken_for_that_offset(image):
    statistics = [Statistics(mean=mean, stddev=700.0) for mean in MEANS]
    bright = image + 1000
    bright[:, ::20] = 300  # some pixels are dark all the same
    assert told(bright, statistics) == []


def test_a_range_beside_that_of_the_training_data_is_told(image):
    statistics = [Statistics(minimum=0.0, maximum=255.0)] * 3
    first, *_ = told(image, statistics)
    assert first.startswith("Band B2 ranges from 4")
    assert "from 0 to 255" in first


def test_a_z_score_is_the_training_data_where_nothing_else_is_said(image):
    scaling = tuple(Scaling("z-score", (mean, 60.0)) for mean in MEANS)
    assert told(image, scaling=scaling) == []
    assert "Band B4" in told(image * 1.5, scaling=scaling)[-2]


def test_a_run_tells_it(bench, scene):
    keys = {"model_type": "Segmentor", "resolution": 1000, "standardization_std": [0.05] * 3}
    for mean, found in ((0.5, False), (0.1, True)):
        model = bench.blur(metadata=keys | {"standardization_mean": [mean] * 3}, name=f"{mean}.onnx")
        ran = bench.run(input=bench.image(scene), model=model, name=str(mean), activation="none")
        assert any("training data" in sentence for sentence in ran.sentences("warning")) == found
