"""The accuracy of a map against a reference: from files to figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from ..errors import BandError, GridError, RequestError, VectorError
from ..language import tr
from ..raster.classes import RasterClass, read_classes
from ..raster.grids import Grid
from ..raster.reading import CACHE_BYTES
from ..raster.sources import open_raster, read_facts, short_name
from . import remarks
from .areas import PixelAreas
from .confusion import Confusion, FloatArray, IntArray, Scores, scores
from .intervals import Interval, block_bootstrap, wilson
from .labels import class_values, label_reader, read_numbers, read_pairs
from .reference import Reference, read_reference
from .sample import Sample, sample_of_labels
from .stratified import MapEstimates, estimate, estimate_with_blocks
from .tally import Tally, tally

if TYPE_CHECKING:
    from rasterio.io import DatasetReader
    from rasterio.vrt import WarpedVRT

Blocks = Literal["none", "polygons", "groups"]

HECTARE_M2 = 10_000.0


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked: see the parameters of the job ``assessment.map``, whose names these are."""

    map: str
    band: int | None = None
    reference: str
    class_field: str
    labels: str = ""
    strata: str | None = None
    stratum_field: str | None = None
    stratum_areas: str = ""
    group_field: str | None = None
    replicates: int = 1000
    seed: int = 0


@dataclass(frozen=True)
class Strata:
    """Strata of the sampling design that are not the map's classes."""

    names: tuple[str, ...]
    areas: FloatArray  # in m², or in a unit of the user's who stated them
    pixels: IntArray | None  # on the map; None where areas are stated


@dataclass(frozen=True)
class ClassScores:
    """Scores of the sample as it is, with the intervals of the overall accuracy and of each class."""

    scores: Scores
    overall: Interval | None
    precision: tuple[Interval | None, ...]
    recall: tuple[Interval | None, ...]


@dataclass(frozen=True)
class Assessment:
    """What was found.

    Attributes
    ----------
    classes : tuple of RasterClass
        Those that occur on the map or in the reference, all with a name.
    confusion : Confusion
        Counts of the sample.
    sample : ClassScores
        Every observation counting the same.
    area : MapEstimates
        Weighted by area.
    pixels, mapped_m2 : arrays of shape (classes,)
        Extent of each class on the map.
    strata : Strata or None
        None where they are the map's classes.
    stratum_sizes : array of int of shape (strata,)
        Observations in each stratum.
    population : array of int of shape (strata,) or None
        Pixels of each stratum that standard errors take for the whole; None where it is not known, or where
        some pixels were observed more than once.
    blocks, block_count : Blocks, int
        What intervals were computed from, and how many of them there are.
    remarks : tuple of str
        What the reader must know, as sentences.
    """

    classes: tuple[RasterClass, ...]
    confusion: Confusion
    sample: ClassScores
    area: MapEstimates
    pixels: IntArray
    mapped_m2: FloatArray
    strata: Strata | None
    stratum_sizes: IntArray
    population: IntArray | None
    blocks: Blocks
    block_count: int
    remarks: tuple[str, ...]

    @property
    def total_area(self) -> float:
        """Area that the estimates concern, that of the sampled strata; in hectares if it is metric."""
        area = self.mapped_m2.sum() if self.strata is None else self.strata.areas.sum()
        return float(area * self.area.sampled_share) / (HECTARE_M2 if self.area_is_metric else 1.0)

    @property
    def area_is_metric(self) -> bool:
        """Whether areas are known in hectares, and not only in a unit of the user's."""
        return self.strata is None or self.strata.pixels is not None


def assess_map(question: Question, *, step: Callable[[float], None] = lambda fraction: None) -> Assessment:
    """The accuracy of a map.

    Parameters
    ----------
    question : Question
        What to compare.
    step : callable
        Told the share of the work done; raises to give up.

    Raises
    ------
    RasterError, VectorError, RequestError
        An input cannot be read or does not fit; the message says what to do.
    """
    grid = read_facts(question.map).grid
    PixelAreas.of(grid)  # asks for the CRS before anything else is read
    reference = read_reference(
        question.reference,
        grid,
        class_field=question.class_field,
        group_field=question.group_field,
        stratum_field=question.stratum_field,
    )
    found, named = _walk(question, grid, reference, step)
    _check_overlap(found, reference, question)
    assessment = _assess(question, reference, found, named, lambda: step(0.9))
    told = remarks.of_reading(reference, found) + remarks.of_design(assessment)
    return replace(assessment, remarks=tuple(told))


