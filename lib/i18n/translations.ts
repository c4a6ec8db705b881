import {
  createFormatter,
  createTranslator,
  useLocale,
  useMessages,
  useTimeZone,
  type useFormatter as useOwnFormatter,
  type useTranslations as useOwnTranslations,
} from 'next-intl'

/** What was made of the messages of one language, by what it was made for. */
const made = new WeakMap<object, Map<string, unknown>>()

function once<Made>(messages: object, name: string, make: () => Made): Made {
  const ofLanguage = made.get(messages) ?? new Map<string, unknown>()
  made.set(messages, ofLanguage)
  const known = ofLanguage.get(name) as Made | undefined
  const given = known ?? make()
  ofLanguage.set(name, given)
  return given
}

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
