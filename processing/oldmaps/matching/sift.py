"""Keypoints by SIFT, which needs no model, bears any rotation, and much of a change of scale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from .features import FeatureMatcher, Features, Matcher, Numbers, Picture
from .tiles import features_by_tiles

SMALLEST = 1e-12


@dataclass(frozen=True)
class Sift:
    """OpenCV's SIFT, its descriptors as square roots.

    ``check`` is called before each tile, and raises to give up.

    References
    ----------
    Lowe (2004), Distinctive image features from scale-invariant keypoints, IJCV 60, 91-110.
    Arandjelović and Zisserman (2012), Three things everyone should know to improve object retrieval, CVPR.
    """

    check: Callable[[], None] = lambda: None
    name: str = "SIFT"
    reach: float = 180.0

    def features(self, picture: Picture, *, limit: int) -> Features:
        """The keypoints that stand out most, at most so many."""

        def found(tile: Picture, most: int) -> Features:
            self.check()
            return _found(tile, most)

        return features_by_tiles(picture, found, limit=limit)


def sift(check: Callable[[], None] = lambda: None) -> Matcher:
    """What pairs pictures by SIFT; ``check`` is called before each tile, and raises to give up."""
    return FeatureMatcher(Sift(check))


def _found(picture: Picture, most: int) -> Features:
    import cv2

    # Without precise upscaling every place is a quarter of a pixel off, by scale.
    create: Any = cv2.SIFT_create  # type: ignore[attr-defined] # not in its stubs
    detector = create(nfeatures=most, enable_precise_upscale=True)
    grey, usable = picture.grey, picture.usable
    if usable is None:
        keypoints, described = detector.detectAndCompute(grey, None)  # both at once: one pyramid
    else:  # where OpenCV would choose the best before it looks at the mask
        keypoints = create(enable_precise_upscale=True).detect(grey, usable.astype(np.uint8))
        best = sorted(keypoints, key=lambda one: -one.response)[:most]
        keypoints, described = detector.compute(grey, best)
    if not keypoints:
        return Features.none(128)
    points = np.array([one.pt for one in keypoints], np.float64) + 0.5
    scores = np.array([one.response for one in keypoints], np.float32)
    best_first = np.argsort(-scores, kind="stable")[:most]
    return Features(points, scores, _square_roots(described)).chosen(best_first)


def _square_roots(histograms: Numbers) -> Numbers:
    """Vectors whose product compares histograms as they should be, less by their largest bins (Hellinger)."""
    shares = histograms / np.maximum(histograms.sum(axis=1, keepdims=True), SMALLEST)
    roots: Numbers = np.sqrt(shares).astype(np.float32)
    return roots
