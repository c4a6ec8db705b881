import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'
import type { Answers } from '@/lib/instrument/answers'
import type { Draft } from '@/lib/instrument/draft'
import type { Problem } from './problem-summary'
import { answersText, writeTab } from './tab-storage'

/** What came back instead of the results: what was refused, and what was sent, to be shown again. */
export interface RefusedComparison {
  readonly problems: readonly Problem[]
  readonly draft: Draft
}

export type ComparisonAction = (
  before: RefusedComparison | null,
  sent: FormData,
) => Promise<RefusedComparison | null>

/**
 * Asking for the comparison. Without scripts the form itself posts to the action; with them only the answers that apply
 * are sent, and a server that does not answer leaves everything where it is.
 */
export function useComparison(action: ComparisonAction) {
  const [refusedOnServer, formAction] = useActionState(action, null)
  const [refused, setRefused] = useState(refusedOnServer)
  const [isPending, startTransition] = useTransition()

  const ask = (answers: Answers) => {
    const sent = new FormData()
    for (const [id, answer] of Object.entries(answers)) {
      for (const option of [answer].flat()) sent.append(id, option)
    }
    startTransition(async () => {
      writeTab({ compared: answersText(answers) })
      try {
        setRefused(await action(null, sent))
      } catch (error) {
        // A redirect to the results arrives as an error of the framework's own.
        unstable_rethrow(error)
        setRefused({ problems: [{ field: '', reason: 'unreachable' }], draft: {} })
      }
    })
  }
  return { formAction, refusedOnServer, refused, isPending, ask }
}
