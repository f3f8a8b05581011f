"""Find a form as it was left, and go back to its defaults."""

import clicks
import driving


def steps():
    yield from clicks.start()
    for time in ("first", "second"):
        yield from clicks.open_form(clicks.MAP)
        form = driving.dialog()
        if time == "second":
            break
        yield from clicks.choose_scene(form)
        clicks.fill(form, "Model", "resources/models/olinda_landcover.onnx")
        yield 200
        yield from clicks.run(form)
    driving.grab(form, "form")
    assert clicks.field(form, "Model").text().endswith("olinda_landcover.onnx")
    assert form.messageBar().currentItem().text() == "Filled in as last time: Model"
    driving.push(form, "Defaults")
    yield 300
    assert clicks.field(form, "Model").text() == ""


driving.Driver(steps())
