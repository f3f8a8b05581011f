"""What a user may set, with its defaults, and what an administrator has decided for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QSettings, QStandardPaths

GROUP = "releve"
LOCKED = "locked"
DISABLED = "disabled"
DOES = dict.fromkeys(("inference.batch", "inference.repeat", "inference.preview"), "inference.map")
"""Job → the one whose work it does, with which it is disabled."""


@dataclass(frozen=True)
class Settings:
    """Each field is the key of the same name in the group ``releve`` of QGIS' settings.

    An administrator sets defaults for a whole machine under ``[releve]`` in QGIS' global settings file
    (``qgis_global_settings.ini``), and names those that nobody else may set in ``locked``. A value equal to
    the default is not stored, so that a later default holds.
    """

    interpreter: str = ""
    """Python of the backend; empty: the profile's own, then the checkout's ``.venv``."""
    base_python: str = ""
    """Python from which our own interpreter is made; empty: QGIS' own or the first suitable one on PATH."""
    backend_folder: str = ""
    """Folder in which it is made; empty: ours in the profile."""
    runtime: str = "cpu"
    """Variant of ONNX Runtime in our own interpreter: cpu, cuda, directml, openvino."""
    wheel_folder: str = ""
    """Folder of wheels to install from, without any network."""
    index_url: str = ""
    """Package index; empty: as pip's own settings say, else PyPI."""
    index_auth: str = ""
    """Authentication configuration of QGIS for the index; the password stays in QGIS' store."""
    models_folders: str = ""
    """More folders of models, one a line; variables such as ``$HOME`` count."""
    models_auth: str = ""
    """Authentication configuration of QGIS for indexes of models; the token stays in QGIS' store."""
    grace_s: float = 1.5
    """Seconds that a cancelled job has to end by itself, before it is killed."""

    @classmethod
    def load(cls) -> Settings:
        """The settings as they stand."""
        stored, machine, locked = QgsSettings(), _machine(), locked_names()
        found = {}
        for field in fields(cls):
            default = _value(machine, field.name, field.default)
            found[field.name] = default if field.name in locked else _value(stored, field.name, default)
        return cls(**found)

    def save(self) -> None:
        """Keep these settings."""
        stored, machine = QgsSettings(), _machine()
        for field in fields(self):
            stored.remove(_key(field.name))  # what is below shows again: the machine's value, or ours
            value = getattr(self, field.name)
            if value != _value(machine, field.name, field.default):
                stored.setValue(_key(field.name), value)


def locked_names() -> frozenset[str]:
    """Fields that the machine's settings alone decide."""
    return _names(LOCKED)


def is_disabled(name: str) -> bool:
    """Whether the machine's settings disable an algorithm or a job, by its id, such as ``model.fetch``.

    So is what would do the same work: a batch, a repetition and a preview of maps.
    """
    return not _names(DISABLED).isdisjoint((name, DOES.get(name, name)))


def _names(key: str) -> frozenset[str]:
    """A list in the machine's settings, where only an administrator writes."""
    value = _machine().value(_key(key), "")
    words = value if isinstance(value, list) else str(value or "").split(",")
    return frozenset(filter(None, (word.strip() for word in words)))


def _value(source: Any, name: str, default: Any) -> Any:
    return source.value(_key(name), default, type=type(default))


def _machine() -> QSettings:
    """The machine's settings alone. ``qgis_process`` of QGIS 3.22 does not read that file: we look for it."""
    path = QgsSettings.globalSettingsPath() or next(filter(os.path.isfile, _places()), "")
    found = QSettings(path, QSettings.Format.IniFormat)
    if set_codec := getattr(found, "setIniCodec", None):  # Qt 5; Qt 6 knows only UTF-8
        set_codec("UTF-8")
    return found


def _places() -> Iterator[str]:
    """Where QGIS looks for the machine's settings, the first that exists counts."""
    name = "qgis_global_settings.ini"
    yield os.environ.get("QGIS_GLOBAL_SETTINGS_FILE", "")
    for folder in QStandardPaths.standardLocations(QStandardPaths.StandardLocation.AppDataLocation):
        yield os.path.join(folder, name)
    yield os.path.join(QgsApplication.pkgDataPath(), "resources", name)


def _key(name: str) -> str:
    return f"{GROUP}/{name}"
