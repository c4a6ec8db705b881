import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import { freePort } from '@/tests/support/free-port'
import { findProgram } from '@/tests/support/programs'
import { storePeople, madeUpAnswers } from '@/tests/support/edition-site'
import { missingDatabase } from '../db/databases'

const program = findProgram('PgBouncer')

/** Runs PgBouncer before the tests' server, with a connection for each transaction. Gives the address of a database through it. */
async function throughPooler(databaseUrl: string): Promise<string> {
  const { hostname, port: serverPort, password } = new URL(inject('postgresql')?.serverUrl ?? '')
  const name = new URL(databaseUrl).pathname.slice(1)
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-pooler-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const port = await freePort()
  const file = path.join(folder, 'pgbouncer.ini')
  const target = `host=${hostname} port=${serverPort} dbname=${name} user=postgres password=${password}`
  writeFileSync(
    file,
    `[databases]\n${name} = ${target}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\n`,
  )
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(program ?? '', [...user, file], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await expect.poll(() => isOpen(port), { timeout: 20_000 }).toBe(true)
  return `postgresql://postgres@127.0.0.1:${port}/${name}`
}

function isOpen(port: number): boolean {
  const script = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`
  return spawnSync(process.execPath, ['-e', script]).status === 0
}

it.skipIf(program === null)(
  'behind PgBouncer, with a connection for each transaction, all is as on the server itself',
  async () => {
    const direct = await missingDatabase()
    await direct.makeRoom()
    const url = await throughPooler(direct.url)
    expect((await migrate(url)).applied.length).toBeGreaterThan(5)
    expect((await migrate(url)).applied).toEqual([])
    const database = openDatabase(url)
    onTestFinished(async () => database.close())
    await seedFigures(database)
    await storePeople(database, madeUpAnswers(40), { week: '2026-W40' })
    const counts = await Promise.all(
      Array.from({ length: 20 }, async () => database.run(async (client) => client.response.count())),
    )
    expect(new Set(counts)).toEqual(new Set([40]))
    const limits = await database.run(async (client) =>
      client.$transaction(async (transaction) =>
        transaction.$queryRawUnsafe<{ readonly lock_timeout: string }[]>('SHOW lock_timeout'),
      ),
    )
    expect(limits).toEqual([{ lock_timeout: '5s' }])
    // Nothing stays with a connection that somebody else is given next.
    const outside = await database.run(async (client) =>
      client.$queryRawUnsafe<{ readonly lock_timeout: string }[]>('SHOW lock_timeout'),
    )
    expect(outside).toEqual([{ lock_timeout: '0' }])
  },
)
