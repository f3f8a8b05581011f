"""Write the reference, one page a job and language, from resources/catalogue.json and docs/alone.json.

tools/docs.py           write docs/reference/<job>.md and docs/reference/fr/<job>.md, and an index of each
tools/docs.py --check   write nothing; fail where a page is not what the catalogue says
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "catalogue.json"
ALONE = ROOT / "docs" / "alone.json"
FOLDERS = {"en": Path("docs/reference"), "fr": Path("docs/reference/fr")}

WORDS = {
    "en": {
        "index": "Reference of the jobs",
        "written": "Written by `make docs` from the catalogue: mend the job's declaration, not this page.",
        "inputs": "Inputs",
        "outputs": "Outputs",
        "name": "Name",
        "meaning": "Meaning",
        "kind": "Kind",
        "default": "Default",
        "needed": "needed",
        "optional": "optional",
        "advanced": "advanced",
        "version": "Version",
        "on the command line": "On the command line",
        "through QGIS": "Through QGIS",
        "links": "See also",
        "from": "from",
        "to": "to",
        "alone": "in QGIS alone, without the backend",
        "other": "[En français](fr/{page})",
    },
    "fr": {
        "index": "Référence des traitements",
        "written": "Page écrite par `make docs` d’après le catalogue : corriger la déclaration, pas ici.",
        "inputs": "Entrées",
        "outputs": "Sorties",
        "name": "Nom",
        "meaning": "Sens",
        "kind": "Nature",
        "default": "Valeur par défaut",
        "needed": "nécessaire",
        "optional": "facultatif",
        "advanced": "avancé",
        "version": "Version",
        "on the command line": "En ligne de commande",
        "through QGIS": "Par QGIS",
        "links": "Voir aussi",
        "from": "à partir de",
        "to": "jusqu’à",
        "alone": "dans QGIS seul, sans le moteur de calcul",
        "other": "[In English](../{page})",
    },
}

KINDS = {
    "raster": "raster",
    "rasters": "rasters",
    "vector": "couche vectorielle",
    "table": "table",
    "file": "fichier",
    "folder": "dossier",
    "model": "modèle",
    "field": "champ",
    "band": "bande",
    "extent": "emprise",
    "crs": "système de coordonnées",
    "number": "nombre",
    "boolean": "oui ou non",
    "enum": "choix",
    "text": "texte",
    "datetime": "date",
    "artifact": "fichier réutilisable",
    "layers": "couches",
}
"""Kind of a parameter or output → its French name."""
VALUES = ("number", "text")
"""Kinds of result that are told, not written anywhere."""


def backend() -> Any:
    """This checkout's `releve.processing.language`, which knows the sentences in other languages."""
    if "releve" not in sys.modules:
        spec = spec_from_file_location("releve", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
        sys.modules["releve"] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules["releve"])
    from releve.processing import language

    return language


def pages(catalogue: dict[str, Any]) -> dict[Path, str]:
    """Path, relative to the root, → text of every page."""
    language = backend()
    before, written = language.current_language(), {}
    try:
        for code, folder in FOLDERS.items():
            language.use_language(code)
            jobs = catalogue["processes"]
            written[folder / "README.md"] = index(jobs, WORDS[code], language.tr)
            written |= {folder / f"{job['id']}.md": page(job, WORDS[code], language.tr) for job in jobs}
    finally:
        language.use_language(before)
    return written


def everything() -> dict[str, Any]:
    """The jobs of the catalogue, and the algorithms that live in QGIS alone."""
    read = [json.loads(path.read_text(encoding="utf-8"))["processes"] for path in (CATALOGUE, ALONE)]
    return {"processes": [job for jobs in read for job in jobs]}


def index(jobs: list[dict[str, Any]], words: dict[str, str], tr: Any) -> str:
    lines = [f"# {words['index']}", "", words["other"].format(page="README.md"), "", words["written"]]
    groups: dict[str, list[dict[str, Any]]] = {}
    for job in jobs:
        groups.setdefault(ui(job).get("group", ""), []).append(job)
    for group, members in sorted(groups.items(), key=lambda item: tr(item[0])):
        lines += ["", f"## {tr(group)}", ""]
        lines += [f"- [{tr(job['title'])}]({job['id']}.md) `{job['id']}`" for job in members]
    return "\n".join(lines) + "\n"


def page(job: dict[str, Any], words: dict[str, str], tr: Any) -> str:
    """The page of one job."""
    lines = [f"# {tr(job['title'])}", "", words["other"].format(page=f"{job['id']}.md"), ""]
    version = f"{words['version']} {job['version']}" if "version" in job else words["alone"]
    lines += [f"`{job['id']}` · {version} · {tr(ui(job).get('group', ''))}", ""]
    lines += [paragraphs(tr(job["description"])), ""] if job.get("description") else []
    lines += [f"## {words['inputs']}", "", header(words, "default"), "|---|---|---|---|"]
    lines += [input_row(name, item, words, tr) for name, item in job["inputs"].items()]
    if job["outputs"]:
        lines += ["", f"## {words['outputs']}", "", header(words), "|---|---|---|"]
        lines += [output_row(name, item, words, tr) for name, item in job["outputs"].items()]
    if "version" in job:
        lines += ["", f"## {words['on the command line']}", "", "```", command(job), "```"]
    if job["outputs"]:  # without, it serves the docks and stands in no toolbox
        lines += ["", f"## {words['through QGIS']}", "", "```", qgis_command(job), "```"]
    if job.get("links"):
        lines += ["", f"## {words['links']}", ""]
        lines += [f"- [{tr(link.get('title') or link['href'])}]({link['href']})" for link in job["links"]]
    return "\n".join(lines) + "\n"


