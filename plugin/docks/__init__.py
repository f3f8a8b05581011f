"""The docks of Relevé. A dock named ``x`` is the class ``Panel`` of ``x/panel.py`` and one line here."""

from .dock import Dock

DOCKS: tuple[Dock, ...] = ()
