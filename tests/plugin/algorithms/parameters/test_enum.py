from __future__ import annotations

import pytest

from releve.plugin.i18n import tr

CHOICES = {"crop": "Crop the margin", "blend": "Blend the overlap"}


@pytest.mark.parametrize("value", ["blend", 1, "1", "Blend the overlap"])
def test_a_choice_is_meant_by_key_number_or_label(ask, value):
    assert ask("enum", value, choices=CHOICES).value == "blend"


def test_a_number_of_a_form_is_a_place_even_where_keys_look_like_numbers(ask):
    assert ask("enum", 0, choices={"1": "One", "0": "None"}).value == "1"


def test_an_absent_choice_is_left_to_the_backend(ask):
    answer = ask("enum", choices=CHOICES, default="blend")
    assert answer.inputs == {}
    assert answer.definition.defaultValue() == 1


@pytest.mark.parametrize("value", ["mirror", 2, "-1", ""])
def test_an_unknown_choice_is_refused_with_the_keys(ask, value):
    problem = ask("enum", value, choices=CHOICES).problem
    assert "one of crop, blend is needed" in problem or problem.endswith("is missing: give it a value")


@pytest.mark.parametrize("value", ["crop,blend", "crop; blend", [0, 1], ["crop", "blend"], "0,1"])
def test_several_choices_are_a_list_of_keys(ask, value):
    assert ask("enum", value, choices=CHOICES, many=True).value == ["crop", "blend"]


def test_one_wrong_choice_among_several_is_named(ask):
    assert (
        "found mirror, one of crop, blend" in ask("enum", "crop,mirror", choices=CHOICES, many=True).problem
    )


def test_defaults_of_several_are_numbers_in_the_form(ask):
    assert ask("enum", choices=CHOICES, many=True, default=["blend"]).definition.defaultValue() == [1]


def test_the_form_shows_labels_and_help_advertises_what_is_accepted(ask):
    definition = ask("enum", choices=CHOICES, optional=True).definition
    assert definition.options() == [tr(label) for label in CHOICES.values()]
    assert definition.usesStaticStrings() is False
