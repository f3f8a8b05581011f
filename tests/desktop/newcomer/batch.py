"""Apply a model to a folder of images, read what came of it, and load the layers."""

import re
import shutil

import clicks
import driving


def steps():
    images, results = driving.FOLDER / "images", driving.FOLDER / "results"
    images.mkdir()
    for name in ("a.tif", "b.tif"):
        shutil.copy(driving.SCENE, images / name)
    yield from clicks.start()
    yield from clicks.open_form("Apply a model to a folder of images")
    form = driving.dialog()
    clicks.fill(form, "Folder of images", str(images))
    clicks.fill(form, "Model", "resources/models/olinda_landcover.onnx")
    clicks.fill(form, "Folder of results", str(results))
    driving.grab(form, "form")
    yield from clicks.run(form, close=False)
    assert (results / "a_classes.tif").is_file()
    assert (results / "b_classes.qml").is_file()
    assert re.search(r"DONE\W+2\b", driving.log_of(form))  # each QGIS quotes in its own way
    assert "Open the report" in driving.log_of(form)
    driving.grab(form, "log")
    clicks.push_named(form.messageBar(), "releveLoadLayers")
    yield 500
    names = [name for name, _ in driving.layers()]
    assert names[:4] == ["a_classes", "a_confidence", "b_classes", "b_confidence"], names
    driving.grab_screen("result")


driving.Driver(steps())
