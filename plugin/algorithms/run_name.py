"""What a run is called in the legend and in the list of runs: its model and what it works on."""

from pathlib import Path
from typing import Any

from ..catalogue import Job
from ..history.secrets import without_secrets
from ..i18n import tr
from .values import Values

DATA = ("raster", "rasters", "vector", "table")


def run_name(job: Job, values: Values) -> str:
    """Model and image by name, or the job's title where it has neither."""
    models = [_name(values.raw(p.key), values) for p in job.parameters if p.kind == "model"]
    data = [_name(values.raw(p.key), values) for p in job.parameters if p.kind in DATA]
    return ", ".join([*filter(None, models), *list(filter(None, data))[:1]]) or tr(job.title)


def _name(value: Any, values: Values) -> str:
    if isinstance(value, (list, tuple)):
        first = _name(value[0], values)
        return (
            first
            if len(value) == 1
            else tr("{name} and {count} more").format(name=first, count=len(value) - 1)
        )
    if value is None:
        return ""
    source = value.source.staticValue() if hasattr(value, "selectedFeaturesOnly") else value
    layer = values.layer(source)
    return layer.name() if layer is not None else Path(without_secrets(str(source)).partition("|")[0]).stem
