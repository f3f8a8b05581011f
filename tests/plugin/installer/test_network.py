"""The real installer against an index that is cut, shut, strange, or behind a proxy."""

from __future__ import annotations

import base64
import os
import shutil
import ssl
import subprocess
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.request import urlopen

import pytest

from releve.plugin.installer.install import told
from releve.plugin.installer.making import make_environment
from releve.plugin.installer.network import Network, with_user
from releve.plugin.runner import BackendError

from .conftest import Index

CONFIGURATION = """
[ca]
default_ca=own
[own]
database=index.txt
serial=serial
new_certs_dir=.
default_md=sha256
policy=any
x509_extensions=host
[any]
commonName=supplied
[host]
subjectAltName=DNS:localhost
basicConstraints=CA:TRUE
"""


def fails(recipe, network, feedback, words):
    with pytest.raises(BackendError, match=words) as failure:
        make_environment(recipe(network=network), feedback)
    assert not recipe().place.environment.exists()
    return "\n".join([str(failure.value), *feedback.lines])


def test_a_download_that_is_cut_is_taken_up_again(recipe, serve, network, feedback):
    server = serve(cut=1)
    make_environment(recipe(network=network(server)), feedback)
    assert "warning: A package did not arrive whole: trying again" in feedback.lines
    fetched = [path for path in server.asked if path.endswith(".whl")]
    assert sorted(fetched) == ["/relevea-1.0-py3-none-any.whl"] * 2 + ["/releveb-1.0-py3-none-any.whl"]


def test_a_connection_that_is_always_cut_is_told_and_nothing_half_made_stays(
    recipe, serve, network, feedback
):
    fails(recipe, network(serve(cut=99)), feedback, "cut short on the way|was cut, again and again")
    assert not recipe().place.part.exists()


def test_an_index_that_answers_with_a_page_is_told(recipe, serve, network, feedback):
    server = serve(html=True)
    fails(recipe, network(server), feedback, r"offers no relevea.* sign-in page .*: open http://localhost")


def test_an_index_that_asks_for_a_user_is_told(recipe, serve, network, feedback):
    fails(recipe, network(serve(user=True)), feedback, "asks for a user and a password, and was given none")


def test_a_user_of_the_index_is_let_in_and_the_password_is_nowhere(recipe, serve, network, feedback):
    server = serve(user=True)
    made = recipe(network=network(server, index_user="me", index_password="s3cret/é"))
    make_environment(made, feedback)
    text = "\n".join(feedback.lines)
    assert "s3cret" not in text
    found = subprocess.run(
        ["grep", "-rl", "s3cret", made.place.environment], capture_output=True, text=True, check=False
    )
    assert found.stdout == ""


@pytest.mark.parametrize("shut", [False, True])
def test_the_password_in_the_address_of_an_index_is_in_no_log(shut, recipe, serve, feedback):
    server = serve(user=True)
    url = "http://localhost:9" if shut else server.url
    made = recipe(network=Network(index_url=url.replace("://", "://me:s3%2Fcret@")))
    feedback.pushInfo(told(made))
    if shut:
        fails(recipe, made.network, feedback, r"http://\*\*\*@localhost:9 does not answer")
    else:
        make_environment(made, feedback)
    assert "cret" not in "\n".join(feedback.lines)
    assert {"s3%2Fcret", "s3/cret"} <= set(made.network.secrets)


def test_an_index_that_does_not_answer_is_told(recipe, feedback):
    fails(recipe, Network(index_url="http://localhost:9/simple"), feedback, "does not answer")


def test_an_index_of_an_unknown_name_is_told(recipe, feedback):
    network = Network(index_url="https://index.invalid/simple")
    fails(recipe, network, feedback, "The name of https://index.invalid/simple is not known")


class Proxy(BaseHTTPRequestHandler):
    """A proxy that lets in who has a user and a password."""

    def do_GET(self):
        given = self.headers.get("Proxy-Authorization", "")
        self.server.asked.append(self.path)
        if base64.b64decode(given.rpartition(" ")[2]) != b"me:pass word":
            return self._answer(407, b"", {"Proxy-Authenticate": "Basic realm=proxy"})
        with urlopen(self.path.replace("http://index.example", self.server.manners["target"])) as answer:
            return self._answer(200, answer.read(), {"Content-Type": answer.headers["Content-Type"]})

    def do_CONNECT(self):
        self.do_GET()

    _answer, log_message = Index._answer, Index.log_message


@pytest.fixture
def proxy(serve, monkeypatch):
    """A proxy through which alone the index can be reached."""
    monkeypatch.setenv("PIP_TRUSTED_HOST", "index.example")
    target = serve().url.rpartition("/")[0]
    return serve(handler=Proxy, target=target)


