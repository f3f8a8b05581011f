"""A backend that follows a script: ``python fake_backend.py SCENARIO``; each scenario says what it does.

It needs the standard library alone and speaks the protocol on standard streams; a server may use `answer`
behind another door.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time

HELLO = {"id": None, "event": "hello", "protocol": 1, "version": "fake"}
RESULT = {"event": "result", "outputs": {}, "values": {"answer": 42}}
CANCELLED = {"event": "error", "type": "Cancelled", "message": "cancelled"}
lock = threading.Lock()


def say(event, number=None):
    write(json.dumps({"id": number, **event}).encode() + b"\n")


def write(data):
    with lock:
        while data:
            data = data[os.write(1, data) :]


def well(number, message):
    """Progress, a message of each level, a preview, a result."""
    say({"event": "progress", "fraction": 0.5, "message": "half way"}, number)
    say({"event": "log", "level": "info", "message": "for your information"}, number)
    say({"event": "log", "level": "warning", "message": "take care"}, number)
    say({"event": "preview", "tile": [1, 2]}, number)
    say(RESULT, number)


def echo(number, message):
    """What was received, the environment included, as values."""
    say({"event": "result", "values": {"message": message, "environment": dict(os.environ)}}, number)


def refuse(number, message):
    """An error of the backend's own, with accents."""
    hint = "choisissez une zone plus petite"
    say({"event": "error", "type": "GridError", "message": "0 pixel demandé", "hint": hint}, number)


def crash(number, message):
    """Last words, then death by a signal."""
    say({"event": "progress", "fraction": 0.1}, number)
    print("native code says: out of luck", file=sys.stderr, flush=True)
    os.kill(os.getpid(), signal.SIGKILL if message["request"].get("hard") else signal.SIGABRT)


def leave(number, message):
    """A polite exit without a last event."""
    os._exit(0)


def garbage(number, message):
    """Lines that are no events, before the result."""
    for line in (
        b"loading libgomp.so\n",
        b"\xff\xfe\x00\n",
        b"[1, 2]\n",
        b'{"no": "event"}\n',
        b"\n",
        b"null\n",
    ):
        write(line)
    say(RESULT, number)


def half(number, message):
    """Half a line, then the end."""
    write(b'{"id": 1, "event": "resu')
    os._exit(3)


def pieces(number, message):
    """A result that arrives byte by byte, in the middle of a character too."""
    line = json.dumps({"id": number, **RESULT, "values": {"name": "forêt"}}, ensure_ascii=False) + "\n"
    for byte in line.encode():
        write(bytes([byte]))


def flood(number, message):
    """100 000 events, each with its number."""
    for start in range(0, 100_000, 1000):
        events = ({"id": number, "event": "preview", "n": n} for n in range(start, start + 1000))
        write("".join(json.dumps(event) + "\n" for event in events).encode())
    say(RESULT, number)


def noise(number, message):
    """1 MB of standard error, the first half of it in one line."""
    os.write(2, b"x" * 500_000 + b"\n")
    for n in range(10_000):
        os.write(2, f"warning number {n:>30}\n".encode())
    say(RESULT, number)


def twice(number, message):
    """Two last events, and one more event after them."""
    say(RESULT, number)
    say({"event": "error", "type": "GridError", "message": "too late"}, number)
    say({"event": "progress", "fraction": 0.1}, number)


def stuck(number, message):
    """Nothing, whatever is asked, while a grandchild works too."""
    child = subprocess.Popen(["sleep", "600"])
    say({"event": "log", "level": "info", "message": str(child.pid)}, number)
    threading.Event().wait()


def orphan(number, message):
    """Death, while a grandchild holds the streams."""
    child = subprocess.Popen(["sleep", "600"])
    say({"event": "log", "level": "info", "message": str(child.pid)}, number)
    os.kill(os.getpid(), signal.SIGKILL)


def mute(number, message):
    """Standard output closed, the process alive."""
    os.close(1)
    threading.Event().wait()


def patient(number, message):
    """Waits for the cancel, and ends half a second after it."""
    cancels[number].wait()
    time.sleep(0.5)
    say(CANCELLED, number)


def mixed(number, message):
    """Stuck when the request says so, well otherwise: after a while, if it says so."""
    if message["request"].get("stuck"):
        threading.Event().wait()
    time.sleep(message["request"].get("seconds", 0))
    well(number, message)


def slowly(number, message):
    """The result half a second after the cancel."""
    cancels[number].wait()
    time.sleep(0.5)
    say(RESULT, number)


cancels = {}
SCENARIOS = {
    name: value for name, value in list(globals().items()) if callable(value) and name not in ("say", "write")
}


def answer(scenario, message):
    """Start to answer one message in a thread of its own."""
    if "cancel" in message:
        cancels[message["cancel"]].set()
    else:
        cancels[message["id"]] = threading.Event()
        threading.Thread(target=SCENARIOS[scenario], args=(message["id"], message), daemon=True).start()


def main(scenario):
    """Serve standard input."""
    if scenario == "silence":  # never a word
        threading.Event().wait()
    if scenario == "protocol":  # from another time
        say({**HELLO, "protocol": 99, "version": "9.9"})
        threading.Event().wait()
    say(HELLO)
    with open(0, "rb", buffering=0) as stream:
        for line in stream:
            answer(scenario, json.loads(line))
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
