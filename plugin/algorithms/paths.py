"""Texts that name a file, a URL or something that GDAL opens."""

import os
import re

from ..i18n import tr

_SERVICE = re.compile(r"(?:[\w:.-]+(?:=[^&]*)?&)*url=", re.IGNORECASE)
_FOR_QGIS_ALONE = re.compile(r"(?:^|&)(?:(?:authcfg|username|password)=.|type=(?!xyz(?:&|$)))", re.IGNORECASE)
# Two letters at least before the colon: "C:\\map.tif" is a path.
_GDAL_NAME = re.compile(r"/vsi|[A-Za-z][A-Za-z0-9_+]+:")


def opened_by_gdal(text: str) -> bool:
    """Whether a text is a name for GDAL rather than a path: ``/vsicurl/…``, ``NETCDF:"…":rain``, a URL."""
    return _GDAL_NAME.match(text) is not None


def is_service(text: str) -> bool:
    """Whether a text is the source of a layer of tiles or maps: ``type=xyz&url=…``."""
    return _SERVICE.match(text) is not None


def is_readable_service(text: str) -> bool:
    """Whether the backend can read this source: XYZ tiles, a WMS or a WMTS, without a password of QGIS'."""
    return is_service(text) and _FOR_QGIS_ALONE.search(text) is None


def missing(text: str) -> str:
    """What is wrong with a path that does not exist, or nothing; what follows a ``|`` is not of the path."""
    path = text.partition("|")[0]
    if opened_by_gdal(path) or os.path.exists(path):
        return ""
    return tr("{path} does not exist: correct the path").format(path=path)


def absolute(text: str) -> str:
    """A path made absolute; a name for GDAL as it stands."""
    path, bar, rest = text.partition("|")
    return text if opened_by_gdal(path) else os.path.abspath(path) + bar + rest
