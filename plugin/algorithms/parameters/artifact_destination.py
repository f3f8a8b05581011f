"""Where a file for the next job goes: a model, a report as data."""

from .file_destination import FileDestination


class ArtifactDestination(FileDestination):
    """A file like any other to Processing, which passes it on in a model."""
