"""Keypoints, or pairs of them, by an ONNX model with its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...inference.scaling import check_scalings, scale
from ...models.card import Card, ModelInput
from ...models.keypoints import MATCHING, outputs_by_role
from ...models.reading import read_card
from ...models.sessions import Session, open_session
from .dense import features_of_maps
from .features import FeatureMatcher, Features, FloatArray, Matcher, Matches, Picture, once_each, turns_for
from .tiles import features_by_tiles

REACH = 20.0  # degrees, where the card does not say: learned descriptors follow no rotation
RATIO = 0.9  # their descriptors differ less than SIFT's; at 0.8 half of the right pairs go
TILE = 1024
LARGEST = 1280  # side of the pictures that a model of two images is given, which looks at all of both at once
MULTIPLE = 32  # a network halves its image up to five times

Array = NDArray[Any]


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

    Raises
    ------
    ModelError
        It cannot be read or loaded, or is of another kind; the message names what it must give.
    """
    said = read_card(model, card)
    roles = {role: output.name for role, output in outputs_by_role(said).items()}
    for entry in said.inputs:
        check_scalings(entry)
    session = open_session(model, providers=providers, threads=threads, allow_cpu_fallback=allow_cpu_fallback)
    network = Network(session, said, roles)
    paired = said.task == MATCHING
    return Opened(PairModel(network) if paired else FeatureMatcher(KeypointModel(network), RATIO), session)


@dataclass(frozen=True)
class Network:
    """A session, with what its card says of images and outputs."""

    session: Session
    card: Card
    roles: Mapping[str, str]

    @property
    def name(self) -> str:
        """The model's, for people."""
        return self.card.name

    @property
    def reach(self) -> float:
        """The rotation up to which it finds the same again, in degrees."""
        said = self.card.hyperparameters.get("rotation_reach")
        return float(said) if isinstance(said, int | float) and 0 < said <= 180 else REACH

    @property
    def side(self) -> int | None:
        """The longest side of an image that it takes, where its graph says so."""
        sides = [side for one in self.card.inputs for side in (one.side("height"), one.side("width"))]
        return min((side for side in sides if side > 0), default=None)

    def run(self, *pictures: Picture) -> dict[str, Array]:
        """What it gives for a picture for each input, by roles; pixels beyond a picture repeat its border."""
        feeds = {
            entry.name: tensor(picture, entry)
            for entry, picture in zip(self.card.inputs, pictures, strict=True)
        }
        return dict(zip(self.roles, self.session.run(feeds, list(self.roles.values())), strict=True))

    def places(self, points: Array, role: str, entry: ModelInput, shape: tuple[int, int]) -> FloatArray:
        """Columns and rows from the corner, of keypoints as the model counts them in a picture."""
        found: FloatArray = np.asarray(points, np.float64).reshape(-1, 2)
        if self.card.output(self.roles[role]).unit == "centred":
            found = (found + 1) / 2 * (np.array(padded(entry, shape))[::-1] - 1)
        return found + 0.5


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
        return features_by_tiles(picture, self._found, limit=limit, tile=self.network.side or TILE)

    def _found(self, picture: Picture, most: int) -> Features:
        given = self.network.run(picture)
        if "score_map" in given:
            features = features_of_maps(
                given["score_map"][0, 0],
                given["descriptor_map"][0],
                padded(self.network.card.inputs[0], picture.shape),
                usable=_usable(picture),
                most=most,
            )
        else:
            features = self._listed(given, picture)
        return features.chosen(np.argsort(-features.scores, kind="stable")[:most])

    def _listed(self, given: Mapping[str, Array], picture: Picture) -> Features:
        entry = self.network.card.inputs[0]
        points = self.network.places(given["points"], "points", entry, picture.shape)
        described = given["descriptors"].astype(np.float32)
        if described.ndim == 3:
            described = described[0]
        if len(described) != len(points):  # one column for each
            described = described.T
        lengths = np.linalg.norm(described, axis=1, keepdims=True)
        features = Features(
            points, given["scores"].astype(np.float32).ravel(), described / np.maximum(lengths, 1e-12)
        )
        return features.chosen(_lie_in(points, _usable(picture)))


