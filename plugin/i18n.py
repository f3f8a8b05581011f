"""The one way in which a sentence of the plugin reaches a user in their language."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "releve"


def tr(sentence: str) -> str:
    """The sentence in the language of QGIS, or as it stands where it has no translation."""
    return QCoreApplication.translate(CONTEXT, sentence) if sentence else ""


def language() -> str:
    """Two-letter code of the language that QGIS speaks."""
    application = QgsApplication.instance()
    # Started with ``--lang``, QGIS speaks another language than its settings say.
    return (application.translation() or application.locale())[:2].lower()


def locale() -> QLocale:
    """How dates and numbers are written in the language that QGIS speaks."""
    return QLocale(language())


def decimal(value: float, spec: str) -> str:
    """A number as ``format`` writes it, with the decimal sign of QGIS' language."""
    return format(value, spec).replace(".", str(locale().decimalPoint()))


def load_translator(folder: Path) -> "QTranslator | None":
    """The translator of QGIS' language, installed, or None where there is none: then English it is.

    The caller keeps it and removes it with ``QCoreApplication.removeTranslator``.
    """
    translator = QTranslator()
    if not translator.load(str(folder / f"releve_{language()}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
