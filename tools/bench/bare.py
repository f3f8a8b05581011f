"""What the model alone costs: bare calls of ONNX Runtime on the same tiles, held in memory.

    bare.py MODEL SCENE TILE OVERLAP THREADS

The model runs as it is, one tile a call, on the fewest tiles that cover the scene. A run infers some more,
since its blocks keep their margin at the border too: that is part of what it costs over the bare
calls. Prints the wall time of all calls, and of loading the model apart.
"""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import onnxruntime
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window

MEAN, DEVIATION = 127.5, 63.75


def tiles(scene: str, tile: int, overlap: int) -> list[NDArray[np.uint8]]:
    """The tiles of a scene, mirrored beyond its border."""
    step, found = tile - overlap, []
    with rasterio.open(scene) as source:
        for row in range(0, max(1, source.height - overlap), step):
            for column in range(0, max(1, source.width - overlap), step):
                rows, columns = min(tile, source.height - row), min(tile, source.width - column)
                values = source.read(window=Window(column, row, columns, rows))
                found.append(np.pad(values, ((0, 0), (0, tile - rows), (0, tile - columns)), "symmetric"))
    return found


def main() -> None:
    """Measure, and print the cost as JSON."""
    model, scene, tile, overlap, threads = sys.argv[1:6]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    start = time.perf_counter()
    session = onnxruntime.InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])
    load_s = time.perf_counter() - start
    name, bare_s = session.get_inputs()[0].name, 0.0
    ready = tiles(scene, int(tile), int(overlap))
    for one in ready:
        feed = {name: (one[None].astype("float32") - MEAN) / DEVIATION}
        start = time.perf_counter()
        session.run(None, feed)
        bare_s += time.perf_counter() - start
    print(json.dumps({"bare_s": bare_s, "load_s": load_s, "tiles": len(ready)}))


if __name__ == "__main__":
    main()
