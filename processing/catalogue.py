"""All jobs: those of the rooms, found by the name of their file, and those of installed packages."""

from __future__ import annotations

import logging
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from .errors import RequestError
from .jobs.declaration import Job, describe
from .language import tr

GROUP = "releve.jobs"
"""Entry point group through which an installed package adds jobs."""

_log = logging.getLogger(__name__)


@cache
def all_jobs() -> dict[str, Job]:
    """Id of each job → the job, in alphabetical order."""
    jobs = own_jobs()
    for entry in entry_points(group=GROUP):
        try:
            job = entry.load()
        except Exception as error:  # noqa: BLE001  (somebody else's package, of which anything may come)
            _log.warning("the jobs of %s cannot be loaded: %s", entry.value, error)
            continue
        if isinstance(job, Job) and job.id not in jobs:
            jobs[job.id] = job
        else:
            _log.warning("%s is not a job, or its name is taken: left out", entry.value)
    return dict(sorted(jobs.items()))


def own_jobs() -> dict[str, Job]:
    """The jobs of this checkout: the ``JOB`` of each file ``<name>_job.py`` in a room or a folder of it."""
    here = Path(__file__).parent
    package = __name__.rpartition(".")[0]
    found = {}
    for file in here.glob("*/**/*_job.py"):
        module = ".".join(file.relative_to(here).with_suffix("").parts)
        job: Job = import_module(f"{package}.{module}").JOB
        found[job.id] = job
    return dict(sorted(found.items()))


def find_job(identity: str) -> Job:
    """The job of this id.

    Raises
    ------
    RequestError
        There is none; the message names those there are.
    """
    job = own_jobs().get(identity) or all_jobs().get(identity)
    if job is None:
        sentence = tr("there is no job {job!r}; there are {known}")
        raise RequestError(sentence.format(job=identity, known=", ".join(all_jobs())))
    return job


def process_list(jobs: dict[str, Job]) -> dict[str, Any]:
    """The jobs as OGC API – Processes descriptions: what ``resources/catalogue.json`` holds."""
    return {"processes": [describe(job) for job in jobs.values()], "links": []}
