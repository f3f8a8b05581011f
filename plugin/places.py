"""Where things are: the plugin's own files, and ours in the user's profile."""

from pathlib import Path

from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"


def profile_folder() -> Path:
    """Our folder in the user's profile; it may not exist yet."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "releve"


def icon_path(name: str) -> str:
    """Path of one of our icons."""
    return str(RESOURCES / "icons" / f"{name}.svg")
