"""The end of Python once Alembic has done its work: passes that would find nothing to do are left out."""

import atexit
import fcntl
import gc
import os
import stat
import sys


def end_soon():
    """
    At its very end Python looks several times through all that it holds for reference cycles to take apart, and the
    gate holds its lock all the while (docs/engines.md has the time). Where nothing that there is then has anything
    to do at its end, it is spared; else all goes as ever.
    """
    ours = os.getpid()

    def spare():
        try:
            # PyPy has no such thing, and a fork of Alembic is not Alembic.
            if os.getpid() == ours and hasattr(gc, "freeze") and not (_has_file_to_write() or _has_more_to_end()):
                gc.freeze()
        except Exception:
            # Python would print it.
            pass

    atexit.register(spare)


def _has_more_to_end():
    """Files, sockets, generators and tasks that wait show a `__del__`, as what a program defines does."""
    objects = gc.get_objects()
    ended = {kind for kind in set(map(type, objects)) if hasattr(kind, "__del__")}
    # Python flushes these itself.
    streams = set(map(id, _standard_streams()))
    return any(type(each) in ended and id(each) not in streams and not _is_closed(each) for each in objects)


def _standard_streams():
    """Each is of three layers at most."""
    for each in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        for _ in range(3):
            yield each
            each = getattr(each, "buffer", None) or getattr(each, "raw", None)


def _is_closed(each):
    """asyncpg leaves closed sockets behind, and what asyncio had around them."""
    kind, sockets, asyncio = type(each), sys.modules.get("socket"), sys.modules.get("asyncio")
    if asyncio is not None and issubclass(kind, asyncio.BaseTransport):
        return each.is_closing()
    return sockets is not None and kind is sockets.socket and each.fileno() == -1


def _has_file_to_write():
    """Drivers in C, such as that of SQLite, end their files without a `__del__`."""
    return any(_can_be_written(int(name)) for name in os.listdir("/dev/fd"))


def _can_be_written(number):
    """Python opens what no program inherits: what can be inherited it was handed, as its standard streams."""
    try:
        kind = os.fstat(number).st_mode
        access = fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE
        handed = os.get_inheritable(number)
    except OSError:
        # The list of them was one.
        return False
    return not handed and access != os.O_RDONLY and (stat.S_ISREG(kind) or stat.S_ISFIFO(kind))
