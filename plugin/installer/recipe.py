"""What an environment is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..i18n import tr
from .bases import Base
from .commands import scrubbed
from .network import Network
from .place import Place
from .sizes import Size


@dataclass(frozen=True)
class Recipe:
    """What is made, where, and from what."""

    place: Place
    requirements: Path
    """Locked packages, hashes included; their hash is the stamp of the environment."""
    base: Base
    pip: Path | None = None
    """Locked pip that installs them; None: the one that the base brings."""
    network: Network = field(default_factory=Network)
    wheels: str = ""
    """Folder of wheels to install from, without any network."""
    size: Size | None = None
    trials: tuple[tuple[str, ...], ...] = ()
    """Arguments with which the new Python has to run well before it replaces the old one."""

    @property
    def source(self) -> str:
        """Where the packages come from, in a word that anybody may read."""
        return self.wheels or scrubbed(self.network.index_url) or tr("the package index")

    @property
    def needed_bytes(self) -> int:
        """Room to make it in; 0 where nobody knows."""
        return self.size.needed(is_offline=bool(self.wheels)) if self.size else 0
