"""The child's server sessions: our timeouts in each, and the statements that a revision sends."""

import os
import re

# Where a lock_timeout would leave an invalid index behind. REFRESH … CONCURRENTLY is an ordinary transaction.
CONCURRENTLY = re.compile(r"^(?!\s*REFRESH\b).*\bCONCURRENTLY\b", re.IGNORECASE | re.DOTALL)
POSTGRES = re.compile(r"^(psycopg2?|psycopg2cffi|asyncpg|pg8000|sqlalchemy\.dialects\.postgresql)(\.|$)")


def watch_sessions(channel):
    """Every session of every pool gets our timeouts before the program has it."""
    from sqlalchemy import event
    from sqlalchemy.pool import Pool

    wanted = [
        (name, str(int(os.environ.pop(variable))))
        for name, variable in (
            ("lock_timeout", "MIGRATION_GATE_LOCK_TIMEOUT"),
            ("statement_timeout", "MIGRATION_GATE_STATEMENT_TIMEOUT"),
        )
        if variable in os.environ
    ]

    only = os.environ.pop("MIGRATION_GATE_ONLY", None)

    def connected(connection, _record):
        if not POSTGRES.match(type(connection).__module__):
            return
        if only is not None:
            refuse_others(connection, only)
        try:
            pid, database, why = prepare(connection, wanted)
            channel.emit("connected", pid=pid, database=database, timeouts=why == "", why=why)
        except Exception as error:
            # The program finds out by itself whether its connection works; ours must leave no open transaction.
            quietly(connection.rollback)
            channel.emit("connected", pid=0, database="", timeouts=False, why=str(error)[:500])

    event.listen(Pool, "connect", connected)


def refuse_others(connection, only):
    """A rehearsal must reach its own database and no other, whatever env.py makes of the URL that it got."""
    name = one_row(connection, "select current_database()")[0]
    connection.rollback()
    if name != only:
        raise RuntimeError("env.py connects to the database %s, not to the one of the rehearsal" % name)


def prepare(connection, wanted):
    """Sets, commits and reads back: a setting made in a transaction that is rolled back would be gone."""
    if not wanted:
        # Behind a transaction pooler, what we set would stay for whoever gets the session next.
        pid, database = one_row(connection, "select pg_backend_pid(), current_database()")
        connection.commit()
        return pid, database, ""
    calls = ["set_config('%s', '%s', false)" % each for each in wanted]
    first = one_row(connection, "select " + ", ".join(calls + ["current_setting('server_version_num')"]))
    connection.commit()
    names = ["current_setting('%s')" % name for name, _ in wanted]
    row = one_row(connection, "select " + ", ".join(names + ["pg_backend_pid()", "current_database()"]))
    connection.commit()
    notice_our_end(connection, int(first[-1]))
    lost = [name for (name, _), was, now in zip(wanted, first, row) if was != now]
    return row[-2], row[-1], "" if not lost else "%s did not hold in the session" % " and ".join(lost)


def notice_our_end(connection, version):
    """A server that looks for its client ends a statement soon after the client was killed. Not every one can."""
    if version < 140000:
        return
    try:
        one_row(connection, "select set_config('client_connection_check_interval', '500', false)")
        connection.commit()
    except Exception:
        quietly(connection.rollback)


def one_row(connection, sql):
    cursor = connection.cursor()
    try:
        cursor.execute(sql)
        return cursor.fetchone()
    finally:
        cursor.close()


def quietly(function):
    try:
        function()
    except Exception:
        pass


def watch_statements(channel, step):
    """Follows the statements of the revision under way."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    suspended = {}

    def before(connection, _cursor, statement, _parameters, _context, _executemany):
        if step.revision is None:
            return
        if CONCURRENTLY.match(statement):
            quietly(lambda: suspended.update(suspend(connection)))
        step.before(statement)

    def after(connection, *_):
        if suspended:
            resume(connection)
        if step.revision is not None:
            step.after()

    def failed(context):
        if context.connection is not None:
            resume(context.connection)
        if step.revision is not None:
            step.failed()

    def resume(connection):
        former = suspended.pop(id(connection), None)
        if former is not None:
            quietly(lambda: set_lock_timeout(connection.connection, former))

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "after_cursor_execute", after)
    event.listen(Engine, "handle_error", failed)


def suspend(connection):
    former = one_row(connection.connection, "select current_setting('lock_timeout')")[0]
    if former == "0":
        return {}
    set_lock_timeout(connection.connection, "0")
    return {id(connection): former}


def set_lock_timeout(connection, value):
    one_row(connection, "select set_config('lock_timeout', '%s', false)" % value)
