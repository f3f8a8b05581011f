"""What a user may set, with its defaults, and what an administrator has decided for them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsSettings

GROUP = "releve"
LOCKED = "locked"
DISABLED = "disabled"


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
            source = machine if field.name in locked else stored
            found[field.name] = source.value(_key(field.name), field.default, type=type(field.default))
        return cls(**found)

    def save(self) -> None:
        """Keep these settings."""
        stored = QgsSettings()
        for field in fields(self):
            stored.remove(_key(field.name))  # what is below shows again: the machine's value, or ours
            value = getattr(self, field.name)
            if stored.value(_key(field.name), field.default, type=type(field.default)) != value:
                stored.setValue(_key(field.name), value)


def locked_names() -> frozenset[str]:
    """Fields that the machine's settings alone decide."""
    return _names(LOCKED)


def is_disabled(name: str) -> bool:
    """Whether the machine's settings disable an algorithm or a job, by its id, such as ``model.fetch``."""
    return name in _names(DISABLED)


def _names(key: str) -> frozenset[str]:
    """A list in the machine's settings, where only an administrator writes."""
    value = _machine().value(_key(key), "")
    words = value if isinstance(value, list) else str(value or "").split(",")
    return frozenset(filter(None, (word.strip() for word in words)))


def _machine() -> QgsSettings:
    """The machine's settings alone: no user has any under this name."""
    return QgsSettings(GROUP, "machine")


def _key(name: str) -> str:
    return f"{GROUP}/{name}"
