"""The inputs that stand beside the images: other resolutions, points, dates, numbers; where each is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ..errors import BandError, GridError, RequestError
from ..language import tr
from ..models.card import Card, ModelInput
from ..raster.bands import SourceBand, match_bands, normalise
from ..raster.grids import Grid, Window
from .checks import wanted_bands
from .dates import Slots, check_dated, slots_of
from .plan import InputUse
from .scaling import filled_with
from .sources import Rasters, Reader, bands_of_dates, open_reader

if TYPE_CHECKING:
    from .request import ModelRequest

FINEST_SHARE = 100  # resolutions are taken for ratios of whole numbers up to this
PLACED = ("latitude", "longitude")


def companions(
    request: ModelRequest, card: Card, rasters: Rasters, grid: Grid, main: InputUse, *, gsd_m: float | None
) -> tuple[list[InputUse], dict[str, Reader]]:
    """What each other input is given, and what those that read rasters read.

    Parameters
    ----------
    grid : Grid
        The pixels of the main input.
    gsd_m : float or None
        Their size on the ground.

    Raises
    ------
    BandError, RequestError
        Nothing given holds what an input needs.
    """
    stated = _stated(request, card)
    uses, readers = [], {}
    try:
        for entry in card.inputs:
            if entry.name == main.entry.name:
                uses.append(main)
            elif entry.content != "values":
                uses.append(InputUse(entry=entry, dates=main.dates or _only_date(entry, rasters)))
            elif entry.mode == "scalar":
                uses.append(InputUse(entry=entry, numbers=_numbers(stated, entry, rasters)))
            else:
                use = _read_beside(entry, rasters, grid, main, gsd_m)
                assert use.grid is not None
                readers[entry.name] = open_reader(rasters, entry, use.grid, bands=use.bands, nodata=None)
                uses.append(use)
    except BaseException:
        for reader in readers.values():
            reader.close()
        raise
    return uses, readers


def _only_date(entry: ModelInput, rasters: Rasters) -> Slots:
    """The date of images that are no series, where the model asks for it."""
    if entry.content != "dates":
        return ()
    dates = {date for date in rasters.first.dates if date is not None}
    if len(dates) != 1:
        sentence = tr(
            "The model asks of which date the image is (“{name}”): give it (as in image.tif|date=2024-06-30)."
        )
        raise RequestError(sentence.format(name=entry.name))
    return tuple(dates)


def _read_beside(
    entry: ModelInput, rasters: Rasters, grid: Grid, main: InputUse, gsd_m: float | None
) -> InputUse:
    def choose(available: Sequence[SourceBand]) -> tuple[SourceBand, ...]:
        return _bands_for(entry, available, further=rasters.main)

    slots: Slots = ()
    everything = rasters.bands(range(len(rasters.facts)))
    if entry.is_series:
        names = {normalise(name) for band in wanted_bands(entry) for name in band.names}
        holding = {band.raster for band in everything if names & set(map(normalise, band.names))}
        slots = slots_of(check_dated(rasters.dated(sorted(holding)), entry), entry)
        bands = bands_of_dates(rasters, slots, choose)
    else:
        bands = (choose(everything),)
    ratio = _ratio(entry, main.entry, gsd_m)
    own, origin = _own_grid(entry, main.entry, grid, ratio)
    first = next(one for one in bands if one)
    return InputUse(
        entry=entry, bands=bands, grid=own, ratio=ratio, origin=origin, dates=slots,
        fill=filled_with(entry, len(first)),
    )  # fmt: skip


def _bands_for(entry: ModelInput, available: Sequence[SourceBand], *, further: int) -> tuple[SourceBand, ...]:
    """By name among all images; where nothing has names, the further images in order if their number fits."""
    wanted = wanted_bands(entry)
    names = ", ".join(band.names[0] for band in wanted) or tr("unnamed")
    try:
        if (matched := match_bands(wanted, available)) is not None:
            return matched
    except BandError as error:
        sentence = tr(
            "The model's input “{name}” reads {names}: give the rasters that hold it as well (FURTHER), "
            "with bands of these names. {reason}"
        )
        raise BandError(sentence.format(name=entry.name, names=names, reason=error)) from error
    rest = [band for band in available if band.raster >= further]
    if len(rest) != max(entry.channels, len(wanted)):
        sentence = tr(
            "The model's input “{name}” reads {count} bands ({names}), and {found} bands without names are "
            "in the further images: give the rasters that hold them (FURTHER), with their bands named."
        )
        count = max(entry.channels, len(wanted))
        raise BandError(sentence.format(name=entry.name, count=count, names=names, found=len(rest)))
    return tuple(rest)


def _ratio(entry: ModelInput, main: ModelInput, gsd_m: float | None) -> Fraction:
    """Pixels of the main input along a side for one of this one."""
    if entry.gsd_m is not None and gsd_m is not None:
        return Fraction(entry.gsd_m / gsd_m).limit_denominator(FINEST_SHARE)
    here, there = entry.side("height"), main.side("height")
    return Fraction(there, here) if here > 0 and there > 0 else Fraction(1)


def _own_grid(
    entry: ModelInput, main: ModelInput, grid: Grid, ratio: Fraction
) -> tuple[Grid, tuple[int, int]]:
    """Its pixels over the main grid's ground, wider where it looks further than a tile; and where they begin.

    Raises
    ------
    GridError
        One of its pixels is larger than a map of the earth.
    """
    try:
        whole = grid if ratio == 1 else grid.zoomed(1 / ratio)
    except (ZeroDivisionError, OverflowError) as error:
        raise GridError(tr("The resolution of “{name}” is not possible.").format(name=entry.name)) from error
    side, tile = entry.side("height"), main.side("height")
    wider = side if side > 0 and (tile < 0 or side * ratio > tile) else 0
    if not wider:
        return whole, (0, 0)
    around = Window(-wider, -wider, whole.shape.rows + 2 * wider, whole.shape.columns + 2 * wider)
    return whole.crop(around), (-wider, -wider)


def multiples(uses: Sequence[InputUse]) -> list[int]:
    """What tiles should be multiples of, for pixels of other inputs to begin where a tile does."""
    return [use.ratio.numerator for use in uses if "height" in use.entry.dim_order and use.grid is not None]


def sized(uses: Sequence[InputUse], tile: int, main: str) -> tuple[InputUse, ...]:
    """The inputs with what enters for a tile of so many pixels."""
    return tuple(replace(use, side=_side(use, tile, main)) for use in uses)


def _side(use: InputUse, tile: int, main: str) -> tuple[int, int]:
    if use.entry.name == main:
        return tile, tile
    if use.grid is None or "height" not in use.entry.dim_order:
        return 0, 0
    same_ground = tile / use.ratio
    fixed = use.entry.side("height"), use.entry.side("width")
    if min(fixed) < 1 and same_ground.denominator > 1:
        sentence = tr(
            "A tile of {tile} pixels is no whole number of pixels of the input “{name}”, of which one is "
            "{ratio} as long: choose another TILE."
        )
        raise GridError(sentence.format(tile=tile, name=use.entry.name, ratio=float(use.ratio)))
    rows, columns = (int(same_ground) if length < 1 else length for length in fixed)
    return rows, columns


def _stated(request: ModelRequest, card: Card) -> Mapping[str, float]:
    """The numbers that the user states, all of which the model asks for: a misspelt one would be lost."""
    stated = stated_numbers(request.numbers or "")
    asked = [band.name for entry in card.inputs if entry.mode == "scalar" for band in entry.bands]
    odd = sorted(set(stated) - {normalise(name) for name in asked})
    if odd:
        sentence = tr(
            "NUMBERS states “{name}”, which the model does not ask for; it asks for: {asked}. Correct the "
            "name, or leave it out."
        )
        raise RequestError(sentence.format(name=odd[0], asked=", ".join(asked) or tr("no numbers")))
    return stated


def _numbers(given: Mapping[str, float], entry: ModelInput, rasters: Rasters) -> Mapping[str, float]:
    """The numbers of an input that do not depend on the place."""
    stated = dict(given)
    dates = {date for date in rasters.first.dates if date is not None}
    if len(dates) == 1:
        day = dates.pop()
        told = {"day_of_year": day.timetuple().tm_yday, "month": day.month, "year": day.year}
        stated = {normalise(name): float(value) for name, value in told.items()} | stated
    wanted = [band.name for band in entry.bands]
    lacking = [name for name in wanted if normalise(name) not in stated and name not in PLACED]
    if lacking:
        sentence = tr("The model asks for numbers: state them, as in NUMBERS={example}.")
        raise RequestError(sentence.format(example=", ".join(f"{name}=…" for name in lacking)))
    return {name: stated[normalise(name)] for name in wanted if normalise(name) in stated}


def stated_numbers(text: str) -> dict[str, float]:
    """Numbers by name, as a user writes them.

    Raises
    ------
    RequestError
        A part is not ``name=number``.

    Examples
    --------
    >>> stated_numbers("day of year=120, slope = 3.5")
    {'dayofyear': 120.0, 'slope': 3.5}
    """
    found = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, number = part.partition("=")
        try:
            found[normalise(name.strip())] = float(number)
        except ValueError as error:
            sentence = tr("NUMBERS holds “{part}”; name=number is needed, with commas between.")
            raise RequestError(sentence.format(part=part)) from error
    return found
