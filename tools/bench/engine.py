"""Speed and memory of `inference.map` on made-up images."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import child
import inputs

TILE, OVERLAP = 512, 64
HERE = Path(__file__).parent
OUT = inputs.FOLDER / "out"
MPX_8192 = 8192**2 / 1e6


def run(runs: int) -> Iterator[tuple[str, float]]:
    """Each figure of the engine by its name."""
    OUT.mkdir(parents=True, exist_ok=True)
    yield from _outside(runs)
    yield from _wall_over_bare(runs)
    yield from _memory()
    yield from _small_area()
    yield "first_tile_s", _first_tile(runs)


def _map(
    scene: Path,
    model: Path,
    *more: str,
    outputs: tuple[str, ...] = ("classes",),
    overlap: int = OVERLAP,
    cores: int | None = None,
) -> child.Cost:
    names = [f"{name}={OUT / name}.tif" for name in outputs]
    values = [f"input={scene}", f"model={model}", f"tile={TILE}", f"overlap={overlap}", "bands=1,2,3"]
    # Each run starts with an empty cache: nothing is resumed.
    return child.releve("inference.map", *values, *names, *more, cores=cores, env={"RELEVE_CACHE": str(OUT)})


def _outside(runs: int) -> Iterator[tuple[str, float]]:
    """Processor time outside ONNX Runtime over that of reading and writing alone, on one core."""
    scene, small, model = inputs.scene(8192), inputs.scene(512), inputs.tiny_model()
    outside, ratios = [], []
    for _ in range(runs):
        start = _map(small, model, cores=1)
        cost = _map(scene, model, cores=1)
        floor = _floor(scene)
        outside.append(cost.cpu_s - start.cpu_s - cost.values["infer_cpu_s"] + start.values["infer_cpu_s"])
        ratios.append(outside[-1] / floor)
    yield "outside_over_floor", median(ratios)
    yield "outside_ort_cpu_ms_per_mpx", median(outside) * 1000 / MPX_8192
    yield "start_and_load_s", start.wall_s


def _floor(scene: Path) -> float:
    ready = OUT / "classes.tif"
    arguments = [
        str(HERE / "floor.py"),
        str(scene),
        str(ready),
        str(OUT / "floor.tif"),
        str(TILE),
        str(OVERLAP),
    ]
    return float(child.run([sys.executable, *arguments], cores=1).values["floor_cpu_s"])


def _wall_over_bare(runs: int) -> Iterator[tuple[str, float]]:
    """Wall time, start and loading left out, over that of the bare calls with their best threads."""
    scene, model = inputs.scene(4096), inputs.unet_model()
    threads = min((1, 2), key=lambda count: _bare(model, scene, count))
    print(f"  bare calls are fastest with {threads} threads")
    crop, blended = [], []
    for _ in range(runs):
        bare = _bare(model, scene, threads)
        stages = _map(scene, model, "blending=crop")
        crop.append(_work(stages) / bare)
        soft = _map(scene, model, "blending=blend", outputs=("classes", "confidence"))
        blended.append(_work(soft) / bare)
    yield "wall_over_bare", median(crop)
    yield "wall_over_bare_blended", median(blended)
    names = ("read_s", "infer_s", "write_s", "finish_s")
    print("  busy seconds of the last cropped run:", {name: stages.values[name] for name in names})
    yield "wall_over_stages", _work(stages) / sum(stages.values[name] for name in names)


def _work(cost: child.Cost) -> float:
    return float(cost.values["walk_s"] + cost.values["finish_s"])


def _bare(model: Path, scene: Path, threads: int) -> float:
    arguments = [str(HERE / "bare.py"), str(model), str(scene), str(TILE), str(OVERLAP), str(threads)]
    return float(child.run([sys.executable, *arguments]).values["bare_s"])


def _memory() -> Iterator[tuple[str, float]]:
    model = inputs.tiny_model()
    small, large = (_map(inputs.scene(side), model, "blending=crop") for side in (8192, 16384))
    yield "rss_mib", large.rss_mib
    yield "rss_ratio_16384_over_8192", large.rss_mib / small.rss_mib
    both = ("classes", "confidence")
    small, large = (_map(inputs.scene(side), model, "blending=blend", outputs=both) for side in (8192, 16384))
    yield "rss_mib_blended", large.rss_mib
    yield "rss_growth_mib_blended", large.rss_mib - small.rss_mib
    # One row of tile borders of 4 classes in float32, for the 8,192 columns that were added.
    yield "carry_growth_mib", 4 * 4 * OVERLAP * 8192 / 2**20


def _small_area() -> Iterator[tuple[str, float]]:
    scene, model = inputs.scene(8192), inputs.tiny_model()
    area = inputs.area(scene, TILE)
    whole = _map(scene, model, overlap=0)
    cost = _map(scene, model, f"area={area}", overlap=0)
    print(f"  tiles of the whole image: {whole.values['tiles']}")
    yield "tiles_for_small_area", cost.values["tiles"]


def _first_tile(runs: int) -> float:
    scene, model = inputs.scene(512), inputs.tiny_model()
    return median(_map(scene, model).first_s for _ in range(runs))
