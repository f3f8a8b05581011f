"""The command line ``releve``: every job by its name, and what helps to run them."""

from __future__ import annotations

import json
import locale
import os
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from .catalogue import all_jobs, find_job, own_jobs, process_list
from .errors import ReleveError, RequestError
from .jobs.declaration import Job, describe
from .jobs.request import listed, mapping
from .jobs.session import Session
from .language import tr, use_language
from .version import version


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), prog_name="releve")
@click.option(
    "--language", metavar="CODE", help="Language of sentences: en or fr. Default: that of the environment."
)
def cli(language: str | None) -> None:
    """Relevé turns imagery, old maps, species records and river gauges into maps with ONNX models."""
    use_language(language or os.environ.get("LANGUAGE") or locale.getlocale()[0] or "en")


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As OGC API – Processes descriptions.")
@click.option("--own", is_flag=True, help="Only those of Relevé itself, not of installed packages.")
def jobs(as_json: bool, own: bool) -> None:
    """List the jobs."""
    found = own_jobs() if own else all_jobs()
    if as_json:
        click.echo(json.dumps(process_list(found), ensure_ascii=False, indent=1))
        return
    width = max(map(len, found))
    for job in found.values():
        click.echo(f"{job.id:{width}}  {tr(job.title)}")


@cli.command("describe")
@click.argument("job")
@click.option("--json", "as_json", is_flag=True, help="As an OGC API – Processes description.")
def describe_job(job: str, as_json: bool) -> None:
    """Say what JOB does, needs and gives."""
    found = find_job(job)
    click.echo(json.dumps(describe(found), ensure_ascii=False, indent=1) if as_json else _description(found))


def _description(job: Job) -> str:
    lines = [f"{job.id} {job.version}: {tr(job.title)}", "", tr(job.help), "", tr("Parameters")]
    for name, parameter in job.parameters.items():
        ui = parameter.ui()
        facts = [str(ui["kind"])]
        facts += [
            f"{key} {ui[key]:g}" for key in ("minimum", "maximum") if isinstance(ui.get(key), (int, float))
        ]
        facts += [ui["unit"]] if "unit" in ui else []
        facts += [f"= {parameter.default}"] if parameter.default is not None else []
        facts += [tr("optional")] if parameter.optional else []
        lines.append(f"  {name}  {tr(parameter.title)} ({', '.join(facts)})")
        lines += [f"      {tr(parameter.help)}"] if parameter.help else []
        lines += [f"      {key}: {tr(label)}" for key, label in ui.get("choices", {}).items()]
    lines += ["", tr("Outputs")]
    for output in job.outputs:
        kind = output.kind if output.is_folder else f".{output.extension}"
        lines.append(f"  {output.name}  {tr(output.title)} ({kind})")
        lines += [f"      {tr(output.help)}"] if output.help else []
    for value in job.values:
        lines.append(
            f"  {value.name}  {tr(value.title)} ({', '.join(filter(None, (value.kind, value.unit)))})"
        )
        lines += [f"      {tr(value.help)}"] if value.help else []
    return "\n".join(lines)


@cli.command()
@click.argument("job")
@click.argument("values", nargs=-1, metavar="[KEY=VALUE]...")
@click.option(
    "--json", "request_file", type=click.File("rb"), help="A request as JSON; KEY=VALUE override it."
)
@click.option("--events", is_flag=True, help="Print the events as JSON lines instead of words.")
@click.option("--traceback", is_flag=True, help="Show where in the code an error arose.")
def run(job: str, values: tuple[str, ...], request_file: Any, events: bool, traceback: bool) -> None:
    """Run JOB: its parameters and outputs are given as KEY=VALUE.

    Give a key several times for a list: input=a.tif input=b.tif.
    """
    request = _merge(find_job(job), _read_json(request_file), values)
    sys.exit(run_request(request, events=events, show_traceback=traceback))


def _read_json(stream: Any) -> dict[str, Any]:
    if stream is None:
        return {}
    try:
        request = json.load(stream)
    except ValueError as error:
        raise RequestError(tr("{path} is not JSON: {error}").format(path=stream.name, error=error)) from None
    if not isinstance(request, dict):
        raise RequestError(tr("{path} holds no JSON object").format(path=stream.name))
    return request


