"""Register this checkout as `releve`, whatever its folder is called and whatever else is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


with suppress(ImportError):  # QGIS's Python has no hypothesis
    from hypothesis import settings

    settings.register_profile("patient", deadline=None)  # a busy computer is no failure
    settings.load_profile("patient")


def _register() -> None:
    # With the root on sys.path, `import processing` would find ours instead of QGIS's.
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    spec = spec_from_file_location("releve", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["releve"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["releve"])


_register()


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of this checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of real data, which is no part of the repository: what needs it is skipped without."""
    folder = Path(os.environ.get("RELEVE_TEST_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no test data in {folder}: RELEVE_TEST_DATA may name another folder")
    return folder


@pytest.fixture(scope="session")
def load_tool() -> Callable[[str], ModuleType]:
    """The module of a script in tools/, by its name."""

    def load(name: str) -> ModuleType:
        spec = spec_from_file_location(f"releve_tools_{name}", ROOT / "tools" / f"{name}.py")
        module = sys.modules[spec.name] = module_from_spec(spec)
        sys.path.insert(0, str(ROOT / "tools"))  # as when it is run: a script may use its neighbours
        try:
            spec.loader.exec_module(module)
        finally:
            sys.path.remove(str(ROOT / "tools"))
        return module

    return load
