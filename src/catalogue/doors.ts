import { entry } from './entry.ts'

/** What fails around a run: where it is started, and the files in which its result is handed on. */
export const doorEntries = {
  'folder-gone': entry<{ reason: string }>({
    exit: 2,
    says: f => `The folder that this was started in is gone or cannot be read: ${f.reason}.`,
    cure: () => 'Go to a folder that exists, and run it again.',
    example: { reason: 'ENOENT' },
  }),
  'outputs-unwritable': entry<{ variable: string; reason: string }>({
    exit: 1,
    says: f =>
      `The file of ${f.variable} could not be written: ${f.reason}; the database stands where the log above says.`,
    cure: () =>
      'Make room on the runner’s disk, or see who may write there, and run again: what is applied stays applied.',
    example: { variable: 'GITHUB_OUTPUT', reason: 'ENOSPC: no space left on device' },
  }),
}
