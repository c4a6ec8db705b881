import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { promisify } from 'node:util'
import { environmentWith } from '@/lib/env'
import { SettingError } from '@/lib/errors'

export type PostgresqlProgram = 'pg_dump' | 'pg_restore' | 'psql'

const remedy = (version: string) =>
  `install PostgreSQL's client programs${version} (on Debian: postgresql-client), or copy the database into a SQLite file with \`npm run db:copy\`.`

const missing = (program: PostgresqlProgram, cause: unknown) =>
  new SettingError(`This needs the program ${program}, which is not on this machine: ${remedy('')}`, {
    cause,
  })

/** The major version of a program. Throws SettingError where it is not on this machine. */
async function majorOf(program: PostgresqlProgram): Promise<number> {
  const { stdout } = await promisify(execFile)(program, ['--version']).catch((cause: unknown) => {
    throw missing(program, cause)
  })
  return Number(/(\d+)/.exec(stdout)?.[1])
}

/** Throws SettingError where a program is not on this machine, or older than the server (its number as the server gives it: 180004). */
export async function requireProgram(program: PostgresqlProgram, serverNumber: number): Promise<void> {
  const server = Math.floor(serverNumber / 10_000)
  const own = await majorOf(program)
  if (own < server) {
    throw new SettingError(
      `The PostgreSQL server is version ${server}, and ${program} here is version ${own}: ${remedy(` of version ${server} or later`)}`,
    )
  }
}

/** The variables and the address by which PostgreSQL's programs reach a database: arguments can be read by every user of a machine. */
function reach(url: string): { readonly address: string; readonly variables: Record<string, string> } {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  // The programs refuse parameters that they do not know.
  address.searchParams.delete('schema')
  return {
    address: address.href,
    variables: { PGAPPNAME: 'miroir-backup', ...(password !== '' && { PGPASSWORD: password }) },
  }
}

/** Starts a program that works on a database. It is given its input, and nobody reads its output. */
export function startOn(url: string, program: PostgresqlProgram, parts: readonly string[]): ChildProcess {
  const { address, variables } = reach(url)
  return spawn(program, [...parts, `--dbname=${address}`], {
    env: environmentWith(variables),
    stdio: ['pipe', 'ignore', 'pipe'],
  })
}

/** Starts a program that works on a file, and of which the output is read. */
export const startProgram = (program: PostgresqlProgram, parts: readonly string[]): ChildProcess =>
  spawn(program, parts, { stdio: ['ignore', 'pipe', 'pipe'] })

/** Waits for a program. Throws SettingError with what it said where it fails. */
export async function finish(program: PostgresqlProgram, child: ChildProcess): Promise<void> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(0, 2000)
  })
  // Also where this process is told to end.
  const kill = () => child.kill()
  process.once('exit', kill)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => reject(missing(program, cause)))
      child.once('close', resolve)
    })
    if (code !== 0) {
      const isFull = /No space left on device|could not extend file/.test(said)
      throw Object.assign(new SettingError(`${program} failed: ${said.trim() || 'it was ended'}`), {
        ...(isFull && { code: 'ENOSPC' }),
      })
    }
  } finally {
    process.removeListener('exit', kill)
  }
}
