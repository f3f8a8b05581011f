"""A child process that speaks in lines, with everything it starts, from birth to burial."""

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from typing import Any, BinaryIO, Callable, Optional

KEPT_LINES = 200
CHUNK = 65536


class LineProcess:
    """Starts a command in a process group of its own and reads both its streams.

    Parameters
    ----------
    command : sequence of str
        Program and arguments.
    environment : dict
        Its environment variables, all of them.
    on_line : function of the process and bytes
        Receives each line of standard output, from a thread.
    on_end : function of the process and an int
        Receives the exit status (negative: the signal), after the last line.
    linger_s : float
        How long the process may live after it has closed its standard output.

    Raises
    ------
    OSError
        The command cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        *,
        on_line: Callable[["LineProcess", bytes], None],
        on_end: Callable[["LineProcess", int], None],
        linger_s: float = 1.5,
    ):
        # Unbuffered: a buffer that a thread is reading aborts the interpreter's exit.
        streams = {
            "stdin": subprocess.PIPE,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "bufsize": 0,
        }
        self._popen = subprocess.Popen(list(command), env=environment, **streams, **_own_group())
        self._linger_s = linger_s
        self._input_lock = threading.Lock()
        self._last_words: deque[bytes] = deque(maxlen=KEPT_LINES)
        self._ended = threading.Event()
        self._readers = [
            _thread(self._read_output, self._popen.stdout, on_line),
            _thread(_read_lines, self._popen.stderr, self._last_words.append),
        ]
        _thread(self._bury, on_end)

    @property
    def pid(self) -> int:
        """Number of the process, and of its group."""
        return self._popen.pid

    def last_words(self) -> list[str]:
        """The last lines it wrote to standard error."""
        return [line.decode("utf-8", "replace") for line in list(self._last_words)]

    def note(self, line: bytes) -> None:
        """Keep a line among the last words."""
        self._last_words.append(line)

    def send(self, line: bytes) -> None:
        """Write a line to its standard input. Nothing happens when it has ended: that is told elsewhere."""
        with self._input_lock:
            try:
                _write_all(self._popen.stdin, line + b"\n")
            except (OSError, ValueError):
                return

    def close_input(self) -> None:
        """Close its standard input, which asks it to end."""
        with self._input_lock:
            try:
                self._popen.stdin.close()
            except OSError:
                return

    def kill(self) -> None:
        """Kill it and everything it started, unless it has ended."""
        if not self._ended.is_set():
            self._kill_group()

    def wait(self, timeout_s: Optional[float] = None) -> bool:
        """Wait until it has ended and been told so; False when the time was too short."""
        return self._ended.wait(timeout_s)

    def _kill_group(self) -> None:
        if sys.platform == "win32":
            command = ["taskkill", "/T", "/F", "/PID", str(self.pid)]
            subprocess.run(command, capture_output=True, check=False, **_own_group())
            return
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # macOS says the second of a group of zombies
            return

    def _read_output(self, stream: BinaryIO, on_line: Callable[["LineProcess", bytes], None]) -> None:
        _read_lines(stream, lambda line: on_line(self, line))
        try:
            self._popen.wait(self._linger_s)
        except subprocess.TimeoutExpired:
            self.kill()

    def _bury(self, on_end: Callable[["LineProcess", int], None]) -> None:
        status = self._popen.wait()
        # Children that outlived it hold its streams open and burn the processor. No new process gets a number
        # that a group bears, and an empty group cannot be hit.
        self._kill_group()
        for reader in self._readers:
            reader.join(2)  # a child in a group of its own may hold a stream for ever
        self.close_input()
        try:
            on_end(self, status)
        finally:
            self._ended.set()


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _thread(target: Callable[..., None], *arguments: Any) -> threading.Thread:
    thread = threading.Thread(target=target, args=arguments, daemon=True)
    thread.start()
    return thread


def _write_all(stream: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[stream.write(view) :]


def _read_lines(stream: BinaryIO, take: Callable[[bytes], None]) -> None:
    parts: list[bytes] = []  # of a line that is not whole yet
    while True:
        try:
            chunk = stream.read(CHUNK)
        except (OSError, ValueError):
            chunk = b""
        if not chunk:
            break
        first, *others = chunk.split(b"\n")
        parts.append(first)
        for other in others:
            take(b"".join(parts))
            parts = [other]
    if any(parts):
        take(b"".join(parts))
    stream.close()
