"""The docks of Relevé. A dock named ``x`` is one line here and the class ``Panel`` of ``x/panel.py``."""

from ..i18n import tr
from .dock import Dock

DOCKS: tuple[Dock, ...] = (
    Dock("models", lambda: tr("Relevé: models"), icon="model"),
    Dock("georeference", lambda: tr("Relevé: georeference"), icon="georeference"),
    Dock("runs", lambda: tr("Relevé: runs"), icon="runs"),
)