def _walk(
    question: Question, grid: Grid, reference: Reference, step: Callable[[float], None]
) -> tuple[Tally, tuple[RasterClass, ...]]:
    """What the map says where the reference is, and the classes that it names."""
    import rasterio

    with (
        rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES),
        open_raster(question.map) as dataset,
        _strata_on(question, grid) as strata,
    ):
        band = _band(dataset, question.band)
        named = read_classes(dataset, band=band)
        found = tally(
            dataset,
            grid,
            reference,
            meaning=_meaning(question, reference, named),
            band=band,
            strata=strata,
            step=lambda fraction: step(0.8 * fraction),
        )
        return found, named


def _meaning(question: Question, reference: Reference, named: Sequence[RasterClass]) -> list[int]:
    """A number for each feature, the same where labels stand for the same class."""
    value_of = label_reader(names=_names(named), given=read_pairs(question.labels))
    numbers: dict[int | str, int] = {}
    meanings = [value_of(label) for label in reference.labels]
    return [
        numbers.setdefault(label if meaning is None else meaning, len(numbers))
        for label, meaning in zip(reference.labels, meanings, strict=True)
    ]


def _names(named: Sequence[RasterClass]) -> dict[str, int]:
    return {entry.name: entry.value for entry in named if entry.name}


def _band(dataset: DatasetReader, band: int | None) -> int:
    if band is not None and band > dataset.count:
        sentence = tr("{name} has no band {band}; it has {count}.")
        raise BandError(sentence.format(name=short_name(dataset.name), band=band, count=dataset.count))
    return band or 1


@contextmanager
def _strata_on(question: Question, grid: Grid) -> Iterator[WarpedVRT | None]:
    """The raster of strata, brought to the map's grid; None where there is none."""
    if question.strata is None:
        yield None
        return
    if question.stratum_field is not None:
        raise RequestError(tr("The strata are given twice, as a raster and as a field: give one of them."))
    from rasterio.enums import ColorInterp, Resampling
    from rasterio.vrt import WarpedVRT

    with open_raster(question.strata) as source:
        if not source.crs:
            sentence = tr(
                "The raster of strata ({name}) has no coordinate reference system: assign the right one."
            )
            raise GridError(sentence.format(name=short_name(question.strata)))
        shape = {"width": grid.shape.columns, "height": grid.shape.rows}
        bare = source.nodata is None and ColorInterp.alpha not in source.colorinterp
        options = {
            "resampling": Resampling.nearest,
            "add_alpha": bare,
        }  # or pixels beyond its border would be 0
        with WarpedVRT(source, crs=grid.crs, transform=grid.transform, **shape, **options) as warped:
            yield warped


def _check_overlap(found: Tally, reference: Reference, question: Question) -> None:
    if found.count.size:
        return
    features = len(reference.labels)
    if found.on_nodata or found.without_stratum:
        sentence = tr(
            "None of the {count} features of the reference lies where the map and the strata have data."
        )
    else:
        sentence = tr(
            "None of the {count} features of the reference ({reference}) lies on the map ({map}): "
            "check the coordinate reference systems of both."
        )
    names = {"reference": short_name(question.reference.partition("|")[0]), "map": short_name(question.map)}
    raise VectorError(sentence.format(count=features, **names))


def _assess(
    question: Question,
    reference: Reference,
    found: Tally,
    named: Sequence[RasterClass],
    check: Callable[[], None],
) -> Assessment:
    observed = {reference.labels[feature] for feature in found.feature.tolist()}
    values = class_values(
        observed, names=_names(named), values=found.classes.pixels, given=read_pairs(question.labels)
    )
    classes = _classes(named, {*found.classes.pixels, *values.values()})
    strata, stratum = _strata(question, reference, found)
    blocks, block = _blocks(question, reference, found)
    sample = sample_of_labels(
        found.mapped,
        [values[reference.labels[feature]] for feature in found.feature.tolist()],
        classes=tuple(entry.value for entry in classes),
        count=found.count,
        stratum=stratum,
        strata=0 if strata is None else len(strata.names),
        block=block,
    )
    mapped_m2 = np.array([found.classes.area_m2.get(entry.value, 0.0) for entry in classes])
    pixels = np.array([found.classes.pixels.get(entry.value, 0) for entry in classes])
    areas, units = (mapped_m2, pixels) if strata is None else (strata.areas, strata.pixels)
    population = None if found.claimed_again else units
    return Assessment(
        classes=classes,
        confusion=Confusion(sample.classes, sample.matrix().astype(np.int64)),
        sample=_sample_scores(question, sample, check),
        area=_area_estimates(question, sample, areas, population, check),
        pixels=pixels,
        mapped_m2=mapped_m2,
        strata=strata,
        stratum_sizes=_sizes(sample),
        population=population,
        blocks=blocks,
        block_count=sample.blocks,
        remarks=(),
    )


