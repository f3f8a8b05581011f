"""Turn the class map into polygons."""

import clicks
import driving


def steps():
    yield from clicks.map_scene()
    yield from clicks.open_form("Class raster to polygons")
    form = driving.dialog()
    yield from clicks.run(form)
    names = [name for name, _ in driving.layers()]
    assert names[0] == "Polygons", names
    assert driving.layers()[0][1] == "categorizedSymbol"
    driving.grab_screen("result")


driving.Driver(steps())
