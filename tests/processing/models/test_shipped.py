"""The models that Relevé ships keep what their cards promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from releve.processing.models import read_card
from releve.processing.models.reach import receptive_reach
from releve.processing.models.sessions import open_session
from releve.processing.models.summary import summarise
from releve.processing.models.verification import verify

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "models"
MODELS = sorted(FOLDER.glob("*.onnx"))


@pytest.fixture(params=MODELS, ids=lambda path: path.stem)
def model(request):
    return request.param


def test_there_is_a_model():
    assert MODELS


def test_its_card_says_all_that_a_run_needs_and_fits_the_file(model):
    card = read_card(model)
    assert (card.origin, card.missing, card.notes) == ("sidecar", (), ())
    assert card.version
    assert card.licence
    assert card.accuracy
    assert all(one.color and one.name_fr for one in card.outputs[0].classes)


def test_it_meets_its_test_vectors(model):
    card = read_card(model)
    verdict = verify(open_session(model), card, folder=model.parent)
    assert verdict.ok
    assert verdict.vectors > 0
    assert verdict.agreement == 1.0


def test_its_halo_is_what_the_graph_sees(model):
    assert read_card(model).inputs[0].halo_px == receptive_reach(model)


def test_it_can_be_described_in_words(model):
    text = summarise(read_card(model))
    for words in ("Version: ", "Accuracy stated: ", "Classes: ", "SHA-256: "):
        assert words in text
    assert "Still to be said" not in text


def test_its_card_inside_says_the_same(model, tmp_path):
    alone = tmp_path / model.name
    alone.write_bytes(model.read_bytes())
    inside, beside = read_card(alone), read_card(model)
    assert (inside.origin, inside.inputs, inside.outputs) == ("embedded", beside.inputs, beside.outputs)
