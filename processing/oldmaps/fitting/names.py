"""The methods of a fit by their keys, light enough for a declaration."""

from __future__ import annotations

METHOD_TITLES = {
    "helmert": "Helmert",
    "affine": "Affine",
    "polynomial2": "Polynomial of order 2",
    "polynomial3": "Polynomial of order 3",
    "projective": "Projective",
    "spline": "Thin-plate spline",
    "cells": "Grid cells",
}
"""Key → title, the fewest parameters first."""
