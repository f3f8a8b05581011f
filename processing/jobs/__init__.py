"""What a job, a request, an event and a context are: the floor that every room stands on."""

from __future__ import annotations

from . import outputs, parameters
from .context import Context
from .declaration import Job, describe
from .request import Request, read_request

__all__ = ["Context", "Job", "Request", "describe", "outputs", "parameters", "read_request"]
