// npm run admin:create -- person@example.org: makes the link with which a person becomes an owner, the first one or another, or
// recovers the account that the address has.
import type { AuditEntry } from '@/lib/audit/entry'
import { createOperatorLink } from '@/lib/auth/make-links'
import { invitationHours, invitationPath, type MadeLink } from '@/lib/auth/invitation-token'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { defaultLocale } from '@/lib/i18n/locales'
import { readSecret } from '@/lib/keys/secrets'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run admin:create',
  says: 'Prints a link with which a person becomes an owner of the admin area, or comes back into an account whose password or codes are lost.',
  operands: { email: 'the e-mail address of the person, such as person@example.org' },
  options: {},
}

const meaning = ({ email, role, purpose }: MadeLink): string =>
  purpose === 'account'
    ? `It makes an account for ${email}, as an owner.`
    : `${email} has an account (${role}): the link gives it another password and another second factor.`

await runScript(line, async ({ operands: { email } }) => {
  const settings = await findSite(['admin', 'audit'])
  const database = openDatabase(settings.databaseUrl)
  try {
    const secret = readSecret(settings, 'admin')
    const record = async (entry: AuditEntry) =>
      appendAudit(database, readSecret(settings, 'audit'), entry, new Date())
    const made = await createOperatorLink({ database, secret, record }, { email })
    if (!made.ok) {
      throw new Error('Give the e-mail address of a person: npm run admin:create -- person@example.org')
    }
    const site = settings.publicUrl ?? `http://localhost:${settings.port}`
    const link = new URL(invitationPath(defaultLocale, made.token), site).href
    return [
      link,
      `This link works once, for ${invitationHours} hours: give it to nobody else.`,
      meaning(made),
      ...(settings.publicUrl === undefined
        ? [
            'It leads to this machine, and works nowhere else: set MIROIR_URL to the site’s public address first.',
          ]
        : []),
    ].join('\n')
  } finally {
    await database.close()
  }
})
