"""What every job that takes the control points of a sheet asks for."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class PointsFile:
    """The file of one sheet's control points."""

    points: p.Source = p.file(
        "Control points",
        help="Points of QGIS, GDAL or ArcGIS, a table of Relevé, a IIIF annotation, or an image with points "
        "inside. Where a file holds several sheets, name one: “atlas.json|sheet=3”.",
    )


@dataclass(frozen=True, kw_only=True)
class AssumedSystem:
    """In which reference system points are to be understood."""

    crs: str | None = p.crs(
        "Reference system to assume",
        optional=True,
        help="For the points, in place of what their file claims: a code such as EPSG:2154, WKT, a PROJ "
        "string, or the name of a historical one, such as verniquet.",
    )
    place: str | None = p.text(
        "Place",
        optional=True,
        help="What the sheet shows, such as paris: its points must lie there. Places that you describe in a "
        "file of your own count too.",
    )


@dataclass(frozen=True, kw_only=True)
class PointsOfASheet(AssumedSystem, PointsFile):
    """The control points of one sheet, and how they are to be understood."""
