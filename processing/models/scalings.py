"""How raw values become what a model was trained on: the steps that numpy and a graph both take."""

from __future__ import annotations

from collections.abc import Sequence

from .card import Scaling

LARGE = 3.0e38  # a bound that bounds nothing


def scaling_steps(scaling: Sequence[Scaling]) -> list[tuple[str, list[float]]]:
    """The operations that scale values, in order, each with one number for all bands or one per band.

    They are named as in ONNX. Expressions (``processing``) are refused before.

    Examples
    --------
    >>> scaling_steps([Scaling("z-score", (10.0, 2.0)), Scaling("z-score", (20.0, 4.0))])
    [('Sub', [10.0, 20.0]), ('Div', [2.0, 4.0])]
    >>> scaling_steps([Scaling("clip", (0.0, 1.0))])
    [('Max', [0.0]), ('Min', [1.0])]
    """
    lows, highs, offsets, divisors = [], [], [], []
    for one in scaling:
        values = one.values
        lows.append(values[0] if one.kind in ("clip", "clip-min") else -LARGE)
        highs.append(values[-1] if one.kind in ("clip", "clip-max") else LARGE)
        offsets.append(values[0] if one.kind in ("z-score", "min-max", "offset") else 0.0)
        divisors.append(one.divisor)
    steps = [("Max", lows, -LARGE), ("Min", highs, LARGE), ("Sub", offsets, 0.0), ("Div", divisors, 1.0)]
    return [(name, numbers) for name, numbers, idle in steps if any(number != idle for number in numbers)]
