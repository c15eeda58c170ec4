"""Every statement of a revision, whole, with the line that sent it: for a rehearsal, which asks for it."""

import os
import sys

LONGEST = 200000


def watch_captures(channel, step):
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    def before(connection, _cursor, statement, _parameters, _context, _executemany):
        if step.revision is None or not step.upgrade:
            return
        try:
            channel.emit(
                "sent",
                revision=step.revision,
                sql=statement[:LONGEST],
                line=line_in(step.path),
                # How the driver writes the places of parameters: %(name)s, %s, $1.
                style=str(connection.dialect.paramstyle),
                autocommit=in_autocommit(connection),
            )
        except Exception as error:
            channel.trouble("sent", error)

    event.listen(Engine, "before_cursor_execute", before)


def line_in(path):
    """The line of the revision's file that is under way, nearest to the statement; 0: none is."""
    wanted = os.path.abspath(path)
    frame = sys._getframe(1)
    while frame is not None:
        if os.path.abspath(frame.f_code.co_filename) == wanted:
            return frame.f_lineno
        frame = frame.f_back
    return 0


def in_autocommit(connection):
    raw = getattr(connection.connection, "dbapi_connection", None)
    return getattr(raw, "autocommit", False) is True
