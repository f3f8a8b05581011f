"""What a user should know about the backend when QGIS has started, with a way to mend it."""

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QPushButton

from .i18n import tr
from .places import RESOURCES, ROOT, profile_folder
from .runner import NoBackend
from .runner.interpreter import find_interpreter, outdated
from .settings import Settings

INSTALL = "releve:backend.install"


def backend_notice() -> str:
    """That the backend is missing or older than the plugin, or nothing."""
    try:
        interpreter = find_interpreter(Settings.load().interpreter, profile_folder(), ROOT)
    except NoBackend as error:
        return str(error)
    return outdated(interpreter, RESOURCES / "requirements")


def show_backend_notice(iface) -> None:
    """Show the notice in QGIS' message bar, with a button that opens the installing algorithm."""
    text = backend_notice()
    if not text:
        return
    bar = iface.messageBar()
    item = bar.createMessage("Relevé", text)
    button = QPushButton(tr("Install…"))
    button.clicked.connect(_open_installer)
    item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)


def _open_installer() -> None:
    import processing  # QGIS' own, which is a plugin itself: it is there once QGIS has started

    processing.execAlgorithmDialog(INSTALL)
