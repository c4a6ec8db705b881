import type { AuditEntry, AuditOutcome } from '@/lib/audit/entry'
import { appendAudit } from '@/lib/db/audit'
import { appDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import type { AdminEvent, RecordEvent } from './admin-event'

const outcomes: Readonly<Record<AdminEvent['outcome'], AuditOutcome>> = {
  done: 'succeeded',
  refused: 'refused',
  locked: 'refused',
}

const steps = {
  passwordChecked: 'password',
  passwordChanged: 'password',
  secondFactorChecked: 'secondFactor',
  recoveryCodeUsed: 'recoveryCode',
} as const

/** What the audit log keeps of an event: accounts, sessions and links by their ids. */
export function auditEntryOf({ what, who: actor, subject, outcome: told, role }: AdminEvent): AuditEntry {
  const outcome = outcomes[told]
  const common = { actor, outcome, details: {} } as const
  const account = subject ?? actor ?? 'unknown'
  switch (what) {
    case 'passwordChecked':
    case 'passwordChanged':
    case 'secondFactorChecked':
    case 'recoveryCodeUsed': {
      const details = { step: steps[what] }
      if (told === 'locked') return { ...common, action: 'lockedOut', subject: actor, details }
      if (what === 'passwordChanged') return { ...common, action: 'passwordSet', subject: null }
      if (what === 'recoveryCodeUsed' && told === 'done') return { ...common, action: what, subject: null }
      return { ...common, action: 'signIn', subject: null, details }
    }
    case 'signedOut':
      return { ...common, action: 'signOut', subject: null }
    case 'secondFactorSetUp':
    case 'recoveryCodesRenewed':
      return { ...common, action: what, subject: null }
    case 'sessionRevoked':
      return { ...common, action: what, subject: null }
    case 'invitationMade':
      return { ...common, action: what, subject: account, details: { role: role?.to ?? 'viewer' } }
    case 'invitationUsed':
      return { ...common, action: 'invitationAccepted', subject: account }
    case 'invitationWithdrawn':
    case 'recoveryLinkMade':
      return { ...common, action: what, subject: account }
    case 'recovered':
      return { ...common, action: 'accountRecovered', subject: null }
    case 'roleChanged': {
      const { from = null, to } = role ?? { to: 'viewer' }
      return from === null
        ? { ...common, action: 'roleChangeRefused', subject: account, details: { role: to } }
        : { ...common, action: what, subject: account, details: { from, to } }
    }
    case 'adminRemoved':
      return { ...common, action: 'accountRemoved', subject: account }
  }
}

/** Keeps an event in the audit log of the database that the settings name. Throws DatabaseError. */
export const recordAdminEvent: RecordEvent = async (event) => {
  await appendAudit(appDatabase, readSecret(readSettings(), 'audit'), auditEntryOf(event), new Date())
}
