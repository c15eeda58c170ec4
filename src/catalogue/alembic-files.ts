import { joinAnd } from '../text.ts'
import { entry } from './entry.ts'

/** What Alembic's configuration, revision files and graph can have wrong, all found before Python starts. */
export const alembicFileEntries = {
  'alembic-run': entry<{ reason: string }>({
    exit: 2,
    says: f => `The input \`run\` cannot be used to start Alembic: ${f.reason}.`,
    cure: () =>
      'Write the words that start it and nothing behind: `uv run alembic`, `uv run alembic -c db/alembic.ini`.',
    example: { reason: 'a quote is never closed' },
  }),
  'alembic-config-absent': entry<{ looked: string[] }>({
    exit: 2,
    says: f => `Alembic’s configuration was not found: there is neither ${f.looked.join(' nor ')}.`,
    cure: () => 'Name its folder with `directory`, or the file with `run: alembic -c <file>`.',
    example: { looked: ['backend/alembic.ini', 'backend/pyproject.toml'] },
  }),
  'alembic-config-broken': entry<{ path: string; reason: string }>({
    exit: 2,
    says: f => `${f.path} cannot be read as Alembic reads it: ${f.reason}.`,
    cure: () => 'Mend the line; `alembic heads` must run with this file.',
    example: { path: 'alembic.ini', reason: 'the section [alembic] stands there twice' },
  }),
  'alembic-config-value': entry<{ path: string; key: string; reason: string }>({
    exit: 2,
    says: f => `${f.key} in ${f.path} has a value that Alembic does not take: ${f.reason}.`,
    cure: f => `Correct ${f.key}; the documentation of Alembic’s configuration lists what it can be.`,
    example: {
      path: 'alembic.ini',
      key: 'path_separator',
      reason: '"comma" is none of os, space, newline, : and ;',
    },
  }),
  'alembic-no-location': entry<{ looked: string[] }>({
    exit: 2,
    says: f => `No script_location is set: neither ${f.looked.join(' nor ')} has it.`,
    cure: () => 'Set `script_location = %(here)s/alembic` there, or name another section with `-n` in `run`.',
    example: { looked: ['[alembic] of alembic.ini', '[tool.alembic] of pyproject.toml'] },
  }),
  'alembic-package': entry<{ location: string; looked: string[] }>({
    exit: 2,
    says: f =>
      `The Python package of "${f.location}" was not found as a folder; looked for ${f.looked.join(', ')}.`,
    cure: () =>
      'Write the location as a path, such as `%(here)s/src/app/migrations`, or add the package’s folder to prepend_sys_path.',
    example: { location: 'app:migrations', looked: ['app/migrations', 'src/app/migrations'] },
  }),
  'alembic-no-scripts': entry<{ places: string[] }>({
    exit: 2,
    says: f => `No Alembic revisions were found: ${f.places.join('; ')}.`,
    cure: () =>
      'See that the versions folder is in the checkout, and that script_location and version_locations name it.',
    example: { places: ['alembic/versions does not exist'] },
  }),
  'alembic-syntax': entry<{ reason: string }>({
    exit: 1,
    says: f => `Python cannot read this revision: ${f.reason}.`,
    cure: () => 'Mend the line; `python -m py_compile` on the file must say nothing.',
    example: { reason: 'a string begins here and never ends' },
  }),
  'alembic-variable-missing': entry<{ path: string; variable: string }>({
    exit: 1,
    says: f => `${f.path} does not set ${f.variable}, which every revision must.`,
    cure: f =>
      f.variable === 'revision'
        ? 'Give it `revision = "<id>"`; or move the file out of the versions folder if it is no revision.'
        : 'Give it `down_revision = "<id of the one before>"`, or None if it is the first.',
    example: { path: 'alembic/versions/helpers.py', variable: 'revision' },
  }),
  'alembic-id-long': entry<{ id: string; length: number }>({
    exit: 1,
    says: f =>
      `The revision id ${f.id} has ${f.length} characters, and the version table holds 32: writing it would fail after the revision ran.`,
    cure: () => 'Shorten it, here and in the `down_revision` of the next one.',
    example: { id: '2026_11_22_add_a_column_to_the_orders_table', length: 43 },
  }),
  'alembic-id-characters': entry<{ id: string; characters: string[] }>({
    exit: 1,
    says: f => `The revision id "${f.id}" has ${f.characters.join(' and ')} in it, which Alembic refuses.`,
    cure: () => 'Write it without @, -, + and colon, here and in the `down_revision` of the next one.',
    example: { id: '2026-11-22', characters: ['-'] },
  }),
  'alembic-duplicate': entry<{ id: string; paths: string[] }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} has ${f.paths.length} files: ${joinAnd(f.paths)}. Alembic would take the last one and never run the other.`,
    cure: () => 'Give the one that is not applied yet another `revision`, and a `down_revision` that fits.',
    example: { id: '3f2a', paths: ['alembic/versions/3f2a_orders.py', 'alembic/versions/3f2a_copy.py'] },
  }),
  'alembic-parent-missing': entry<{
    id: string
    variable: 'down_revision' | 'depends_on'
    wanted: string
    near: string
  }>({
    exit: 1,
    says: f => `Revision ${f.id} names "${f.wanted}" as its ${f.variable}, and no file has that revision.`,
    cure: f =>
      f.near === ''
        ? `Bring the file of "${f.wanted}" back, or correct ${f.variable} in this line.`
        : `Correct this line to \`${f.variable} = "${f.near}"\` if that is what was meant; or bring the file of "${f.wanted}" back.`,
    example: { id: '9c1e', variable: 'down_revision', wanted: '3f2b', near: '3f2a' },
  }),
  'alembic-cycle': entry<{ ids: string[] }>({
    exit: 1,
    says: f =>
      f.ids.length === 1
        ? `Revision ${f.ids[0]} comes after itself.`
        : `These revisions come after one another in a circle: ${[...f.ids, f.ids[0]].join(' → ')}.`,
    cure: () =>
      'One of them must name an earlier revision, or none: correct its `down_revision` or `depends_on`.',
    example: { ids: ['9c1e', '3f2a'] },
  }),
  'alembic-label-twice': entry<{ label: string; id: string; owner: string }>({
    exit: 1,
    says: f => `The branch label "${f.label}" of revision ${f.id} is already that of ${f.owner}.`,
    cure: () => 'Keep it on the first revision of the branch, and take it off the other.',
    example: { label: 'billing', id: '9c1e', owner: '3f2a' },
  }),
  'alembic-label-is-id': entry<{ label: string; id: string; owner: string }>({
    exit: 1,
    says: f => `The branch label "${f.label}" of revision ${f.id} is the id of a revision.`,
    cure: () => 'Give the branch another label.',
    example: { label: '3f2a', id: '9c1e', owner: '3f2a' },
  }),
  'multiple-heads': entry<{ target: string; heads: string[] }>({
    exit: 1,
    says: f => `"${f.target}" is not one revision: ${joinAnd(f.heads)} are all heads.`,
    cure: () =>
      'Join them in a revision (`alembic merge`) and commit its file. Where branches are meant to stay apart, use `heads`.',
    example: { target: 'head', heads: ['3f2a', '9c1e'] },
  }),
  'alembic-not-on-branch': entry<{ id: string; branch: string }>({
    exit: 2,
    says: f => `Revision ${f.id} is not on the branch "${f.branch}".`,
    cure: () => 'Name the revision alone, or the branch that it is on.',
    example: { id: '9c1e', branch: 'billing' },
  }),
  'alembic-relative': entry<{ wanted: string; reason: string }>({
    exit: 2,
    says: f => `The target "${f.wanted}" leads to no revision: ${f.reason}.`,
    cure: () => 'Name the revision itself, or `head`.',
    example: { wanted: '+5', reason: 'there are not that many revisions that way' },
  }),
  'alembic-overlap': entry<{ what: 'row' | 'target'; lower: string; upper: string }>({
    exit: 1,
    says: f =>
      f.what === 'row'
        ? `The version table holds ${f.lower} and ${f.upper}, but the one includes the other: Alembic refuses to work from there.`
        : `The target means ${f.lower} and ${f.upper}, but the one includes the other: Alembic refuses it.`,
    cure: f =>
      f.what === 'row'
        ? `Delete the row of ${f.lower} from the version table if ${f.upper} is really applied.`
        : `Use ${f.upper} as the target, or \`heads\`.`,
    example: { what: 'row', lower: '3f2a', upper: '9c1e' },
  }),
}
