"""Make a report for a client of the map."""

import clicks
import driving
from qgis.core import QgsProject


def steps():
    path = driving.FOLDER / "report.pdf"
    yield from clicks.map_scene()
    yield from clicks.open_form("Report for a client")
    form = driving.dialog()
    clicks.fill(form, "Title", "Land cover at Olinda")
    clicks.fill(form, "Report", str(path))
    driving.grab(form, "form")
    yield from clicks.run(form)
    assert path.read_bytes().startswith(b"%PDF")
    names = [layout.name() for layout in QgsProject.instance().layoutManager().layouts()]
    assert names == ["Land cover at Olinda"], names


driving.Driver(steps())
