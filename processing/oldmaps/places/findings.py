"""What is wrong, or strange, about the points of a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ...raster.reference_systems import called, crs_of, definition_of


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing found.

    Parameters
    ----------
    kind : {"contradiction", "warning"}
        A contradiction makes a wrong map; a warning may have a good reason.
    sentence : str
        What was found, what is needed, what to do.
    sheet : str
        Name of the sheet.
    fitting : tuple of str
        Reference systems that the coordinates do fit, best first, as a job takes them.
    """

    kind: Literal["contradiction", "warning"]
    sentence: str
    sheet: str = ""
    fitting: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What a dock needs to tell it, and to offer the reference systems that fit."""
        fitting = [
            {"name": name, "title": called(crs_of(name)), "definition": definition_of(name)}
            for name in self.fitting
        ]
        return {"kind": self.kind, "sentence": self.sentence, "fitting": fitting}
