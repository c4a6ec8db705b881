import { listTableNames, withRawConnection } from '@/lib/db/engine/raw-connection'
import { leftOutTable } from './copied'
import { finish, requireProgram, startOn, startProgram } from './postgresql-programs'

const listFunctions = `SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`

/** What is done before and after the copy is read, in the same transaction. */
async function statementsAround(url: string): Promise<{ readonly before: string; readonly after: string }> {
  return withRawConnection(url, async ({ query }) => {
    const [[serverNumber] = []] = await query("SELECT current_setting('server_version_num')")
    for (const program of ['pg_restore', 'psql'] as const) await requireProgram(program, Number(serverNumber))
    const tables = await listTableNames({ query }, 'postgresql')
    const functions = (await query(listFunctions)).map(([name]) => String(name))
    const hasList = tables.includes(leftOutTable)
    const before = [
      'SET client_min_messages = warning;',
      ...(hasList ? [`CREATE TEMP TABLE kept_list AS SELECT hash, day FROM public.${leftOutTable};`] : []),
      ...tables.map((name) => `DROP TABLE IF EXISTS public."${name}" CASCADE;`),
      ...functions.map((name) => `DROP FUNCTION IF EXISTS ${name} CASCADE;`),
    ]
    const after = hasList
      ? `INSERT INTO public.${leftOutTable} (hash, day) SELECT hash, day FROM pg_temp.kept_list;`
      : ''
    return { before: `${before.join('\n')}\n`, after: `\n${after}\n` }
  })
}

/**
 * Puts what pg_dump wrote in the place of all tables of a database, in one transaction: it is restored as a whole, or stays as it was.
 * The list of withdrawals stays, which no copy holds. Throws SettingError where a program is missing, too old or fails, DatabaseError.
 */
export async function restorePostgresql(url: string, dump: string): Promise<void> {
  const { before, after } = await statementsAround(url)
  const quiet = ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1', '--file=-']
  const psql = startOn(url, 'psql', quiet)
  const reading = startProgram('pg_restore', ['--no-owner', '--no-privileges', '--file=-', dump])
  const isStored = finish('psql', psql)
  const isRead = finish('pg_restore', reading)
  if (psql.stdin && reading.stdout) {
    // Its end says why.
    psql.stdin.on('error', () => undefined)
    psql.stdin.write(before)
    reading.stdout.pipe(psql.stdin, { end: false })
  }
  try {
    // Where psql ends first, it has failed, and nobody takes what is read any more.
    await Promise.race([isRead, isStored])
    await isRead
    psql.stdin?.end(after)
    await isStored
  } finally {
    // Without its end, nothing is stored.
    for (const program of [psql, reading]) program.kill()
    await Promise.allSettled([isRead, isStored])
  }
}
