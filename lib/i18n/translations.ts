import {
  createFormatter,
  createTranslator,
  useLocale,
  useMessages,
  useTimeZone,
  type useFormatter as useOwnFormatter,
  type useTranslations as useOwnTranslations,
} from 'next-intl'
import { once } from '@/lib/once'

/**
 * As the library's hook of this name, for components on the server; but messages are parsed and formats made once for each
 * language. The library makes all of them anew for every request, which takes longer than the rest of most components.
 */
export const useTranslations = ((namespace?: string) => {
  const locale = useLocale()
  const messages = useMessages()
  return once(messages, `translations ${namespace}`, () =>
    createTranslator({ locale, messages, ...(namespace !== undefined && { namespace: namespace as never }) }),
  )
}) as typeof useOwnTranslations

/** As the library's hook of this name: see `useTranslations`. */
export const useFormatter: typeof useOwnFormatter = () => {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return once(useMessages(), 'formatter', () => createFormatter({ locale, ...(timeZone && { timeZone }) }))
}
