"""Ground coordinates of a graticule: two nodes are labelled, or one and the spacing, and the rest follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ...errors import RequestError
from ...language import tr
from .bands import FloatArray
from .graticule import Graticule
from .nodes import Node

NEAR_SHARE = 0.25  # of the spacing, within which a label belongs to a node
AGREE_SHARE = 0.02  # of a cell, by which labels may contradict one another: a slip is far more
ASPECT_SHARE = 0.03  # by which cells may differ in shape on the ground and on the sheet

_NUMBER = r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*"
_LABEL = re.compile(f"{_NUMBER},{_NUMBER}={_NUMBER},{_NUMBER}")


@dataclass(frozen=True)
class Label:
    """What the user says of one node: about where it is on the sheet, and exactly where on the ground."""

    col: float
    row: float
    x: float
    y: float


def parse_labels(text: str) -> tuple[Label, ...]:
    """Labels of a text such as ``2277,1678=-2000,1000; 4649,1678=-1000,1000``.

    Raises
    ------
    RequestError
        A part of it reads otherwise.

    Examples
    --------
    >>> parse_labels("2277,1678=-2000,1000")
    (Label(col=2277.0, row=1678.0, x=-2000.0, y=1000.0),)
    """
    labels = []
    for part in filter(str.strip, text.split(";")):
        if (match := _LABEL.fullmatch(part)) is None:
            sentence = tr(
                "found the label “{part}”; “column,row=x,y” is needed, with points for decimals and a "
                "semicolon between two labels: “2277,1678=-2000,1000; 4649,1678=-1000,1000”"
            )
            raise RequestError(sentence.format(part=part.strip()))
        labels.append(Label(*map(float, match.groups())))
    return tuple(labels)


def ground_steps(
    graticule: Graticule, labels: tuple[Label, ...], *, spacing: float | None = None, in_degrees: bool = False
) -> FloatArray:
    """Ground coordinates of node (0, 0), and of the steps to the right and downwards, by the user's labels.

    Parameters
    ----------
    graticule : Graticule
        With nodes.
    labels : tuple of Label
        Two nodes; one and the spacing; or more, which then have to agree.
    spacing : float, optional
        Between neighbouring lines on the ground, in units of the labels.
    in_degrees : bool
        Whether these are degrees, whose cells are no squares on the ground.

    Returns
    -------
    array of shape (3, 2), float64
        Each as x and y. North is up, or nearly so.

    Raises
    ------
    RequestError
        No node lies near a label, there are too few labels, or they contradict one another, the spacing or
        the shape of the cells; the message says which.
    """
    nodes = [_node_near(graticule, label) for label in labels]
    numbers = np.array([(1, node.i, node.j) for node in nodes], np.float64)
    places = np.array([(label.x, label.y) for label in labels])
    if len({(node.i, node.j) for node in nodes}) == 1:
        steps = _from_spacing(numbers[0], places[0], spacing)
    elif np.linalg.matrix_rank(numbers) == 3:
        steps = np.linalg.lstsq(numbers, places, rcond=None)[0]
    else:
        steps = _from_two(graticule, numbers, places, in_degrees=in_degrees)
    _check_north(steps)
    _check_agreement(steps, numbers, places, spacing)
    return steps


def _from_spacing(number: FloatArray, place: FloatArray, spacing: float | None) -> FloatArray:
    if spacing is None:
        raise RequestError(one_label())
    right, down = np.array([spacing, 0.0]), np.array([0.0, -spacing])
    return np.stack([place - number[1] * right - number[2] * down, right, down])


def one_label() -> str:
    """The sentence that says that one node does not do."""
    return tr("found one labelled node; a second one, or the spacing of the lines on the ground, is needed")


def _from_two(
    graticule: Graticule, numbers: FloatArray, places: FloatArray, *, in_degrees: bool
) -> FloatArray:
    """Steps from nodes on one straight line: along it they are told, across it cells are as on the sheet."""
    far = int(np.argmax(np.abs(numbers - numbers[0]).sum(axis=1)))
    (_, i, j), (dx, dy) = numbers[far] - numbers[0], places[far] - places[0]
    assert graticule.spacing_px is not None
    aspect = graticule.spacing_px[0] / graticule.spacing_px[1]
    if i and j:
        right, down = np.array([dx / i, 0.0]), np.array([0.0, dy / j])
        if not in_degrees:
            _check_cells(abs(dx / i), abs(dy / j), aspect)
    elif in_degrees or abs(aspect - 1) > ASPECT_SHARE:
        raise RequestError(
            tr(
                "both labelled nodes lie on one line, which does not tell the height and the width of "
                "cells that are no squares: label two nodes that differ in column and in row"
            )
        )
    elif i:
        right = np.array([dx, dy]) / i
        down = np.array([right[1], -right[0]])  # a quarter turn clockwise
    else:
        down = np.array([dx, dy]) / j
        right = np.array([-down[1], down[0]])
    return np.stack([places[0] - numbers[0, 1] * right - numbers[0, 2] * down, right, down])


def _check_cells(width: float, height: float, aspect: float) -> None:
    if abs(width / max(height, 1e-300) / aspect - 1) > ASPECT_SHARE:
        sentence = tr(
            "by the labels, cells are {width:g} wide and {height:g} high on the ground, but {aspect:.3f} "
            "times as wide as high on the sheet: check each coordinate"
        )
        raise RequestError(sentence.format(width=width, height=height, aspect=aspect))


def _check_north(steps: FloatArray) -> None:
    (right_x, right_y), (down_x, down_y) = steps[1:]
    if right_x > abs(right_y) and -down_y > abs(down_x):
        return
    sentence = tr(
        "by the labels, one cell to the right is {right_x:g}, {right_y:g} on the ground and one down is "
        "{down_x:g}, {down_y:g}; x has to grow to the right and y upwards: are x and y swapped, or is a "
        "sign wrong?"
    )
    raise RequestError(sentence.format(right_x=right_x, right_y=right_y, down_x=down_x, down_y=down_y))


def _check_agreement(
    steps: FloatArray, numbers: FloatArray, places: FloatArray, spacing: float | None
) -> None:
    size = float(np.hypot(*steps[1]))
    away = float(np.hypot(*(numbers @ steps - places).T).max())
    if away > AGREE_SHARE * size:
        sentence = tr("the labels contradict one another by {away:g}, with lines every {size:g}: check each")
        raise RequestError(sentence.format(away=away, size=size))
    if spacing is not None and abs(size - spacing) > AGREE_SHARE * spacing:
        sentence = tr(
            "the labels say that lines are {size:g} apart, the spacing given is {spacing:g}: check both"
        )
        raise RequestError(sentence.format(size=size, spacing=spacing))


def _node_near(graticule: Graticule, label: Label) -> Node:
    assert graticule.spacing_px is not None
    node = min(graticule.nodes, key=lambda one: np.hypot(one.col - label.col, one.row - label.row))
    away = np.hypot(node.col - label.col, node.row - label.row)
    if away > NEAR_SHARE * min(graticule.spacing_px):
        sentence = tr(
            "no node of the graticule lies near column {col:g}, row {row:g}; the nearest is at "
            "{near_col:.0f}, {near_row:.0f}: label one that was found"
        )
        raise RequestError(
            sentence.format(col=label.col, row=label.row, near_col=node.col, near_row=node.row)
        )
    return node
