"""How a run hears of a cancel: by Ctrl-C in ``qgis_process``, or in a window that a batch would block."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication


@contextmanager
def interruptible(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Cancel the run on SIGINT; once everything is tidied up, end the process as one that was interrupted.

    ``qgis_process`` alone would swallow the signal and end with status 0. Nothing is done where QGIS has a
    window, or outside the main thread. A second SIGINT ends it at once.
    """
    from qgis.utils import iface  # read late: it is set when QGIS has a window

    if iface is not None or threading.current_thread() is not threading.main_thread():
        yield
        return
    interrupted = False

    def cancel(*_: object) -> None:
        nonlocal interrupted
        interrupted = True
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        feedback.cancel()

    before = signal.signal(signal.SIGINT, cancel)
    try:
        yield
    finally:
        if interrupted:
            os.kill(os.getpid(), signal.SIGINT)
        # A handler that Python did not set reads as None, and cannot be given back.
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)


def keep_window_alive() -> None:
    """Let the window draw itself and take clicks where the run has its thread, as in a batch of QGIS 3.22."""
    from qgis.utils import iface

    if iface is not None and threading.current_thread() is threading.main_thread():
        QCoreApplication.processEvents()
