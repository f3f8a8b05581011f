"""Models of keypoints: told by the names of their outputs, described by their cards, run by their own job."""

from __future__ import annotations

import pytest
from onnx import TensorProto

from releve.processing.catalogue import find_job
from releve.processing.errors import ModelError
from releve.processing.models.completing import complete
from releve.processing.models.detectors import obstacle_of
from releve.processing.models.keypoints import EXTRACTION, MATCHING, outputs_by_role
from releve.processing.models.reading import read_card
from releve.processing.models.runnable import RUN_BY, require_runnable
from releve.processing.models.summary import facts_of
from releve.processing.models.writing import card_item, embed

IMAGE = (("image", [1, 3, "h", "w"]),)
IMAGES = (("image0", [1, 1, "h", "w"]), ("image1", [1, 1, "i", "j"]))
MAPS = (("score", [1, 1, "h", "w"]), ("desc", [1, 64, "h", "w"]))
LIST = (("keypoints", [1, "n", 2]), ("scores", [1, "n"]), ("descriptors", [1, "n", 128]))
LIGHTGLUE = (("kpts0", [1, "n", 2]), ("kpts1", [1, "m", 2]), ("matches0", ["k", 2]), ("mscores0", ["k"]))
BATCHED = (("keypoints", [2, "n", 2]), ("matches", ["k", 3]), ("mscores", ["k"]))
LOFTR = (("mkpts0_f", ["n", 2]), ("mkpts1_f", ["n", 2]), ("mconf", ["n"]))
UNTOLD = (("a", [1, 1, "h", "w"]), ("b", [1, 64, "h", "w"]))


@pytest.fixture
def bare(graphs):
    """A file of these inputs and outputs, which nobody will run."""

    def write(inputs, outputs, name="model.onnx"):
        nodes = [("Identity", [inputs[0][0]], [output]) for output, _ in outputs]
        return graphs.write(name, nodes, inputs=inputs, outputs=outputs)

    return write


@pytest.mark.parametrize(
    ("inputs", "outputs", "task", "roles"),
    [
        (IMAGE, MAPS, EXTRACTION, {"score_map", "descriptor_map"}),
        (IMAGE, LIST, EXTRACTION, {"points", "scores", "descriptors"}),
        (IMAGES, LIGHTGLUE, MATCHING, {"left_points", "right_points", "matches", "confidence"}),
        (IMAGES, LOFTR, MATCHING, {"left_points", "right_points", "confidence"}),
        ((("images", ["n", 1, "h", "w"]),), BATCHED, MATCHING, {"points", "matches", "confidence"}),
    ],
)
def test_a_bare_model_is_known_by_the_names_of_its_outputs(bare, inputs, outputs, task, roles):
    card = read_card(bare(inputs, outputs))
    assert card.task == task
    assert set(outputs_by_role(card)) == roles
    assert card.missing == ()
    assert card.inputs[0].scaling[0].values == (255.0,)
    assert any("0 to 1" in note for note in card.notes)
    assert obstacle_of(card) == ""


@pytest.mark.parametrize(
    ("inputs", "outputs"),
    [
        (IMAGE, UNTOLD),
        (IMAGE, (("scores", ["n"]), ("descriptors", ["n", 8]))),  # no places
        (IMAGE, (("boxes", ["n", 4]), ("scores", ["n"]), ("labels", ["n"]), ("keypoints", ["n", 17, 3]))),
        (IMAGES, LIST),
        ((*IMAGES, ("k", [2])), LIGHTGLUE),  # reads what is no image
        ((("image", [1, 6, "h", "w"]),), MAPS),
    ],
)
def test_other_models_are_not_taken_for_one(bare, inputs, outputs):
    card = read_card(bare(inputs, outputs))
    assert card.task not in (EXTRACTION, MATCHING)
    with pytest.raises(ModelError, match="no keypoints"):
        outputs_by_role(card)


def test_a_card_survives_being_written_into_the_model(bare, tmp_path):
    path = bare(IMAGES, LIGHTGLUE)
    card = read_card(path)
    embed(card, path, tmp_path / "embedded.onnx")
    again = read_card(tmp_path / "embedded.onnx")
    assert again.origin == "embedded"
    assert again.task == MATCHING
    assert [one.role for one in again.outputs] == [one.role for one in card.outputs]
    assert card_item(again)["properties"]["mlm:tasks"] == ["similarity-search"]  # the extension's word


def test_a_card_says_which_output_is_which(bare, tmp_path):
    path = bare(IMAGE, UNTOLD)
    item = card_item(read_card(path))
    for output, role in zip(item["properties"]["mlm:output"], ("score_map", "descriptor_map"), strict=True):
        output |= {"releve:role": role, "releve:task": EXTRACTION}
    embed(read_card(path), path, tmp_path / "told.onnx", item=item)
    roles = outputs_by_role(read_card(tmp_path / "told.onnx"))
    assert {role: output.name for role, output in roles.items()} == {"score_map": "a", "descriptor_map": "b"}


def test_a_card_that_counts_in_what_nobody_knows_is_refused(bare, tmp_path):
    path = bare(IMAGE, LIST)
    item = card_item(read_card(path))
    item["properties"]["mlm:output"][0]["releve:unit"] = "inch"
    embed(read_card(path), path, tmp_path / "odd.onnx", item=item)
    card = read_card(tmp_path / "odd.onnx")
    with pytest.raises(ModelError, match="“inch”; it must be pixel, centred"):
        outputs_by_role(card)
    assert "inch" in obstacle_of(card)


def test_jobs_that_make_maps_refuse_it_and_name_the_one_that_runs_it(bare):
    card = read_card(bare(IMAGE, MAPS))
    title = find_job(RUN_BY[EXTRACTION]).title
    for said in (card, complete(card, task="regression")):  # whatever the user calls it
        with pytest.raises(ModelError, match=rf"“{title}” \(oldmaps\.match\)"):
            require_runnable(said)


def test_its_kind_is_said_in_words(bare):
    assert ("Kind", "keypoints of an image") in facts_of(read_card(bare(IMAGE, MAPS)))
    assert ("Kind", "pairs of keypoints of two images") in facts_of(read_card(bare(IMAGES, LOFTR)))


def test_images_in_bytes_are_not_scaled(graphs):
    nodes = [("Cast", ["image"], [name], {"to": TensorProto.FLOAT}) for name, _ in MAPS]
    path = graphs.write("bytes.onnx", nodes, inputs=IMAGE, outputs=MAPS, dtypes={"image": TensorProto.UINT8})
    assert read_card(path).inputs[0].scaling == ()
