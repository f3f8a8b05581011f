from __future__ import annotations

import pytest

from releve.plugin.installer.alone import alone
from releve.plugin.installer.removal import remove_environment
from releve.plugin.runner import BackendError


def test_nothing_is_left(installed):
    catalogue = installed.environment.with_name("catalogue.json")
    catalogue.touch()
    for folder in (installed.part, installed.old, installed.scratch, installed.cache):
        folder.mkdir()
    assert len(remove_environment(installed, [catalogue])) == 6
    assert not installed.environment.parent.exists()


def test_what_is_not_ours_stays(installed):
    model = installed.environment.with_name("model.onnx")
    model.touch()
    remove_environment(installed)
    assert list(installed.environment.parent.iterdir()) == [model]


def test_there_may_be_nothing_to_remove(place):
    assert remove_environment(place) == []


def test_not_while_it_is_being_installed(installed):
    with alone(installed.lock), pytest.raises(BackendError, match="is installing"):
        remove_environment(installed)
    assert installed.environment.exists()
