"""Map an image and open its report from the message bar."""

import clicks
import driving
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QPushButton


def steps():
    yield from clicks.map_scene()
    (group,) = [
        child for child in QgsProject.instance().layerTreeRoot().children() if hasattr(child, "findLayers")
    ][:1]
    driving.told["group"] = group.name()
    assert group.name() == "olinda_landcover, Olinda, Landsat 7"
    driving.told["layers"] = [node.name() for node in group.findLayers()]
    assert sorted(driving.told["layers"]) == ["Classes", "Confidence"]
    from releve.plugin.dialog import reports

    opened = []
    reports.open_file = opened.append  # a browser would cover the window
    bar = driving.iface.messageBar()
    driving.click(bar.findChild(QPushButton, "releveOpenReport"))
    yield lambda: opened
    assert opened[0].endswith(".html")
    driving.grab_screen("result")


driving.Driver(steps())
