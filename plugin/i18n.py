"""The one way in which a sentence of the plugin reaches a user in their language."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "releve"


def tr(sentence: str) -> str:
    """The sentence in the language of QGIS, or as it stands where it has no translation."""
    return QCoreApplication.translate(CONTEXT, sentence) if sentence else ""


def language() -> str:
    """Two-letter code of the language that QGIS speaks."""
    application = QgsApplication.instance()
    # Started with ``--lang``, QGIS speaks another language than its settings say.
    return (application.translation() or application.locale())[:2].lower()


def load_translator(folder: Path) -> "QTranslator | None":
    """The translator of QGIS' language, installed, or None where there is none: then English it is.

    The caller keeps it and removes it with ``QCoreApplication.removeTranslator``.
    """
    translator = QTranslator()
    if not translator.load(str(folder / f"releve_{language()}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
