import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { releasePath } from '@/lib/i18n/admin-pages'
import type { FormAction } from '../form-outcome'
import { AskAgain } from './ask-again'
import type { ReadyView } from './release-view'
import { useSizeWords } from './use-size-words'

interface Props {
  readonly release: ReadyView
  readonly request: FormAction
}

/** The file of a release, and what it means to take it; or why it cannot be taken any more. */
export function ReleaseDownload({ release, request }: Props) {
  const t = useTranslations('admin.release')
  const dateWords = useDateWords()
  const locale = useLocale()
  const size = useSizeWords()
  const { id, deliveredAt, file } = release
  const moment = (date: Date) => dateWords(date, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section id="file" aria-labelledby="file-title" className="release-file">
      <h2 id="file-title">{t('download.title')}</h2>
      {deliveredAt !== null && <p>{t('download.again', { moment: moment(deliveredAt) })}</p>}
      {file.state === 'kept' ? (
        <>
          {deliveredAt === null && <p>{t('download.first')}</p>}
          <p>{`${t('download.recorded')} ${t('download.recipients')}`}</p>
          {/* Not the framework's link, which might ask in advance. */}
          <p className="actions">
            <a className="button" href={`${releasePath(id, locale)}/download`}>
              {t('download.take', { size: size(file.sizeBytes) })}
            </a>
          </p>
          <p className="hint">
            <code>{file.name}</code> <span>{t('download.kept', { moment: moment(file.keptUntil) })}</span>
          </p>
        </>
      ) : (
        <>
          <p className="notice">{t(`download.${file.state}`)}</p>
          <AskAgain release={release} action={request} />
        </>
      )}
    </section>
  )
}
