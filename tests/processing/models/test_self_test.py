from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import numpy as np
import pytest

from releve.processing.errors import CardError, ModelError, ProviderError
from releve.processing.models import complete, read_card, self_test
from releve.processing.models import providers as provision
from releve.processing.models.self_test import Surroundings, try_everywhere, try_first
from releve.processing.models.sessions import open_session


class Elsewhere:
    """A session of another provider: the processor's own, whose values are changed on the way out."""

    provider, device, notes = "cuda", "a GPU", ("One node runs on the processor.",)

    def __init__(self, path, change):
        self._session, self._change = open_session(path, providers=("cpu",)), change
        self.inputs, self.outputs, self.terminate = self._session.inputs, self._session.outputs, lambda: None

    def run(self, feeds):
        return [self._change(value) for value in self._session.run(feeds)]


@pytest.fixture
def model(graphs):
    return graphs.segmenter()


@pytest.fixture
def here(tmp_path):
    return Surroundings(
        threads=1, folder=tmp_path, gpu_turn=nullcontext, on_cancel=lambda stop: nullcontext()
    )


@pytest.fixture
def tried(model, here, monkeypatch):
    """Rows by provider, where CUDA changes values so, or fails."""

    def run(change, *, vector=True):
        def opened(path, *, providers, threads):
            if providers == ("cuda",) and isinstance(change, Exception):
                raise change
            return (
                Elsewhere(path, change) if providers == ("cuda",) else open_session(path, providers=providers)
            )

        monkeypatch.setattr(provision, "available_providers", lambda: ("cuda", "cpu"))
        monkeypatch.setattr(self_test, "open_session", opened)
        card = replace(complete(read_card(model), task="segmentation"), tile_px=32)
        x = np.random.default_rng(0).random((1, 3, 8, 8)).astype("float32")
        y = open_session(model, providers=("cpu",)).run({"x": x})[0]
        vectors = ({"input": x.tolist(), "output": y.tolist()},) if vector else ()
        card = replace(card, test_vectors=vectors)
        return {trial.provider: trial.told() for trial in try_everywhere(model, card, here)}

    return run


def test_every_provider_that_may_be_there_has_a_row_and_the_processor_is_last(tried):
    rows = tried(lambda value: value)
    assert (next(iter(rows)), list(rows)[-1]) == ("cuda", "cpu")
    assert all(rows[name]["ok"] for name in ("cuda", "cpu"))
    assert rows["cuda"]["notes"] == ["One node runs on the processor."]
    assert (rows["cuda"]["device_difference"], rows["cuda"]["device_agreement"]) == (0.0, 1.0)
    assert rows["cpu"]["device_difference"] is None
    assert rows["cpu"]["ms_per_tile"] > 0
    assert {row["vectors"] for row in rows.values() if not row["refused"]} == {1}
    assert set(rows["cuda"]) == set(rows["cpu"])


def test_what_is_not_installed_is_refused_with_the_reason(tried, monkeypatch):
    monkeypatch.setattr(provision, "plausible_providers", lambda: ("directml", "cpu"))
    rows = tried(lambda value: value)
    assert rows["directml"]["ok"] is False
    assert "which has: cuda, cpu" in rows["directml"]["refused"]
    assert set(rows["directml"]) == set(rows["cpu"])


@pytest.mark.parametrize("error", [ProviderError("no driver"), ModelError("out of paper")])
def test_what_fails_to_start_is_refused_with_the_reason(tried, error):
    rows = tried(error)
    assert rows["cuda"]["refused"] == str(error)
    assert rows["cpu"]["ok"] is True


def test_a_device_of_fewer_digits_is_trusted_while_its_classes_agree(tried):
    rows = tried(lambda value: value + np.float32(0.001))
    assert rows["cuda"]["max_difference"] == pytest.approx(0.001, rel=0.01)  # over the tolerance of 0.0001
    assert rows["cuda"]["ok"] is True


def test_a_device_that_gives_other_classes_is_not_trusted(tried):
    rows = tried(lambda value: value[:, ::-1])
    assert rows["cuda"]["ok"] is False
    assert rows["cuda"]["device_agreement"] < 0.999
    assert rows["cpu"]["ok"] is True


def test_a_test_vector_that_does_not_fit_is_no_fault_of_a_provider(model, here):
    card = replace(read_card(model), test_vectors=({"input": "nonsense", "output": 1},), tile_px=32)
    with pytest.raises(CardError, match="not an array"):
        try_everywhere(model, card, here)


def test_names_are_an_order_of_preference(model, here):
    assert try_first(model, replace(read_card(model), tile_px=32), ("xnnpack", "cpu"), here).provider == "cpu"
    with pytest.raises(ProviderError):
        try_first(model, read_card(model), ("xnnpack",), here)