@dataclass(frozen=True)
class PairModel:
    """A model of two images, which gives pairs of keypoints itself."""

    network: Network

    @property
    def name(self) -> str:
        """That of the model."""
        return self.network.name

    @property
    def reach(self) -> float:
        """That of the model."""
        return self.network.reach

    @property
    def turns(self) -> tuple[float, ...]:
        """The rotations to be tried where nothing is known."""
        return turns_for(self.reach)

    def match(self, left: Picture, right: Picture, *, limit: int) -> Matches:
        """The surest pairs, at most so many; a large picture is reduced to what the model looks at."""
        small = [reduced(picture, self.network.side or LARGEST) for picture in (left, right)]
        given = self.network.run(*(picture for picture, _ in small))
        sides = [
            self.network.places(given[role], role, entry, picture.shape)
            for role, entry, (picture, _) in zip(
                ("left_points", "right_points"), self.network.card.inputs, small, strict=True
            )
        ]
        chosen = _chosen(given, len(sides[0]))
        sure = given.get("confidence", np.ones(len(sides[0]))).ravel().astype(np.float64)
        here, there = sides[0][chosen[:, 0]], sides[1][chosen[:, 1]]
        sure = sure if len(sure) == len(chosen) else sure[chosen[:, 0]]
        kept = _lie_in(here, _usable(small[0][0])) & _lie_in(there, _usable(small[1][0]))
        matches = once_each(here[kept] * small[0][1], there[kept] * small[1][1], sure[kept].clip(0, 1))
        return Matches(matches.left[:limit], matches.right[:limit], matches.confidence[:limit])


def tensor(picture: Picture, entry: ModelInput) -> Array:
    """A picture as an input takes it, of shape (1, channels, rows, columns): scaled and padded."""
    import cv2

    pixels = picture.grey[..., None] if entry.channels == 1 else picture.colours
    rows, columns = padded(entry, picture.shape)
    below, beside = rows - picture.shape[0], columns - picture.shape[1]
    whole = cv2.copyMakeBorder(np.ascontiguousarray(pixels), 0, below, 0, beside, cv2.BORDER_REPLICATE)
    bands = np.asarray(whole).reshape(rows, columns, -1).transpose(2, 0, 1)
    return scale(bands, entry.scaling)[None].astype(entry.dtype)


def padded(entry: ModelInput, shape: tuple[int, int]) -> tuple[int, int]:
    """Rows and columns of the image that an input is given for a picture: its own, or the next multiple."""
    own = entry.side("height"), entry.side("width")
    rows, columns = (
        side if side > 0 else -(-length // MULTIPLE) * MULTIPLE
        for side, length in zip(own, shape, strict=True)
    )
    return rows, columns


def reduced(picture: Picture, side: int) -> tuple[Picture, float]:
    """A picture whose longer side is at most so long, and how many pixels one of it was."""
    import cv2

    factor = max(picture.shape) / side
    if factor <= 1:
        return picture, 1.0
    rows, columns = (max(1, int(length / factor)) for length in picture.shape)
    pixels = cv2.resize(picture.pixels, (columns, rows), interpolation=cv2.INTER_AREA)
    valid = None
    if picture.valid is not None:
        valid = cv2.resize(picture.valid.astype(np.uint8), (columns, rows), interpolation=cv2.INTER_NEAREST)
    return Picture(np.asarray(pixels, np.uint8), None if valid is None else np.asarray(valid).astype(bool)), (
        picture.shape[1] / columns
    )


def _chosen(given: Mapping[str, Array], count: int) -> NDArray[np.int64]:
    """Array of shape (pairs, 2): which keypoints belong together.

    Models say so in pairs of indices, or with a partner (or -1) for each on the left; without, the keypoints
    of both images come in pairs.
    """
    if "matches" not in given:
        return np.repeat(np.arange(count)[:, None], 2, axis=1)
    said = given["matches"].astype(np.int64)
    if said.shape[-1] == 2 and said.size != count:
        return said.reshape(-1, 2)
    partners = said.ravel()
    return np.stack([np.flatnonzero(partners >= 0), partners[partners >= 0]], axis=1)


def _usable(picture: Picture) -> NDArray[np.bool_]:
    usable = picture.usable
    return np.ones(picture.shape, bool) if usable is None else usable


def _lie_in(points: FloatArray, usable: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which points lie on the picture, where it may be used."""
    column, row = np.floor(points).astype(np.int64).T
    inside: NDArray[np.bool_] = (
        (column >= 0) & (row >= 0) & (column < usable.shape[1]) & (row < usable.shape[0])
    )
    inside[inside] = usable[row[inside], column[inside]]
    return inside
