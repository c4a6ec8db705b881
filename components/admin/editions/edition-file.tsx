import { useLocale } from 'next-intl'
import type { Tool } from '@/lib/instrument/tools'
import { editionFileAddress } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { useSizeWords } from './use-size-words'
import { useToolList } from './use-tool-list'

/** The file of an edition. Days are `YYYY-MM-DD`. */
export interface FileView {
  readonly id: string
  /** What it is called, once it is downloaded. */
  readonly name: string
  /** Rounded. */
  readonly recordCount: number
  readonly tools: readonly Tool[]
  readonly found:
    | { readonly state: 'ready'; readonly sizeBytes: number }
    | { readonly state: 'removed'; readonly removedOn: string; readonly againOn: string }
    | { readonly state: 'missing' }
}

/** The file of the last edition and what it holds; or why it cannot be downloaded now. */
export function EditionFile({ file }: { readonly file: FileView }) {
  const t = useTranslations('admin.editions.file')
  const toolList = useToolList()
  const { id, recordCount, tools } = file
  const told = tools.length === 0 ? t('noTools') : t('someTools', { list: toolList(tools) })
  return (
    <section aria-labelledby="file-title" className="edition-file">
      <h2 id="file-title">{t('title', { id })}</h2>
      <FileAccess file={file} />
      <h3>{t('holds')}</h3>
      <ul>
        <li>{t('records', { count: recordCount })}</li>
        <li>{t('columns', { tools: told })}</li>
        <li>{t('answers')}</li>
        <li>{t('formats')}</li>
      </ul>
    </section>
  )
}

function FileAccess({ file: { id, name, found } }: { readonly file: FileView }) {
  const t = useTranslations('admin.editions.file')
  const locale = useLocale()
  const size = useSizeWords()
  const day = useDayWords()
  if (found.state === 'missing') return <p className="notice">{t('missing')}</p>
  if (found.state === 'removed') {
    const words = t('removed', { day: day(found.removedOn), again: day(found.againOn) })
    return <p className="notice">{`${words} ${t('removedAsk')}`}</p>
  }
  return (
    <>
      <p>{`${t('recipients')} ${t('recorded')}`}</p>
      {/* Not the framework's link, which might ask in advance. */}
      <p className="actions">
        <a className="button" href={editionFileAddress(id, locale)}>
          {t('take', { size: size(found.sizeBytes) })}
        </a>
      </p>
      <p className="hint">
        <code>{name}</code>
      </p>
    </>
  )
}
