import { changeStoredOperator } from '@/lib/db/operator'
import { parseOperator, type OperatorProblem } from '@/lib/operator/parse-operator'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, type Refusal, type Refused } from './admin-state'
import { leastRole } from './roles'

interface SentOperator {
  /** What a form says of the operator, by the names of its controls. */
  readonly sent: Readonly<Record<string, string>>
  readonly auditKey: string
}

export type OperatorResult =
  | { readonly ok: true }
  | Refused<Refusal | 'notFresh'>
  | {
      readonly ok: false
      readonly reason: 'badSettings'
      /** By the names of the controls. */
      readonly problems: Readonly<Record<string, OperatorProblem>>
    }

/** Changes what is said of the operator, all that was sent or nothing, and records which fields; for owners. Throws DatabaseError. */
export async function changeOperator(
  request: AdminRequest,
  { sent, auditKey }: SentOperator,
): Promise<OperatorResult> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.operator, now)
  if (!permitted.ok) return permitted
  const parsed = parseOperator(sent)
  if (!parsed.ok) return { ok: false, reason: 'badSettings', problems: parsed.problems }
  await changeStoredOperator(request.database, {
    said: parsed.said,
    actor: permitted.admin.id,
    auditKey,
    now,
  })
  return { ok: true }
}
