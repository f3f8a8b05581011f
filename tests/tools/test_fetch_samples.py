"""Fetching the sample images: what is written, and what is said when it cannot be."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import rasterio
from rasterio.errors import NotGeoreferencedWarning


@pytest.fixture
def tool(load_tool: Callable[[str], ModuleType]) -> ModuleType:
    return load_tool("fetch_samples")


@pytest.fixture
def fake_apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put an `apt-get` first on the path that fails with these words."""

    def install(words: str) -> None:
        script = tmp_path / "bin" / "apt-get"
        script.parent.mkdir()
        script.write_text(f"#!/bin/sh\necho '{words}' >&2\nexit 100\n", "utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(script.parent))

    return install


def test_chip_keeps_having_no_georeference(tool: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "chip.tif"
    tool.write_sentinel(tool.chip_pixels(), target)
    with pytest.warns(NotGeoreferencedWarning):
        source = rasterio.open(target)
    with source:
        assert source.crs is None
        assert source.transform.is_identity
        assert source.descriptions == ("B02", "B03", "B04", "B08")
        assert (source.shape, source.dtypes[0]) == ((300, 300), "uint16")
    assert tool.is_written(target, tool.S2_BANDS)


def test_damaged_sample_is_fetched_again(tool: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "chip.tif"
    tool.write_sentinel(np.arange(360_000, dtype=np.uint16).reshape(4, 300, 300), target)
    assert tool.is_written(target, tool.S2_BANDS)
    content = target.read_bytes()
    target.write_bytes(content[: len(content) // 2])
    assert not tool.is_written(target, tool.S2_BANDS)


def test_second_run_fetches_nothing(
    tool: ModuleType, root: Path, fake_apt: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "build" / "samples"
    if not (folder / tool.LANDSAT).is_file():
        pytest.skip("the samples are not here: make samples")
    fake_apt("E: apt was called")
    tool.fetch(folder)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("E: Unable to locate package r-cran-stars", "apt-get update"),
        ("E: Failed to fetch http://deb.debian.org: no route to host", "check the network"),
    ],
)
def test_says_what_to_do_when_apt_fails(
    tool: ModuleType, fake_apt: Callable[[str], None], said: str, advice: str
) -> None:
    fake_apt(said)
    with pytest.raises(tool.SampleError, match=advice):
        tool.landsat_image()


def test_refuses_another_image(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "_downloaded", lambda folder: folder)
    monkeypatch.setattr(tool, "_unpacked", lambda package: b"another image")
    with pytest.raises(tool.SampleError, match="SHA-256"):
        tool.landsat_image()
