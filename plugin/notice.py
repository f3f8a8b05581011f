"""Offers to install the backend when something needs it, never before."""

from qgis.PyQt.QtWidgets import QMessageBox

from .algorithms.backend import current_interpreter
from .i18n import tr
from .runner import NoBackend

PAGE = "ReleveOptionsPage"
"""Name of our page among QGIS' options."""


def require_backend() -> None:
    """See that there is a backend; a window offers to install it, once, where there is none.

    To be called in the main thread, by whatever is about to use the backend.

    Raises
    ------
    NoBackend
        There is none.
    """
    from qgis.utils import iface  # read late: it is set when QGIS has a window

    try:
        current_interpreter()
    except NoBackend as error:
        if iface is not None:
            _offer(iface, str(error))
        raise


def open_installer() -> None:
    """Open QGIS' options at our page."""
    from qgis.utils import iface

    iface.showOptionsDialog(iface.mainWindow(), PAGE)


def _offer(iface, sentence: str) -> None:
    """A small window beside the work, with a button that opens our options."""
    box = QMessageBox(iface.mainWindow())
    box.setObjectName("ReleveOffer")
    box.setWindowTitle("Relevé")
    box.setIcon(QMessageBox.Icon.Information)
    box.setText(sentence)
    install = box.addButton(tr("Install…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Close)
    install.clicked.connect(open_installer)
    box.open()
