"""What is known of the fit, as sentences."""

from __future__ import annotations

from typing import Any

from ...i18n import decimal, tr
from .methods_view import metres
from .state import SheetState


def summary(state: SheetState) -> str:
    """How many points there are, how they are fitted, and how good that is."""
    used = sum(point.enabled for point in state.points)
    words = [tr("{used} of {count} points").format(used=used, count=len(state.points))]
    fit = state.fit
    if fit is None:
        return " · ".join([*words, "…"]) if state.points else words[0]
    titles = {told["key"]: told["title"] for told in fit.get("methods", ())}
    if title := titles.get(fit.get("method") or ""):
        words.append(title)
    if fit.get("loo_m") is not None:
        words.append(_error(fit))
    return " · ".join(words)


def _error(fit: dict[str, Any]) -> str:
    sentence = tr("leave-one-out {metres} m ({pixels} px)")
    pixels = "–" if fit.get("loo_px") is None else decimal(fit["loo_px"], ".1f")
    return sentence.format(metres=metres(fit["loo_m"]), pixels=pixels)


def caution(state: SheetState) -> str:
    """What a person should know before trusting the fit; empty where there is nothing."""
    fit = state.fit or {}
    return "\n".join(filter(None, [fit.get("refused"), *fit.get("warnings", ())]))


def without(state: SheetState) -> str:
    """What the sheet's error would be without the chosen point; empty where none is chosen."""
    told = state.errors_of(state.selected)
    if told.get("without_m") is None or not told.get("used"):
        return ""
    sentence = tr("Without point {id}, the leave-one-out error goes from {now} m to {then} m.")
    return sentence.format(
        id=state.selected, now=metres((state.fit or {}).get("loo_m")), then=metres(told["without_m"])
    )


def next_suspect(state: SheetState, last: str) -> str:
    """The most suspect point; where it is the chosen one that was shown last, the one that follows it."""
    names = [state.points[place].id for place in (state.fit or {}).get("suspects", ())]
    if last in names and last == state.selected:
        return names[(names.index(last) + 1) % len(names)]
    return names[0] if names else ""
