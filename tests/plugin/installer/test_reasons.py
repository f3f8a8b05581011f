from __future__ import annotations

import pytest

from releve.plugin.installer.reasons import reason_of


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (
            "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy'))",
            "proxy_user",
        ),
        ("407 Client Error: who are you for url: http://index/simple/numpy/", "proxy_user"),
        (
            "ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS support.",
            "socks",
        ),
        ("SSLError(SSLCertVerificationError(1, 'certificate is not yet valid (_ssl.c:992)'))", "too_early"),
        ("certificate verify failed: certificate has expired", "too_late"),
        ("certificate verify failed: self-signed certificate in certificate chain", "certificate"),
        ("ERROR: HTTP error 403 while getting https://index/a.whl", "index_user"),
        ("OSError: [Errno 28] No space left on device: '/profile/venv.part'", "disk"),
        ("There was an error: [WinError 112] There is not enough space on the disk", "disk"),
        ("ERROR: Download failed because not enough bytes were received (10 MB/20 MB)", "cut"),
        ("urllib3.exceptions.IncompleteRead: IncompleteRead(5 bytes read, 5 more expected)", "cut"),
        ("PermissionError: [WinError 5] Access is denied", "refused"),
        ("OSError: [Errno 30] Read-only file system", "read_only"),
        ("[Errno 11001] getaddrinfo failed", "unknown_host"),
        ("NewConnectionError: [WinError 10061] No connection could be made", "unreachable"),
    ],
)
def test_what_pip_writes_on_each_system_is_understood(words, sign):
    assert reason_of(words, source="PyPI", folder="/profile").sign == sign


def test_the_time_of_a_line_is_no_status():
    log = "2026-11-24T16:28:04,403 Collecting numpy\n2026-11-24T16:28:04,407 ERROR: something else"
    assert reason_of(log, source="PyPI", folder="/profile") is None


def test_only_what_may_pass_is_tried_again():
    assert reason_of("Connection broken", source="PyPI", folder="/profile").passes
    assert not reason_of("No space left on device", source="PyPI", folder="/profile").passes
