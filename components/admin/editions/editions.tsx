import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import { FreshNotice } from '../fresh-notice'
import { EditionFile, type FileView } from './edition-file'
import { EditionsMade, type EditionLine } from './editions-made'

/** Why a file was not downloaded that was asked for. */
export type FileRefusal = 'removed' | 'missing' | 'earlier' | 'unknown'

interface Props {
  /** The last one first. */
  readonly editions: readonly EditionLine[]
  readonly isDemo: boolean
  /** The file of the last one; null before the first. */
  readonly file: FileView | null
  readonly refused: FileRefusal | null
  /** Responses that the first edition needs. */
  readonly firstEditionFrom: number
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  /** Of which tools the files tell the present use, and for owners the choice. */
  readonly scheme: ReactNode
}

/** The editions of a wave: the file of the last one, what its columns tell, and all of them in a list. */
export function Editions({ editions, isDemo, file, refused, firstEditionFrom, isFresh, scheme }: Props) {
  const t = useTranslations('admin.editions')
  const all = useTranslations()
  return (
    <>
      <h1>{all('admin.titles.editions')}</h1>
      {refused !== null && (
        <div className="problem" role="alert">
          <p>
            <strong>{t('refused.title')}</strong>
          </p>
          <p>{t(`refused.${refused}`)}</p>
        </div>
      )}
      <p>{t('lead')}</p>
      {isDemo && <p className="notice">{all('participants.demo')}</p>}
      {!isFresh && <FreshNotice back="editions" need="neededForEditions" />}
      {file === null ? <p>{t('none', { needed: firstEditionFrom })}</p> : <EditionFile file={file} />}
      {scheme}
      {editions.length > 0 && <EditionsMade editions={editions} />}
    </>
  )
}
