"""The runs in words: what a list of them shows."""

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, QLocale, Qt

from ...history.runs import Record
from ...i18n import tr


def outcome(record: Record) -> str:
    """How a run ended, with a sign: colours alone tell nothing to many."""
    told = {
        "done": tr("✓ done"),
        "failed": tr("✗ failed"),
        "cancelled": tr("■ cancelled"),
        "interrupted": tr("⚡ interrupted"),
        "running": tr("… running"),
    }
    return told.get(record.outcome, record.outcome)


def began(record: Record) -> str:
    """Day and time in the user's own way."""
    moment = QDateTime.fromString(record.began, Qt.DateFormat.ISODate)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else record.began


def duration(record: Record) -> str:
    """How long it took."""
    if record.seconds is None:
        return ""
    minutes, seconds = divmod(round(record.seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return tr("{hours} h {minutes:02d} min").format(hours=hours, minutes=minutes)
    return (
        tr("{minutes} min {seconds:02d} s").format(minutes=minutes, seconds=seconds)
        if minutes
        else (tr("{seconds:g} s").format(seconds=record.seconds if record.seconds < 10 else seconds))
    )


def job_title(record: Record) -> str:
    """Title of the job, or its id where this version has it no more."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"releve:{record.job}")
    return algorithm.displayName() if algorithm is not None else record.job


def details(record: Record) -> str:
    """All that is known of a run, as plain text."""
    parts = [f"{job_title(record)} ({record.job})", f"{began(record)}, {outcome(record)} {duration(record)}"]
    parts += [record.message] if record.message else []
    if record.outcome == "interrupted":
        parts.append(tr("QGIS ended before the run did: nothing half-written was left. Repeat it."))
    parts += _section(tr("Inputs"), {name: _plain(value) for name, value in record.inputs.items()})
    parts += _section(tr("Outputs"), record.paths())
    parts += ["", tr("Log"), record.log] if record.log else []
    return "\n".join(parts)


def _section(title: str, entries: "dict[str, str]") -> "list[str]":
    return ["", title, *(f"  {name}: {text}" for name, text in entries.items())] if entries else []


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return str(value.get("layer") or value.get("href") or value)
    return str(value)
