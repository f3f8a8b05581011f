"""Relevé, seen by QGIS."""


def classFactory(iface):
    """The plugin, which QGIS starts by its ``initGui`` or, without a window, its ``initProcessing``."""
    from .plugin.main import RelevePlugin

    return RelevePlugin(iface)
