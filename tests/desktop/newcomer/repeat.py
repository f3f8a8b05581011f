"""Repeat a run from the list of runs, and load its layers again."""

import clicks
import driving
from qgis.core import QgsProject


def steps():
    yield from clicks.map_scene()
    yield from clicks.open_dock("Runs")
    panel = clicks.dock("Runs").widget()
    assert panel.current().outcome == "done"
    driving.grab_screen("runs")
    clicks.push_named(panel, "releveRunsRepeat")
    yield driving.dialog
    form = driving.dialog()
    yield 500
    driving.grab(form, "form")
    assert form.messageBar().currentItem().text().startswith("As in the run of")
    yield from clicks.run(form)
    runs = panel._runs.read()
    assert [one.outcome for one in runs] == ["done", "done"]
    assert runs[0].inputs == runs[1].inputs
    before = len(QgsProject.instance().mapLayers())
    clicks.push_named(panel, "releveRunsLayers")
    yield lambda: len(QgsProject.instance().mapLayers()) == before + 2
    driving.grab_screen("result")


driving.Driver(steps())
