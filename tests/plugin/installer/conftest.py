"""Tiny wheels, a locked list of them, and an index on this computer that misbehaves as it is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from releve.plugin.installer import filling
from releve.plugin.installer.bases import Base, find_base
from releve.plugin.installer.making import make_environment
from releve.plugin.installer.network import Network
from releve.plugin.installer.place import Place
from releve.plugin.installer.recipe import Recipe
from releve.plugin.runner import NoBackend

from ...tiny_wheels import write_lock, write_wheels


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    """Nothing of this computer's own settings of pip and proxies."""
    for name in list(os.environ):
        if (
            name.startswith("PIP_")
            or name.lower().endswith("_proxy")
            or "CERT" in name
            or "CA_BUNDLE" in name
        ):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setattr(filling, "PAUSE_S", 0.01)


@pytest.fixture
def wheels(tmp_path):
    """A folder with the wheels of two packages, always the same."""
    return write_wheels(tmp_path / "wheels")


@pytest.fixture
def lock(tmp_path, wheels):
    """Both packages, locked."""
    return write_lock(tmp_path / "cpu.txt", sorted(wheels.glob("*.whl")))


@pytest.fixture(scope="session")
def real_base():
    """The system's Python."""
    try:
        return find_base("/usr/bin/python3")
    except NoBackend as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def base(real_base, tmp_path_factory):
    """The same; but an environment, which takes seconds to make, is linked or copied from one made once."""
    folder = tmp_path_factory.mktemp("base")
    subprocess.run([real_base.path, "-I", "-m", "venv", folder / "made"], check=True)
    script = folder / "python"
    copy = f'cp -alT "{folder}/made" "$6" 2>/dev/null || cp -aT "{folder}/made" "$6"'
    script.write_text(f"#!/bin/sh\n{copy}\n", encoding="utf-8")
    script.chmod(0o755)
    return Base(script, real_base.version, True)


@pytest.fixture(scope="session")
def made(base, tmp_path_factory):
    """An environment with both packages, made once."""
    folder = tmp_path_factory.mktemp("made")
    lock = write_lock(folder / "cpu.txt", sorted(write_wheels(folder / "wheels").glob("*.whl")))
    recipe = Recipe(Place(folder / "venv"), lock, base, wheels=str(folder / "wheels"))
    make_environment(recipe, Quiet())
    return folder / "venv"


class Quiet:
    """Feedback that nobody reads."""

    def isCanceled(self):
        return False

    def __getattr__(self, _):
        return lambda _: None


@pytest.fixture
def installed(made, place):
    """The environment of both packages is in place."""
    place.environment.parent.mkdir(parents=True)
    shutil.copytree(made, place.environment, symlinks=True)
    return place


@pytest.fixture
def place(tmp_path):
    """Where the environment goes."""
    return Place(tmp_path / "un profil" / "releve" / "venv")


@pytest.fixture
def recipe(place, lock, base):
    """How to make it; what differs is given by name."""
    return partial(
        Recipe, place=place, requirements=lock, base=base, trials=(("-c", "import relevea, releveb"),)
    )


class Index(BaseHTTPRequestHandler):
    """A package index over a folder of wheels; ``server.manners`` says how it behaves."""

    def do_GET(self):
        self.server.asked.append(self.path)
        manners = self.server.manners
        if manners.get("user") and "Authorization" not in self.headers:
            return self._answer(401, b"who are you?", {"WWW-Authenticate": "Basic realm=index"})
        if manners.get("html"):
            return self._answer(200, b"<html><body>Please <a href='/sign-in'>sign in</a></body></html>")
        name = self.path.rpartition("/")[2]
        if name:
            return self._file(self.server.folder / name)
        package = self.path.strip("/").rpartition("/")[2]
        links = "".join(
            f'<a href="/{w.name}">{w.name}</a>' for w in self.server.folder.glob(f"{package}-*.whl")
        )
        return self._answer(
            200 if links else 404, f"<!DOCTYPE html><html><body>{links}</body></html>".encode()
        )

    def _file(self, path):
        content = path.read_bytes()
        if self.server.manners.get("cut", 0) > 0:
            self.server.manners["cut"] -= 1
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2])
            self.close_connection = True
            return None
        return self._answer(200, content, {"Content-Type": "application/octet-stream"})

    def _answer(self, status, content, headers=()):
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", **dict(headers)}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def serve(wheels):
    """Starts an index over the wheels; its manners are given by name."""
    servers = []

    def start(context=None, handler=Index, **manners):
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        server.folder, server.manners, server.asked = wheels, manners, []
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        scheme = "http" if context is None else "https"
        server.url = f"{scheme}://localhost:{server.server_port}/simple"
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def network():
    """A network whose index is a server."""
    return lambda server, **more: Network(index_url=server.url, **more)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 50 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=50m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or not shutil.which("mount") or subprocess.run(mount, check=False).returncode:
        pytest.skip("only an administrator of a Linux with tmpfs can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)
