import { type At, whileReading } from '../../database/facts.ts'
import type { OpenSession } from '../../database/session.ts'
import { readVersionRows } from '../../engines/alembic/alembic.ts'
import { readHistoryRows } from '../../engines/sql/history/state.ts'
