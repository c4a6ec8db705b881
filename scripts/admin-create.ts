// npm run admin:create -- person@example.org: makes the link with which a person becomes the first owner, or another one
// where no owner can sign in any more.
import type { AuditEntry } from '@/lib/audit/entry'
import { createFirstAdmin } from '@/lib/auth/make-links'
import { invitationHours, invitationPath } from '@/lib/auth/invitation-token'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { defaultLocale } from '@/lib/i18n/locales'
import { readSecret } from '@/lib/keys/secrets'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run admin:create',
  says: 'Prints a link with which a person becomes an owner of the admin area.',
  operands: { email: 'the e-mail address of the person, such as person@example.org' },
  options: {},
}

const refusals = {
  badEmail: 'Give the e-mail address of a person: npm run admin:create -- person@example.org',
  accountExists:
    'There is an account with this e-mail address already: an owner can make a link to recover it.',
} as const

await runScript(line, async ({ operands: { email } }) => {
  const settings = await findSite(['admin', 'audit'])
  const database = openDatabase(settings.databaseUrl)
  try {
    const secret = readSecret(settings, 'admin')
    const record = async (entry: AuditEntry) =>
      appendAudit(database, readSecret(settings, 'audit'), entry, new Date())
    const made = await createFirstAdmin({ database, secret, record }, { email })
    if (!made.ok) throw new Error(refusals[made.reason])
    const site = settings.publicUrl ?? `http://localhost:${settings.port}`
    const link = new URL(invitationPath(defaultLocale, made.token), site).href
    return `${link}\nThis link works once, for ${invitationHours} hours: give it to nobody else.`
  } finally {
    await database.close()
  }
})
