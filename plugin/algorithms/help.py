"""The help text of a job's algorithm."""

from collections.abc import Iterable
from html import escape

from ..catalogue import Job
from ..i18n import tr


def help_html(job: Job) -> str:
    """What Processing shows beside the form: the job's help, its choices by key, and its links."""
    parts = [f"<p>{_text(paragraph)}</p>" for paragraph in tr(job.help).split("\n\n")]
    for heading, advanced in ((tr("Parameters"), False), (tr("Advanced parameters"), True)):
        shown = (p for p in job.parameters if p.advanced is advanced)
        parts += _definitions(heading, ((p.title, p.help, p.choices) for p in shown))
    parts += _definitions(tr("Outputs"), ((o.title, o.help, {}) for o in job.outputs))
    parts += [f'<p><a href="{escape(href)}">{escape(tr(title))}</a></p>' for title, href in job.links.items()]
    return "\n".join(parts)


def _definitions(heading: str, items: Iterable[tuple[str, str, dict]]) -> "list[str]":
    lines = [f"<h2>{heading}</h2>"]
    for title, text, choices in items:
        told = [_text(tr(text))] if text else []
        told += [f"<code>{escape(key)}</code> {escape(tr(label))}" for key, label in choices.items()]
        if told:
            lines.append("<br>".join([f"<p><b>{escape(tr(title))}</b>", *told]) + "</p>")
    return lines if len(lines) > 1 else []


def _text(text: str) -> str:
    return escape(text.strip(), quote=False).replace("\n", " ")
