"""What can go wrong, as a tree. Catch the branch you would act on.

::

    ReleveError
    ├── RequestError      what was asked does not fit the job's declaration  (a ValueError)
    ├── RasterError       a raster cannot be read or does not fit            (a ValueError)
    │   ├── GridError     its grid: size, rotation, CRS, ground resolution, area outside it
    │   └── BandError     its bands: number, names, dtype, range of values
    ├── VectorError       a vector layer or table cannot be read or does not fit
    │   └── FitError      control points do not carry the transformation asked for
    ├── ModelError        a model cannot be loaded or run
    │   ├── CardError     its card is missing something or contradicts it
    │   └── ProviderError the execution provider asked for is not the one that would run
    ├── DownloadError     something elsewhere cannot be had, or is not what was promised  (an OSError)
    │   └── CutError      it was cut on the way, or its server is busy: another attempt may do
    ├── LicenceError      the licence of something elsewhere is not the one accepted
    ├── OutOfMemory       less memory than the work needs                    (a MemoryError)
    ├── OutputError       a result cannot be written                         (an OSError)
    └── Cancelled         the user, or the end of their session, stopped the work

Every message says what was found, what is needed and what to do.
"""

from __future__ import annotations


class ReleveError(Exception):
    """Base of every error that Relevé raises on purpose."""


class RequestError(ReleveError, ValueError):
    """What was asked does not fit the job's declaration."""


class RasterError(ReleveError, ValueError):
    """A raster cannot be read, or does not fit the work."""


class GridError(RasterError):
    """A raster's grid does not fit: size, rotation, CRS, ground resolution, area outside it."""


class BandError(RasterError):
    """A raster's bands do not fit: number, names, dtype, range of values."""


class VectorError(ReleveError, ValueError):
    """A vector layer or a table cannot be read, or does not fit the work."""


class FitError(VectorError):
    """Control points do not carry the transformation asked for: too few, on one line, folded over."""


class ModelError(ReleveError):
    """A model cannot be loaded or run."""


class CardError(ModelError):
    """A model's card lacks something or contradicts the model."""


class ProviderError(ModelError):
    """The execution provider asked for is not the one that would run."""


class DownloadError(ReleveError, OSError):
    """Something elsewhere cannot be had, or is not what was promised: address, size, hash, path."""


class CutError(DownloadError):
    """A transfer that was cut, or a server that is busy: another attempt may do."""


class LicenceError(ReleveError):
    """The licence of something elsewhere is not the one that was accepted."""


class OutOfMemory(ReleveError, MemoryError):
    """The work needs more memory than there is."""


class OutputError(ReleveError, OSError):
    """A result cannot be written."""


class Cancelled(ReleveError):
    """The user, or the end of their session, stopped the work."""
