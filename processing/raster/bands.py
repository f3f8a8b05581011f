"""Which band of a raster is which: by name, never silently by order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import BandError
from ..language import tr


@dataclass(frozen=True)
class SourceBand:
    """One band of the rasters: which raster, which of its bands (from 1), and the names it goes by."""

    raster: int
    number: int
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How to call it in a message."""
        return self.names[0] if self.names else tr("band {number}").format(number=self.number)


@dataclass(frozen=True)
class WantedBand:
    """One band that a model reads, by its names, the first being its own."""

    names: tuple[str, ...]


def normalise(name: str) -> str:
    """A name as it is compared: case, spaces, ``_``, ``-`` and zeros before a number do not count.

    Examples
    --------
    >>> normalise("B_04"), normalise("b4"), normalise("B8A"), normalise("Near infrared")
    ('b4', 'b4', 'b8a', 'nearinfrared')
    """
    plain = re.sub(r"[\s_\-]+", "", name.casefold())
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", plain)


def spellings(description: str) -> tuple[str, ...]:
    """The names in a band's description: all of it, and what stands before a comma or a bracket.

    Examples
    --------
    >>> spellings("B4, central wavelength 665 nm")
    ('B4, central wavelength 665 nm', 'B4')
    """
    short = re.split(r"[,(\[:;]", description, maxsplit=1)[0].strip()
    return (description,) if short in ("", description) else (description, short)


def match_bands(
    wanted: Sequence[WantedBand], available: Sequence[SourceBand]
) -> tuple[SourceBand, ...] | None:
    """The bands a model wants among those there are, by name; None when neither side can be told by name.

    Raises
    ------
    BandError
        Both have names and some wanted band is not there, or is there twice: the message shows what there is.
    """
    if not wanted or not any(band.names for band in wanted) or not any(band.names for band in available):
        return None
    found = [_find(band, available) for band in wanted]
    missing = [band.names[0] for band, match in zip(wanted, found, strict=True) if not match]
    if missing:
        raise BandError(
            tr(
                "The model reads the bands {wanted}; {missing} is not among those of the image: {available}. "
                "Say which to take, in the model's order, as in BANDS=B4,B3,B2 or BANDS=3,2,1."
            ).format(
                wanted=", ".join(band.names[0] for band in wanted),
                missing=", ".join(missing),
                available=list_bands(available),
            )
        )
    return tuple(_only(band.names[0], matches) for band, matches in zip(wanted, found, strict=True))


def _find(band: WantedBand, available: Sequence[SourceBand]) -> list[SourceBand]:
    # The model's own name first: a common name such as "red" may be shared by several bands of a sensor.
    for name in band.names:
        key = normalise(name)
        if matches := [one for one in available if key in map(normalise, one.names)]:
            return matches
    return []


def _only(name: str, matches: list[SourceBand]) -> SourceBand:
    if len(matches) > 1:
        places = ", ".join(f"{one.raster + 1}:{one.number}" for one in matches)
        raise BandError(
            tr(
                "Several bands are called “{name}” ({places}): say which to take by number, as in "
                "BANDS=3,2,1."
            ).format(name=name, places=places)
        )
    return matches[0]


def chosen_bands(text: str, available: Sequence[SourceBand]) -> tuple[SourceBand, ...]:
    """The bands a user names: ``B4,B3,B2``, or numbers that count through all rasters, ``3,2,1``.

    Raises
    ------
    BandError
        There is no such band; the message shows what there is.
    """
    return tuple(_chosen(part.strip(), available) for part in text.split(",") if part.strip())


def _chosen(part: str, available: Sequence[SourceBand]) -> SourceBand:
    matches = [one for one in available if normalise(part) in map(normalise, one.names)]
    if matches:
        return _only(part, matches)
    if part.isdigit() and 1 <= int(part) <= len(available):
        return available[int(part) - 1]
    sentence = tr("There is no band “{name}”; there are: {available}.")
    raise BandError(sentence.format(name=part, available=list_bands(available)))


def list_bands(available: Sequence[SourceBand]) -> str:
    """The bands as a message shows them: ``1 (red), 2 (green), 3``."""
    return ", ".join(
        f"{index} ({band.names[0]})" if band.names else str(index)
        for index, band in enumerate(available, start=1)
    )
