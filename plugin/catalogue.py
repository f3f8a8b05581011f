"""The catalogue of jobs, read from OGC API – Processes descriptions.

What OGC's words cannot say stands in ``additionalParameters`` under the role ``releve/ui``: the kind of a
parameter, its bounds, its parent, its labels.
"""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

ROLE = "releve/ui"
IN_SCHEMA = ("default", "minimum", "maximum")
"""What the schema itself can say."""
VALUES = ("number", "text")
"""Kinds of result that are told, not written anywhere."""


@dataclass(frozen=True)
class Parameter:
    """One input of a job, as its declaration says; what a kind does not use keeps its default."""

    name: str
    title: str
    kind: str
    help: str = ""
    optional: bool = False
    advanced: bool = False
    default: Any = None
    minimum: "float | None" = None
    maximum: "float | None" = None
    integer: bool = False
    unit: str = ""
    parent: str = ""
    type: str = "any"
    geometry: str = "any"
    extensions: tuple[str, ...] = ()
    choices: dict[str, str] = field(default_factory=dict)
    many: bool = False
    multiline: bool = False
    services: bool = False

    @property
    def key(self) -> str:
        """Its name in Processing."""
        return self.name.upper()

    @property
    def needed(self) -> bool:
        """Whether a request without it is refused."""
        return not self.optional and self.default is None


@dataclass(frozen=True)
class Output:
    """One output of a job."""

    name: str
    title: str
    kind: str
    help: str = ""
    required: bool = False
    by_default: bool = True
    extensions: tuple[str, ...] = ()
    geometry: str = "any"
    key: str = ""
    """Its name in Processing: in capitals, ``OUTPUT_…`` where an input has that name."""

    @property
    def extension(self) -> str:
        """Extension of a proposed file name, without dot; nothing for a folder."""
        return self.extensions[0] if self.extensions else ""


@dataclass(frozen=True)
class Value:
    """A number or a text that a result tells where it is known."""

    name: str
    title: str
    kind: str
    help: str = ""
    unit: str = ""
    integer: bool = False

    @property
    def key(self) -> str:
        """Its name in Processing."""
        return self.name.upper()


@dataclass(frozen=True)
class Job:
    """What the plugin knows of a job."""

    id: str
    version: str
    title: str
    help: str
    group: str
    tags: tuple[str, ...]
    links: dict[str, str]
    parameters: tuple[Parameter, ...]
    outputs: tuple[Output, ...]
    values: tuple[Value, ...] = ()
    answers: bool = False


def load_jobs(paths: Iterable[Path]) -> list[Job]:
    """The jobs of the catalogues that exist among ``paths``; of two of the same id, the first one found.

    A catalogue that cannot be read is passed over with a word in the log: the jobs of the others, and the
    installer that would mend it, have to stay.
    """
    jobs: dict[str, Job] = {}
    for path in paths:
        if path.is_file():
            for job in _readable_jobs(path):
                jobs.setdefault(job.id, job)
    return list(jobs.values())


def _readable_jobs(path: Path) -> list[Job]:
    try:
        return read_jobs(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        _log.warning("%s is no catalogue of jobs: %s", path, error)
        return []


def read_jobs(catalogue: Any) -> list[Job]:
    """The jobs in a parsed catalogue: a list of descriptions, or OGC's object with ``processes``."""
    descriptions = catalogue["processes"] if isinstance(catalogue, dict) else catalogue
    return [read_job(description) for description in descriptions]


def read_job(description: dict[str, Any]) -> Job:
    """The job of one description."""
    parameters = tuple(_build(Parameter, name, item) for name, item in description.get("inputs", {}).items())
    taken = {parameter.key for parameter in parameters}
    told = description.get("outputs", {})
    values = {name: item for name, item in told.items() if _ui(item).get("kind") in VALUES}
    outputs = [_build(Output, name, item) for name, item in told.items() if name not in values]
    return Job(
        id=description["id"],
        version=description["version"],
        title=description.get("title", description["id"]),
        help=description.get("description", ""),
        group=_ui(description).get("group", ""),
        answers=bool(_ui(description).get("answers", False)),
        tags=tuple(description.get("keywords", ())),
        links={link.get("title", link["href"]): link["href"] for link in description.get("links", ())},
        parameters=parameters,
        outputs=tuple(replace(output, key=_output_key(output.name, taken)) for output in outputs),
        values=tuple(_build(Value, name, item) for name, item in values.items()),
    )


def _output_key(name: str, taken: set[str]) -> str:
    key = name.upper()
    return f"OUTPUT_{key}" if key in taken else key


def _build(shape: Any, name: str, item: dict[str, Any]) -> Any:
    # A newer backend may say more than this plugin knows.
    known = {f.name for f in fields(shape)} - {"name", "title", "help", "key"}
    schema = item.get("schema", {})
    everything = {**{key: schema[key] for key in IN_SCHEMA if key in schema}, **_ui(item)}
    said = {key: value for key, value in everything.items() if key in known}
    if "extensions" in said:
        said["extensions"] = tuple(said["extensions"])
    return shape(name=name, title=item.get("title", name), help=item.get("description", ""), **said)


def _ui(item: dict[str, Any]) -> dict[str, Any]:
    extra = item.get("additionalParameters", {})
    for parameter in extra.get("parameters", ()):
        if parameter.get("name") == ROLE:
            return dict(parameter["value"][0])
    return {}
