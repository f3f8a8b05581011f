"""Where things are: the plugin's own files, and ours in the user's profile."""

import os
from pathlib import Path

from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"


def profile_folder() -> Path:
    """Our folder in the user's profile; it may not exist yet."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "releve"


def backend_folder(chosen: str = "") -> Path:
    """Folder around the backend's environment: the one chosen, in which variables count, or ours."""
    return (
        Path(os.path.expandvars(os.path.expanduser(chosen.strip()))) if chosen.strip() else profile_folder()
    )


def icon_path(name: str) -> str:
    """Path of one of our icons."""
    return str(RESOURCES / "icons" / f"{name}.svg")
