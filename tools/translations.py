"""Collect the sentences that a user can see into i18n/releve_fr.ts.

    tools/translations.py                     collect; what is translated stays so
    tools/translations.py --merge fr.json …   and take new French: {"English sentence": "Phrase française"}
    tools/translations.py --check             change nothing; say what is not translated, stale or awry

Sentences are the literal argument of each ``tr("…")`` in processing/ and plugin/, the titles, help texts,
tags, groups and labels of resources/catalogue.json, and the texts of forms. All but those of forms, whose
context is their class, are kept in the context ``releve``.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = "releve"
FRENCH = ROOT / "i18n" / "releve_fr.ts"

Sentences = dict[tuple[str, str], str]
"""(context, English sentence) → file it was first found in, relative to the root."""

Translations = dict[tuple[str, str], str]
"""(context, English sentence) → the sentence in the other language, empty where there is none."""


def collect(root: Path = ROOT) -> Sentences:
    """Every sentence of the checkout."""
    found: Sentences = {}
    for folder in ("plugin", "processing"):
        for path in sorted((root / folder).rglob("*.py")):
            for sentence in sentences_of_code(path.read_text(encoding="utf-8"), str(path)):
                found.setdefault((CONTEXT, sentence), path.relative_to(root).as_posix())
    catalogue = root / "resources" / "catalogue.json"
    if catalogue.is_file():
        for sentence in sentences_of_catalogue(json.loads(catalogue.read_text(encoding="utf-8"))):
            found.setdefault((CONTEXT, sentence), catalogue.relative_to(root).as_posix())
    for path in sorted((root / "plugin").rglob("*.ui")):
        for context, sentence in sentences_of_form(path.read_text(encoding="utf-8")):
            found.setdefault((context, sentence), path.relative_to(root).as_posix())
    return {key: place for key, place in found.items() if key[1]}


def sentences_of_code(source: str, name: str = "<source>") -> Iterator[str]:
    """The literal sentences in calls of ``tr``.

    A name in place of a literal is passed over: it forwards what was collected elsewhere. A sentence put
    together on the spot (f-string, ``+``, ``.format``) could never be found again and is an error.
    """
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and node.args and called(node.func) == "tr"):
            continue
        for sentence in alternatives(node.args[0]):
            if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
                if sentence.value:
                    yield sentence.value
            elif isinstance(sentence, (ast.JoinedStr, ast.BinOp)) or formatted(sentence):
                raise SystemExit(
                    f"{name}:{sentence.lineno}: tr() wants a whole literal sentence: format after it"
                )


def formatted(argument: ast.expr) -> bool:
    """Whether an argument is a literal's own method, `"…".format(…)` most likely."""
    function = argument.func if isinstance(argument, ast.Call) else None
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Constant)


def called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def alternatives(argument: ast.expr) -> Iterator[ast.expr]:
    """The argument, or both sides of an ``a if condition else b``."""
    if isinstance(argument, ast.IfExp):
        yield from alternatives(argument.body)
        yield from alternatives(argument.orelse)
    else:
        yield argument


def sentences_of_catalogue(catalogue: dict) -> Iterator[str]:
    """Titles, help texts, tags, groups and labels of a list of OGC API – Processes descriptions."""
    for process in catalogue["processes"]:
        yield from process.get("keywords", ())
        for item in (process, *process["inputs"].values(), *process["outputs"].values()):
            ui = user_interface(item)
            yield from (item.get("title"), item.get("description"), ui.get("group"))
            yield from ui.get("choices", {}).values()
        yield from (link.get("title") for link in process.get("links", ()))


def user_interface(item: dict) -> dict:
    for parameter in item.get("additionalParameters", {}).get("parameters", ()):
        if parameter.get("name") == "releve/ui":
            return parameter["value"][0]
    return {}


def sentences_of_form(source: str) -> Iterator[tuple[str, str]]:
    """Context, which is the form's class, and text of each string of a Qt Designer form."""
    form = ElementTree.fromstring(source)
    for string in form.iter("string"):
        if string.text and string.get("notr") != "true":
            yield form.findtext("class", CONTEXT), string.text


def read(path: Path) -> Translations:
    """What a .ts file holds."""
    if not path.is_file():
        return {}
    return {
        (context.findtext("name", CONTEXT), message.findtext("source", "")): message.findtext("translation")
        or ""
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }


def write(path: Path, sentences: Sentences, translations: Translations, language: str = "fr") -> None:
    """Write a .ts file of these sentences, in an order that keeps differences small."""
    ts = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for context, sentence in sorted(sentences):
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(ts, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "location", filename=f"../{sentences[context, sentence]}")
        ElementTree.SubElement(message, "source").text = sentence
        said = translations.get((context, sentence), "")
        ElementTree.SubElement(message, "translation", {} if said else {"type": "unfinished"}).text = said
    ElementTree.indent(ts, "  ")
    text = ElementTree.tostring(ts, encoding="unicode", short_empty_elements=False)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def faults(sentences: Sentences, translations: Translations) -> list[str]:
    """What is wrong with a translation, a line each."""
    missing = [
        f"not translated: {key[1]!r} ({sentences[key]})" for key in sentences if not translations.get(key)
    ]
    stale = [f"no longer said: {key[1]!r}" for key in translations if key not in sentences]
    awry = [
        f"other {{names}} than the English: {said!r}"
        for key, said in translations.items()
        if said and placeholders(said) != placeholders(key[1])
    ]
    return missing + stale + awry


def placeholders(sentence: str) -> set[str]:
    """The names that ``.format`` will fill in, without their format: a language may round as it likes."""
    return set(re.findall(r"\{(\w*)[^{}]*\}", sentence.replace("{{", "").replace("}}", "")))


def merge(sentences: Sentences, translations: Translations, files: list[Path]) -> list[str]:
    """Take the French of these files into ``translations``; return what they translate and nobody says."""
    unknown = []
    for path in files:
        for sentence, said in json.loads(path.read_text(encoding="utf-8")).items():
            keys = [key for key in sentences if key[1] == sentence]
            translations.update(dict.fromkeys(keys, said))
            unknown += [] if keys else [f"{path.name}: nobody says {sentence!r}"]
    return unknown


def main() -> int:
    parser = argparse.ArgumentParser(description="Collect the sentences to translate into i18n/releve_fr.ts.")
    parser.add_argument("--merge", nargs="*", type=Path, default=[], help="JSON files, English to French")
    parser.add_argument("--check", action="store_true", help="change nothing; fail where there is work left")
    arguments = parser.parse_args()
    sentences, translations = collect(), read(FRENCH)
    lines = []
    if not arguments.check:
        lines += merge(sentences, translations, arguments.merge)
        translations = {key: said for key, said in translations.items() if key in sentences}
        write(FRENCH, sentences, translations)
    found = faults(sentences, translations)
    print("\n".join([*lines, *found, f"{len(sentences)} sentences, {len(found)} to mend in {FRENCH.name}"]))
    return 1 if arguments.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
