"""The only way in: registers ``releve`` from its own folder, wherever that is, and runs a command.

Started as ``python -I -X utf8 <folder>/processing/__main__.py``: with ``-I`` neither the working folder nor
``PYTHONPATH`` is looked at, so nothing has to be installed.
"""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def _register(root: Path) -> None:
    spec = spec_from_file_location("releve", root / "__init__.py", submodule_search_locations=[str(root)])
    if spec is None or spec.loader is None:
        raise SystemExit(f"{root} is not Relevé's folder: __init__.py is missing, install it again")
    sys.modules["releve"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["releve"])


# Where another program's PROJ and GDAL find their data: ours bring their own, of another version.
FOREIGN = ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA", "GDAL_DRIVER_PATH")
# OpenBLAS' threads spin while they wait for each other: beside other work, the fit of 100 points that a dock
# waits for took 1.2 s instead of 0.05. Jobs that are worth several threads start their own.
BLAS_THREADS = ("OPENBLAS_NUM_THREADS", "1")

if __name__ in {"__main__", "__mp_main__"}:  # the second in the children of a spawning pool
    sys.path[:] = [entry for entry in sys.path if Path(entry).resolve() != Path(__file__).resolve().parent]
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ.setdefault(*BLAS_THREADS)
    _register(Path(__file__).resolve().parents[1])
    __package__ = "releve.processing"

if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        from .worker import main
    else:
        from .cli import main
    sys.exit(main())
