"""What is said of each of Deepness' sample models, and whether it runs."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pytest

from releve.processing.errors import ModelError
from releve.processing.models import complete, read_card, require_runnable
from releve.processing.models.sessions import open_session


@dataclass(frozen=True)
class Says:
    """The verdict on one model: its kind, what must still be said, how many items a batch may hold."""

    kind: str
    missing: str
    batch: int | None = None
    refused: str = ""


ALL = "gsd bands scaling task"  # no metadata, and nothing in the graph that tells
NAMED = "gsd bands"  # Deepness' keys, without a resolution
FULL = "bands"  # all of Deepness' keys

VERDICTS = {
    "dummy_recognition_model": Says("embedding", FULL, refused="inference.embed"),
    "dummy_superresolution_model": Says(
        "super-resolution", "gsd bands scaling", 1, refused="(inference.superresolve)"
    ),
    "one_output_sigmoid_red_detector": Says("", ALL),  # a detector by name only: one probability per pixel
    "dummy_regression_models/dummy_regression_model": Says("regression", FULL, 1),
    "dummy_regression_models/dummy_regression_model_batched": Says("regression", FULL),
    "dummy_regression_models/one_output_sigmoid_bsx1x512x512": Says("segmentation", NAMED),
    "dummy_regression_models/one_output_sigmoid_bsx512x512": Says("", ALL),
    "dummy_regression_models/two_outputs_sigmoid_bsx1x512x512": Says("segmentation", NAMED),
    "dummy_regression_models/two_outputs_sigmoid_bsx512x512": Says("", ALL),
    "dummy_segmentation_models/different_output_size_512_to_484": Says("", ALL, 1),
    "dummy_segmentation_models/dummy_model": Says("", ALL, 1),
    "dummy_segmentation_models/one_output_sigmoid_bsx1x512x512": Says("segmentation", NAMED),
    "dummy_segmentation_models/one_output_sigmoid_bsx512x512": Says("segmentation", NAMED, 1),
    "dummy_segmentation_models/one_output_softmax_bsx2x512x512": Says("segmentation", "gsd bands scaling"),
    "dummy_segmentation_models/two_outputs_sigmoid_bsx1x512x512": Says("segmentation", NAMED),
    "dummy_segmentation_models/two_outputs_sigmoid_bsx512x512": Says("", ALL, 1),
    "dummy_segmentation_models/two_outputs_softmax_bsx2x512x512": Says("segmentation", NAMED),
}


def test_every_sample_model_has_a_verdict(toys):
    found = {path.relative_to(toys).with_suffix("").as_posix() for path in toys.rglob("*.onnx")}
    assert found == set(VERDICTS)


@pytest.mark.parametrize("name", VERDICTS)
def test_a_sample_model_is_described(toys, name):
    says, card = VERDICTS[name], read_card(toys / f"{name}.onnx")
    assert (card.task, " ".join(card.missing)) == (says.kind, says.missing)


@pytest.mark.parametrize("name", VERDICTS)
def test_a_sample_model_runs_or_is_refused_by_its_kind(toys, name):
    says, path = VERDICTS[name], toys / f"{name}.onnx"
    card = complete(
        read_card(path), gsd_m=1, scaling="divide_by_255", bands=["red", "green", "blue"],
        task=None if says.kind else "segmentation",
    )  # fmt: skip
    assert card.missing == ()
    if says.refused:
        with pytest.raises(ModelError, match=re.escape(says.refused)):
            require_runnable(card)
        return
    require_runnable(card)
    session = open_session(path)
    assert session.batch_limit == says.batch
    entry = session.inputs[0]
    outputs = session.run({entry.name: np.zeros((1, 3, 512, 512), "float32")})
    for output, array in zip(card.outputs, outputs, strict=True):
        assert array.ndim == len(output.dim_order)
        if output.task == "segmentation":
            assert len(output.classes) == max(output.channels, 2)


def test_deepness_keys_are_read_with_their_traps(toys):
    card = read_card(toys / "dummy_regression_models/dummy_regression_model.onnx")
    assert card.inputs[0].gsd_m == 0.055  # centimetres
    assert (card.tile_px, card.overlap_px) == (
        512,
        56,
    )  # said 256 and 11 %: the graph wins, 11 % of 512 is 56.3
    assert card.outputs[0].scale == 1.1
    assert card.outputs[0].classes == ()  # classes of a regression mean nothing
    assert card.hyperparameters == {"seg_small_segment": 13, "det_conf": 0.6, "det_iou_thresh": 0.44}
    assert card.notes == ("The metadata say tiles of 256 pixels, the model reads 512: 512 is used.",)


def test_each_head_has_its_own_classes(toys):
    card = read_card(toys / "dummy_segmentation_models/two_outputs_softmax_bsx2x512x512.onnx")
    assert [[one.name for one in output.classes] for output in card.outputs] == [
        ["Coffee", "Tea"],
        ["Juice", "Beer"],
    ]


def test_one_probability_is_a_class_against_the_background(toys):
    card = read_card(toys / "dummy_segmentation_models/one_output_sigmoid_bsx512x512.onnx")
    assert [(one.value, one.name, one.name_fr) for one in card.outputs[0].classes] == [
        (0, "background", "fond"),
        (1, "Coffee", ""),
    ]