def test_a_proxy_that_asks_for_a_user_is_told(recipe, proxy, feedback):
    network = Network(index_url="http://index.example/simple", proxy=f"http://localhost:{proxy.server_port}")
    fails(recipe, network, feedback, r"The proxy asks for a user and a password \(407\)")


def test_so_is_one_before_an_encrypted_index(recipe, proxy, feedback):
    network = Network(index_url="https://index.example/simple", proxy=f"http://localhost:{proxy.server_port}")
    fails(recipe, network, feedback, r"The proxy asks for a user and a password \(407\)")


def test_a_proxy_lets_its_user_through_and_the_password_is_in_no_log(recipe, proxy, feedback):
    address = f"http://me:pass%20word@localhost:{proxy.server_port}"
    make_environment(
        recipe(network=Network(index_url="http://index.example/simple", proxy=address)), feedback
    )
    assert any("index.example" in path for path in proxy.asked)
    assert "pass" not in "\n".join(feedback.lines).replace("password", "")


def test_the_proxy_of_the_system_is_used_where_qgis_has_none(recipe, proxy, feedback, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://me:pass%20word@localhost:{proxy.server_port}")
    make_environment(recipe(network=Network(index_url="http://index.example/simple")), feedback)
    assert proxy.asked


def test_pip_s_own_settings_are_used_where_there_are_no_others(
    recipe, serve, tmp_path, feedback, monkeypatch
):
    configuration = tmp_path / "pip.conf"
    settings = f"[global]\nindex-url = {serve().url}\n[install]\nuser = true\n"
    configuration.write_text(settings, encoding="utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(configuration))
    made = recipe()
    make_environment(made, feedback)
    assert list(made.place.environment.glob("lib/*/site-packages/relevea*"))


def test_an_index_without_encryption_is_told(recipe, feedback):
    fails(recipe, Network(index_url="http://index.example/simple"), feedback, "is not encrypted")


def test_a_proxy_that_does_not_answer_is_told(recipe, feedback):
    network = Network(index_url="https://index.example/simple", proxy="http://localhost:9")
    fails(recipe, network, feedback, "The proxy cannot be reached")


def certificate(folder, start, end):
    """A certificate of localhost, signed by itself, and what serves with it."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make a certificate")
    (folder / "own.cnf").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "index.txt").touch()
    (folder / "serial").write_text("01\n", encoding="utf-8")
    ask = "req -newkey rsa:2048 -nodes -keyout key.pem -subj /CN=localhost -out request.pem"
    sign = f"ca -config own.cnf -selfsign -keyfile key.pem -in request.pem -startdate {start} -enddate {end}"
    for command in (ask, f"{sign} -batch -notext -out certificate.pem"):
        subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return (folder / "certificate.pem").read_text(encoding="utf-8"), context


@pytest.mark.parametrize(
    ("start", "end", "is_trusted", "words"),
    [
        ("20200101000000Z", "20990101000000Z", False, "signed by nobody this computer trusts"),
        ("20980101000000Z", "20990101000000Z", True, "is not yet valid: the clock of this computer"),
        ("20200101000000Z", "20210101000000Z", True, "has expired: either the clock"),
    ],
)
def test_a_certificate_that_is_not_accepted_is_told_with_the_reason(
    start, end, is_trusted, words, recipe, serve, network, tmp_path, feedback
):
    text, context = certificate(tmp_path, start, end)
    server = serve(context)
    fails(recipe, network(server, certificates=text if is_trusted else ""), feedback, words)


def test_an_authority_that_qgis_trusts_is_trusted(recipe, serve, network, tmp_path, feedback):
    text, context = certificate(tmp_path, "20200101000000Z", "20990101000000Z")
    make_environment(recipe(network=network(serve(context), certificates=text)), feedback)


def test_authorities_of_qgis_and_of_the_company_are_put_together(tmp_path):
    company = tmp_path / "company.pem"
    company.write_text("COMPANY", encoding="utf-8")
    inherited = {"PIP_CERT": str(company), "SSL_CERT_FILE": str(tmp_path / "gone.pem")}
    found = Network(certificates="QGIS").variables(inherited, tmp_path)
    assert Path(found["PIP_CERT"]).read_text(encoding="utf-8").split() == ["QGIS", "COMPANY"]


def test_hosts_without_a_proxy_are_added_to_those_there_are(tmp_path):
    network = Network(proxy="http://proxy:3128", no_proxy=("intranet",))
    found = network.variables({"NO_PROXY": "localhost"}, tmp_path)
    assert found["no_proxy"] == "localhost,intranet"
    assert found["HTTPS_PROXY"] == "http://proxy:3128"


def test_what_is_not_given_is_left_to_pip_and_the_system(tmp_path):
    assert Network().variables(os.environ, tmp_path) == {}


def test_a_user_in_an_address_is_replaced():
    assert with_user("https://old@host:8080/simple", "a b", "c@d") == "https://a%20b:c%40d@host:8080/simple"
