"""The two descriptors that Migration Gate handed down: one for events, one that tells when it is gone."""

import atexit
import json
import os
import signal
import sys
import threading

# A write for each would cost as much as a small revision: told with the next event or a moment later.
PATIENT = frozenset(("statement", "done", "ran", "stepped", "sent"))
MOST_WAITING = 100


def moment():
    """Seconds. Where a lock_timeout is short, whoever is in the way has to be known before it is over."""
    timeout = os.environ.get("MIGRATION_GATE_LOCK_TIMEOUT", "0")
    return min(0.05, int(timeout) / 8000 or 0.05) if timeout.isdigit() else 0.05


class Descriptor:
    """A descriptor that is used only as long as it is what it was: the program may close it and open another."""

    def __init__(self, number, identity):
        self.number = number
        self.identity = identity
        # Programs that the migration starts must not hold it open.
        if self.is_ours():
            os.set_inheritable(number, False)
            os.set_blocking(number, True)

    def is_ours(self):
        try:
            seen = os.fstat(self.number)
            return (seen.st_dev, seen.st_ino) == self.identity
        except OSError:
            return False

    def close(self):
        if self.is_ours():
            os.close(self.number)
        self.number = -1


class Channel:
    """Writes events as lines of JSON. Nothing it does can fail for its caller."""

    def __init__(self):
        self.events = None
        self.lifeline = None
        self.lock = threading.Lock()
        self.lines = []
        self.waiting = threading.Event()
        self.ending = threading.Event()
        self.writer = threading.Thread(target=self.flush_later, name="migration-gate", daemon=True)
        self.greeted = False
        self.moment = moment()
        # Called every moment as long as it says that it wants to be.
        self.look = bool

    def open(self, handed):
        """Takes what was handed down, of which nothing may be left, and its names out of the environment."""
        self.events, self.lifeline = [
            Descriptor(*handed[name]) if os.environ.pop(name, None) and name in handed else None
            for name in ("MIGRATION_GATE_EVENTS", "MIGRATION_GATE_LIFELINE")
        ]
        os.register_at_fork(after_in_child=self.forget)
        threading.Thread(target=self.end_with_gate, name="migration-gate", daemon=True).start()
        self.writer.start()
        atexit.register(self.close)

    def forget(self):
        """A fork of Alembic is not Alembic."""
        for each in (self.events, self.lifeline):
            if each is not None:
                each.close()
        self.events = self.lifeline = None
        # The threads that held them do not exist here.
        self.lock = threading.Lock()
        self.waiting, self.ending = threading.Event(), threading.Event()
        self.lines = []

    def end_with_gate(self):
        """When the gate is killed, so is its work: the server ends a statement whose client is gone."""
        line = self.lifeline
        while line is not None and line.is_ours():
            try:
                if os.read(line.number, 64):
                    continue
            except ConnectionError:
                pass
            except OSError:
                return
            os.killpg(os.getpgrp(), signal.SIGKILL)

    def greet(self):
        """Says that the hook is in place: the first event, once Alembic knows its version and before env.py runs."""
        if not self.greeted:
            self.greeted = True
            self.emit("hooked", **_versions())

    def emit(self, kind, **facts):
        # Also in a fork, where the thread that holds what is used below does not exist.
        if self.events is None:
            return
        self.greet()
        try:
            # Never a character outside ASCII: a lone surrogate would not survive.
            facts["kind"] = kind
            line = json.dumps(facts) + "\n"
            with self.lock:
                self.lines.append(line)
                many = len(self.lines) >= MOST_WAITING
            if many or kind not in PATIENT:
                self.flush()
            if not self.waiting.is_set():
                self.waiting.set()
        except Exception:
            pass

    def flush(self):
        with self.lock:
            lines, self.lines = self.lines, []
            if not lines:
                return
            try:
                self._write("".join(lines))
            except OSError:
                self.events = None

    def close(self):
        """A thread that wakes up while Python ends is killed, and where that fails (without libgcc) so is the process."""
        self.ending.set()
        self.waiting.set()
        self.writer.join(1)
        self.flush()

    def flush_later(self):
        while self.events is not None and not self.ending.is_set():
            self.waiting.wait()
            self.ending.wait(self.moment)
            self.waiting.clear()
            if self.look():
                self.waiting.set()
            self.flush()

    def trouble(self, where, error):
        """What went wrong in here, so that a report can say what it could not see."""
        self.emit("hook-error", where=where, message=text_of(error)[:500])

    def _write(self, text):
        rest = memoryview(text.encode("ascii"))
        while rest and self.events is not None:
            if not self.events.is_ours():
                self.events = None
                return
            rest = rest[os.write(self.events.number, rest) :]


def text_of(value):
    try:
        return str(value)
    except Exception:
        return ""


def _versions():
    def version(name):
        return text_of(getattr(sys.modules.get(name), "__version__", ""))

    python = ".".join(str(each) for each in sys.version_info[:3])
    return dict(alembic=version("alembic"), sqlalchemy=version("sqlalchemy"), python=python)
