import { withRawConnection } from '@/lib/db/engine/raw-connection'
import { readContent, type CopiedContent } from './copied'

const text = (content: string) => `'${content.replaceAll("'", "''")}'`

/**
 * Copies a SQLite database, as it stands at one moment, into a new file, while others read and write. Not by the engine's online copy:
 * that one begins again whenever another process writes, and copies free space with what was deleted. Throws DatabaseError.
 */
export async function copySqlite(url: string, target: string): Promise<CopiedContent> {
  await withRawConnection(url, async ({ execute }) => execute(`VACUUM INTO ${text(target)}`))
  return withRawConnection(`file:${target}`, async (copy) => readContent(copy, 'sqlite'))
}

/**
 * Opens a SQLite file, and has the engine check it. Returns what it holds, and in `problem` what is wrong with it; null where all is
 * well. Throws DatabaseError where it is no database.
 */
export async function checkSqlite(
  file: string,
): Promise<CopiedContent & { readonly problem: string | null }> {
  return withRawConnection(`file:${file}`, async ({ query }) => {
    const found = (await query('PRAGMA integrity_check')).map(([line]) => String(line))
    const orphans = await query('PRAGMA foreign_key_check')
    const problem =
      found.join() === 'ok' ? (orphans.length > 0 ? 'rows without what they refer to' : null) : found[0]
    return { ...(await readContent({ query }, 'sqlite')), problem: problem ?? null }
  })
}
