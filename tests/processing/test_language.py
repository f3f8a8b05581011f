from __future__ import annotations

import pytest

from releve.processing.language import current_language, tr, use_language


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("fr", "fr"),
        ("fr_CA.UTF-8", "fr"),
        ("fr:en", "fr"),
        ("en_GB", "en"),
        ("C", "en"),
        ("", "en"),
        ("tlh", "en"),
    ],
)
def test_a_language_without_translation_is_english(asked, spoken):
    use_language(asked)
    assert current_language() == spoken


def test_a_sentence_without_translation_stays_as_it_is():
    use_language("fr")
    assert tr("cancelled") == "annulé"
    assert tr("nobody has translated this") == "nobody has translated this"
