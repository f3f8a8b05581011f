"""The one way in which a sentence of the plugin reaches a user in their language."""

from math import isfinite
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


def number(text: str) -> "float | None":
    """The number that a person writes, with a point or the decimal sign of QGIS' language; else None.

    Spaces may group digits, and nothing else: to one reader 1.234 is four digits long, to another one and a
    bit.
    """
    try:
        value = float("".join(text.split()).replace(str(locale().decimalPoint()), "."))
    except ValueError:
        return None
    return value if isfinite(value) else None


def load_translator(folder: Path) -> "QTranslator | None":
    """The translator of QGIS' language, installed, or None where there is none: then English it is.

    The caller keeps it and removes it with ``QCoreApplication.removeTranslator``.
    """
    translator = QTranslator()
    if not translator.load(str(folder / f"releve_{language()}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
