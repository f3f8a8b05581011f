"""Keypoints, or pairs of them, by an ONNX model with its card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...inference.scaling import check_scalings
from ...models.keypoints import MATCHING, TASKS, outputs_by_role
from ...models.reading import read_card
from ...models.runnable import require_runnable
from ...models.sessions import Session, open_session
from .dense import features_of_maps
from .features import FeatureMatcher, Features, Matcher, Numbers, Picture
from .networks import Network
from .pair_models import PairModel
from .tiles import features_by_tiles

RATIO = 0.9  # their descriptors differ less than SIFT's; at 0.8 half of the right pairs go
TILE = 640  # maps of 128 numbers for each pixel: 0.9 GB, where 1024 take 3.6 GB in the same time
SMALLEST = 1e-12


@dataclass(frozen=True)
class Opened:
    """A model of keypoints, loaded.

    Attributes
    ----------
    matcher : Matcher
        What pairs pictures by it.
    session : Session
        To be ended on a cancel, and to wait for the GPU's turn.
    """

    matcher: Matcher
    session: Session


def open_matcher(
    model: str,
    *,
    card: str | None = None,
    providers: Sequence[str] = ("auto",),
    threads: int | None = None,
    allow_cpu_fallback: bool = False,
    check: Callable[[], None] = lambda: None,
) -> Opened:
    """Load a model that finds keypoints in an image, or pairs of them in two.

    Parameters
    ----------
    model : str
        An ONNX file.
    card : str, optional
        A STAC Item that describes it, instead of its own.
    providers, threads, allow_cpu_fallback
        As `open_session` takes them.
    check : callable
        Called before each run, and raises to give up.

    Raises
    ------
    ModelError
        It cannot be read or loaded, or is of another kind; the message names what it must give.
    """
    said = read_card(model, card)
    require_runnable(said, TASKS)
    roles = {role: output.name for role, output in outputs_by_role(said).items()}
    for entry in said.inputs:
        check_scalings(entry)
    session = open_session(model, providers=providers, threads=threads, allow_cpu_fallback=allow_cpu_fallback)
    network = Network(session, said, roles, check)
    paired = said.task == MATCHING
    return Opened(PairModel(network) if paired else FeatureMatcher(KeypointModel(network), RATIO), session)


@dataclass(frozen=True)
class KeypointModel:
    """An extractor: maps of scores and descriptors, or keypoints already chosen."""

    network: Network

    @property
    def name(self) -> str:
        """That of the model."""
        return self.network.name

    @property
    def reach(self) -> float:
        """That of the model."""
        return self.network.reach

    def features(self, picture: Picture, *, limit: int) -> Features:
        """The keypoints that stand out most, at most so many."""
        tile = self.network.side or self.network.card.tile_px or TILE
        return features_by_tiles(picture, self._found, limit=limit, tile=tile)

    def _found(self, picture: Picture, most: int) -> Features:
        given, (size,) = self.network.run(picture), self.network.sizes(picture)
        if "score_map" in given:
            scores, descriptors = given["score_map"][0, 0], given["descriptor_map"][0]
            return features_of_maps(scores, descriptors, size, picture=picture, most=most)
        points = self.network.places(given["points"], "points", size)
        scores = given["scores"].astype(np.float32).ravel()
        features = Features(points, scores, listed(given["descriptors"], len(points)))
        held = np.flatnonzero(picture.holds(points))
        return features.chosen(held[np.argsort(-scores[held], kind="stable")[:most]])


def listed(descriptors: NDArray[Any], count: int) -> Numbers:
    """Descriptors as rows of length 1; some models give a column for each keypoint, most a batch of one."""
    rows = descriptors.astype(np.float32).reshape(descriptors.shape[-2:])
    rows = rows if len(rows) == count else rows.T
    unit: Numbers = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), SMALLEST)
    return unit
