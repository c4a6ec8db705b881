import { useMomentWords } from '@/lib/i18n/use-date-words'

/** When an entry was made, to the second: whoever compares logs compares these. As it stands, where it was made unreadable. */
export function AuditMoment({ at }: { readonly at: string }) {
  const momentWords = useMomentWords()
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return <code>{at}</code>
  return <time dateTime={at}>{momentWords(moment, 'second')}</time>
}
