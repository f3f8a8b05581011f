"""What a user may set, with its defaults."""

from dataclasses import dataclass, fields

from qgis.core import QgsSettings

GROUP = "releve"


@dataclass(frozen=True)
class Settings:
    """Each field is the key of the same name in the group ``releve`` of QGIS' settings.

    An administrator sets defaults for a whole machine under ``[releve]`` in QGIS' global settings file
    (``qgis_global_settings.ini``). A value equal to the default is not stored, so that a later default holds.
    """

    interpreter: str = ""
    """Python of the backend; empty: the profile's own, then the checkout's ``.venv``."""
    base_python: str = ""
    """Python from which the profile's own interpreter is made; empty: the first suitable one on PATH."""
    runtime: str = "cpu"
    """Variant of ONNX Runtime in the profile's own interpreter: cpu, cuda, directml, openvino."""
    grace_s: float = 1.5
    """Seconds that a cancelled job has to end by itself, before it is killed."""

    @classmethod
    def load(cls) -> "Settings":
        """The settings as they stand."""
        stored = QgsSettings()
        return cls(
            **{f.name: stored.value(_key(f.name), f.default, type=type(f.default)) for f in fields(cls)}
        )

    def save(self) -> None:
        """Keep these settings."""
        stored = QgsSettings()
        for field in fields(self):
            stored.remove(_key(field.name))  # what is below shows again: the machine's value, or ours
            value = getattr(self, field.name)
            if stored.value(_key(field.name), field.default, type=type(field.default)) != value:
                stored.setValue(_key(field.name), value)


def _key(name: str) -> str:
    return f"{GROUP}/{name}"
