from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("value", "meant"), [(True, True), ("false", False), (0, False), ("1", True), ("NO", False)]
)
def test_yes_and_no_have_many_spellings(ask, value, meant):
    assert ask("boolean", value).value is meant


def test_an_absent_answer_is_left_to_the_backend(ask):
    assert ask("boolean", default=True).inputs == {}
    assert ask("boolean", optional=True).inputs == {}


def test_anything_else_is_refused_rather_than_taken_for_yes(ask):
    assert "found perhaps, true or false is needed" in ask("boolean", "perhaps").problem
