"""ALIKE's weights as a model: the same numbers as PyTorch gives, and nothing but arrays read."""

from __future__ import annotations

import pickle
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from releve.processing.models.keypoints import EXTRACTION, outputs_by_role
from releve.processing.models.reading import read_card
from releve.processing.models.sessions import open_session
from releve.processing.models.verification import verify

# What PyTorch 2.13 gave for `pattern`, from the same file, rebuilt as its authors published it: scores at
# (10, 10), (40, 70), (63, 95), (0, 0), and the numbers 0, 3, 5 of the descriptors at the first three of them.
BY_PYTORCH = {
    "alike-t": (0.00016, 0.00017, 0.95971, 0.00246, -0.05559, 0.00442, -0.28406),
    "alike-n": (0.00209, 0.00004, 0.00001, 0.00021, 0.17857, -0.03931, -0.0805),
}
TOLERANCE = 4e-5


@pytest.fixture(scope="module")
def alike(load_tool):
    return load_tool("alike")


@pytest.fixture(scope="module")
def weights(shared_data):
    folder = shared_data / "oldmaps/keypoint_weights"
    if not folder.is_dir():
        pytest.skip(f"no weights of ALIKE in {folder}")
    return folder


@pytest.fixture
def small():
    """Weights of the shapes of ALIKE, with few channels."""
    random = np.random.default_rng(2)
    arrays = {}

    def conv(name, out, into, side=1, bias=False):
        arrays[f"{name}.weight"] = random.normal(size=(out, into, side, side)).astype("float32") * 0.3
        if bias:
            arrays[f"{name}.bias"] = random.normal(size=out).astype("float32")

    for number, (into, out) in enumerate([(3, 2), (2, 3), (3, 4), (4, 4)], start=1):
        for part, entering in ((1, into), (2, out)):
            conv(f"block{number}.conv{part}", out, entering, 3)
            for key in ("weight", "bias", "running_mean", "running_var"):
                arrays[f"block{number}.bn{part}.{key}"] = random.uniform(0.5, 1, out).astype("float32")
            arrays[f"block{number}.bn{part}.num_batches_tracked"] = np.int64(7)
        if number > 1:
            conv(f"block{number}.downsample", out, into, bias=True)
        conv(f"conv{number}", 2, out)
    conv("convhead2", 6, 8)
    return arrays


def pattern(rows, columns):
    down, across = np.indices((rows, columns))
    bands = [(down * 7 + across * 3 + 50 * band) % 256 / 255 for band in range(3)]
    return np.stack(bands)[None].astype("float32")


@pytest.mark.parametrize("name", BY_PYTORCH)
def test_the_model_gives_what_pytorch_gives(alike, weights, tmp_path, name):
    path = tmp_path / f"{name}.onnx"
    alike.write(weights / f"{name}.pth", path)
    score, desc = open_session(path).run({"image": pattern(64, 96)}, ["score", "desc"])
    found = [score[0, 0, row, column] for row, column in ((10, 10), (40, 70), (63, 95), (0, 0))]
    found += [desc[0, 0, 10, 10], desc[0, 3, 40, 70], desc[0, 5, 63, 95]]
    assert np.allclose(found, BY_PYTORCH[name], atol=TOLERANCE)
    assert np.allclose(np.linalg.norm(desc, axis=1), 1, atol=1e-5)


def test_the_model_says_what_it_is_and_passes_its_own_test(alike, weights, tmp_path):
    path = tmp_path / "alike-t.onnx"
    alike.write(weights / "alike-t.pth", path)
    card = read_card(path)
    assert (card.task, card.origin, card.licence, card.missing) == (
        EXTRACTION,
        "embedded",
        "BSD-3-Clause",
        (),
    )
    assert set(outputs_by_role(card)) == {"score_map", "descriptor_map"}
    assert [band.name for band in card.inputs[0].bands] == ["red", "green", "blue"]
    verdict = verify(open_session(path), replace(card, tile_px=64))
    assert verdict.ok
    assert verdict.vectors == 1


def test_a_network_takes_any_multiple_of_32(alike, small):
    model = alike.Network(small).build().SerializeToString()
    for rows, columns in ((32, 64), (96, 32)):
        score, desc = open_session(model).run({"image": pattern(rows, columns)}, ["score", "desc"])
        assert (score.shape, desc.shape) == ((1, 1, rows, columns), (1, 5, rows, columns))


def test_a_batch_normalisation_is_what_it_says(alike, small):
    model = alike.Network(small).build()
    kernel, shift = (np.frombuffer(one.raw_data, "float32") for one in model.graph.initializer[:2])
    scale = small["block1.bn1.weight"] / np.sqrt(small["block1.bn1.running_var"] + 1e-5)
    assert np.allclose(kernel, (small["block1.conv1.weight"] * scale[:, None, None, None]).ravel())
    assert np.allclose(shift, small["block1.bn1.bias"] - small["block1.bn1.running_mean"] * scale)


def test_weights_are_all_there_and_all_used(alike, small):
    lacking = {name: array for name, array in small.items() if name != "conv3.weight"}
    with pytest.raises(alike.WeightsError, match=r"there is no conv3\.weight"):
        alike.Network(lacking).build()
    with pytest.raises(alike.WeightsError, match=r"does not have: fc\.weight"):
        alike.Network(small | {"fc.weight": np.zeros(3)}).build()


class Harmful:
    """What no file of weights holds."""

    def __reduce__(self):
        return (print, ("harm",))


def test_a_file_that_would_run_code_is_refused(alike, tmp_path, capsys):
    path = tmp_path / "harmful.pth"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps({"x": Harmful()}))
    with pytest.raises(alike.WeightsError, match="weights are arrays alone"):
        alike.read_weights(path)
    assert "harm" not in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_what_is_no_file_of_pytorch_is_refused_by_a_sentence(alike, tmp_path, content, monkeypatch, capsys):
    path = tmp_path / "odd.pth"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr("sys.argv", ["alike.py", str(path), str(tmp_path / "out.onnx")])
    assert alike.main() == 1
    assert "odd.pth" in capsys.readouterr().err
    assert not (tmp_path / "out.onnx").exists()
