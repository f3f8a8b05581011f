"""The environment variables a backend process gets: QGIS' own, without what belongs to QGIS alone.

A library of the backend's interpreter that finds QGIS' PROJ or GDAL data reads a database of another version
and builds no CRS; QGIS' Python variables make the child load the wrong standard library.
"""

import os
import sys
from collections.abc import Mapping, Sequence

REMOVED = frozenset(
    [
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONEXECUTABLE",
        "PYTHONUSERBASE",
        "PYTHONSTARTUP",
        "__PYVENV_LAUNCHER__",
        "VIRTUAL_ENV",
        "PROJ_LIB",
        "PROJ_DATA",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "DYLD_LIBRARY_PATH",
        "DYLD_INSERT_LIBRARIES",
        "QT_PLUGIN_PATH",
        "QGIS_PREFIX_PATH",
        "QGIS_PLUGINPATH",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
    ]
)
REMOVED_ON_WINDOWS = ("GISBASE", "PDAL_DRIVER_PATH", "GRASS_")
CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def cleaned(environment: Mapping[str, str], *, qgis_folders: Sequence[str] = ()) -> dict[str, str]:
    """A copy of ``environment`` for the backend; proxies, ``CUDA_VISIBLE_DEVICES``, ``AWS_*`` stay.

    ``qgis_folders`` are those of a bundled QGIS (Windows, macOS): their entries leave PATH, and certificate
    stores in them are dropped, while a company's own store stays.
    """
    kept = {name: value for name, value in environment.items() if not _belongs_to_qgis(name)}
    for name in CERTIFICATES:
        if name in kept and (not os.path.exists(kept[name]) or _inside(kept[name], qgis_folders)):
            del kept[name]
    if "PATH" in kept:
        entries = kept["PATH"].split(os.pathsep)
        kept["PATH"] = os.pathsep.join(entry for entry in entries if not _inside(entry, qgis_folders))
    return kept


def _belongs_to_qgis(name: str) -> bool:
    return name in REMOVED or (sys.platform == "win32" and name.startswith(REMOVED_ON_WINDOWS))


def _inside(path: str, folders: Sequence[str]) -> bool:
    place = os.path.normcase(os.path.abspath(path))
    return any(place.startswith(os.path.normcase(os.path.abspath(folder)) + os.sep) for folder in folders)
