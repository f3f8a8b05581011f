"""A model's card as HTML in which every text of the card is escaped."""

from __future__ import annotations

from html import escape

from ...i18n import decimal, tr
from .entries import ClassEntry, Entry
from .swatches import is_colour

PICTURE = "releve:thumbnail"
"""Name by which the view knows the thumbnail; no other resource is ever loaded."""


def card_html(entry: Entry) -> str:
    """The whole card. Safe for a rich text view: no text of a stranger is markup."""
    parts = [f"<h3>{_plain(entry.title)}</h3>"]
    if entry.thumbnail:
        parts.append(f'<p><img src="{PICTURE}"></p>')
    parts += [f"<p><b>{_plain(sentence)}</b></p>" for sentence in _warnings(entry)]
    parts += [_table(_facts(entry)), _legend(entry)]
    parts += [f"<p>{_plain(note)}</p>" for note in entry.notes]
    return "".join(parts)


def _warnings(entry: Entry) -> list[str]:
    sentences = [sentence for sentence in (entry.problem, entry.obstacle) if sentence]
    if entry.missing_words:
        sentence = tr("The card does not say: {names}. Add it with “Edit card…”, or give it for each run.")
        sentences.append(sentence.format(names=", ".join(entry.missing_words)))
    return sentences


def _facts(entry: Entry) -> list[tuple[str, str]]:
    """What the backend says of the model, without what is shown otherwise, and the file."""
    shown = {entry.title, ", ".join(item.name for item in entry.classes), ", ".join(entry.missing_words)}
    facts = [fact for fact in entry.facts if fact[1] not in shown]
    if entry.size:
        facts.append((tr("Size"), size_words(entry.size)))
    if entry.path:
        facts.append((tr("File"), entry.path))
    return facts


def size_words(size: int) -> str:
    """A number of bytes for people."""
    kilobytes = size / 1000
    if kilobytes < 1000:
        return tr("{number} kB").format(number=decimal(kilobytes, ".3g"))
    if kilobytes < 1e6:
        return tr("{number} MB").format(number=decimal(kilobytes / 1000, ".3g"))
    return tr("{number} GB").format(number=decimal(kilobytes / 1e6, ".3g"))


def _table(facts: list[tuple[str, str]]) -> str:
    rows = (
        f"<tr><th align='left' width='36%'>{_plain(name)}</th><td>{_plain(value)}</td></tr>"
        for name, value in facts
    )
    return f"<table cellpadding='2' width='100%'>{''.join(rows)}</table>"


def _legend(entry: Entry) -> str:
    if not entry.classes:
        return ""
    rows = "".join(_class_row(item) for item in entry.classes)
    left = entry.classes_count - len(entry.classes)
    more = tr("and {count} more").format(count=left) if left > 0 else ""
    heading = tr("Classes ({count})").format(count=entry.classes_count)
    return f"<h4>{_plain(heading)}</h4><table cellpadding='2'>{rows}</table><p>{_plain(more)}</p>"


def _class_row(item: ClassEntry) -> str:
    swatch = f"<td bgcolor='{item.color}' width='24'></td>" if is_colour(item.color) else "<td></td>"
    words = f"{item.name}: {item.description}" if item.description else item.name
    return f"<tr>{swatch}<td align='right'>{item.value}</td><td>{_plain(words)}</td></tr>"


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")
