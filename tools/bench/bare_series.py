"""What a model of series alone costs: bare calls on the same tiles, held in memory.

    bare_series.py MODEL TILE OVERLAP THREADS IMAGE…

As `bare.py` does it: one tile a call, on the fewest tiles that cover the scene. Prints the wall time of all.
"""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import onnxruntime
from bare import tiles
from series import DEVIATION, MEAN


def main() -> None:
    """Measure, and print the cost as JSON."""
    model, tile, overlap, threads, *images = sys.argv[1:]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    session = onnxruntime.InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])
    name, bare_s = session.get_inputs()[0].name, 0.0
    by_date = [tiles(image, int(tile), int(overlap)) for image in images]
    for dates in zip(*by_date, strict=True):
        feed = {name: (np.stack(dates)[None].astype("float32") - MEAN) / DEVIATION}
        start = time.perf_counter()
        session.run(None, feed)
        bare_s += time.perf_counter() - start
    print(json.dumps({"bare_s": bare_s, "tiles": len(by_date[0])}))


if __name__ == "__main__":
    main()
