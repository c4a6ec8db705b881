'use client'

import { useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { usePostedForm } from '@/components/layout/use-posted-form'
import { contributionFields } from './form-fields'
import type { ContributionRefusal, RefusedContribution } from './refusals'
import { Trap } from './trap'

export interface ContributeWords {
  readonly consent: string
  readonly submit: string
  readonly sending: string
  readonly trap: string
  readonly refusals: Readonly<Record<ContributionRefusal, string>>
}

interface Props {
  /** The address that the form is posted to. */
  readonly action: string
  /** The version of the words that are consented to. */
  readonly consentVersion: string
  /** Says which answers are consented to. */
  readonly seal: string
  readonly refused: RefusedContribution | null
  readonly words: ContributeWords
}

const unreachable: RefusedContribution = { reason: 'unreachable', retryMinutes: 0 }

/**
 * The unticked box and the button. A refusal brings the reader to what has to be done, which names it: to say it a second time,
 * as an alert, would be heard twice.
 */
export function ContributeForm({ action, consentVersion, seal, refused: refusedBefore, words }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { refused, isSending, send } = usePostedForm(refusedBefore, unreachable)
  const isAboutConsent = refused?.reason === 'consent' || refused?.reason === 'changed'

  useEffect(() => {
    if (refused) (isAboutConsent ? box : button).current?.focus()
  }, [refused, isAboutConsent])

  return (
    // A browser may not tick the box by itself, when the page is shown again.
    <form className="contribute" method="post" action={action} autoComplete="off" onSubmit={send}>
      {refused && (
        <p className="problem" id="contribution-problem">
          {fill(words.refusals[refused.reason], { minutes: refused.retryMinutes })}
        </p>
      )}
      <input type="hidden" name={contributionFields.seal} value={seal} />
      <label className="choice">
        <input
          ref={box}
          type="checkbox"
          name={contributionFields.consent}
          value={consentVersion}
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
          aria-describedby={refused && !isAboutConsent ? 'contribution-problem' : undefined}
        >
          {words.submit}
        </button>
      </p>
      <p className="status" role="status">
        {isSending ? words.sending : ''}
      </p>
    </form>
  )
}
