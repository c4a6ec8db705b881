import { describeInstrument } from '@/lib/api/instrument'
import { loadExportWords } from '@/lib/i18n/export-words'
import { openRoute } from '../open-route'

/** The questionnaire as data. */
export const { GET, OPTIONS } = openRoute(async () => ({
  content: describeInstrument(await loadExportWords()),
}))
