"""Match pairs of old maps whose truth is known, and say how often that goes right, and how often wrong.

    .venv/bin/python tools/matching_trials.py sift alike-t.onnx --groups near unrelated --out trials.json

The pairs are cut from the scans in the folder of test data (RELEVE_TEST_DATA, else ../shared/data). A match
is right where the sheet's places fall within 3 px of the truth, and a confident failure where it is called
reliable and is not right. Of no failure in n trials, the true rate is below 1 - 0.05^(1/n) at 95 %.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from alike import register_releve
from matching_pairs import GROUPS, SIDE, Pair, pairs

ROOT = Path(__file__).resolve().parents[1]
RIGHT_PX = 3.0
COLUMNS = (
    "method", "group", "pairs", "right", "reliable", "look", "confident failures", "median error, px", "s"
)  # fmt: skip
GRID = 5  # places along each side of a sheet at which the error is taken


@dataclass(frozen=True)
class Outcome:
    """How one pair went; ``error_px`` is in pixels of the sheet, None where no place was claimed."""

    method: str
    group: str
    name: str
    related: bool
    verdict: str
    inliers: int
    cells: int
    chance: float
    anisotropy: float
    rival: float
    error_px: float | None
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether a claim was made that holds."""
        return self.related and self.error_px is not None and self.error_px <= RIGHT_PX

    @property
    def is_confident_failure(self) -> bool:
        """Whether it is called reliable and is wrong."""
        return self.verdict == "reliable" and not self.is_right


def error_px(found: np.ndarray, truth: np.ndarray) -> float:
    """Root mean square distance of two maps from a sheet to a reference, in pixels of the sheet."""
    along = (np.arange(GRID) + 0.5) * SIDE / GRID
    places = np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2)
    away = places @ (found - truth)[:, :2].T + (found - truth)[:, 2]
    scale = np.sqrt(abs(np.linalg.det(truth[:, :2])))
    return float(np.sqrt((away**2).sum(axis=1).mean()) / scale)


def tried(pair: Pair, matcher: Any) -> Outcome:
    """One pair, matched."""
    from releve.processing.oldmaps.matching.features import Picture
    from releve.processing.oldmaps.matching.images import ArrayImage
    from releve.processing.oldmaps.matching.matching import match_images

    start = time.perf_counter()
    sheet, reference = (
        ArrayImage(Picture(np.ascontiguousarray(one))) for one in (pair.sheet, pair.reference)
    )
    found = match_images(sheet, reference, matcher)
    seconds = time.perf_counter() - start
    error = None
    if pair.truth is not None and found.affinity is not None:
        error = error_px(found.affinity, pair.truth)
    return Outcome(
        matcher.name, pair.group, pair.name, pair.truth is not None, found.verdict,
        **asdict(found.evidence), error_px=error, seconds=seconds,
    )  # fmt: skip


def matchers(names: Sequence[str]) -> Iterator[Any]:
    """SIFT by its name, models by their files."""
    from releve.processing.oldmaps.matching.keypoint_models import open_matcher
    from releve.processing.oldmaps.matching.sift import sift

    for name in names:
        yield sift() if name == "sift" else open_matcher(name).matcher


def table(outcomes: Iterable[Outcome]) -> str:
    """One line for each method, group and kind of change."""
    rows: dict[tuple[str, str, str], list[Outcome]] = {}
    for one in outcomes:
        kind = one.name.split()[0] if one.group == "style" else ""
        rows.setdefault((one.method, one.group, kind), []).append(one)
    lines = ["| " + " | ".join(COLUMNS) + " |", "|---" * len(COLUMNS) + "|"]
    for (method, group, kind), found in rows.items():
        errors = [one.error_px for one in found if one.is_right]
        verdicts = [one.verdict for one in found]
        cells = (
            method,
            f"{group} {kind}".strip(),
            len(found),
            f"{100 * len(errors) / len(found):.0f} %" if found[0].related else "–",
            verdicts.count("reliable"),
            verdicts.count("look"),
            sum(one.is_confident_failure for one in found),
            f"{np.median(errors):.2f}" if errors else "–",
            f"{np.median([one.seconds for one in found]):.1f}",
        )
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def test_data() -> Path:
    """Where the scans are."""
    return Path(os.environ.get("RELEVE_TEST_DATA", ROOT.parent / "shared" / "data")) / "oldmaps"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("methods", nargs="+", help="sift, or the files of models")
    parser.add_argument("--groups", nargs="+", choices=GROUPS, default=GROUPS)
    parser.add_argument("--every", type=int, default=1, help="take one pair in so many of each group")
    parser.add_argument("--out", type=Path, help="write every outcome here, as JSON")
    arguments = parser.parse_args()
    register_releve()
    outcomes = []
    for matcher in matchers(arguments.methods):
        for pair in pairs(test_data(), tuple(arguments.groups), every=arguments.every):
            outcomes.append(tried(pair, matcher))
            if outcomes[-1].is_confident_failure:
                print(f"confident failure: {outcomes[-1]}", file=sys.stderr)
            if arguments.out:
                arguments.out.write_text(json.dumps([asdict(one) for one in outcomes], indent=1))
    print(table(outcomes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
