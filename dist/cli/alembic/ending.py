"""The end of Python once Alembic has done its work: passes that would find nothing to do are left out."""

import atexit
import collections
import fcntl
import gc
import os
import stat
import sys


def end_soon():
    """
    At its very end Python looks several times through all that it holds for circles to take apart. With a thousand
    revisions that is a tenth of the run, and the gate holds its lock all the while. Where nothing that is alive then
    has anything to do at its end, it is spared; else all goes as ever.
    """
    ours = os.getpid()

    def spare():
        try:
            # PyPy has no such thing, and a fork of Alembic is not Alembic.
            if os.getpid() != ours or not hasattr(gc, "freeze") or _has_file_to_write():
                return
            if _has_more_to_end():
                # The first of the passes, as ever: what nothing refers to any more has its end in it.
                gc.collect()
                if _has_more_to_end():
                    return
            gc.freeze()
        except Exception:
            # Python would print it.
            pass

    atexit.register(spare)


def _has_more_to_end():
    """Files, sockets, connections, suspended generators and tasks show a `__del__`, as what a program defines does."""
    kinds = collections.Counter(map(type, gc.get_objects()))
    ended = sum(count for kind, count in kinds.items() if any("__del__" in each.__dict__ for each in kind.__mro__))
    return ended > sum(map(gc.is_tracked, _standard_streams()))


def _standard_streams():
    """Python flushes them itself. Each is of several layers."""
    for each in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        while each is not None:
            yield each
            each = getattr(each, "buffer", None) or getattr(each, "raw", None)


def _has_file_to_write():
    """Drivers in C, such as that of SQLite, end their files without a `__del__`."""
    return any(_can_be_written(int(name)) for name in os.listdir("/dev/fd"))


def _can_be_written(number):
    try:
        kind = os.fstat(number).st_mode
        access = fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE
        handed = os.get_inheritable(number)
    except OSError:
        # The list of them was one.
        return False
    return not handed and access != os.O_RDONLY and (stat.S_ISREG(kind) or stat.S_ISFIFO(kind))
