import { entry } from './entry.ts'

/** What the history table and the files say of each other. */
export const historyEntries = {
  'revision-missing': entry<{ id: string; database: string; folder: string }>({
    exit: 1,
    says: f => `Revision ${f.id} is applied in ${f.database} but has no file in ${f.folder}.`,
    cure: () => 'Bring its file back, or go on with `allow: missing` if it was removed on purpose.',
    example: { id: '0002', database: 'app', folder: 'migrations' },
  }),
}
