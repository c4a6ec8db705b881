import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readInvitation } from '@/lib/auth/accept-invitation'
import { environmentWith } from '@/lib/env'
import { firstOwner, freshArea, secret, type Area } from './area'

const root = fileURLToPath(new URL('../../../', import.meta.url))

interface Outcome {
  readonly status: number | string | null | undefined
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as an operator does. It has the real clock. */
async function run(
  { database }: Area,
  email: string,
  settings: Record<string, string> = {},
): Promise<Outcome> {
  const env = environmentWith({
    DATABASE_URL: database.url,
    MIROIR_DATA_DIR: database.folder,
    MIROIR_ADMIN_SECRET: secret,
    MIROIR_AUDIT_SECRET: secret,
    MIROIR_URL: '',
    PORT: '',
    ...settings,
  })
  return new Promise((resolve) => {
    const script = ['scripts/launch.mjs', 'scripts/admin-create', email]
    execFile(process.execPath, script, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code, stdout, stderr })
    })
  })
}

it('prints a link on the public address, or on this machine, that makes an owner', async () => {
  const area = await freshArea()
  const settings = { MIROIR_URL: 'https://miroir.example/' }
  const { status, stdout, stderr } = await run(area, 'Person@example.org', settings)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [, token = ''] = /^https:\/\/miroir\.example\/fr\/admin\/invitation\/([\w-]{43})\n/.exec(stdout) ?? []
  const { request } = area.openBrowser()
  expect(await readInvitation(request, { token })).toEqual({
    ok: true,
    email: 'person@example.org',
    purpose: 'account',
    role: 'owner',
  })
  expect(stdout).toMatch(/\nIt makes an account for person@example\.org, as an owner\.\n$/)
  const local = await run(area, 'person@example.org', { PORT: '4321' })
  expect(local.stdout).toMatch(/^http:\/\/localhost:4321\/fr\/admin\/invitation\/[\w-]{43}\n/)
  expect(local.stdout).toContain('works nowhere else: set MIROIR_URL')
  // The later link took the place of the earlier one.
  expect(await readInvitation(request, { token })).toEqual({ ok: false, reason: 'unknown' })
})

it('prints a link that recovers the account of a known address, and the system is named in the log', async () => {
  const area = await freshArea()
  const { id, email } = await firstOwner(area)
  const { status, stdout } = await run(area, email, { MIROIR_URL: 'https://miroir.example' })
  expect(status).toBe(0)
  expect(stdout).toContain('\nowner@example.org has an account (owner): the link gives it another password')
  const [, token = ''] = /\/invitation\/([\w-]{43})\n/.exec(stdout) ?? []
  expect(await readInvitation(area.openBrowser().request, { token })).toMatchObject({
    ok: true,
    email,
    purpose: 'recovery',
  })
  const entries = await area.database.run(async (client) => client.auditEntry.findMany())
  expect(entries).toMatchObject([{ actor: 'system', action: 'recoveryLinkMade', subject: id }])
})

it('says in one sentence why there is no link', async () => {
  const area = await freshArea()
  const sentence = /^[A-Z][^\n]+\n$/
  expect(await run(area, '')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^<email> is missing\.\n\nUsage: npm run admin:create -- /),
  })
  for (const bad of ['person']) {
    const { status, stdout, stderr } = await run(area, bad)
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    })
  }
  const elsewhere = { DATABASE_URL: `file:${area.database.folder}/none.db` }
  const missing = await run(area, 'person@example.org', elsewhere)
  expect(missing).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^No site was found: there is no such database\. Looked at [^\n]+none\.db\. [^\n]+\n$/,
    ),
  })
  await expect(area.database.run(async (client) => client.adminInvitation.count())).resolves.toBe(0)
})
