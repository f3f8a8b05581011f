"""Kinds of parameter and of destination, a file each: the tables that the generic algorithm reads."""

from .artifact_destination import ArtifactDestination
from .band import Band
from .boolean import Boolean
from .crs import Crs
from .datetime import DateTime
from .destination import Destination, finish_destination
from .enum import Enum
from .extent import Extent
from .field import Field
from .file import File
from .file_destination import FileDestination
from .folder import Folder
from .folder_destination import FolderDestination
from .kind import Kind, finish
from .model import Model
from .number import Number
from .raster import Raster
from .raster_destination import RasterDestination
from .rasters import Rasters
from .table import Table
from .table_destination import TableDestination
from .text import Text
from .vector import Vector
from .vector_destination import VectorDestination

KINDS = {
    "band": Band(),
    "boolean": Boolean(),
    "crs": Crs(),
    "datetime": DateTime(),
    "enum": Enum(),
    "extent": Extent(),
    "field": Field(),
    "file": File(),
    "folder": Folder(),
    "model": Model(),
    "number": Number(),
    "raster": Raster(),
    "rasters": Rasters(),
    "table": Table(),
    "text": Text(),
    "vector": Vector(),
}
DESTINATIONS = {
    "artifact": ArtifactDestination(),
    "file": FileDestination(),
    "folder": FolderDestination(),
    "raster": RasterDestination(),
    "table": TableDestination(),
    "vector": VectorDestination(),
}

__all__ = ["DESTINATIONS", "KINDS", "Destination", "Kind", "finish", "finish_destination"]
