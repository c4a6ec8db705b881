'use client'

import { useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { usePostedForm } from '@/components/layout/use-posted-form'
import { TextField } from '@/components/ui/text-field'
import { contributionFields } from './form-fields'
import type { RefusedWithdrawal, WithdrawalRefusal } from './refusals'

export interface WithdrawWords {
  readonly label: string
  readonly hint: string
  readonly submit: string
  readonly sending: string
  readonly refusals: Readonly<Record<WithdrawalRefusal, string>>
}

interface Props {
  /** The address that the form is posted to. */
  readonly action: string
  /** The code of this session's contribution, filled in already; empty without one. */
  readonly receipt: string
  readonly refused: RefusedWithdrawal | null
  readonly words: WithdrawWords
}

const unreachable: RefusedWithdrawal = { reason: 'unreachable', retryMinutes: 0, typed: '' }

/** Where the code is typed. What was typed stays when it is refused. */
export function WithdrawForm({ action, receipt, refused: refusedBefore, words }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { refused, isSending, send } = usePostedForm(refusedBefore, unreachable)

  useEffect(() => {
    if (refused) field.current?.focus()
  }, [refused])

  return (
    <form className="withdraw" method="post" action={action} onSubmit={send}>
      <TextField
        id="receipt"
        label={words.label}
        notes={
          <>
            <p id="receipt-hint" className="hint">
              {words.hint}
            </p>
            {refused && (
              <p className="problem" id="withdrawal-problem">
                {fill(words.refusals[refused.reason], { minutes: refused.retryMinutes })}
              </p>
            )}
          </>
        }
      >
        <input
          ref={field}
          id="receipt"
          name={contributionFields.receipt}
          type="text"
          defaultValue={refusedBefore?.typed ?? receipt}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          autoFocus={refused !== null}
          aria-invalid={refused !== null || undefined}
          aria-describedby={refused ? 'withdrawal-problem receipt-hint' : 'receipt-hint'}
        />
      </TextField>
      <p className="actions">
        <button type="submit" className="button">
          {words.submit}
        </button>
      </p>
      <p className="status" role="status">
        {isSending ? words.sending : ''}
      </p>
    </form>
  )
}
