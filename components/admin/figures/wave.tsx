import { useLocale } from 'next-intl'
import { useRecordWords } from '@/components/figures/context-figures'
import type { ShownState } from '@/components/figures/corrections'
import { usePercent } from '@/components/figures/use-figure-words'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useWaveName } from '@/components/layout/use-wave-name'
import { adminPath } from '@/lib/i18n/admin-pages'
import { figureFilePath } from '@/lib/i18n/data-addresses'
import { pathTo } from '@/lib/i18n/routes'
import { useTranslations } from '@/lib/i18n/translations'
import { figureKey, type FigureRecord } from '@/lib/waves/figure-record'
import type { WaveDraft } from '@/lib/import/wave-draft'
import type { WaveDescription, WaveDocument } from '@/lib/waves/wave-document'
import { ActionForm } from '../action-form'
import type { FormAction } from '../form-outcome'
import { DoneNotice } from '../done-notice'
import { FreshNotice } from '../fresh-notice'
import { useFormWords } from '../use-form-words'
import { Draft } from './draft'
import { States } from './states'

export interface WaveActions {
  readonly readFile: FormAction
  readonly publish: FormAction
  readonly forget: FormAction
  readonly leaveOut: (line: number, column: string) => FormAction
  readonly bringBack: (number: number) => FormAction
}

interface Props {
  readonly wave: WaveDescription
  readonly document: WaveDocument | null
  readonly draft: WaveDraft | null
  /** The last one first. */
  readonly states: readonly ShownState[]
  readonly isFresh: boolean
  /** Whether the last state was just published. */
  readonly isPublishedNow: boolean
  readonly actions: WaveActions
}

/** One wave: what is prepared beside what is published, the ways to prepare more, and every state that was. */
export function Wave({ wave, document, draft, states, isFresh, isPublishedNow, actions }: Props) {
  const t = useTranslations('admin.figures')
  const waveName = useWaveName()
  const locale = useLocale()
  const figures = draft?.figures ?? document?.figures ?? []
  const [last] = states
  return (
    <>
      <h1>{t('waveTitle', { wave: waveName(wave) })}</h1>
      {isPublishedNow && last && (
        <DoneNotice key={last.number}>
          <SeparateTexts>
            {t.rich('published', {
              number: last.number,
              page: (words) => <a href={`${pathTo('figures', locale)}/${wave.id}`}>{words}</a>,
            })}
          </SeparateTexts>
        </DoneNotice>
      )}
      {!isFresh && <FreshNotice back={`wave/${wave.id}`} />}
      {draft === null ? (
        <p>{t('noDraft')}</p>
      ) : (
        <Draft waveId={wave.id} draft={draft} document={document} {...actions} />
      )}
      <Upload action={actions.readFile} />
      <section aria-labelledby="by-hand-title">
        <h2 id="by-hand-title">{t('byHand')}</h2>
        <ul>
          <li>
            <a href={`${adminPath('waveAbout', locale)}/${wave.id}`}>{t('toAbout')}</a>
          </li>
          <li>
            <a href={`${adminPath('figure', locale)}/${wave.id}`}>{t('toNewFigure')}</a>
          </li>
        </ul>
        {figures.length > 0 && <FigureLinks waveId={wave.id} figures={figures} />}
      </section>
      <States states={states} bringBack={actions.bringBack} />
    </>
  )
}

function Upload({ action }: { readonly action: FormAction }) {
  const t = useTranslations('admin.figures.upload')
  const locale = useLocale()
  const formWords = useFormWords()
  return (
    <section aria-labelledby="upload-title">
      <h2 id="upload-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      <p>
        <SeparateTexts>
          {t.rich('needs', {
            example: (words) => (
              <a href={figureFilePath(locale, { waveId: null, fragment: null }, 'csv')} download>
                {words}
              </a>
            ),
          })}
        </SeparateTexts>
      </p>
      <ActionForm
        id="upload"
        action={action}
        fields={[
          {
            name: 'file',
            type: 'file',
            label: t('label'),
            hint: t('hint'),
            accept: '.csv,.tsv,.txt,.xlsx,.json',
            problems: 'said',
          },
        ]}
        words={formWords(t('submit'), t('done'))}
      />
    </section>
  )
}

/** The way to each figure, to mend it. */
function FigureLinks({
  waveId,
  figures,
}: {
  readonly waveId: string
  readonly figures: readonly FigureRecord[]
}) {
  const t = useTranslations('admin.figures')
  const locale = useLocale()
  const wordsOf = useRecordWords()
  const percent = usePercent()
  return (
    <details>
      <summary>{t('mend', { count: figures.length })}</summary>
      <ul className="figure-links">
        {figures.map((figure) => {
          const { code, population, sharePercent } = figure
          const words = wordsOf(figure)
          const search = new URLSearchParams({ code, population }).toString()
          return (
            <li key={figureKey(figure)}>
              <a href={`${adminPath('figure', locale)}/${waveId}?${search}`}>
                {t('figureLink', { ...words, share: percent(sharePercent) })}
              </a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
