import { useFormatter } from 'next-intl'

/** A moment of the log, with its seconds and the words for UTC: whoever compares logs compares these. */
export const momentFormat = { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' } as const

/** When an entry was made; as it stands, where it was made unreadable. */
export function AuditMoment({ at }: { readonly at: string }) {
  const format = useFormatter()
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return <code>{at}</code>
  return <time dateTime={at}>{format.dateTime(moment, momentFormat)}</time>
}
