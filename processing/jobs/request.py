"""A request: the JSON object that asks for a job, checked against the job's declaration."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..errors import RequestError
from ..language import tr
from .declaration import Job


@dataclass(frozen=True)
class Named:
    """Something to read, and its part: ``input[0]``, ``model``; ``kind`` is that of the parameter."""

    role: str
    kind: str
    href: str


@dataclass(frozen=True)
class Request:
    """A checked request: the job's own request object, and where each output goes."""

    job: Job
    inputs: Any
    destinations: Mapping[str, Path]

    def inputs_json(self) -> dict[str, Any]:
        """The inputs in their one JSON spelling, absent values left out."""
        values = {name: getattr(self.inputs, name) for name in self.job.parameters}
        return {
            name: self.job.parameters[name].serialise(value)
            for name, value in values.items()
            if value is not None
        }

    def sources(self) -> tuple[Named, ...]:
        """All that is read, each in its place."""
        return sources_of(self.inputs)


def sources_of(inputs: Any) -> tuple[Named, ...]:
    """All that a job's own request object names for reading, each in its place."""
    return tuple(
        Named(f"{field.name}[{place}]" if isinstance(value, tuple) else field.name, parameter.kind, href)
        for field in dataclasses.fields(inputs)
        if (value := getattr(inputs, field.name)) is not None
        for parameter in [field.metadata["parameter"]]
        for place, href in enumerate(parameter.sources(value))
    )


def read_request(job: Job, message: Mapping[str, Any]) -> Request:
    """The request in a JSON object, checked.

    Raises
    ------
    RequestError
        Another major version, an unknown or missing name, a value that does not fit, or an output that would
        replace what is read.
    """
    _check_version(job, message.get("version"))
    inputs, outputs = mapping(message, "inputs"), mapping(message, "outputs")
    _check_names(tr("parameter"), inputs, job.parameters)
    _check_names(tr("output"), outputs, {output.name: output for output in job.outputs})
    request = Request(job, _read_inputs(job, inputs), _read_destinations(job, outputs))
    check_apart(request, [source.href for source in request.sources()])
    return request


def check_apart(request: Request, sources: Sequence[str]) -> None:
    """Refuse outputs that would replace what is read.

    Raises
    ------
    RequestError
        One would.
    """
    for name, path in request.destinations.items():
        if any(_reads(source, path) for source in sources):
            sentence = tr("{name}: {path} is also an input, which would be lost: choose another name")
            raise RequestError(sentence.format(name=name, path=path))


def _reads(href: str, path: Path) -> bool:
    """Whether a path, a layer of a file or a GDAL name stands for this file."""
    source = href.partition("|")[0]
    if os.path.exists(source) and path.exists():
        return os.path.samefile(source, path)
    inside_a_name = rf"(?<![\w.]){re.escape(str(path))}(?![\w.])"
    return os.path.abspath(source) == str(path) or re.search(inside_a_name, href) is not None


def mapping(message: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under a key, an empty one where there is none."""
    value = message.get(key, {})
    if not isinstance(value, Mapping):
        raise RequestError(tr("found {value!r} for {key}, an object is needed").format(value=value, key=key))
    return value


def _check_version(job: Job, asked: Any) -> None:
    if asked is not None and str(asked).split(".")[0] != job.version.split(".")[0]:
        sentence = tr(
            "{job} is asked for in version {asked}, this backend has {found}: update the older of the two"
        )
        raise RequestError(sentence.format(job=job.id, asked=asked, found=job.version))


def _check_names(what: str, given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    for name in given:
        if name not in known:
            sentence = tr("there is no {what} {name!r}; there are {known}")
            raise RequestError(sentence.format(what=what, name=name, known=listed(known, nearest=name)))


def listed(names: Iterable[str], *, nearest: str) -> str:
    """Names with commas, the one that was probably meant in front and marked."""
    names = list(names)
    meant = get_close_matches(nearest.lower(), names, 1)
    rest = [name for name in names if name not in meant]
    return ", ".join([tr("{name} (is it meant?)").format(name=name) for name in meant] + rest)


def _read_inputs(job: Job, given: Mapping[str, Any]) -> Any:
    values = {}
    for name, parameter in job.parameters.items():
        if given.get(name) is None:
            if parameter.default is None and not parameter.optional:
                sentence = tr("the parameter {name!r} ({title}) is missing: give it a value")
                raise RequestError(sentence.format(name=name, title=tr(parameter.title)))
            continue
        try:
            values[name] = parameter.parse(given[name])
        except RequestError as error:
            raise RequestError(f"{name} ({tr(parameter.title)}): {error}") from None
    return _build(job, values)


def _build(job: Job, values: dict[str, Any]) -> Any:
    # A default goes through the same door as a value: a default list arrives as a tuple.
    for field in dataclasses.fields(job.request):
        parameter = job.parameters[field.name]
        if field.name not in values and parameter.default is not None:
            values[field.name] = parameter.parse(parameter.default)
    return job.request(**values)


def _read_destinations(job: Job, given: Mapping[str, Any]) -> dict[str, Path]:
    paths = {name: _destination(job, name, value) for name, value in given.items() if value is not None}
    missing = [output.name for output in job.outputs if output.required and output.name not in paths]
    if missing or not (paths or job.answers):
        names = ", ".join(missing or [output.name for output in job.outputs])
        raise RequestError(tr("no destination is given: give a path to one of {names}").format(names=names))
    twice = {path for path in paths.values() if list(paths.values()).count(path) > 1}
    if twice:
        raise RequestError(tr("two outputs go to {path}: give each its own").format(path=twice.pop()))
    return paths


def _destination(job: Job, name: str, value: Any) -> Path:
    path = value.get("path") if isinstance(value, Mapping) else value
    if not isinstance(path, str) or not path.strip() or "\0" in path:
        raise RequestError(tr("{name}: found {value!r}, a path is needed").format(name=name, value=value))
    extensions = job.output(name).extensions
    if extensions and Path(path).suffix.lower().lstrip(".") not in extensions:
        sentence = tr("{name}: found {path}, a file that ends in {extensions} is needed")
        raise RequestError(
            sentence.format(name=name, path=path, extensions=", ".join(f".{e}" for e in extensions))
        )
    return Path(os.path.realpath(path))  # a link is followed: its target is what gets the new content
