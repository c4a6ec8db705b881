import { siteOrigin } from '@/app/site-origin'
import { apiBase, operationNames, operationOf } from '@/lib/api/operations'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { openRoute } from './open-route'

/** What can be asked for, for who comes to the beginning of all addresses. */
export const { GET, OPTIONS } = openRoute(async () => {
  const at = (address: string) => `${siteOrigin()}${address}`
  const operations = operationNames.map((name) => {
    const { path, method } = operationOf(name)
    return [name, { method: method.toUpperCase(), href: at(apiBase + path) }]
  })
  return Promise.resolve({
    content: {
      description: at(`${apiBase}/openapi.json`),
      pages: Object.fromEntries(locales.map((locale) => [locale, at(pathTo('api', locale))])),
      operations: Object.fromEntries(operations) as object,
    },
  })
})
