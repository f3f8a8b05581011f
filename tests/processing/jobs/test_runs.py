from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from releve.processing.errors import Cancelled
from releve.processing.jobs import runs

ROOT_CODE = """
import os, signal, sys
from importlib.util import module_from_spec, spec_from_file_location
root = sys.argv[1]
spec = spec_from_file_location("releve", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["releve"] = module_from_spec(spec)
from pathlib import Path
from releve.processing.jobs.runs import Run
run = Run()
run.make_folder(Path(sys.argv[2]), sys.argv[3]).joinpath("file").write_text("x")
print("made", flush=True)
if sys.argv[3] == "die":
    os.kill(os.getpid(), signal.SIGKILL)
sys.stdin.read()
"""


def other_process(root, folder, how):
    arguments = [sys.executable, "-c", ROOT_CODE, str(root), str(folder), how]
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()
    return process


def test_folders_of_the_dead_are_swept_and_those_of_the_living_stay(root, tmp_path):
    with other_process(root, tmp_path, "die") as dead:
        dead.wait()
    with other_process(root, tmp_path, "live") as alive:
        runs.sweep()
        assert [path.name.rpartition("-")[2] for path in tmp_path.iterdir()] == ["live"]
        alive.communicate(b"")


def test_runs_share_the_threads(root, tmp_path):
    alone = runs.threads_for_this_run()
    first, second = runs.Run(), runs.Run()
    assert runs.threads_for_this_run() == max(1, alone // 2)
    first.close()
    second.close()


def test_gpu_jobs_queue_and_a_waiting_one_can_be_cancelled():
    inside = threading.Event()

    def hold():
        with runs.gpu_turn(lambda: None):
            inside.set()
            time.sleep(0.5)

    def give_up():
        raise Cancelled("cancelled")

    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait()
    with pytest.raises(Cancelled), runs.gpu_turn(give_up):
        pass
    start = time.monotonic()
    with runs.gpu_turn(lambda: None):
        assert time.monotonic() - start > 0.2
    holder.join()


@pytest.mark.parametrize("record", ['["{victim}"]', "5", "[3]", "{", "null"])
def test_a_sweep_touches_nothing_that_is_not_named_after_its_run(tmp_path, own_cache, record):
    victim = tmp_path / "victim"
    victim.mkdir()
    runs.sweep()
    (own_cache / "runs" / "1-aa.json").write_text(record.replace("{victim}", str(victim)))
    runs.sweep()
    assert victim.is_dir()
