"""Read the control points of a sheet, whatever program wrote them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ...errors import RequestError, VectorError
from ...language import tr
from ...raster.reference_systems import checked
from ..places.claims import contradictions
from .content import Content
from .control_points import ControlPoints
from .formats import FORMATS, Format
from .rows import Rows


def read_points(
    source: str,
    *,
    crs: str | None = None,
    place: str | None = None,
    rows: Rows | None = None,
    trusting: bool = False,
) -> ControlPoints:
    """The control points of a file, in the reference system that they are to be understood in.

    Parameters
    ----------
    source : str
        Path of a file; ``path|sheet=3`` or ``path|sheet=id`` for one sheet of several.
    crs : str, optional
        The reference system to assume instead of what the file claims: see :func:`.crs_of`.
    place : str, optional
        Name of the place that the sheet shows. Without, a claim is only held against the reference system
        itself.
    rows : Rows, optional
        Which way rows count, where the signs in the file contradict its format.
    trusting : bool
        Take a claim that the coordinates contradict; who sets it tells the user what
        :func:`~releve.processing.oldmaps.places.claims.contradictions` says.

    Returns
    -------
    ControlPoints
        ``crs`` is empty where nothing is known of it.

    Raises
    ------
    VectorError
        The file cannot be read or is malformed, or its coordinates contradict the reference system; the
        message says where, and which one fits.
    RequestError
        ``crs`` or ``place`` is unknown, or rows may count either way.
    """
    content = Content.named(str(source))
    found = format_of(content).read(content, rows or Rows())
    found = replace(found, sheet=found.sheet or Path(content.path).stem)  # QGIS: sheet.jpg.points
    found = replace(found, crs=checked(crs) if crs else _readable(found.crs))
    wrong = contradictions(found, place)
    if wrong and not trusting:
        raise VectorError(wrong[0].sentence)
    return found


def format_of(content: Content) -> Format:
    """The format of a file, by what it holds.

    Raises
    ------
    VectorError
        None of those known.
    """
    for one in FORMATS.values():
        if one.recognises(content):
            return one
    sentence = tr("{name} holds no control points in a format known here: {formats}")
    titles = ", ".join(one.title for one in FORMATS.values())
    raise VectorError(sentence.format(name=content.name, formats=titles))


def _readable(claim: str) -> str:
    """The claim as PROJ reads it; empty where it reads nothing of it."""
    try:
        return checked(claim)
    except RequestError:
        return ""
