'use client'

import { useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { contributionFields } from './form-fields'
import type { RefusedWithdrawal, WithdrawalAction, WithdrawalRefusal } from './refusals'
import { useSending } from '@/components/layout/use-sending'

export interface WithdrawWords {
  readonly label: string
  readonly hint: string
  readonly submit: string
  readonly sending: string
  readonly refusals: Readonly<Record<WithdrawalRefusal, string>>
}

interface Props {
  readonly action: WithdrawalAction
  /** The code of this session's contribution, filled in already; empty without one. */
  readonly receipt: string
  readonly words: WithdrawWords
}

const unreachable: RefusedWithdrawal = { reason: 'unreachable', retryMinutes: 0, typed: '' }

/** Where the code is typed. What was typed stays when it is refused. */
export function WithdrawForm({ action, receipt, words }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { formAction, refused, isSending, send } = useSending(action, unreachable)

  useEffect(() => {
    if (refused) field.current?.focus()
  }, [refused])

  return (
    <form className="withdraw" action={formAction} onSubmit={send}>
      <div className="text-field">
        <label htmlFor="receipt">{words.label}</label>
        <p id="receipt-hint" className="hint">
          {words.hint}
        </p>
        {refused && (
          <p className="problem" id="withdrawal-problem" role="alert">
            {fill(words.refusals[refused.reason], { minutes: refused.retryMinutes })}
          </p>
        )}
        <input
          ref={field}
          id="receipt"
          name={contributionFields.receipt}
          type="text"
          defaultValue={refused?.typed ?? receipt}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          autoFocus={refused !== null}
          aria-invalid={refused !== null || undefined}
          aria-describedby={refused ? 'receipt-hint withdrawal-problem' : 'receipt-hint'}
        />
      </div>
      <p className="actions">
        <button type="submit" className="button" aria-describedby="withdrawal-sending">
          {words.submit}
        </button>
      </p>
      <p id="withdrawal-sending" className="status" role="status">
        {isSending ? words.sending : ''}
      </p>
    </form>
  )
}
