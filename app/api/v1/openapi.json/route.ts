import { openApiDocument } from '@/lib/api/document'
import { loadMessages } from '@/lib/i18n/messages'
import { programVersion } from '@/lib/version'
import { openRoute } from '../open-route'

/** The interface, described for programs. */
export const { GET, OPTIONS } = openRoute(async () => {
  const { interface: words } = (await loadMessages('en')).apiPage
  return { content: openApiDocument(words, programVersion), type: 'application/openapi+json; charset=utf-8' }
})
