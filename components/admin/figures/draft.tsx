import { Fragment } from 'react'
import { useLocale } from 'next-intl'
import { DifferenceList, mostShown } from '@/components/figures/corrections'
import { useRecordWords } from '@/components/figures/context-figures'
import { usePercent } from '@/components/figures/use-figure-words'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { noticeSentence } from '@/lib/import/notice-sentence'
import { documentDifference } from '@/lib/waves/document-difference'
import { figureKey, isCompared, type FigureRecord } from '@/lib/waves/figure-record'
import { documentOf, type DraftNotice, type WaveDraft } from '@/lib/import/wave-draft'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { ActionForm } from '../action-form'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'
import { PublishForm } from './publish-form'

interface Props {
  readonly waveId: string
  readonly draft: WaveDraft
  /** What is published; null: nothing yet. */
  readonly document: WaveDocument | null
  readonly publish: FormAction
  readonly forget: FormAction
  readonly leaveOut: (line: number, column: string) => FormAction
}

/** What was understood of a draft beside what is published, what is refused or doubtful, and the way to publish it. */
export function Draft({ waveId, draft, document, publish, forget, leaveOut }: Props) {
  const t = useTranslations('admin.figures.draft')
  const formWords = useFormWords()
  const { wave, sources, figures, refused, warnings, fileName } = draft
  const difference = documentDifference(document, { wave, sources, figures }, refused)
  const count = (kind: string) => difference.figures.filter((each) => each.kind === kind).length
  const isNew = difference.figures.length > 0 || difference.isDescribedOtherwise
  const hindrance = hindranceOf(draft, isNew)
  return (
    <section aria-labelledby="draft-title" className="wave-draft">
      <h2 id="draft-title">{t('title')}</h2>
      {fileName !== null && <p>{t('file', { name: fileName })}</p>}
      <p>
        {t('counts', {
          added: count('added'),
          changed: count('changed'),
          unchanged: difference.unchanged.length,
          gone: count('removed'),
          refused: refused.length,
        })}
      </p>
      {refused.length > 0 && <Refused waveId={waveId} draft={draft} leaveOut={leaveOut} />}
      {warnings.length > 0 && <Warnings notices={warnings} draft={draft} />}
      <Context draft={draft} />
      <DifferenceList difference={difference} isFirst={document === null} />
      <Unchanged figures={difference.unchanged} />
      {hindrance === null ? (
        <PublishForm isFirst={document === null} action={publish} />
      ) : (
        <p className="notice">{t(hindrance)}</p>
      )}
      <details>
        <summary>{t('forget')}</summary>
        <p>{t('forgetNote')}</p>
        <ActionForm id="forget" action={forget} fields={[]} words={formWords(t('forgetSubmit'))} isQuiet />
      </details>
    </section>
  )
}

/** Why a draft cannot be published yet; null: it can. */
function hindranceOf(draft: WaveDraft, isNew: boolean) {
  if (draft.refused.length > 0) return 'mendFirst'
  if (draft.figures.length === 0) return 'noFigures'
  if (!isNew) return 'nothingNew'
  return documentOf(draft) === null ? 'unready' : null
}

/** A notice of the importer as a sentence, in the language of the page. */
function useNoticeWords(): (found: DraftNotice, format: WaveDraft['format']) => string {
  const t = useTranslations('import')
  return (found, format) => noticeSentence(found, format, (key, values) => t(key as 'sentence', values))
}

type Refusals = WaveDraft['refused']

/** Lines of one row of a table that are refused for the same reasons, which are said once. */
function linesAlike(
  refused: Refusals,
  words: (problem: DraftNotice) => string,
): readonly { readonly said: readonly string[]; readonly lines: Refusals }[] {
  const groups = new Map<string, { readonly said: readonly string[]; readonly lines: Refusals[number][] }>()
  for (const each of refused) {
    const said = [...new Set(each.problems.map(words))]
    const key = JSON.stringify([each.line, said])
    const group = groups.get(key) ?? { said, lines: [] }
    groups.set(key, group)
    group.lines.push(each)
  }
  return [...groups.values()]
}

function Refused({ waveId, draft, leaveOut }: Pick<Props, 'waveId' | 'draft' | 'leaveOut'>) {
  const t = useTranslations('admin.figures.draft')
  const locale = useLocale()
  const formWords = useFormWords()
  const words = useNoticeWords()
  const alike = linesAlike(draft.refused, (problem) => words(problem, draft.format))
  return (
    <>
      <h3>{t('refused', { count: draft.refused.length })}</h3>
      <p>{t('refusedNote')}</p>
      <ul className="refused-lines">
        {alike.map(({ said, lines }) => (
          <li key={`${lines[0]?.line} ${said.join(' ')}`} className="card" data-line={lines[0]?.line}>
            <ul>
              {said.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {lines.map(({ line, column }) => (
              <Fragment key={column}>
                <p>
                  <a
                    href={`${adminPath('figure', locale)}/${waveId}?${new URLSearchParams({ line: String(line), column }).toString()}`}
                  >
                    {lines.length > 1 ? t('typeOf', { column }) : t('type')}
                  </a>
                </p>
                <ActionForm
                  id={`leave-${line}-${column}`}
                  action={leaveOut(line, column)}
                  fields={[]}
                  words={formWords(lines.length > 1 ? t('leaveOutOf', { column }) : t('leaveOut'))}
                  isQuiet
                />
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Warnings({
  notices,
  draft,
}: {
  readonly notices: readonly DraftNotice[]
  readonly draft: WaveDraft
}) {
  const t = useTranslations('admin.figures.draft')
  const words = useNoticeWords()
  const lines = [...new Set(notices.map((each) => words(each, draft.format)))]
  return (
    <>
      <h3>{t('warnings', { count: lines.length })}</h3>
      <p>{t('warningsNote')}</p>
      <ul className="import-warnings">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** The figures that stay as they are published. */
function Unchanged({ figures }: { readonly figures: readonly FigureRecord[] }) {
  const t = useTranslations('admin.figures.draft')
  if (figures.length === 0) return null
  return (
    <details>
      <summary>{t('unchanged', { count: figures.length })}</summary>
      <FigureNames figures={figures} />
    </details>
  )
}

/** Figures by what they say, each with its share. */
function FigureNames({ figures }: { readonly figures: readonly FigureRecord[] }) {
  const t = useTranslations('admin.figures')
  const corrections = useTranslations('corrections')
  const wordsOf = useRecordWords()
  const percent = usePercent()
  return (
    <>
      {figures.length > mostShown && <p>{corrections('first', { count: mostShown })}</p>}
      <ul>
        {figures.slice(0, mostShown).map((figure) => (
          <li key={figureKey(figure)}>
            {t('figureLink', { ...wordsOf(figure), share: percent(figure.sharePercent) })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Which figures no answer is set against, since the program has no predicate for them. */
function Context({ draft: { figures } }: { readonly draft: WaveDraft }) {
  const t = useTranslations('admin.figures.draft')
  const context = figures.filter((figure) => !isCompared(figure))
  return (
    <>
      <p>{t('compared', { count: figures.length - context.length })}</p>
      {context.length > 0 && (
        <details>
          <summary>{t('context', { count: context.length })}</summary>
          <FigureNames figures={context} />
        </details>
      )}
    </>
  )
}
