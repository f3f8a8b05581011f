"""The examples in docstrings run and give what they say."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

from releve import processing

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(processing.__path__, processing.__name__ + ".")
    if not module.name.endswith(".__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name):
    failed, _ = doctest.testmod(
        import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    )
    assert failed == 0
