from __future__ import annotations

import os
import sys
import threading
import time

import pytest

from releve.plugin.installer.commands import CommandFailed, run_command, scrubbed
from releve.plugin.runner import Cancelled


def run(script, feedback, **more):
    return run_command([sys.executable, "-c", script], os.environ, feedback, **more)


def test_what_a_program_writes_is_shown_and_returned(feedback):
    assert run("print('été')", feedback) == ["été"]
    assert feedback.lines[-1] == "été"


def test_a_failed_program_is_told_with_its_last_words(feedback):
    script = "import sys; print('said'); sys.exit('the index is out of reach')"
    with pytest.raises(CommandFailed, match=r"said(.|\n)*out of reach"):
        run(script, feedback)


def test_a_program_that_does_not_exist_is_told(feedback, tmp_path):
    with pytest.raises(CommandFailed, match="No such file"):
        run_command([str(tmp_path / "none")], os.environ, feedback)


def test_a_cancel_ends_the_program(feedback):
    threading.Timer(0.2, feedback.cancel).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        run("import time; time.sleep(60)", feedback)
    assert time.monotonic() - start < 30


def test_no_password_is_shown(feedback):
    with pytest.raises(CommandFailed) as told:
        run(
            "print('at http://me:s3cret@proxy:3128'); raise SystemExit('pass word')",
            feedback,
            secrets=["pass word"],
        )
    seen = "\n".join([*feedback.lines, str(told.value), told.value.words])
    assert "s3cret" not in seen
    assert "pass word" not in seen


def test_an_address_keeps_all_but_its_user():
    assert scrubbed("https://me:s3cret@host/simple and a@b") == "https://***@host/simple and a@b"
