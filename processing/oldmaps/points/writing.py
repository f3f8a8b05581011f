"""Write the control points of a sheet."""

from __future__ import annotations

from pathlib import Path

from ...errors import OutputError, RequestError
from ...language import tr
from .control_points import ControlPoints
from .formats import FORMATS


def write_points(path: str | Path, points: ControlPoints, *, format: str | None = None) -> None:
    """Write points into a file; what was read and has not changed is written as it was.

    Parameters
    ----------
    path : str or Path
    points : ControlPoints
    format : str, optional
        A key of :data:`.FORMATS`; the extension of ``path`` decides by default.

    Raises
    ------
    RequestError
        The format is unknown, or is one that is only read.
    OutputError
        The file cannot be written.
    """
    key = format or format_named(path)
    write = FORMATS[key].write
    if write is None:
        sentence = tr("{format} is only read: choose another format")
        raise RequestError(sentence.format(format=FORMATS[key].title))
    content = write(points)
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        sentence = tr("{path} cannot be written ({reason}): choose another folder")
        raise OutputError(sentence.format(path=path, reason=error.strerror)) from error


def format_named(path: str | Path) -> str:
    """The key of the format that an extension stands for.

    Raises
    ------
    RequestError
        No format has it.
    """
    extension = Path(path).suffix.lstrip(".").lower()
    for key, one in FORMATS.items():
        if extension in one.extensions and one.write is not None:
            return key
    sentence = tr("found the extension “{extension}”, one of {known} is needed for control points")
    known = ", ".join(extension for one in FORMATS.values() if one.write for extension in one.extensions)
    raise RequestError(sentence.format(extension=extension, known=known))
