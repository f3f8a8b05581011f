"""What is wrong with this installation, and how to mend it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from .catalogue import all_jobs
from .jobs.cache import state
from .jobs.runs import cache_root
from .language import tr
from .version import version

PACKAGES = (
    "numpy",
    "rasterio",
    "onnxruntime",
    "onnx",
    "pyproj",
    "shapely",
    "geopandas",
    "pyogrio",
    "pyarrow",
)
RUNTIMES = ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnxruntime-openvino")
VARIABLES = ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA", "GDAL_CACHEMAX", "CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS")
PROXIES = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")


@dataclass(frozen=True)
class Finding:
    """One fact; ``remedy`` is empty where nothing is wrong."""

    name: str
    fact: str
    remedy: str = ""


def examine() -> tuple[str, bool]:
    """A report in lines, and whether all is well."""
    checks: tuple[Callable[[], Iterable[Finding]], ...] = (
        _interpreter,
        _packages,
        _providers,
        _folders,
        _surroundings,
    )
    findings = [finding for check in checks for finding in check()]
    lines = [f"Relevé {version()}"]
    for finding in findings:
        lines.append(f"{'✗' if finding.remedy else '✓'} {finding.name}: {finding.fact}")
        lines += [f"    → {finding.remedy}"] if finding.remedy else []
    return "\n".join(lines), not any(finding.remedy for finding in findings)


def mask(text: str) -> str:
    """The report without the home folder and without the secrets that an address may hold."""
    return re.sub(r"\w+://\S+", _without_secret, text).replace(str(Path.home()), "~")


def _without_secret(address: re.Match[str]) -> str:
    parts = urlsplit(address[0])
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=""))


def _interpreter() -> Iterable[Finding]:
    yield Finding(tr("Interpreter"), f"{sys.executable} ({platform.python_version()}, {platform.platform()})")
    yield Finding(tr("Jobs"), ", ".join(all_jobs()))


def _packages() -> Iterable[Finding]:
    for name in PACKAGES:
        if name != "onnxruntime" and (found := _version_of(name)) is None:
            yield Finding(name, tr("is not installed"), tr("make the backend again: make backend"))
        elif name != "onnxruntime":
            yield Finding(name, str(found))
    runtimes = [f"{name} {found}" for name in RUNTIMES if (found := _version_of(name))]
    remedy = tr("keep one runtime and remove the others: they share their files") if len(runtimes) > 1 else ""
    if not runtimes:
        remedy = tr("make the backend again: make backend")
    yield Finding("ONNX Runtime", ", ".join(runtimes) or tr("is not installed"), remedy)


def _version_of(package: str) -> str | None:
    try:
        return installed_version(package)
    except PackageNotFoundError:
        return None


def _providers() -> Iterable[Finding]:
    try:
        from .models.providers import available_providers
    except ImportError as error:
        yield Finding(tr("Execution providers"), str(error), tr("make the backend again: make backend"))
        return
    providers = available_providers()
    yield Finding(tr("Execution providers"), ", ".join(providers))
    cards = _nvidia_cards()
    unused = bool(cards) and "cuda" not in providers
    remedy = tr("install the CUDA variant of the backend to use it") if unused else ""
    yield Finding(tr("Graphics card"), cards or tr("none of NVIDIA's was found"), remedy)


def _nvidia_cards() -> str:
    program = shutil.which("nvidia-smi")
    if program is None:
        return ""
    query = [program, "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"]
    told = subprocess.run(query, capture_output=True, text=True, timeout=20, check=False)
    return "; ".join(told.stdout.split("\n")).strip("; ")


def _folders() -> Iterable[Finding]:
    for name, folder in ((tr("Cache"), cache_root()), (tr("Temporary folder"), Path(tempfile.gettempdir()))):
        writable = os.access(folder, os.W_OK)
        yield Finding(
            name, str(folder), "" if writable else tr("allow writing in {folder}").format(folder=folder)
        )
    now = state()
    fact = tr("{size:.1f} MB of at most {bound:.0f} MB").format(size=now.size / 1e6, bound=now.bound / 1e6)
    yield Finding(tr("Cached blocks"), fact)


def _surroundings() -> Iterable[Finding]:
    for name in (*VARIABLES, *PROXIES):
        value = os.environ.get(name)
        if value is None:
            continue
        foreign = name in {"PROJ_LIB", "PROJ_DATA", "GDAL_DATA"}
        remedy = (
            tr("remove {name} from the environment: it points another program's data at ours")
            if foreign
            else ""
        )
        yield Finding(name, value, remedy.format(name=name))
