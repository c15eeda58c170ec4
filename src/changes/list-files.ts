import type { ListFiles } from './detection.ts'

/**
 * Files in one line, in the forms of dorny/paths-filter. In two places it is wrong and this is not: a name with a
 * newline whose other line is harmless went through unquoted (`^…$` with the m flag), and an escaped newline
 * vanished in the shell.
 */
export function formatFiles(listFiles: ListFiles, paths: readonly string[]): string {
  switch (listFiles) {
    case 'none':
      return ''
    case 'csv':
      return paths.map(quoteCsv).join(',')
    case 'json':
      return JSON.stringify(paths)
    case 'shell':
      return paths.map(quoteShell).join(' ')
    case 'escape':
      return paths.map(escapeShell).join(' ')
  }
}

/** RFC 4180: in double quotes, and those doubled, where anything but a harmless character occurs. */
function quoteCsv(path: string): string {
  return /^[a-zA-Z0-9._+:@%/-]+$/.test(path) ? path : `"${path.replaceAll('"', '""')}"`
}

/** As few quotes as a POSIX shell needs. */
function quoteShell(path: string): string {
  if (/^[a-zA-Z0-9,._+:@%/-]*$/.test(path)) return path
  if (!path.includes("'")) return `'${path}'`
  if (/^[a-zA-Z0-9,._+:@%/'\s-]+$/.test(path)) return `"${path}"`
  return path.split("'").map(quoteShell).join("\\'")
}

/** A backslash before every other character; a shell drops one before a newline, so that is quoted. */
function escapeShell(path: string): string {
  return path.replace(/[^a-zA-Z0-9,._+:@%/-]/gu, found => (found === '\n' ? "'\n'" : `\\${found}`))
}
