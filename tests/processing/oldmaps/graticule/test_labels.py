"""Ground coordinates follow from two labelled nodes, or one and the spacing; contradictions are refused."""

import numpy as np
import pytest

from releve.processing.errors import RequestError
from releve.processing.oldmaps.graticule.graticule import Graticule
from releve.processing.oldmaps.graticule.labels import Label, ground_steps, parse_labels
from releve.processing.oldmaps.graticule.nodes import Node


def graticule(right=100.0, down=100.0):
    """Three columns and two rows of nodes, the first at (50, 60)."""
    nodes = tuple(
        Node(i=i, j=j, col=50 + i * right, row=60 + j * down, kind="measured", sigma_px=0.1, confidence=1.0)
        for i in range(3)
        for j in range(2)
    )
    return Graticule(nodes=nodes, spacing_px=(right, down), rotation_deg=0.0)


def test_labels_are_read_with_signs_and_exponents():
    assert parse_labels(" 1.5,2=-3,4e2 ;5,6=7,+8; ") == (Label(1.5, 2, -3, 400), Label(5, 6, 7, 8))


@pytest.mark.parametrize(
    "text", ["1,2", "1,2=3", "1;2=3;4", "a,2=3,4", "1,2=3,4,5", "1,2=nan,4", "1,5,2=3,4"]
)
def test_other_texts_are_refused_with_an_example(text):
    with pytest.raises(RequestError, match="column,row=x,y"):
        parse_labels(text)


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param("50,60=1000,5000; 250,60=3000,5000", id="left to right"),
        pytest.param("50,60=1000,5000; 50,160=1000,4000", id="top to bottom"),
        pytest.param("52,58=1000,5000; 150,160=2000,4000", id="across"),
        pytest.param("50,60=1000,5000; 150,160=2000,4000; 250,60=3000,5000", id="three"),
    ],
)
def test_steps_follow_from_labels(labels):
    steps = ground_steps(graticule(), parse_labels(labels))
    assert steps == pytest.approx(np.array([[1000, 5000], [1000, 0], [0, -1000]]), abs=1e-6)


def test_one_label_needs_the_spacing():
    labels = parse_labels("150,160=10,20")
    steps = ground_steps(graticule(), labels, spacing=5)
    assert steps == pytest.approx(np.array([[5, 25], [5, 0], [0, -5]]))
    with pytest.raises(RequestError, match="a second one"):
        ground_steps(graticule(), labels)


def test_cells_of_degrees_are_as_high_and_wide_as_labelled():
    found, labels = graticule(100, 76), parse_labels("50,60=2.0,49.0; 150,136=2.5,48.75")
    steps = ground_steps(found, labels, in_degrees=True)
    assert steps[1:] == pytest.approx(np.array([[0.5, 0], [0, -0.25]]))
    with pytest.raises(RequestError, match="times as wide as high"):
        ground_steps(found, labels)


def test_a_graticule_may_lean_on_the_ground():
    steps = ground_steps(graticule(), parse_labels("50,60=0,0; 250,60=200,20"))
    assert steps[2] == pytest.approx([10, -100])


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        pytest.param("20,20=0,0; 250,60=2,0", "no node", id="far from any node"),
        pytest.param("50,60=5000,1000; 250,60=5000,3000", "swapped", id="x and y swapped"),
        pytest.param("50,60=3000,0; 250,60=1000,0", "swapped", id="wrong sign"),
        pytest.param("50,60=0,0; 150,160=1000,1000", "swapped", id="y downwards"),
        pytest.param("50,60=0,0; 52,60=100,100", "contradict", id="two labels of one node"),
        pytest.param("50,60=0,0; 150,60=1000,0; 250,60=2500,0", "contradict", id="a slip among three"),
        pytest.param("50,60=0,0; 150,160=1000,-1300", "times as wide", id="cells of another shape"),
    ],
)
def test_contradictions_are_refused(labels, words):
    with pytest.raises(RequestError, match=words):
        ground_steps(graticule(), parse_labels(labels), spacing=1000 if "52,60" in labels else None)


def test_a_spacing_that_labels_deny_is_refused():
    with pytest.raises(RequestError, match="spacing given"):
        ground_steps(graticule(), parse_labels("50,60=0,0; 150,60=1000,0"), spacing=500)


def test_oblong_cells_need_labels_in_both_directions():
    with pytest.raises(RequestError, match="no squares"):
        ground_steps(graticule(100, 70), parse_labels("50,60=0,0; 150,60=1000,0"))
