from __future__ import annotations

from releve.plugin.docks.georeference.history import History, Step
from releve.plugin.docks.georeference.work import Work

ZERO, ONE, TWO = (Work(method=str(number)) for number in range(3))


def test_steps_are_undone_and_done_again_in_order():
    history = History()
    history.add(Step("one", ZERO, ONE))
    history.add(Step("two", ONE, TWO))
    assert (history.undo(), history.undo(), history.undo()) == (ONE, ZERO, None)
    assert (history.redo(), history.redo(), history.redo()) == (ONE, TWO, None)


def test_a_new_step_forgets_what_was_undone():
    history = History()
    history.add(Step("one", ZERO, ONE))
    history.undo()
    history.add(Step("two", ZERO, TWO))
    assert history.redoable is None
    assert history.undoable.text == "two"


def test_steps_of_one_key_are_one_unless_something_was_undone_between_them():
    history = History()
    history.add(Step("right", ZERO, ONE, key="sheet 1"))
    history.add(Step("right", ONE, TWO, key="sheet 1"))
    assert history.undo() == ZERO
    assert history.redo() == TWO
    history.undo()
    history.add(Step("right", ZERO, ONE, key="sheet 1"))
    assert history.undo() == ZERO
