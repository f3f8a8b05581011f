"""The fitted sheets of a set, warped one after the other into a folder."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ....errors import Cancelled, OutputError, ReleveError
from ....jobs import Context
from ....jobs.inner import InnerJob
from ....jobs.ledger import Ledger, Row
from ....language import tr
from ....raster.files import files_of
from ....raster.reference_systems import crs_of
from ...fitting.units import metres_per_unit
from ...points.transforming import in_crs
from ...warping.warp_job import JOB as WARP
from .sheet_results import SheetResult

if TYPE_CHECKING:
    from .batch_job import Request

DIGITS = 3
"""Of a pixel size that nobody chose: enough not to enlarge a sheet that can be seen."""
UNSAFE = re.compile(r'[\\/:*?"<>|]')
"""What a file's name cannot hold on every system."""
MOST = 0.98
"""Of the work; the rest is the report."""


def warp_all(
    results: Sequence[SheetResult], request: Request, context: Context, folder: Path, *, start: float
) -> list[SheetResult]:
    """Warp the sheets that are fitted and have an image.

    Raises
    ------
    OutputError
        Nothing can be written into the folder, or files that no batch has written stand there.
    """
    ledger = Ledger(folder)
    ledger.require_free(_file(result) for result in results if _can_be_warped(result))
    pixel_size = request.pixel_size or common_pixel_size(results, request.target_crs)
    share = (MOST - start) / len(results)
    done = []
    for place, result in enumerate(results):
        if _can_be_warped(result):
            here = start + place * share
            sentence = tr("{number} of {count}: {name}")
            told = sentence.format(number=place + 1, count=len(results), name=result.sheet.name)
            context.progress(here, told)
            inputs = _inputs(result, request, pixel_size)
            result = _warped(result, inputs, context, ledger, again=request.again, start=here, share=share)
        done.append(result)
    return done


def _can_be_warped(result: SheetResult) -> bool:
    return result.fit is not None and result.sheet.image is not None


def common_pixel_size(results: Sequence[SheetResult], target_crs: str | None) -> float | None:
    """The median size of the sheets' pixels, in units of the CRS of the maps; None if these are several."""
    fitted = [(result.points, result.fit.georeference) for result in results if result.points and result.fit]
    systems = [crs_of(target_crs or points.crs) for points, _ in fitted]
    if not fitted or any(system != systems[0] for system in systems):
        return None
    points = in_crs(fitted[0][0], target_crs) if target_crs else fitted[0][0]
    unit = metres_per_unit(points.crs, points.enabled.ground.mean(axis=0))
    sizes = [georeference.pixel_size_m for _, georeference in fitted if georeference is not None]
    return float(f"{np.median(sizes) / unit[1]:.{DIGITS}g}")


def _inputs(result: SheetResult, request: Request, pixel_size: float | None) -> dict[str, Any]:
    sheet = result.sheet
    asked = {
        "sheet": sheet.image,
        "points": str(sheet.points),
        "crs": request.crs,
        "place": request.place,
        "method": request.method,
        "mask": sheet.cutline,
        "target_crs": request.target_crs,
        "pixel_size": pixel_size,
        "resampling": request.resampling,
    }
    return {name: value for name, value in asked.items() if value is not None}


def _file(result: SheetResult) -> str:
    return f"{UNSAFE.sub('_', result.sheet.name)}.tif"


def _warped(
    result: SheetResult,
    inputs: Mapping[str, Any],
    context: Context,
    ledger: Ledger,
    *,
    again: bool,
    start: float,
    share: float,
) -> SheetResult:
    """The sheet, warped now, kept from before, or failed."""
    file, name = _file(result), result.sheet.name
    warnings: list[str] = []

    def hear(event: dict[str, Any]) -> None:
        if event["event"] == "progress":
            context.progress(start + share * event["fraction"])
        elif event["event"] == "log" and event["level"] == "warning":
            warnings.append(event["message"])

    began = time.monotonic()
    try:
        with InnerJob(WARP, inputs, {"warped": ledger.folder / file}) as job:
            key = _key(job.open(context, hear).provenance(files_of), file)
            if not again and (row := ledger.find(name, key)):
                context.tell_file("results", file, kind="raster")
                return replace(result.warned(*row.warnings), outcome="kept", file=file)
            ledger.begin(name, key, [file])
            job.run(context)
    except (Cancelled, OutputError):
        raise
    except ReleveError as error:
        ledger.add(Row(name, "failed", reason=str(error), warnings=tuple(warnings)))
        return result.warned(*warnings).failed(str(error))
    context.tell_file("results", file, kind="raster")
    facts = {file: {"kind": "raster", "size": (ledger.folder / file).stat().st_size}}
    seconds = round(time.monotonic() - began, 2)
    ledger.add(Row(name, "done", key=key, seconds=seconds, warnings=tuple(warnings), files=facts))
    return replace(result.warned(*warnings), outcome="warped", file=file)


def _key(provenance: Mapping[str, Any], file: str) -> str:
    """Changes with the image, its points, a parameter, and the version of Relevé."""
    return hashlib.sha256(json.dumps([provenance, file], sort_keys=True).encode()).hexdigest()
