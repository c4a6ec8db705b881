import { useDateWords } from '@/lib/i18n/use-date-words'

/** A moment of the log, with its seconds and the words for UTC: whoever compares logs compares these. */
export const momentFormat = { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' } as const

/** When an entry was made; as it stands, where it was made unreadable. */
export function AuditMoment({ at }: { readonly at: string }) {
  const dateWords = useDateWords()
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return <code>{at}</code>
  return <time dateTime={at}>{dateWords(moment, momentFormat)}</time>
}
