/** env.py as Alembic's template has it, with other lines around `run_migrations`. */
export const envOf = (lines: {
  top?: string
  before?: string
  run?: string
  arguments?: string
  end?: string
}) => `
import os, re, sys
import psycopg
from alembic import context
from sqlalchemy import create_engine, pool
url = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", os.environ["DATABASE_URL"])
${lines.top ?? ''}
engine = create_engine(url, poolclass=pool.NullPool${lines.arguments ?? ''})
with engine.connect() as connection:
    ${lines.before ?? 'pass'}
    context.configure(connection=connection)
    with context.begin_transaction():
        ${lines.run ?? 'context.run_migrations()'}
${lines.end ?? ''}
`
