import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { deleteAdmin, setRole } from '@/lib/db/admin/accounts'
import { beginRun } from '@/lib/db/clock'
import { launched } from '@/tests/support/launched'
import { createTestDatabase } from '@/tests/support/test-database'

// SQLite refuses a transaction that writes after it has read, where another process has written in between.

const admins = Array.from({ length: 60 }, (_, place) => ({
  id: `admin-${place}`,
  email: `${place}@example.org`,
  role: place === 0 ? 'owner' : 'viewer',
  createdAt: new Date(),
}))

it('what reads before it writes waits for a process that writes without a pause', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.remove)
  await database.run(async (client) => client.adminUser.createMany({ data: admins }))
  const program = [...launched('tests/integration/sqlite/keep-writing.ts'), database.url]
  const writer = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void writer.kill('SIGKILL'))
  await once(writer.stdout, 'data')
  for (const { id } of admins.slice(1)) {
    expect(await beginRun(database, new Date())).toMatchObject({ state: 'right' })
    expect(await setRole(database, id, 'exporter')).toEqual({ ok: true, before: 'viewer' })
    expect(await deleteAdmin(database, id)).toEqual({ ok: true, before: 'exporter' })
  }
}, 60_000)
