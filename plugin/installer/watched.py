"""Runs a module of Python, and ends with everything it started once its standard input is closed.

    python -I watched.py MODULE [ARGUMENT …]

The installer holds the other end: when QGIS is killed, nobody goes on writing where the next one begins.
Started as a program, in a Python that has nothing installed.
"""

import os
import runpy
import signal
import sys
import threading


def end_with_input() -> None:
    """Wait for the end of the input, then end."""
    while os.read(0, 1024):
        pass
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), signal.SIGKILL)  # the installer gave us a group of our own
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_input, daemon=True).start()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
