"""A run of `oldmaps.mosaic`: from a set of warped sheets to one map."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ....errors import BandError, RequestError, VectorError
from ....jobs import Context
from ....language import tr
from ....raster.cell_sizes import CellSizes
from ....raster.cogs import PROVENANCE_TAG
from ....raster.grids import Grid
from ....raster.reading import CACHE_BYTES
from ....raster.reference_systems import crs_of
from ....raster.sources import open_raster, short_name
from ....raster.writing import RasterSpec
from ....reports import Block, Column, Facts, Heading, Report, Table, Warning, render
from ....reports.data import write_table
from ...sheets.colours import colours_of
from ..sets.origin import origin_of
from ..sets.sheet import Sheet, key_of
from ..sets.sheet_set import listed, read_sheets
from ..sets.where import SetOfSheets
from .cutlines import coverage, read_cutlines
from .layers import Layer, layer_on, mosaic_grid
from .mosaicking import Shares, lay

if TYPE_CHECKING:
    from .mosaic_job import Request

LITTLE = 1e-9
"""Share of the ground below which cutlines meet but for rounding."""


def run_mosaic(request: Request, context: Context) -> None:
    """Lay the sheets, and write what was asked for.

    Raises
    ------
    ReleveError
        There is no sheet, one cannot be read or does not fit, or the mosaic cannot be written.
    """
    import rasterio

    found = read_sheets(SetOfSheets(folder=request.folder, table=request.table)).having("image")
    path = context.output("mosaic")
    assert path is not None  # it is required
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), ExitStack() as stack:
        sheets, datasets = _opened(in_order(found.sheets, request.order), request, stack)
        context.keep([str(sheet.image) for sheet in sheets])
        grid = mosaic_grid(datasets)
        remarks = list(found.remarks)
        cut = _cutlines(request, sheets, grid, remarks)
        made = [
            layer_on(grid, sheet.name, dataset, cut.get(sheet.name), stack)
            for sheet, dataset in zip(sheets, datasets, strict=True)
        ]
        layers = [layer for layer in made if layer is not None]
        _tell_of_cut_away([sheet.name for sheet in sheets], layers, remarks)
        spec = _spec(datasets, origin_of(context, sheets, "image"))
        shares = lay(
            layers, spec, grid, path,
            scratch=context.scratch, threads=context.threads, check=context.check, progress=context.progress,
        )  # fmt: skip
    _tell(shares, layers, remarks, grid, context)


def in_order(sheets: Sequence[Sheet], order: str | None) -> list[Sheet]:
    """The sheets from the uppermost down.

    Raises
    ------
    RequestError
        One is named that is not there.
    """
    names = [key_of(name) for name in (order or "").split(";") if name.strip()]
    known = {key_of(sheet.name) for sheet in sheets}
    if unknown := [name for name in names if name not in known]:
        sentence = tr("There is no sheet {names} in the set, which has {known}.")
        told = listed([sheet.name for sheet in sheets])
        raise RequestError(sentence.format(names=", ".join(unknown), known=told))

    def place(sheet: Sheet) -> tuple[int, float]:
        key = key_of(sheet.name)
        return names.index(key) if key in names else len(names), -sheet.z

    return sorted(sheets, key=place)


def _opened(
    sheets: Sequence[Sheet], request: Request, stack: ExitStack
) -> tuple[Sequence[Sheet], Sequence[Any]]:
    """The sheets and their rasters, without the mosaics that were made into their folder.

    Raises
    ------
    RequestError
        The folder holds nothing else.
    """
    opened = [(sheet, stack.enter_context(open_raster(str(sheet.image)))) for sheet in sheets]
    kept = [one for one in opened if request.table or not _is_mosaic(one[1])]
    if not kept:
        sentence = tr("{folder} holds mosaics alone: choose the folder of the warped sheets.")
        raise RequestError(sentence.format(folder=request.folder))
    return [sheet for sheet, _ in kept], [dataset for _, dataset in kept]


def _is_mosaic(dataset: Any) -> bool:
    """Whether a raster is itself a mosaic."""
    told = dataset.tags().get(PROVENANCE_TAG)
    return bool(told) and json.loads(told).get("job") == "oldmaps.mosaic"


def _cutlines(request: Request, sheets: Sequence[Sheet], grid: Grid, remarks: list[str]) -> dict[str, Any]:
    """Name of a sheet → its cutline; what overlaps among them, and sheets without one, are told."""
    if not request.cutlines:
        return {}
    assert grid.crs is not None  # sheets without one are refused
    cut = read_cutlines(request.cutlines, [sheet.name for sheet in sheets], crs_of(grid.crs.to_wkt()))
    if without := [sheet.name for sheet in sheets if sheet.name not in cut]:
        remarks.append(tr("Without a cutline, and shown whole: {names}.").format(names=listed(without)))
    shared = coverage(list(cut.values()))
    if shared.overlap > LITTLE * shared.area or shared.holes > LITTLE * shared.area:
        sentence = tr(
            "The cutlines overlap by {overlap:.6g} and leave {holes:.6g} bare among them, in square units of "
            "the map: where they overlap the upper sheet is shown."
        )
        remarks.append(sentence.format(overlap=shared.overlap, holes=shared.holes))
    return cut


def _tell_of_cut_away(names: Sequence[str], layers: Sequence[Layer], remarks: list[str]) -> None:
    shown = {layer.name for layer in layers}
    gone = [name for name in names if name not in shown]
    if not shown:
        sentence = tr(
            "The cutlines lie beside the sheets and show nothing of them: check the CRS of the layer."
        )
        raise VectorError(sentence)
    if gone:
        sentence = tr("Not shown, since their cutlines lie beside them: {names}.")
        remarks.append(sentence.format(names=listed(gone)))


def _spec(datasets: Sequence[Any], origin: dict[str, Any]) -> RasterSpec:
    """Bands and dtype of the mosaic: in colour if one sheet is.

    Raises
    ------
    BandError
        The sheets are of several dtypes, or of one that holds no picture.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for dataset in datasets:
        found[colours_of(dataset).dtype].append(short_name(dataset.name))
    if len(found) > 1 or not found.keys() <= {"uint8", "uint16"}:
        sentence = tr("The sheets have values of {found}: a mosaic needs uint8 alone, or uint16 alone.")
        told = "; ".join(f"{dtype} ({listed(names)})" for dtype, names in sorted(found.items()))
        raise BandError(sentence.format(found=told))
    colours = max(len(colours_of(dataset).bands) for dataset in datasets)
    told = json.dumps(origin, ensure_ascii=False, sort_keys=True)
    return RasterSpec(
        name="mosaic", dtype=next(iter(found)), nodata=0, kind="picture", bands=("",) * (colours + 1),
        tags={PROVENANCE_TAG: told},
    )  # fmt: skip