def _sizes(sample: Sample) -> IntArray:
    counts = sample.by_stratum()
    sizes: IntArray = counts.reshape(counts.shape[0], -1).sum(axis=1).astype(np.int64)
    return sizes


def _classes(named: Sequence[RasterClass], values: set[int]) -> tuple[RasterClass, ...]:
    """One class a value, named by its number where the map does not name it."""
    told = {entry.value: entry for entry in named}
    found = [told.get(value, RasterClass(value)) for value in sorted(values)]
    return tuple(entry if entry.name else replace(entry, name=str(entry.value)) for entry in found)


def _strata(question: Question, reference: Reference, found: Tally) -> tuple[Strata | None, IntArray | None]:
    """The strata that are not the map's classes, and the position among them of each observation's."""
    if question.strata is not None:
        codes = sorted(found.strata.area_m2)
        with open_raster(question.strata) as dataset:
            names = {entry.value: entry.name for entry in read_classes(dataset)}
        areas = np.array([found.strata.area_m2[code] for code in codes])
        labels = tuple(names.get(code) or str(code) for code in codes)
        pixels = np.array([found.strata.pixels[code] for code in codes])
        return Strata(labels, areas, pixels), np.searchsorted(codes, found.stratum).astype(np.int64)
    if question.stratum_field is None:
        return None, None
    return _strata_of_field(question, reference, found)


def _strata_of_field(question: Question, reference: Reference, found: Tally) -> tuple[Strata, IntArray]:
    sizes = read_numbers(question.stratum_areas)
    labels = [reference.strata[feature] for feature in found.feature.tolist()]
    missing = sorted(set(labels) - set(sizes))
    if missing:
        sentence = tr(
            "The area of the strata {names} is not given: write the area of each, in any one unit, in "
            "“stratum_areas”, "
            "as in {example}."
        )
        shown = ", ".join(name or tr("(empty)") for name in missing[:12])
        raise RequestError(sentence.format(names=shown, example=f"{missing[0] or 'A'}=1200"))
    places = {name: place for place, name in enumerate(sizes)}
    areas = np.array(list(sizes.values()))
    if not any(sizes[label] for label in labels):
        raise RequestError(
            tr("The strata of the reference have no area: give a number above 0 in “stratum_areas”.")
        )
    return Strata(tuple(sizes), areas, None), np.array([places[label] for label in labels], dtype=np.int64)


def _blocks(
    question: Question, reference: Reference, found: Tally
) -> tuple[Blocks, list[str] | IntArray | None]:
    """What observations depend on each other through, and the block of each."""
    if question.group_field is not None:
        # A feature without a group depends on no other.
        alone = "\0{}"
        return "groups", [reference.groups[f] or alone.format(f) for f in found.feature.tolist()]
    return ("polygons", found.feature) if reference.has_polygons else ("none", None)


def _area_estimates(
    question: Question,
    sample: Sample,
    areas: FloatArray,
    population: IntArray | None,
    check: Callable[[], None],
) -> MapEstimates:
    if sample.block is None:
        return estimate(sample.by_stratum(), areas, population=population)
    return estimate_with_blocks(
        sample, areas, replicates=question.replicates, seed=question.seed, check=check
    )


def _sample_scores(question: Question, sample: Sample, check: Callable[[], None]) -> ClassScores:
    counts = sample.matrix()
    result = scores(counts)
    if sample.block is None:
        right = np.diag(counts).tolist()
        precision = tuple(wilson(*pair) for pair in zip(right, counts.sum(axis=1).tolist(), strict=True))
        recall = tuple(wilson(*pair) for pair in zip(right, counts.sum(axis=0).tolist(), strict=True))
        return ClassScores(result, wilson(sum(right), counts.sum()), precision, recall)

    def values(drawn: FloatArray) -> FloatArray:
        again = scores(sample.matrix(drawn))
        return np.concatenate([[again.overall], again.precision, again.recall])

    found = block_bootstrap(
        values, blocks=sample.blocks, replicates=question.replicates, seed=question.seed, check=check
    )
    size = len(sample.classes)
    return ClassScores(result, found[0], tuple(found[1 : 1 + size]), tuple(found[1 + size :]))
