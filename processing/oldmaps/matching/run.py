"""The job: from the names of a sheet and a reference to points, report and picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import rasterio

from ...errors import RasterError
from ...jobs import Context
from ...language import tr
from ...raster.files import files_of
from ...raster.reference_systems import crs_of, definition_of
from ..points.control_points import ControlPoint, ControlPoints
from ..sheets.sheet import Sheet, open_sheet
from .features import Matcher
from .matching import Matching, match_images
from .references import Reference, SheetImage, open_reference

if TYPE_CHECKING:
    from .match_job import Request


CACHE_BYTES = 192 << 20  # of GDAL: a row of tiles of two sheets of 20,000 px that are stored in strips


def match(request: Request, context: Context) -> None:
    """Match a sheet with its reference and write what was asked for.

    Raises
    ------
    RasterError
        The match failed and points were asked for; what tells why is written all the same.
    """
    crs = definition_of(request.crs) if request.crs else ""
    if crs:
        crs_of(crs)  # an unknown one is an error before the work, not after
    with (
        rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES),
        open_sheet(request.sheet) as sheet,
        open_reference(
            request.reference, extent=request.extent, side_px=max(sheet.width, sheet.height)
        ) as reference,
        _matcher(request, context) as matcher,
    ):
        for sentence in sheet.warnings:
            context.warn(sentence)

        def step(fraction: float) -> None:
            context.check()
            context.progress(fraction)

        image = SheetImage(sheet, sheet.window)
        matching = match_images(image, reference.image, matcher, cells=request.cells, step=step)
        points = placed(matching, reference, crs, sheet)
        _write(matching, points, image, reference, matcher, request, context)


@contextmanager
def _matcher(request: Request, context: Context) -> Iterator[Matcher]:
    if not request.model:
        from .sift import sift

        yield sift(context.check)
        return
    from .keypoint_models import open_matcher

    opened = open_matcher(
        request.model,
        card=request.card,
        providers=[name.strip() for name in request.provider.split(",")],
        threads=context.threads,
        allow_cpu_fallback=request.allow_cpu_fallback,
        check=context.check,
    )
    turn = nullcontext() if opened.session.provider == "cpu" else context.gpu_turn()
    with turn, context.on_cancel(opened.session.terminate):
        yield opened.matcher


def placed(matching: Matching, reference: Reference, crs: str, sheet: Sheet) -> ControlPoints:
    """The chosen pairs as control points, in ``crs`` or in the reference's own."""
    code = reference.crs.to_authority(min_confidence=100)
    stated = crs or (":".join(code) if code else reference.crs.to_wkt())
    chosen = matching.chosen
    ground = reference.ground(matching.reference[chosen], crs_of(stated))
    points = [
        ControlPoint(
            col=col,
            row=row,
            x=x,
            y=y,
            id=str(number),
            origin="matcher",
            sigma_px=sigma,
            confidence=confidence,
        )
        for number, ((col, row), (x, y), sigma, confidence) in enumerate(
            zip(
                matching.sheet[chosen].tolist(),
                ground.tolist(),
                matching.sigma_px[chosen].tolist(),
                matching.confidence[chosen].tolist(),
                strict=True,
            ),
            start=1,
        )
    ]
    return ControlPoints(points=tuple(points), crs=stated, sheet=sheet.title, size=sheet.size)


def _write(
    matching: Matching,
    points: ControlPoints,
    image: SheetImage,
    reference: Reference,
    matcher: Matcher,
    request: Request,
    context: Context,
) -> None:
    from .report import plain_values, verdict_sentence

    context.values.update(plain_values(matching))
    context.info(verdict_sentence(matching))
    _write_accounts(matching, points, image, reference, matcher, context)
    if matching.verdict == "failed" and context.output("points"):
        for name in ("report", "picture", "data"):
            context.put_in_place(name)
        raise RasterError(_why_failed(image.sheet.title, reference.title, matching))
    for sentence in matching.reasons:
        context.warn(sentence)
    if path := context.output("points"):
        from ..points.writing import write_points

        write_points(path, points)


def _why_failed(sheet: str, reference: str, matching: Matching) -> str:
    sentence = tr("{sheet} was not found on {reference}, so no points are written. {reasons}")
    return sentence.format(sheet=sheet, reference=reference, reasons=" ".join(matching.reasons))


def _write_accounts(
    matching: Matching,
    points: ControlPoints,
    image: SheetImage,
    reference: Reference,
    matcher: Matcher,
    context: Context,
) -> None:
    """Report, picture and data, as far as they are asked for."""
    from ...reports import render
    from .picture import match_picture
    from .report import match_data, match_report

    report, picture, data = (context.output(name) for name in ("report", "picture", "data"))
    png = match_picture(image, reference.image, matching) if report or picture else b""
    if picture:
        picture.write_bytes(png)
    provenance = context.provenance(files_of) if report or data else {}
    if report:
        names = image.sheet.title, reference.title
        render(
            report,
            match_report(
                matching, points, names=names, matcher=matcher.name, picture=png, provenance=provenance
            ),
        )
    if data:
        content = match_data(matching, matcher=matcher.name, provenance=provenance)
        data.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