def _tell(
    shares: Shares, layers: Sequence[Layer], remarks: Sequence[str], grid: Grid, context: Context
) -> None:
    assert grid.crs is not None  # sheets without one are refused
    pixel_m2 = float(CellSizes.of(grid.crs, grid.transform, grid.shape).area_m2.mean())
    figures = {
        "covered_m2": shares.covered * pixel_m2,
        "overlap_m2": shares.twice * pixel_m2,
        "bare_m2": shares.bare * pixel_m2,
    }
    resampled = [layer.name for layer in layers if layer.is_resampled]
    if resampled:
        sentence = tr("Resampled, since their pixels are not those of the mosaic: {names}.")
        remarks = [*remarks, sentence.format(names=listed(resampled))]
    for remark in remarks:
        context.warn(remark)
    context.values |= {"sheets": len(layers)} | figures
    pairs = [(*names, count * pixel_m2) for names, count in shares.pairs.most_common()]
    if path := context.output("overlaps"):
        write_table(path, [("upper", "lower", "shared_m2"), *pairs])
    if path := context.output("report"):
        _write_report(path, len(layers), grid, figures, pairs, remarks)


def _write_report(
    path: Path,
    sheets: int,
    grid: Grid,
    figures: dict[str, float],
    pairs: Sequence[tuple[str, str, float]],
    remarks: Sequence[str],
) -> None:
    facts = [
        (tr("Number of sheets"), sheets),
        (tr("Columns"), grid.shape.columns),
        (tr("Rows"), grid.shape.rows),
        (tr("Ground covered (m²)"), round(figures["covered_m2"])),
        (tr("Ground that several sheets show (m²)"), round(figures["overlap_m2"])),
        (tr("Bare ground between sheets (m²)"), round(figures["bare_m2"])),
    ]
    blocks: list[Block] = [Facts(facts), *(Warning(remark) for remark in remarks)]
    if pairs:
        columns = [
            Column(tr("Upper sheet")),
            Column(tr("Lower sheet")),
            Column(tr("Shared (m²)"), "number", 0),
        ]
        caption = tr("What each two sheets share; the upper one is shown.")
        blocks += [Heading(tr("Overlaps")), Table(columns, pairs, caption)]
    render(path, Report(tr("Mosaic of an atlas"), blocks))
