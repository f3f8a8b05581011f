from __future__ import annotations


def test_a_text_is_passed_as_it_is(ask):
    assert ask("text", " l'été, “déjà” ").value == " l'été, “déjà” "


def test_an_empty_text_is_absent(ask):
    assert ask("text", "", optional=True).inputs == {}
    assert ask("text", "").problem


def test_the_form_has_several_lines_where_the_job_asks_for_them(ask):
    assert ask("text", optional=True, multiline=True).definition.multiLine()
