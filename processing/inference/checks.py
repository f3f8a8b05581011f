"""What an image must be for a model: the right bands, in the range of values the model knows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from ..errors import BandError, CardError
from ..language import tr
from ..models.card import Band, Card, ModelInput, Scaling
from ..models.scalings import scaling_steps
from ..raster.bands import SourceBand, WantedBand, chosen_bands, list_bands, match_bands
from ..raster.ground import SAME_RESOLUTION, Ground
from ..raster.reading import Array, Tile
from .histograms import check_histograms
from .scaling import Range, expected_range, per_band

TOO_LARGE = 4.0  # times the range a model expects
TOO_SMALL = 0.02  # of the largest value it expects
BYTE = 255.0
ENDS_OF_BYTES = 100.0, 300.0  # where a range of bytes may end: ImageNet's mean and three deviations give 299
NAMED = 3  # scalings that a sentence tells


def wanted_bands(entry: ModelInput) -> tuple[WantedBand, ...]:
    """The bands a model reads, by every name they have.

    Raises
    ------
    CardError
        One is to be computed from others.
    """
    computed = [band.name for band in entry.bands if band.expression]
    if computed:
        sentence = tr(
            "The model reads bands computed from others ({names}): compute them first, as bands of a raster."
        )
        raise CardError(sentence.format(names=", ".join(computed)))
    return tuple(WantedBand(_names(band)) for band in entry.bands)


def _names(band: Band) -> tuple[str, ...]:
    return tuple(name for name in (band.name, band.common_name, band.description) if name)


def choose_bands(
    entry: ModelInput, available: Sequence[SourceBand], *, mapping: str | None, warn: Callable[[str], None]
) -> tuple[SourceBand, ...]:
    """The bands for a model: those the user names, else by name; by order only where nothing has names.

    Raises
    ------
    BandError
        Their number does not fit, or names do not match.
    """
    wanted = wanted_bands(entry)
    count = entry.channels if entry.channels > 0 else len(wanted)
    if mapping:
        chosen = chosen_bands(mapping, available)
        if count > 0 and len(chosen) != count:
            sentence = tr(
                "{found} bands are named (BANDS) and the model reads {needed}: name as many as it reads."
            )
            raise BandError(sentence.format(found=len(chosen), needed=count))
        return chosen
    if (matched := match_bands(wanted, available)) is not None:
        return matched
    if count > 0 and len(available) != count:
        raise BandError(
            tr(
                "The image has {found} bands ({available}) and the model reads {needed}{names}: "
                "say which to take, in the model's order, as in BANDS=3,2,1."
            ).format(
                found=len(available), available=list_bands(available), needed=count, names=_listed(wanted)
            )
        )
    names = ", ".join(band.names[0] for band in wanted) or tr("unnamed")
    warn(
        tr(
            "No names tell the bands apart: they are taken in order ({names}). Say which to take with BANDS."
        ).format(names=names)
    )
    return tuple(available)


def _listed(wanted: Sequence[WantedBand]) -> str:
    return f" ({', '.join(band.names[0] for band in wanted)})" if wanted else ""


def check_overruled(card: Card, given: ModelInput, *, warn: Callable[[str], None]) -> None:
    """Say so where what the user states is not what the card says.

    Parameters
    ----------
    card : Card
        As it was read.
    given : ModelInput
        Its input with what the user states.
    """
    said = card.main
    if said.gsd_m is not None and given.gsd_m is not None and not math.isclose(said.gsd_m, given.gsd_m):
        sentence = tr(
            "The model's card says that it works at {said:g} m, and {given:g} m is stated (GSD): the card is "
            "overruled."
        )
        warn(sentence.format(said=said.gsd_m, given=given.gsd_m))
    if "scaling" not in card.missing and _steps(said) != _steps(given):
        sentence = tr(
            "The model's card scales values by {said}, and {given} is stated (SCALING): the card is "
            "overruled."
        )
        warn(sentence.format(said=_scaled(said.scaling), given=_scaled(given.scaling)))


def _steps(entry: ModelInput) -> list[tuple[str, list[float]]] | None:
    """What is done to values; None for an expression, which is no such step."""
    if any(one.kind == "processing" for one in entry.scaling):
        return None
    return scaling_steps(per_band(entry, max(entry.channels, len(entry.bands), 1)))


def _scaled(scaling: Sequence[Scaling]) -> str:
    """Scalings in the words of a card."""
    words = [f"{one.kind} ({', '.join(f'{value:.6g}' for value in one.values)})" for one in scaling]
    return ", ".join(words[:NAMED] + ["…"] * (len(words) > NAMED)) or tr("“none”")


def check_resolution(
    ground: Ground, gsd_m: float, *, warn: Callable[[str], None], info: Callable[[str], None]
) -> None:
    """Say so where an image is brought to another resolution; a coarser one does not gain by it."""
    if max(ground.width_m, ground.height_m) > gsd_m * (1 + SAME_RESOLUTION):
        sentence = tr(
            "The image's pixels are {image}, the model works at {model:.4g} m: it is interpolated, and "
            "cannot show what it does not hold."
        )
        warn(sentence.format(image=ground, model=gsd_m))
    elif not ground.is_near(gsd_m):
        sentence = tr("The image's pixels are {image}, the model works at {model:.4g} m: means are taken.")
        info(sentence.format(image=ground, model=gsd_m))


def check_units(
    entry: ModelInput, stored: Sequence[tuple[float, float]], *, warn: Callable[[str], None]
) -> None:
    """Say so where an image stores its numbers in a way that the model's card may not know of.

    Stored numbers are what the model is given, as its card scales them: a scale in the image is passed over
    where the card has one too, since that is what most models were trained with.

    Parameters
    ----------
    stored : sequence of (float, float)
        Scale and offset of each band.
    """
    odd = [(scale, offset) for scale, offset in stored if offset != 0 or (scale != 1 and not entry.scaling)]
    if odd:
        sentence = tr(
            "The image stores its values with a scale of {scale:g} and an offset of {offset:g}, which are "
            "not applied: the model is given the stored numbers. If it was trained on others, convert the "
            "image first (gdal_translate -unscale -ot Float32)."
        )
        warn(sentence.format(scale=odd[0][0], offset=odd[0][1]))


def check_values(entry: ModelInput, sample: Tile, *, warn: Callable[[str], None]) -> None:
    """Refuse values that the model cannot have been trained on.

    Raises
    ------
    BandError
        They are far out of the range the card tells of; the message gives both and the remedy.
    """
    values = _valid(sample)
    expected = expected_range(entry)
    if values.size == 0:
        return
    if expected is not None:
        # A card that clips expects values beyond.
        is_open = any(one.kind.startswith("clip") for one in entry.scaling)
        _check_range(values, expected, is_open=is_open)
        if not is_open:
            _check_bytes(values, expected)
    check_histograms(entry, values, warn=warn)


def _valid(sample: Tile) -> Array:
    values = sample.values.reshape(sample.values.shape[0], -1)
    if sample.valid is not None:
        values = values[:, sample.valid.ravel()]
    return values[:, np.isfinite(values).all(axis=0)] if values.dtype.kind == "f" else values


def _check_bytes(values: Array, expected: Range) -> None:
    """Refuse wider numbers for a model of bytes: dark ones do not stand out by their range."""
    least, most = ENDS_OF_BYTES
    if values.dtype.itemsize == 1 or not least <= expected.maximum <= most:
        return
    highest = float(values.max() if values.dtype.kind in "iu" else np.percentile(values, 98))
    if highest > max(BYTE, expected.maximum):
        sentence = tr(
            "The image holds values up to {highest:.4g} ({dtype}) and the model expects bytes, at most "
            "{maximum:.4g}. Convert the image to bytes (gdal_translate -ot Byte -scale), state the value of "
            "missing pixels if it is one (NODATA), or correct the scaling (SCALING, or the model's card)."
        )
        raise BandError(
            sentence.format(highest=highest, dtype=values.dtype, maximum=max(BYTE, expected.maximum))
        )


def _check_range(values: Array, expected: Range, *, is_open: bool) -> None:
    """Refuse values far beyond a range, unless it is open, and those that fill next to nothing of it."""
    low, high = (float(value) for value in np.percentile(values, (2, 98)))
    width = expected.maximum - expected.minimum
    beyond = (TOO_LARGE - 1) * width
    too_large = not is_open and (high > expected.maximum + beyond or low < expected.minimum - beyond)
    # Dark images are no mistake: only bytes and shares are taken for the wrong unit.
    narrow = values.dtype == np.uint8 or (values.dtype.kind == "f" and float(values.max()) <= 1.5)
    too_small = narrow and float(values.max()) < TOO_SMALL * 2 * expected.maximum and expected.maximum > 100
    if not (too_large or too_small):
        return
    raise BandError(
        tr(
            "The image holds values from {low:.4g} to {high:.4g} ({dtype}) and the model expects "
            "{minimum:.4g} to "
            "{maximum:.4g}: it was trained on another unit. Convert the image to it (gdal_translate "
            "-scale), or "
            "correct the scaling (SCALING, or the model's card)."
        ).format(low=low, high=high, dtype=values.dtype, minimum=expected.minimum, maximum=expected.maximum)
    )
