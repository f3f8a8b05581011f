"""The projective transformation: straight lines stay straight, as in a photograph of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import FitError
from ...language import tr
from ..points.control_points import FloatArray
from .mappings import Frame, in_chunks

CARRIES = 1e14  # condition of the normal equations beyond which points determine no homography
ROUNDS = 30
SETTLED = 1e-7  # of the frame's reach: the next step would be a thousandth of it, or less
AT_ONCE = 10_000  # points of fits that are worked on together: as many as caches hold
HORIZON = 1e-9  # places this near the horizon have no image


@dataclass(frozen=True)
class Projective:
    """A homography between two frames.

    Parameters
    ----------
    source, target : Frame
    terms : array of shape (8,), float64
        X = (h₀x + h₁y + h₂) / (h₆x + h₇y + 1) and Y = (h₃x + h₄y + h₅) / (h₆x + h₇y + 1) between the frames.

    References
    ----------
    Hartley (1997), In defense of the eight-point algorithm, IEEE Trans. Pattern Anal. Mach. Intell. 19(6),
    580-593. https://doi.org/10.1109/34.601246
    """

    source: Frame
    target: Frame
    terms: FloatArray

    def __call__(self, places: FloatArray) -> FloatArray:
        def images(part: FloatArray) -> FloatArray:
            return self.target.outside(_images(self.terms[None], self.source.inside(part))[0][0])

        return in_chunks(images, places, width=8)

    def jacobian(self, places: FloatArray) -> FloatArray:
        inside = self.source.inside(places)
        images, depths = _images(self.terms[None], inside)
        rows = np.stack([self.terms[:2], self.terms[3:5]])
        slopes = (rows - images[0][:, :, None] * self.terms[6:]) / depths[0][:, None, None]
        return np.asarray(slopes * (self.target.reach / self.source.reach))


def fit_projective(source: FloatArray, target: FloatArray) -> Projective:
    """The homography nearest to the targets: linear first, then by Gauss and Newton.

    Raises
    ------
    FitError
        All points but one lie on a line, or the points contradict each other.
    """
    frames = Frame.around(source), Frame.around(target)
    places, images = frames[0].inside(source), frames[1].inside(target)
    terms = _linear(places, images)[None]
    if np.isfinite(terms).all():
        terms = _refined(terms, places, images, np.ones((1, len(places))))
    if np.isnan(terms).any():
        raise FitError(
            tr(
                "Projective: all points but one lie on a line, or they contradict each other. Add points, "
                "correct them, or choose another method."
            )
        )
    return Projective(*frames, terms[0])


def projective_errors_without(source: FloatArray, target: FloatArray) -> FloatArray:
    """Error of each point under the homography of all others, shape (n, 2), all many at once.

    NaN where the others do not carry one.
    """
    fitted = fit_projective(source, target)
    places, images = fitted.source.inside(source), fitted.target.inside(target)
    errors = np.empty(images.shape)
    for part in np.array_split(np.arange(len(places)), -(-(len(places) ** 2) // AT_ONCE)):
        kept = np.ones((len(part), len(places)))
        kept[np.arange(len(part)), part] = 0
        terms = _refined(np.tile(fitted.terms, (len(part), 1)), places, images, kept)
        errors[part] = images[part] - _images(terms, places)[0][np.arange(len(part)), part]
    return errors * fitted.target.reach


def _linear(places: FloatArray, images: FloatArray) -> FloatArray:
    """The direct linear transformation: terms of shape (8,), NaN where the points do not carry it."""
    ones, none = np.ones((len(places), 1)), np.zeros((len(places), 3))
    full = np.hstack([places, ones])
    upper = np.hstack([full, none, -images[:, :1] * full])
    lower = np.hstack([none, full, -images[:, 1:] * full])
    # As that of the whole, without a matrix of all points by all points.
    triangle = np.linalg.qr(np.vstack([upper, lower]), mode="r")
    terms: FloatArray = np.linalg.svd(triangle)[2][-1]
    return np.asarray(terms[:8] / terms[8]) if abs(terms[8]) > HORIZON else np.full(8, np.nan)


def _refined(terms: FloatArray, places: FloatArray, images: FloatArray, kept: FloatArray) -> FloatArray:
    """Least squares by Gauss and Newton for several fits at once.

    Parameters
    ----------
    terms : array of shape (fits, 8)
        Where to start.
    kept : array of shape (fits, n)
        1 where a fit uses a point, 0 where it does not.

    Returns
    -------
    array of shape (fits, 8)
        NaN where the points do not carry a fit.
    """
    for _ in range(ROUNDS):
        normal, sides = _equations(terms, places, images, kept)
        normal[~np.isfinite(normal).all(axis=(1, 2))] = 0  # a point stands on the horizon
        normal[~(np.linalg.cond(normal) <= CARRIES)] = np.nan
        steps = np.linalg.solve(normal, sides)[..., 0]
        terms = terms + steps
        if not (np.abs(steps) >= SETTLED).any():
            break
    return terms


def _equations(
    terms: FloatArray, places: FloatArray, images: FloatArray, kept: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Normal equations of several fits: matrices of shape (fits, 8, 8), sides of shape (fits, 8, 1)."""
    predicted, depths = _images(terms, places)
    slopes = (_slopes(predicted, depths, places) * kept[:, :, None, None]).reshape(len(terms), -1, 8)
    errors = ((images - predicted) * kept[:, :, None]).reshape(len(terms), -1, 1)
    turned = slopes.transpose(0, 2, 1)
    return turned @ slopes, turned @ errors


def _images(terms: FloatArray, places: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Images of shape (fits, n, 2) and depths of shape (fits, n)."""
    x, y = places.T
    rows = terms[:, :, None]
    depths = rows[:, 6] * x + rows[:, 7] * y + 1
    depths = np.where(np.abs(depths) < HORIZON, np.nan, depths)
    images = [rows[:, at] * x + rows[:, at + 1] * y + rows[:, at + 2] for at in (0, 3)]
    return np.stack(images, axis=-1) / depths[..., None], depths


def _slopes(images: FloatArray, depths: FloatArray, places: FloatArray) -> FloatArray:
    """Derivatives of both image coordinates by the terms, shape (fits, n, 2, 8)."""
    full = np.hstack([places, np.ones((len(places), 1))]) / depths[..., None]
    slopes = np.zeros((*images.shape, 8))
    slopes[..., 0, 0:3] = slopes[..., 1, 3:6] = full
    slopes[..., 6:] = -images[..., None] * full[..., None, :2]
    return slopes
