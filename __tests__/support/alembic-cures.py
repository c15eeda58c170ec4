"""Runs lines of revisions under Alembic, each in a transaction of its own: {url, cases: [{setup, lines}]} on stdin."""

import json
import sys

import sqlalchemy as sa
from alembic import op
from alembic.migration import MigrationContext
from alembic.operations import Operations


def run(engine, line):
    """What was sent."""
    sent = []
    with engine.connect() as connection:
        sa.event.listen(connection, "before_cursor_execute", lambda *given: sent.append(given[2].strip()))
        context = MigrationContext.configure(connection, opts={"transaction_per_migration": True})
        with context.begin_transaction(_per_migration=True), Operations.context(context):
            exec(line, {"op": op, "sa": sa})
    return sent


def case(engine, setup, lines):
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for sql in setup:
            connection.connection.cursor().execute(sql)
    said = []
    for line in lines:
        try:
            said.append(dict(sent=run(engine, line)))
        except Exception as error:
            state = getattr(getattr(error, "orig", None), "sqlstate", None)
            said.append(dict(error="%s %s" % (state or type(error).__name__, str(error).splitlines()[0])))
    return said


asked = json.load(sys.stdin)
made = sa.create_engine(asked["url"], poolclass=sa.pool.NullPool)
json.dump([case(made, **each) for each in asked["cases"]], sys.stdout)
