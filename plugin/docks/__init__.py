"""The docks of Relevé. A dock named ``x`` is the class ``Panel`` of ``x/panel.py`` and one line here."""

from ..i18n import tr
from .dock import Dock

DOCKS: tuple[Dock, ...] = (Dock("models", lambda: tr("Relevé: models"), icon="model"),)
