"""Run inside QGIS: open the scene, find the algorithm, fill in its form, run it, close it."""

import driving


def steps():
    driving.fill_screen()
    driving.open_scene()
    driving.search("relevé")
    yield 500
    driving.later(driving.double_click_algorithm, "Apply a model to rasters")
    yield driving.dialog
    form = driving.dialog()
    driving.later(driving.open_layer_list, form)
    yield 500
    driving.tick_first(form)
    driving.push(form, "OK")
    yield 300
    driving.type_model(form)
    yield 200
    driving.grab(form, "form")
    driving.later(driving.push, form, "Run")
    yield 500
    yield lambda: driving.is_idle(form) and len(driving.layers()) > 1
    driving.told["log"] = driving.log_of(form)
    driving.push(form, "Close")
    yield 500
    driving.told["layers"] = driving.layers()
    driving.told["is_open"] = driving.dialog() is not None
    driving.grab_screen("result")


driving.Driver(steps())
