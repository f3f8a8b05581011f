"""What each input of a model reads, opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..raster.reading import Stack
from ..raster.series import Series

Reader: TypeAlias = Stack | Series


@dataclass(frozen=True)
class Sources:
    """The rasters behind the main input, and those behind others by the input's name."""

    main: Reader
    others: Mapping[str, Reader] = field(default_factory=dict)

    def close(self) -> None:
        """Close all rasters."""
        for reader in (self.main, *self.others.values()):
            reader.close()
