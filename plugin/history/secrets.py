"""What could be a password or a token, taken out of a text before it is kept."""

import re
from typing import Any

HIDDEN = "•••"
_PATTERNS = (
    re.compile(
        r"(?i)\b((?:password|passwd|pwd|token|secret|api_?key|access_?key|sig|signature)\s*=\s*)('[^']*'|\"[^\"]*\"|[^\s&;,'\"|]+)"
    ),
    re.compile(r"(?i)(\b[a-z][a-z0-9+.-]*://[^/\s:@]*:)([^/\s@]+)(?=@)"),
    re.compile(r"(?i)(\bbearer\s+)([\w.~+/-]+)"),
    re.compile(r"(?i)([?&]x-(?:amz|goog)-[a-z-]+=)([^&\s]+)"),
)


def without_secrets(value: Any) -> Any:
    """The same, at any depth, with what could be a secret hidden."""
    if isinstance(value, dict):
        return {key: without_secrets(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_secrets(item) for item in value]
    if not isinstance(value, str):
        return value
    for pattern in _PATTERNS:
        value = pattern.sub(lambda found: found[1] + HIDDEN, value)
    return value


def has_secret(value: Any) -> bool:
    """Whether something was hidden in it."""
    if isinstance(value, dict):
        return any(map(has_secret, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(has_secret, value))
    return isinstance(value, str) and HIDDEN in value
