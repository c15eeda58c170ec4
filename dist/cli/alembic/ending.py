"""The end of Python once Alembic has done its work: what goes with the process is not taken down piece by piece."""

import atexit
import fcntl
import gc
import os
import stat


def end_soon():
    """
    At its very end Python looks several times through all that it holds for circles to take apart. With a thousand
    revisions that is a tenth of the run, and the gate holds its lock all the while. It is spared, but for a program that
    has a file open, whose end may have something left to write. Of what is alive then, Python promises nobody an end
    (its reference, object.__del__).
    """
    ours = os.getpid()

    def spare():
        # PyPy has no such thing, and a fork of Alembic is not Alembic.
        if os.getpid() == ours and hasattr(gc, "freeze") and not _has_open_file():
            gc.freeze()

    atexit.register(spare)


def _has_open_file():
    return any(_can_be_written(int(name)) for name in os.listdir("/dev/fd"))


def _can_be_written(number):
    """What it was handed at its start is not its own; what a socket is sent goes at once."""
    try:
        kind = os.fstat(number).st_mode
        access = fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE
        own = not os.get_inheritable(number)
    except OSError:
        # The list of them was one.
        return False
    return own and access != os.O_RDONLY and (stat.S_ISREG(kind) or stat.S_ISFIFO(kind))
