"""What each input of a model reads: the images of a request with their dates, opened on a grid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from ..errors import BandError
from ..language import tr
from ..models.card import ModelInput
from ..raster.bands import SourceBand
from ..raster.grids import Grid
from ..raster.reading import RasterView, Stack, available_bands
from ..raster.series import Series
from ..raster.sources import RasterFacts
from .dates import Slots, date_of

if TYPE_CHECKING:
    from .request import ModelRequest

Reader: TypeAlias = Stack | Series


@dataclass(frozen=True)
class Sources:
    """The rasters behind the main input, and those behind others by the input's name."""

    main: Reader
    others: Mapping[str, Reader] = field(default_factory=dict)

    def close(self) -> None:
        """Close all rasters."""
        for reader in (self.main, *self.others.values()):
            reader.close()


@dataclass(frozen=True)
class Rasters:
    """The images of a request, those of the main input first, each with its date where it has one."""

    facts: tuple[RasterFacts, ...]
    dates: tuple[dt.date | None, ...]
    main: int

    @property
    def first(self) -> Rasters:
        """Those of the main input alone."""
        return Rasters(self.facts[: self.main], self.dates[: self.main], self.main)

    def dated(self, places: Sequence[int]) -> list[tuple[str, dt.date | None]]:
        """Name and date of some of the images."""
        return [(self.facts[place].title, self.dates[place]) for place in places]

    def bands(self, places: Sequence[int]) -> tuple[SourceBand, ...]:
        """The bands of some of the images."""
        return tuple(band for band in available_bands(self.facts) if band.raster in places)


def rasters_of(request: ModelRequest, facts: Sequence[RasterFacts]) -> Rasters:
    """The images of a request with their dates."""
    sources = (*request.input, *(request.further or ()))
    return Rasters(tuple(facts), tuple(date_of(source) for source in sources), len(request.input))


def open_reader(
    rasters: Rasters,
    entry: ModelInput,
    grid: Grid,
    *,
    bands: Sequence[Sequence[SourceBand]],
    nodata: float | None,
) -> Reader:
    """The bands of one or several dates, opened on a grid; no bands stand for a missing date."""
    marks = entry.nodata_rule != "none"
    views = [RasterView(facts, grid, nodata=nodata, marks_missing=marks) for facts in rasters.facts]
    stacks = [Stack(views, one, rule=entry.nodata_rule) if one else None for one in bands]
    if entry.is_series:
        return Series(stacks)
    assert stacks[0] is not None
    return stacks[0]


def bands_of_dates(
    rasters: Rasters, slots: Slots, choose: Callable[[Sequence[SourceBand]], tuple[SourceBand, ...]]
) -> tuple[tuple[SourceBand, ...], ...]:
    """The bands of each place of a series.

    Raises
    ------
    BandError
        The images of a date do not hold the bands, or hold them twice.
    """
    chosen = []
    for slot in slots:
        places = [place for place, date in enumerate(rasters.dates) if date == slot and slot is not None]
        try:
            chosen.append(choose(rasters.bands(places)) if places else ())
        except BandError as error:
            if len(places) == 1:
                raise
            names = ", ".join(rasters.facts[place].title for place in places)
            sentence = tr(
                "Several images are of {date} ({names}), and they do not make one: a series takes each date "
                "once. Leave one out, or correct the dates. {reason}"
            )
            raise BandError(sentence.format(date=slot, names=names, reason=error)) from error
    return tuple(chosen)
