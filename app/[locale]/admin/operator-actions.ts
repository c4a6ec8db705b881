'use server'

import type { FormOutcome } from '@/components/admin/form-outcome'
import { changeOperator } from '@/lib/auth/change-operator'
import { currentRequest } from '@/lib/auth/current-request'
import { readSettings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { operatorInputs } from '@/lib/operator/parse-operator'
import { done, refusal, showAnew, textOf, whileAvailable } from './outcomes'

/** Changes what is said of the operator, all of a form or nothing; for owners. */
export async function changeOperatorAction(
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const names = operatorInputs.filter((name) => sent.has(name))
  const typed = Object.fromEntries(names.map((name) => [name, textOf(sent, name)]))
  return whileAvailable(typed, async () => {
    const auditKey = readSecret(readSettings(), 'audit')
    const result = await changeOperator(await currentRequest(), { sent: typed, auditKey })
    if (!result.ok) return refusal(result.reason, typed, 'problems' in result ? result.problems : undefined)
    showAnew()
    return done()
  })
}
