import { entry } from './entry.ts'

/** Faults of revision files, all found before the first statement runs. */
export const revisionEntries = {
  'revision-unreadable': entry<{ path: string; reason: string }>({
    exit: 1,
    says: f => `${f.path} cannot be read: ${f.reason}.`,
    cure: () => 'See that the file is in the checkout and readable by this user.',
    example: { path: 'migrations/0003_add_index.sql', reason: 'permission denied' },
  }),
}
