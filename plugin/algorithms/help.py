"""The help text of a job's algorithm."""

from collections.abc import Iterable
from html import escape

from ..catalogue import Job
from ..i18n import tr


def help_html(job: Job) -> str:
    """What Processing shows beside the form: the job's help, its choices by key, and its links."""
    parts = [f"<p>{paragraph}</p>" for paragraph in map(_sentence, job.help.split("\n\n"))]
    parts += _definitions(tr("Parameters"), ((p.title, p.help, p.choices) for p in job.parameters))
    parts += _definitions(tr("Outputs"), ((o.title, o.help, {}) for o in job.outputs))
    parts += [f'<p><a href="{escape(href)}">{escape(tr(title))}</a></p>' for title, href in job.links.items()]
    return "\n".join(parts)


def _definitions(heading: str, items: Iterable[tuple[str, str, dict]]) -> "list[str]":
    lines = [f"<h2>{heading}</h2>"]
    for title, text, choices in items:
        keys = "".join(
            f"<br><code>{escape(key)}</code> {escape(tr(label))}" for key, label in choices.items()
        )
        if text or keys:
            lines.append(f"<p><b>{escape(tr(title))}</b><br>{_sentence(text)}{keys}</p>")
    return lines if len(lines) > 1 else []


def _sentence(text: str) -> str:
    return escape(tr(text.strip()), quote=False).replace("\n", " ")
