"""Shows a model's card. Nothing in it is loaded from elsewhere, no link is followed."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QTextBrowser

from ...i18n import tr
from .card_text import PICTURE, card_html
from .entries import Entry
from .swatches import thumbnail

SIDE_PX = 240


class CardView(QTextBrowser):
    """The card of one model at a time."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Card of the model"))
        self.setTabChangesFocus(True)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a model's card, or nothing."""
        self.clear()
        if entry is None:
            return
        if entry.thumbnail:
            kind = int(QTextDocument.ResourceType.ImageResource)
            self.document().addResource(kind, QUrl(PICTURE), thumbnail(entry.thumbnail, SIDE_PX))
        self.setHtml(card_html(entry))

    def loadResource(self, kind, name):
        # Asked for what the document was not given: a card that names a file or an address gets neither.
        return None
