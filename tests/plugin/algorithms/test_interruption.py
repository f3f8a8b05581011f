from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

from qgis.PyQt.QtCore import QTimer

from releve.plugin.algorithms.interruption import interruptible, keep_window_alive


def test_where_qgis_has_a_window_its_own_handling_stays(feedback, qgis_iface, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", qgis_iface)
    before = signal.getsignal(signal.SIGINT)
    with interruptible(feedback):
        assert signal.getsignal(signal.SIGINT) is before


def test_in_another_thread_nothing_is_changed(feedback, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", None)
    before, seen = signal.getsignal(signal.SIGINT), []

    def work():
        with interruptible(feedback):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]


def test_what_was_there_before_comes_back(feedback, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", None)
    before = signal.getsignal(signal.SIGINT)
    with interruptible(feedback):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
    assert not feedback.isCanceled()


SCRIPT = """
import os, signal, sys
from importlib.util import module_from_spec, spec_from_file_location
root = sys.argv[1]
spec = spec_from_file_location("releve", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["releve"] = module_from_spec(spec)
spec.loader.exec_module(sys.modules["releve"])
from qgis.core import QgsFeedback
from releve.plugin.algorithms.interruption import interruptible
feedback = QgsFeedback()
with interruptible(feedback):
    os.kill(os.getpid(), signal.SIGINT)
    print("tidying up", feedback.isCanceled(), flush=True)
print("never said", flush=True)
"""


def test_an_interrupted_run_tidies_up_and_ends_as_interrupted(root):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=30)
    assert done.stdout == "tidying up True\n"
    assert done.returncode == -signal.SIGINT


def test_a_run_in_the_window_s_own_thread_lets_it_take_clicks(qgis_app, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", None)
    clicks = []
    QTimer.singleShot(0, lambda: clicks.append("cancel"))
    keep_window_alive()
    assert clicks == []  # without a window, events are nobody's business
    monkeypatch.setattr("qgis.utils.iface", object())
    keep_window_alive()
    assert clicks == ["cancel"]
