import type { AuditEntry } from '@/lib/audit/entry'

/** An entry that carries a number. */
export const purged = (receiptsErased: number): AuditEntry => ({
  actor: 'system',
  action: 'purged',
  subject: null,
  outcome: 'succeeded',
  details: { receiptsErased, responsesDeleted: 0 },
})
