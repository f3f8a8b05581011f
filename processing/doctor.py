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

from .catalogue import all_jobs
from .errors import OutputError
from .jobs.cache import state
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
VARIABLES = (
    "RELEVE_CACHE", "RELEVE_CACHE_GB", "GDAL_CACHEMAX", "CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS",
    "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY",
)  # fmt: skip


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
    for secret in (r"[^\s/@]+@(?=\S)", r"\?\S+", r"\b(password|pwd|token|sig|key)=\S+"):
        text = re.sub(secret, "", text, flags=re.IGNORECASE)
    return text.replace(str(Path.home()), "~")


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
    yield Finding(tr("Graphics card"), cards or tr("none of NVIDIA's is ready"), remedy)


def _nvidia_cards() -> str:
    program = shutil.which("nvidia-smi")
    if program is None:
        return ""
    query = [program, "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"]
    try:
        told = subprocess.run(query, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return "; ".join(told.stdout.split("\n")).strip("; ")


def _folders() -> Iterable[Finding]:
    temporary = Path(tempfile.gettempdir())
    remedy = "" if os.access(temporary, os.W_OK) else tr("allow writing in {folder}").format(folder=temporary)
    yield Finding(tr("Temporary folder"), str(temporary), remedy)
    try:
        now = state()
    except OutputError as error:
        yield Finding(
            tr("Cache"), str(error), tr("make that folder writable, or name another with RELEVE_CACHE")
        )
        return
    fact = tr("{size:.1f} MB of at most {bound:.0f} MB").format(size=now.size / 1e6, bound=now.bound / 1e6)
    remedy = (
        "" if os.access(now.folder, os.W_OK) else tr("allow writing in {folder}").format(folder=now.folder)
    )
    yield Finding(tr("Cache"), f"{now.folder}, {fact}", remedy)


def _surroundings() -> Iterable[Finding]:
    for name in VARIABLES:
        if (value := os.environ.get(name)) is not None:
            yield Finding(name, value)
