import type { ReactNode } from 'react'
import type { Tool } from '@/lib/instrument/tools'
import { useTranslations } from '@/lib/i18n/translations'
import { useToolList } from './use-tool-list'

interface Props {
  /** Of which tools the files tell the present use. */
  readonly tools: readonly Tool[]
  readonly isFrozen: boolean
  /** Fewest records that agree in the scheme's columns. */
  readonly smallestGroup: number
  /** The choice, for owners before the first edition; null where nothing can be chosen. */
  readonly form: ReactNode
}

/** Of which tools the files tell the present use, who may change that, and until when. */
export function SchemeSection({ tools, isFrozen, smallestGroup, form }: Props) {
  const t = useTranslations('admin.editions.scheme')
  const toolList = useToolList()
  return (
    <section id="scheme" aria-labelledby="scheme-title" className="scheme">
      <h2 id="scheme-title">{t('title')}</h2>
      <p>{t('lead', { others: smallestGroup - 1 })}</p>
      <p>{t(isFrozen ? 'frozen' : form === null ? 'askOwner' : 'untilFirst')}</p>
      <p className="scheme-present">{t('present', { tools: toolList(tools) })}</p>
      {form}
    </section>
  )
}
