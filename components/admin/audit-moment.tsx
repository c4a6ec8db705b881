import { useMomentWords } from '@/lib/i18n/use-date-words'

/** When an entry was made, to the second, as other logs have it. An unreadable moment is shown as it is stored. */
export function AuditMoment({ at }: { readonly at: string }) {
  const momentWords = useMomentWords()
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return <code>{at}</code>
  return <time dateTime={at}>{momentWords(moment, 'second')}</time>
}