def header(words: dict[str, str], *more: str) -> str:
    return "| " + " | ".join(words[key] for key in ("name", "meaning", "kind", *more)) + " |"


def input_row(name: str, item: dict[str, Any], words: dict[str, str], tr: Any) -> str:
    shown = ui(item)
    return row(f"`{name}`", meaning(item, shown, tr), kind(shown, words), default(item, shown, words))


def output_row(name: str, item: dict[str, Any], words: dict[str, str], tr: Any) -> str:
    shown = ui(item)
    extension = "".join(f" .{extension}" for extension in shown.get("extensions", ()))
    needed = f", {words['needed']}" if shown.get("required") else ""
    unit = f", {shown['unit']}" if shown.get("unit") else ""
    return row(f"`{name}`", meaning(item, shown, tr), f"{kind_name(shown, words)}{extension}{unit}{needed}")


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells) + " |"


def meaning(item: dict[str, Any], shown: dict[str, Any], tr: Any) -> str:
    said = f"**{tr(item['title'])}**"
    said += f"\n{tr(item['description'])}" if item.get("description") else ""
    return said + "".join(f"\n`{key}`: {tr(label)}" for key, label in shown.get("choices", {}).items())


def kind(shown: dict[str, Any], words: dict[str, str]) -> str:
    """Kind of a parameter with its bounds and unit."""
    numeric = shown.get("kind") == "number"
    bounds = [f"{words['from']} {shown['minimum']}"] if numeric and shown.get("minimum") is not None else []
    bounds += [f"{words['to']} {shown['maximum']}"] if numeric and shown.get("maximum") is not None else []
    advanced = words["advanced"] if shown.get("advanced") else ""
    facts = [kind_name(shown, words), *bounds, shown.get("unit", ""), advanced]
    return ", ".join(fact for fact in facts if fact)


def kind_name(shown: dict[str, Any], words: dict[str, str]) -> str:
    name = shown.get("kind", "")
    return KINDS.get(name, name) if words is WORDS["fr"] else name


def default(item: dict[str, Any], shown: dict[str, Any], words: dict[str, str]) -> str:
    value = item["schema"].get("default", shown.get("default"))
    if value is not None:
        return f"`{json.dumps(value, ensure_ascii=False)}`"
    return words["needed"] if item.get("minOccurs", 1) else words["optional"]


def needed_inputs(job: dict[str, Any]) -> list[str]:
    return [name for name, item in job["inputs"].items() if item.get("minOccurs", 1)]


def shown_outputs(job: dict[str, Any]) -> dict[str, str]:
    """Name → file name of an example for the outputs that are made unless told otherwise."""
    found = {name: ui(item) for name, item in job["outputs"].items()}
    return {
        name: f"{name}.{shown['extensions'][0]}" if shown.get("extensions") else f"{name}/"
        for name, shown in found.items()
        if shown.get("kind") not in VALUES
        if shown.get("required") or shown.get("by_default", True)
    }


def command(job: dict[str, Any]) -> str:
    words = [f"releve run {job['id']}", *(f"{name}=…" for name in needed_inputs(job))]
    return " ".join([*words, *(f"{name}={file}" for name, file in shown_outputs(job).items())])


def qgis_command(job: dict[str, Any]) -> str:
    words = [f"qgis_process run releve:{job['id']} --", *(f"{name.upper()}=…" for name in needed_inputs(job))]
    return " ".join([*words, *(f"{name.upper()}={file}" for name, file in shown_outputs(job).items())])


def paragraphs(text: str) -> str:
    return text.strip().replace("\n", "\n\n")


def ui(item: dict[str, Any]) -> dict[str, Any]:
    """What OGC's words cannot say of an input, an output or a job."""
    for parameter in item.get("additionalParameters", {}).get("parameters", ()):
        if parameter.get("name") == "releve/ui":
            return parameter["value"][0]
    return {}


def stale(wanted: dict[Path, str], root: Path = ROOT) -> list[str]:
    """Pages that are not there, are not as wanted, or that nothing asks for."""
    found = {path.relative_to(root) for folder in FOLDERS.values() for path in (root / folder).glob("*.md")}
    wrong = [
        path for path, text in wanted.items() if path not in found or (root / path).read_text("utf-8") != text
    ]
    return sorted(str(path) for path in {*wrong, *(found - set(wanted))})


def main() -> int:
    parser = argparse.ArgumentParser(description="Write docs/reference from resources/catalogue.json.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is stale")
    arguments = parser.parse_args()
    wanted = pages(everything())
    wrong = stale(wanted)
    if arguments.check:
        print("\n".join([f"stale: {path}" for path in wrong]) or f"{len(wanted)} pages are up to date")
        return 1 if wrong else 0
    for path in wrong:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        if Path(path) in wanted:
            (ROOT / path).write_text(wanted[Path(path)], encoding="utf-8")
        else:
            (ROOT / path).unlink()
    print(f"{len(wanted)} pages in docs/reference, {len(wrong)} of them written now")
    return 0


if __name__ == "__main__":
    sys.exit(main())
