"""How a map and a reference agree on a sample: the confusion matrix and its scores.

Rows are the map, columns the reference, everywhere in Relevé.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

IntArray: TypeAlias = NDArray[np.int64]
FloatArray: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Confusion:
    """A confusion matrix: ``counts[i, j]`` observations are class i on the map and class j in the reference.

    Attributes
    ----------
    classes : tuple of int
        Value of each class, in the order of the rows and columns.
    counts : array of shape (classes, classes)
        Rows: map. Columns: reference.
    """

    classes: tuple[int, ...]
    counts: IntArray

    def __post_init__(self) -> None:
        if self.counts.shape != (len(self.classes),) * 2:
            raise ValueError(f"{len(self.classes)} classes, but counts of shape {self.counts.shape}")

    @property
    def total(self) -> int:
        """How many observations there are."""
        return int(self.counts.sum())


def confusion_matrix(
    mapped: ArrayLike,
    reference: ArrayLike,
    *,
    classes: Sequence[int] | None = None,
    count: ArrayLike | None = None,
) -> Confusion:
    """The confusion matrix of pairs of labels.

    Parameters
    ----------
    mapped, reference : arrays of int of shape (observations,)
        Label of each observation on the map and in the reference.
    classes : sequence of int, optional
        Rows and columns, in this order; by default every value that occurs, ascending.
    count : array of int of shape (observations,), optional
        How many observations each pair stands for, 1 by default.

    Raises
    ------
    ValueError
        The arrays differ in length, or a label is not among the classes.

    Examples
    --------
    >>> confusion_matrix([1, 1, 2], [1, 2, 2]).counts
    array([[1, 1],
           [0, 1]])
    """
    first, second = np.asarray(mapped), np.asarray(reference)
    if first.shape != second.shape:
        raise ValueError(f"{first.shape} labels of the map, but {second.shape} of the reference")
    values = np.unique(np.concatenate([first, second])) if classes is None else np.asarray(classes)
    size = len(values)
    cells = class_indices(first, values) * size + class_indices(second, values)
    weights = None if count is None else np.asarray(count)
    counts = np.bincount(cells, weights=weights, minlength=size * size).astype(np.int64).reshape(size, size)
    return Confusion(tuple(int(value) for value in values), counts)


def class_indices(labels: ArrayLike, classes: ArrayLike) -> IntArray:
    """Position of each label among the classes.

    Raises
    ------
    ValueError
        A label is not among them.

    Examples
    --------
    >>> class_indices([30, 10], [10, 20, 30])
    array([2, 0])
    """
    values, wanted = np.asarray(classes), np.asarray(labels)
    if wanted.size == 0:
        return np.zeros(wanted.shape, dtype=np.int64)
    order = np.argsort(values)
    places = np.minimum(np.searchsorted(values, wanted, sorter=order), values.size - 1)
    found: IntArray = order[places].astype(np.int64)
    if not np.array_equal(values[found], wanted):
        strangers = np.setdiff1d(wanted, values)
        raise ValueError(f"labels {strangers.tolist()} are not among the classes {values.tolist()}")
    return found


@dataclass(frozen=True)
class Scores:
    """Scores of a confusion matrix, each observation counting the same. NaN where a class has none.

    Attributes
    ----------
    overall : float
        Share of the observations on which both agree.
    balanced : float
        Mean recall of the classes that the reference holds: a rare class counts as much as a frequent one.
    kappa : float
        Cohen's kappa, agreement beyond that expected from the totals. Asked for by custom; it adds little to
        ``overall`` (Foody 2020), which ``quantity`` and ``allocation`` explain better.
    quantity, allocation : float
        The disagreement, 1 - overall, in two parts: that of the totals of the classes, and that of their
        place.
    precision, recall, f1 : arrays of shape (classes,)
        User's accuracy, producer's accuracy and their harmonic mean.

    References
    ----------
    Cohen (1960), A coefficient of agreement for nominal scales, Educ. Psychol. Meas. 20(1), 37-46.
    Foody (2020), Explaining the unsuitability of the kappa coefficient, Remote Sens. Environ. 239, 111630.
    Pontius and Millones (2011), Death to Kappa, Int. J. Remote Sens. 32(15), 4407-4429.
    https://doi.org/10.1080/01431161.2011.552923
    """

    overall: float
    balanced: float
    kappa: float
    quantity: float
    allocation: float
    precision: FloatArray
    recall: FloatArray
    f1: FloatArray


def scores(counts: ArrayLike) -> Scores:
    """Scores of a confusion matrix.

    Parameters
    ----------
    counts : array of shape (classes, classes)
        Rows: map. Columns: reference. Counts, or shares of the area.

    Examples
    --------
    >>> result = scores([[3, 1], [0, 4]])
    >>> result.overall, result.kappa, result.precision
    (0.875, 0.75, array([0.75, 1.  ]))
    """
    matrix = np.asarray(counts, dtype=float)
    total = matrix.sum()
    right, rows, columns = np.diag(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
    overall = _ratio(right.sum(), total)
    expected = _ratio(rows @ columns, total**2)
    recall = _ratio(right, columns)
    quantity = float(_ratio(np.abs(rows - columns).sum() / 2, total))
    return Scores(
        overall=float(overall),
        balanced=float(recall[columns > 0].mean()) if total else np.nan,
        kappa=float(_ratio(overall - expected, 1 - expected)),
        quantity=quantity,
        allocation=max(1 - float(overall) - quantity, 0.0) if total else np.nan,
        precision=_ratio(right, rows),
        recall=recall,
        f1=_ratio(2 * right, rows + columns),
    )


def _ratio(numerator: ArrayLike, denominator: ArrayLike) -> FloatArray:
    with np.errstate(invalid="ignore", divide="ignore"):
        quotient = np.divide(numerator, denominator, dtype=float)
    result: FloatArray = np.where(np.equal(denominator, 0), np.nan, quotient)
    return result
