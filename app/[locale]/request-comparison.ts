'use server'

import { redirect, RedirectType } from 'next/navigation'
import type { RefusedComparison } from '@/components/questionnaire/use-comparison'
import { refusedStatus, setResponseStatus } from '@/lib/http/response-status'
import { localeFrom } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { draftFrom } from '@/lib/instrument/draft'
import { answersFromForm } from '@/lib/instrument/form-answers'
import { items } from '@/lib/instrument/catalogue'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { keepAnswers } from '@/lib/session/comparison-session'

/**
 * Seals the answers of a submitted questionnaire in the session and leads to the results; or says what was refused and
 * gives back what was sent. Nothing is stored on the server.
 */
export async function requestComparison(
  locale: string,
  _before: RefusedComparison | null,
  sent: FormData,
): Promise<RefusedComparison | null> {
  const parsed = answersFromForm(sent.entries())
  if (!parsed.ok) {
    setResponseStatus(refusedStatus)
    return {
      problems: parsed.problems,
      draft: draftFrom(Object.fromEntries(items.map(({ id }) => [id, sent.getAll(id)]))),
    }
  }
  await keepAnswers(applicableAnswers(parsed.answers))
  redirect(pathTo('results', localeFrom(locale)), RedirectType.push)
}
