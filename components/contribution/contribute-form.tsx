'use client'

import { useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { contributionFields, receiptTitleId } from './form-fields'
import type { ContributionAction, ContributionRefusal, RefusedContribution } from './refusals'
import { Trap } from './trap'
import { useSending } from '@/components/layout/use-sending'

export interface ContributeWords {
  readonly consent: string
  readonly submit: string
  readonly sending: string
  readonly trap: string
  readonly refusals: Readonly<Record<ContributionRefusal, string>>
}

interface Props {
  readonly action: ContributionAction
  /** The version of the words that are consented to. */
  readonly consentVersion: string
  readonly words: ContributeWords
}

const unreachable: RefusedContribution = { reason: 'unreachable', retryMinutes: 0 }

/** The unticked box and the button. Without scripts a refusal brings the reader back to what has to be done. */
export function ContributeForm({ action, consentVersion, words }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { formAction, refused, isSending, send } = useSending(action, unreachable)
  const isAboutConsent = refused?.reason === 'consent'

  useEffect(() => {
    if (refused) (isAboutConsent ? box : button).current?.focus()
  }, [refused, isAboutConsent])
  useEffect(
    // The receipt stands where the form was, which had the focus.
    () => () => document.getElementById(receiptTitleId)?.focus(),
    [],
  )

  return (
    <form className="contribute" action={formAction} onSubmit={send} noValidate>
      {refused && (
        <p className="problem" id="contribution-problem" role="alert">
          {fill(words.refusals[refused.reason], { minutes: refused.retryMinutes })}
        </p>
      )}
      <label className="choice">
        <input
          ref={box}
          type="checkbox"
          name={contributionFields.consent}
          value={consentVersion}
          required
          autoComplete="off"
          autoFocus={isAboutConsent}
          aria-invalid={isAboutConsent || undefined}
          aria-describedby={isAboutConsent ? 'contribution-problem' : undefined}
        />
        <span>{words.consent}</span>
      </label>
      <Trap label={words.trap} />
      <p className="actions">
        <button
          ref={button}
          type="submit"
          className="button"
          autoFocus={refused !== null && !isAboutConsent}
          aria-describedby={refused && !isAboutConsent ? 'contribution-problem' : 'contribution-sending'}
        >
          {words.submit}
        </button>
      </p>
      <p id="contribution-sending" className="status" role="status">
        {isSending ? words.sending : ''}
      </p>
    </form>
  )
}