def _merge(job: Job, request: Mapping[str, Any], values: tuple[str, ...]) -> dict[str, Any]:
    inputs, outputs = dict(mapping(request, "inputs")), dict(mapping(request, "outputs"))
    given: dict[str, list[str]] = {}
    for value in values:
        key, equals, text = value.partition("=")
        if not equals:
            raise RequestError(tr("{value!r} is not KEY=VALUE").format(value=value))
        given.setdefault(key, []).append(text)
    names = {output.name for output in job.outputs}
    for key, texts in given.items():
        name = key.lower()  # QGIS and some sentences spell it in capitals
        if name in names:
            outputs[name] = {"path": texts[-1]}
        elif name in job.parameters:
            inputs[name] = texts if len(texts) > 1 else texts[0]
        else:
            sentence = tr("there is no parameter or output {name!r}; there are {known}")
            known = listed([*job.parameters, *sorted(names)], nearest=key)
            raise RequestError(sentence.format(name=key, known=known))
    return {"version": job.version} | dict(request) | {"job": job.id, "inputs": inputs, "outputs": outputs}


def run_request(request: Mapping[str, Any], *, events: bool = False, show_traceback: bool = False) -> int:
    """Run one request to its end, told in words or as events; the exit status."""
    from .console import EventPrinter, Narrator

    listener = EventPrinter() if events else Narrator(show_traceback=show_traceback)
    session = Session(find_job, listener, software=f"releve {version()}")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    session.start(1, request)
    # Short waits, since a signal handler runs only when the main thread is awake.
    while not session.wait(0.2):
        if stop.is_set():
            stop.clear()
            session.cancel_all()
    listener.close()
    return listener.status


@cli.group()
def model() -> None:
    """Look at a model and its card."""


@model.command("list")
@click.argument("folders", nargs=-1)
def model_list(folders: tuple[str, ...]) -> None:
    """List the models of FOLDERS, or those of the usual folders."""
    from .models.library.listing import rows_in

    for row in rows_in(folders):
        facts = [row["task_words"], f"{row['gsd_m']:g} m" if row["gsd_m"] else "", row["licence"]]
        about = row["problem"] or ", ".join(fact for fact in facts if fact)
        click.echo(f"{row['title']}: {about}\n    {row['path']}")


@model.command("check")
@click.argument("path")
@click.option("--report", metavar="FILE.html", help="Where to write the report.")
def model_check(path: str, report: str | None) -> None:
    """Load MODEL, compare it with its card and run its test vectors."""
    outputs = {"report": {"path": report}} if report else {}
    sys.exit(run_request({"job": "model.check", "inputs": {"model": path}, "outputs": outputs}))


@model.command("show")
@click.argument("path")
def model_show(path: str) -> None:
    """Say what MODEL is, in words."""
    from .models.reading import read_card
    from .models.summary import summarise

    click.echo(summarise(read_card(Path(path))))


@model.command("card")
@click.argument("path")
def model_card(path: str) -> None:
    """Print the card of MODEL as a STAC MLM Item."""
    from .models.reading import read_card
    from .models.writing import card_item

    click.echo(json.dumps(card_item(read_card(Path(path))), ensure_ascii=False, indent=1))


@cli.group(invoke_without_command=True)
@click.pass_context
def cache(context: click.Context) -> None:
    """Say what the cache holds."""
    from .jobs.cache import state

    if context.invoked_subcommand is None:
        now = state()
        sentence = tr("{folder}: {entries} entries, {size:.1f} MB of at most {bound:.0f} MB")
        click.echo(
            sentence.format(
                folder=now.folder, entries=now.entries, size=now.size / 1e6, bound=now.bound / 1e6
            )
        )


@cache.command("clear")
def cache_clear() -> None:
    """Empty the cache."""
    from .jobs.cache import clear

    click.echo(tr("{count} entries removed").format(count=clear()))


@cli.command()
@click.option("--copy", is_flag=True, help="As a report to paste, secrets and home folder masked.")
def doctor(copy: bool) -> None:
    """Look for what is wrong with this installation, and say how to mend it."""
    from .doctor import examine, mask

    text, healthy = examine()
    click.echo(mask(text) if copy else text)
    sys.exit(0 if healthy else 1)


def main() -> int:
    """Run the command line; the exit status."""
    try:
        cli.main(prog_name="releve", standalone_mode=False)
    except click.exceptions.Abort:
        return 130  # as a shell reports an interrupted program
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ReleveError as error:
        click.echo(tr("Error: {message}").format(message=error), err=True)
        return 1
    return 0
