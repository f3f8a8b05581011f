"""The one way in which a sentence reaches a user in their language.

A process speaks to one user, so the language is a fact of the process: the worker and the command line set
it from the request or the environment. The sentences live in ``i18n/releve_<language>.ts``, the same file
that QGIS' translator is compiled from.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "i18n"
_current = "en"


def use_language(language: str) -> None:
    """Speak this language (``"fr"``, ``"fr_FR"``…) from now on; English where there is no translation."""
    global _current
    code = re.split("[-_.:]", language)[0].lower()
    _current = code if _path(code).is_file() else "en"


def current_language() -> str:
    """Two-letter code of the language spoken now."""
    return _current


def tr(sentence: str) -> str:
    """The sentence in the user's language, or as it stands where it has no translation.

    Examples
    --------
    >>> tr("{count} files").format(count=3)
    '3 files'
    """
    return sentence if _current == "en" else _sentences(_current).get(sentence, sentence)


def _path(language: str) -> Path:
    return _FOLDER / f"releve_{language}.ts"


@cache
def _sentences(language: str) -> dict[str, str]:
    from xml.etree import ElementTree  # only where another language than English is asked for

    messages = ElementTree.parse(_path(language)).iter("message")
    return {m.findtext("source", ""): text for m in messages if (text := m.findtext("translation"))}
