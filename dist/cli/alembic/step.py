"""The revision under way, and what it has sent."""

import os
import re
import threading
import time

LONGEST = 2000
ENDS = re.compile(r"\s*(?:commit|end|abort|rollback(?!\s+to))\b", re.IGNORECASE)


class Step:
    """Told in two events where nothing takes long; its statements one by one only where one does, or fails."""

    def __init__(self, channel):
        self.channel = channel
        self.renew()
        # The thread that holds the lock does not exist in a fork.
        os.register_at_fork(after_in_child=self.renew)
        self.revision = None
        self.path = None
        self.upgrade = True
        self.began = 0.0
        self.autocommit = False
        self.ran = []
        self.statement = None
        # How Alembic's own writes to its version table begin: they are no part of a revision.
        self.own = ()
        self.sent = 0.0
        self.told = False

    def renew(self):
        # A signal may come while it is held, and what handles it may send something.
        self.lock = threading.RLock()

    def begin(self, revision, path, upgrade):
        with self.lock:
            self.revision, self.path, self.upgrade = revision, path, upgrade
            self.began = time.monotonic()
            self.autocommit = False
            self.ran = []
        self.channel.emit("started", revision=revision)

    def end(self):
        with self.lock:
            ms = self.elapsed()
            revision, self.revision = self.revision, None
            self.statement = None
            if revision is not None:
                self.channel.emit("stepped", revision=revision, ms=ms, ran=self.ran)

    def before(self, sql):
        with self.lock:
            self.statement, self.sent, self.told = sql[:LONGEST], time.monotonic(), False

    def after(self):
        with self.lock:
            sql, self.statement = self.statement, None
            if sql is None or self.revision is None:
                return
            if self.told:
                self.channel.emit("done", revision=self.revision)
            elif not sql.startswith(self.own):
                self.ran.append(sql)
                # What is committed must be known even if the process ends with it.
                if ENDS.match(sql):
                    self._tell_ran()
                    self.channel.flush()

    def failed(self):
        """What has failed is told as sent, and never as done."""
        with self.lock:
            self._tell()
            self.statement = None

    def commit_beside(self):
        """It has opened an autocommit_block: that is told once."""
        if self.revision is not None and not self.autocommit:
            self.autocommit = True
            self.channel.emit("autocommit", revision=self.revision)

    def elapsed(self):
        """Milliseconds since the revision under way began."""
        return 0 if self.revision is None else (time.monotonic() - self.began) * 1000

    def look(self):
        """Tells what has not ended within a moment; whether there is something to look after."""
        with self.lock:
            if self.revision is None:
                return False
            late = time.monotonic() - self.channel.moment
            if self.statement is not None and self.sent < late:
                self._tell()
            elif self.began < late:
                self._tell_ran()
            return True

    def _tell(self):
        self._tell_ran()
        if self.statement is not None and self.revision is not None and not self.told:
            self.told = True
            self.channel.emit("statement", revision=self.revision, sql=self.statement)

    def _tell_ran(self):
        if self.ran and self.revision is not None:
            ran, self.ran = self.ran, []
            self.channel.emit("ran", revision=self.revision, ran=ran)
