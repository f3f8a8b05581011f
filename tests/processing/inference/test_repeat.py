"""A run repeated from its result: the same bytes from the same inputs, a refusal from others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from releve.processing.errors import RequestError

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
LONG = {"tile": 32, "overlap": 8}


@pytest.fixture
def again(bench):
    """Repeats a run from its first output."""

    def again(ran, names=("classes",), **inputs):
        result = str(next(iter(ran.paths.values())))
        return bench.run(names, job="inference.repeat", result=result, name="again", **inputs)

    return again


@pytest.mark.parametrize("made", [["confidence"], ["probabilities"], ["confidence", "margin", "entropy"]])
@pytest.mark.parametrize("options", [{}, {"blending": "crop"}, {"threshold": 0.5}])
def test_each_output_is_the_same_with_or_without_the_others(bench, scene, again, made, options):
    """Although classes alone would be cropped, and be taken from scores rather than probabilities."""
    names = ["classes", *made]
    image, model = bench.image(scene), bench.blur()
    first = bench.run(names, input=image, model=model, class_names="a,b,c,d", **options, **LONG, **FACTS)
    for some in (names, ["classes"], made[-1:]):
        second = again(first, some)
        for name in some:
            assert first.paths[name].read_bytes() == second.paths[name].read_bytes()


def test_more_outputs_than_the_run_made_leave_its_own_as_they_were(bench, scene, again):
    first = bench.run(input=bench.image(scene), model=bench.blur(), **LONG, **FACTS)
    second = again(first, ["classes", "confidence"])
    np.testing.assert_array_equal(first.read("classes"), second.read("classes"))


def pair(bench, scene, *names):
    """Two images of one band each, in folders of their own."""
    paths = []
    for place, name in enumerate(names):
        (bench.folder / name).parent.mkdir(exist_ok=True)
        paths.append(bench.image(scene[place : place + 1], name))
    return paths


def test_images_in_another_order_are_refused(bench, scene, again):
    first, second = pair(bench, scene, "a.tif", "b.tif")
    model = bench.blur(bands=2)
    ran = bench.run(input=[first, second], model=model, bands="1,2", **FACTS)
    with pytest.raises(RequestError, match=r"b\.tif is not what the run used as input\[0\]"):
        again(ran, input=[second, first])
    with pytest.raises(RequestError, match=r"given are input\[0\], model"):
        again(ran, input=[first])
    assert again(ran).paths["classes"].read_bytes() == ran.paths["classes"].read_bytes()


def test_two_images_of_one_name_keep_apart(bench, scene, again):
    images = pair(bench, scene, "one/a.tif", "two/a.tif")
    ran = bench.run(input=images, model=bench.blur(bands=2), bands="1,2", **FACTS)
    with pytest.raises(RequestError, match=r"several inputs called a\.tif"):
        again(ran, folder=str(bench.folder / "one"), model=str(bench.folder / "model.onnx"))
    with pytest.raises(RequestError, match="not what the run used"):
        again(ran, input=images[::-1])
    assert again(ran, input=images).paths["classes"].read_bytes() == ran.paths["classes"].read_bytes()


def test_images_that_have_changed_are_refused_however_they_are_named(bench, scene, again):
    image = bench.image(scene, "source.tif")
    for given in (image, bench.virtual("source.tif")):
        bench.image(scene, "source.tif")
        ran = bench.run(input=given, model=bench.blur(), **FACTS)
        again(ran)
        bench.image(scene[::-1], "source.tif")
        with pytest.raises(RequestError, match=r"source\.tif is not what the run used .* changed"):
            again(ran)


def test_other_weights_or_another_card_are_refused(bench, scene, again):
    model = bench.external(bench.blur(), "w.bin")
    ran = bench.run(input=bench.image(scene), model=model, **FACTS)
    again(ran)
    card = Path(model).with_suffix(".stac.json")
    card.write_text("{}", encoding="utf-8")
    with pytest.raises(RequestError, match=r"stac\.json is not what the run used as model"):
        again(ran)
    card.unlink()
    weights = bench.folder / "w.bin"
    weights.write_bytes(weights.read_bytes()[::-1])
    with pytest.raises(RequestError, match=r"w\.bin is not what the run used as model"):
        again(ran)


def test_a_large_model_is_told_apart_where_samples_of_it_are_the_same(bench, scene, again, monkeypatch):
    ran = bench.run(input=bench.image(scene), model=bench.external(bench.blur(), "w.bin"), **FACTS)
    weights = bench.folder / "w.bin"
    weights.write_bytes(weights.read_bytes()[::-1])
    monkeypatch.setattr("releve.processing.inference.repeat.check_same", lambda *given, **options: None)
    with pytest.raises(RequestError, match="model is not the one"):
        again(ran)


def test_a_viewer_that_remembers_statistics_changes_nothing(bench, scene, again):
    image = bench.image(scene, bands=["red", "green", "blue"])
    first = bench.run(input=image, model=bench.blur(), **FACTS)
    counted = '<Metadata><MDI key="STATISTICS_MEAN">79.1</MDI></Metadata>'
    named = [
        f'<PAMRasterBand band="{number}"><Description>{name}</Description>{counted}</PAMRasterBand>'
        for number, name in enumerate(["red", "green", "blue"], start=1)
    ]
    Path(image + ".aux.xml").write_text(f"<PAMDataset>{''.join(named)}</PAMDataset>", encoding="utf-8")
    second = bench.run(input=image, model=bench.blur(), name="second", **FACTS)
    assert second.paths["classes"].read_bytes() == first.paths["classes"].read_bytes()
    assert again(first).paths["classes"].read_bytes() == first.paths["classes"].read_bytes()
