"""The tutorial of old maps: its commands are real ones, the same in both languages, and they run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"en": ROOT / "docs" / "oldmaps.md", "fr": ROOT / "docs" / "fr" / "oldmaps.md"}
MAIN = ROOT / "processing" / "__main__.py"


def commands(language: str) -> list[list[str]]:
    text = PAGES[language].read_text(encoding="utf-8").replace("\\\n", " ")
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


@pytest.fixture(scope="module")
def jobs() -> dict[str, set[str]]:
    catalogue = json.loads((ROOT / "resources" / "catalogue.json").read_text(encoding="utf-8"))
    return {job["id"]: {*job["inputs"], *job["outputs"]} for job in catalogue["processes"]}


def test_both_languages_give_the_same_commands():
    assert commands("en") == commands("fr")
    assert len(commands("en")) > 5


def test_every_job_and_name_exists(jobs):
    for program, *rest in commands("en"):
        if program == "releve":
            _, job, *given = rest
            assert {one.partition("=")[0] for one in given} <= jobs[job]


@pytest.mark.parametrize("language", PAGES)
def test_every_link_leads_somewhere(language):
    page = PAGES[language]
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.soak
def test_the_commands_run_one_after_the_other(tmp_path):
    sample = [sys.executable, ROOT / "tools" / "sample_atlas.py", tmp_path / "build" / "samples" / "atlas"]
    subprocess.run(sample, check=True)
    for program, *rest in commands("en"):
        if program == "cp":
            *images, folder = rest
            for image in [found for pattern in images for found in tmp_path.glob(pattern)]:
                shutil.copy(image, tmp_path / folder)
        else:
            run = [sys.executable, "-I", "-X", "utf8", str(MAIN), *rest]
            subprocess.run(run, cwd=tmp_path, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert (tmp_path / "build" / "valmer.tif").exists()
