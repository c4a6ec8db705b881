import { usePostedForm } from '@/components/layout/use-posted-form'
import type { Answers } from '@/lib/instrument/answers'
import type { Draft } from '@/lib/instrument/draft'
import type { Problem } from './problem-summary'
import { answersText, writeTab } from './tab-storage'

/** What came back instead of the results: what was refused, and what was sent, to be shown again. */
export interface RefusedComparison {
  readonly problems: readonly Problem[]
  readonly draft: Draft
}

const unreachable: RefusedComparison = { problems: [{ field: '', reason: 'unreachable' }], draft: {} }

/** Asking for the comparison. With scripts only the answers that apply are sent. */
export function useComparison(refusedBefore: RefusedComparison | null) {
  const { refused, isSending, sendFields } = usePostedForm(refusedBefore, unreachable)
  const ask = (form: HTMLFormElement, answers: Answers) => {
    const chosen = Object.entries(answers).flatMap(([id, answer]) =>
      [answer].flat().map((option) => [id, option]),
    )
    sendFields(form, new URLSearchParams(chosen), () => writeTab({ compared: answersText(answers) }))
  }
  return { refused, isSending, ask }
}
