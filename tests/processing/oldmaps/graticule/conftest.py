"""Drawn sheets whose graticule is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from releve.processing.jobs.context import Context
from releve.processing.jobs.request import read_request
from releve.processing.oldmaps.graticule.graticule_job import JOB

FINE = 4  # bits of a pixel's fraction that OpenCV draws by


@dataclass(frozen=True)
class ArrayGreys:
    """A picture in memory, as the search reads one."""

    pixels: Any

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    def read(self, col: int, row: int, width: int, height: int) -> Any:
        rows = np.clip(np.arange(row, row + height), 0, self.height - 1)
        columns = np.clip(np.arange(col, col + width), 0, self.width - 1)
        return self.pixels[np.ix_(rows, columns)].astype(np.float32)


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A town on paper, with a graticule over it.

    ``spacing`` in pixels to the right and downwards, from the node nearest to the upper left at ``first``;
    nothing without.
    """

    width: int = 1700
    height: int = 1300
    margin: int = 60
    spacing: tuple[float, float] | None = (420.0, 420.0)
    first: tuple[float, float] = (190.0, 160.0)
    turn_deg: float = 0.0
    line: tuple[int, int] = (120, 2)  # shade and width
    gaps: float = 0.0  # share of the lines that is not drawn
    streets: int = 150
    fold: int | None = None
    seed: int = 0
    nodes: dict[tuple[int, int], Any] = field(default_factory=dict, init=False)

    def draw(self) -> Any:
        """The picture, uint8 (height, width); ``nodes`` holds the place of each node, col and row."""
        random = np.random.default_rng(self.seed)
        inner = (slice(self.margin, self.height - self.margin), slice(self.margin, self.width - self.margin))
        picture = np.full((self.height, self.width), 222, np.uint8)
        sheet = picture[inner]
        _town(sheet, self.streets, random)
        if self.spacing is not None:
            lines = picture.copy()
            self._graticule(lines, random)
            picture[inner] = lines[inner]
        if self.streets:
            corners = (self.margin, self.margin), (self.width - self.margin, self.height - self.margin)
            cv2.rectangle(picture, *corners, 40, 3)
        if self.fold is not None:
            picture[:, self.fold : self.fold + 6] -= 45
        noise = random.normal(0, 3, picture.shape)
        return np.clip(cv2.GaussianBlur(picture, (0, 0), 0.8) + noise, 0, 255).astype(np.uint8)

    def _graticule(self, picture: Any, random: Any) -> None:
        right, down = self.spacing or (1.0, 1.0)
        across = int((self.width - self.first[0]) / right) + 1
        along = int((self.height - self.first[1]) / down) + 1
        for i in range(across):
            self._line(picture, [self._place(i, j) for j in np.linspace(-1, along, 150)], random)
        for j in range(along):
            self._line(picture, [self._place(i, j) for i in np.linspace(-1, across, 150)], random)
        for i in range(across):
            for j in range(along):
                col, row = self._place(i, j)
                if self._is_inside(col, row):
                    self.nodes[i, j] = np.array([col + 0.5, row + 0.5])

    def _is_inside(self, col: float, row: float) -> bool:
        edge = self.margin
        return edge < col < self.width - edge and edge < row < self.height - edge

    def _place(self, i: float, j: float) -> Any:
        right, down = self.spacing or (1.0, 1.0)
        middle = np.array([self.width, self.height]) / 2
        col, row = np.array([self.first[0] + i * right, self.first[1] + j * down]) - middle
        cosine, sine = np.cos(np.radians(self.turn_deg)), np.sin(np.radians(self.turn_deg))
        return middle + np.array([cosine * col - sine * row, sine * col + cosine * row])

    def _line(self, picture: Any, places: list[Any], random: Any) -> None:
        for start, end in pairwise(places):
            if random.random() >= self.gaps:
                ends = ([round(value * 2**FINE) for value in place] for place in (start, end))
                cv2.line(picture, *ends, *self.line, cv2.LINE_AA, FINE)


def _town(sheet: Any, streets: int, random: Any) -> None:
    """Both sides of streets, in two main directions that are not the graticule's."""
    rows, columns = sheet.shape
    main = random.uniform(0.2, 1.3)
    for _ in range(streets):
        angle = main + random.choice([0, np.pi / 2]) + random.normal(0, 0.2)
        along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
        middle, length = random.uniform(0, (columns, rows)), random.uniform(60, 400)
        for side in (-5, 5):
            start = middle + side * across
            ends = ([round(value) for value in end] for end in (start, start + length * along))
            cv2.line(sheet, *ends, int(random.uniform(40, 110)), 1, cv2.LINE_AA)
        cv2.putText(sheet, "rue", [round(value) for value in middle], cv2.FONT_HERSHEY_SIMPLEX, 0.6, 60, 1)


@pytest.fixture
def drawing() -> type[Drawing]:
    """Draws sheets."""
    return Drawing


@pytest.fixture
def greys() -> type[ArrayGreys]:
    """Reads pictures in memory."""
    return ArrayGreys


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Writes a picture as a file."""

    def write(picture: Any, name: str = "planche d'été.png") -> Path:
        path = tmp_path / name
        path.write_bytes(cv2.imencode(path.suffix, picture)[1].tobytes())
        return path

    return write


@pytest.fixture
def run_job() -> Callable[..., Any]:
    """Runs the job: its context, whose events lie in `told`."""

    def run(inputs: Mapping[str, Any], outputs: Mapping[str, Path] | None = None) -> Any:
        told: list[dict[str, Any]] = []
        destinations = {name: {"path": str(path)} for name, path in (outputs or {}).items()}
        given = {name: str(value) for name, value in inputs.items()}
        message = {"job": JOB.id, "version": JOB.version, "inputs": given, "outputs": destinations}
        request = read_request(JOB, message)
        context = Context(request, told.append)
        context.told = told
        try:
            JOB.run(request.inputs, context)
            context.publish()
        finally:
            context.close()
        return context

    return run
