import { leadTo } from '@/lib/http/form-replies'
import { refusedStatus } from '@/lib/http/response-status'
import { pathTo } from '@/lib/i18n/routes'
import { items } from '@/lib/instrument/catalogue'
import { draftFrom } from '@/lib/instrument/draft'
import { answersFromForm } from '@/lib/instrument/form-answers'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { justCompared, keepAnswers } from '@/lib/session/comparison-session'
import { comparisonRefusal } from '../../form-refusals'
import { formRoute } from '../form-route'

/**
 * Seals the answers of a submitted questionnaire in the session and leads to the results; or says what was refused and
 * gives back what was sent. Nothing is stored on the server.
 */
export const { GET, POST } = formRoute('questionnaire', async (request, sent, locale) => {
  const parsed = answersFromForm(sent.entries())
  if (!parsed.ok) {
    const draft = draftFrom(Object.fromEntries(items.map(({ id }) => [id, sent.getAll(id)])))
    return comparisonRefusal.answer(request, refusedStatus, { problems: parsed.problems, draft })
  }
  const wereKept = await keepAnswers(applicableAnswers(parsed.answers))
  const results = pathTo('results', locale)
  return leadTo(request, wereKept ? results : `${results}?${justCompared}`)
})
