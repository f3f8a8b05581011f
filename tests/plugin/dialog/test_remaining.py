from __future__ import annotations

import pytest

from releve.plugin.dialog.remaining import Remaining, in_words


def told(pace, *, step_s=1.0, until=1.0):
    """What is told each second of a work whose share done is ``pace(seconds)``."""
    remaining, seconds, found = Remaining(100.0), 0.0, []
    while pace(seconds) < until:
        found.append(remaining.seconds(pace(seconds), 100.0 + seconds))
        seconds += step_s
    return found


def test_nothing_is_told_before_anything_can_be_known():
    remaining = Remaining(0.0)
    assert remaining.seconds(0.5, 1.0) is None
    assert remaining.seconds(0.001, 60.0) is None
    assert remaining.seconds(1.0, 60.0) is None


def test_a_steady_work_of_two_minutes_is_told_right_from_the_start():
    found = told(lambda seconds: seconds / 120)
    assert found[60] == pytest.approx(60)
    assert [one for one in found if one is not None] == sorted(filter(None, found), reverse=True)


def test_what_comes_in_jerks_still_counts_down():
    found = [one for one in told(lambda seconds: seconds // 10 * 10 / 120) if one is not None]
    assert found == sorted(found, reverse=True)


def test_a_work_that_becomes_three_times_as_slow_is_told_so():
    found = told(lambda seconds: seconds / 120 if seconds < 40 else 1 / 3 + (seconds - 40) / 360)
    assert found[39] == pytest.approx(81, rel=0.05)
    assert max(found[60:120]) > 85  # at 60 s, really 220 are left; a straight line from the start says 98
    assert found[-1] < 30


def test_a_work_that_becomes_faster_is_done_sooner():
    found = told(lambda seconds: seconds / 300 if seconds < 60 else 0.2 + (seconds - 60) / 60)
    assert found[-1] < 15


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "about 5 s left"),
        (41, "about 45 s left"),
        (61, "about 2 min left"),
        (179, "about 3 min left"),
        (3600 * 2 + 60 * 13, "about 2 h 10 min left"),
    ],
)
def test_it_is_said_as_coarsely_as_it_is_known(seconds, words):
    assert in_words(seconds) == words
