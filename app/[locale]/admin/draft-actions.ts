'use server'

import { getTranslations } from 'next-intl/server'
import type { FormOutcome } from '@/components/admin/form-outcome'
import { editDraft, mayPrepareFigures } from '@/lib/auth/change-figures'
import { currentRequest } from '@/lib/auth/current-request'
import { adminPath } from '@/lib/i18n/admin-pages'
import { loadImportLabels } from '@/lib/i18n/import-labels'
import { sourceLanguage } from '@/lib/comparison/waves'
import { localeFrom } from '@/lib/i18n/locales'
import { draftOfFile } from '@/lib/import/draft-of-file'
import { fileOfForm } from '@/lib/import/form-file'
import { isAccepted } from '@/lib/import/lines/line'
import { takenAddress } from '@/lib/import/lines/settle-lines'
import { noticeSentence, noticeText } from '@/lib/import/notice-sentence'
import type { Notice } from '@/lib/import/notices'
import { readFigureFile, type FigureFile } from '@/lib/import/read-figure-file'
import {
  withFigure,
  withoutFigure,
  withoutLine,
  withSameAddress,
  type WaveDraft,
} from '@/lib/import/wave-draft'
import { readBeginning, type Beginning } from '@/lib/db/waves/managed-waves'
import { done, leadOn, refusal, showAnew, typedIn, whileAvailable } from './outcomes'

type Read = (bytes: Uint8Array) => FigureFile

async function readerFor({ began, previous }: Beginning): Promise<Read> {
  const context = {
    sourceIds: began.sources.map(({ id }) => id),
    labels: await loadImportLabels(),
    language: sourceLanguage,
  }
  return (bytes) => readFigureFile(bytes, context, previous)
}

async function sentencesOf(
  locale: string,
  notices: readonly Notice[],
  /** Of the file, whose places are told; null: of a form, whose controls tell it. */
  format: FigureFile['format'],
): Promise<string> {
  // Named: an action is no page, and the framework knows no language of it.
  const t = await getTranslations({ locale: localeFrom(locale), namespace: 'import' })
  const say = (key: string, values: Readonly<Record<string, string | number>>) => t(key as 'sentence', values)
  return notices
    .map((each) => (format === null ? noticeText(each, say) : noticeSentence(each, format, say)))
    .join(' ')
}

/** Reads a file of figures into the draft of a wave, in place of the figures that it had; for owners. */
export async function readFileAction(
  locale: string,
  waveId: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const request = await currentRequest()
    const permitted = await mayPrepareFigures(request)
    if (!permitted.ok) return refusal(permitted.reason)
    const beginning = await readBeginning(request.database, waveId)
    if (beginning === null) return refusal('gone')
    const file = sent.get('file')
    const t = await getTranslations({ locale: localeFrom(locale), namespace: 'admin.figures.upload' })
    if (!(file instanceof File) || file.size === 0) return refusal('badSettings', {}, { file: t('noFile') })
    const read = (await readerFor(beginning))(new Uint8Array(await file.arrayBuffer()))
    if (read.problems.length > 0) {
      return refusal('badSettings', {}, { file: await sentencesOf(locale, read.problems, read.format) })
    }
    const result = await editDraft(request, waveId, (before) =>
      draftOfFile(before ?? beginning.began, read, file.name.slice(0, 200)),
    )
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) leadOn(`${adminPath('wave', localeFrom(locale))}/${waveId}`)
  return outcome
}

/** The refused line in whose place a figure is typed in. */
interface InPlaceOf {
  readonly line: number
  readonly column: string
}

/** Keeps a figure that was typed in or mended in the draft of its wave; for owners. */
export async function changeFigureAction(
  locale: string,
  waveId: string,
  { line, column }: InPlaceOf,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = typedIn(sent)
  const outcome = await whileAvailable(typed, async () => {
    const request = await currentRequest()
    const permitted = await mayPrepareFigures(request)
    if (!permitted.ok) return refusal(permitted.reason, typed)
    const beginning = await readBeginning(request.database, waveId)
    if (beginning === null) return refusal('gone', typed)
    const read = (await readerFor(beginning))(fileOfForm(typed))
    const [found] = read.lines
    if (found === undefined || !isAccepted(found)) {
      const problems = [...read.problems, ...(found === undefined ? [] : found.problems)]
      const names = new Set(problems.map((each) => each.column ?? 'code'))
      const said = await Promise.all(
        [...names].map(async (name) => [
          name,
          await sentencesOf(
            locale,
            problems.filter((each) => (each.column ?? 'code') === name),
            null,
          ),
        ]),
      )
      return refusal('badSettings', typed, Object.fromEntries(said) as Record<string, string>)
    }
    const { record } = found
    const other = withSameAddress(beginning.began, record)
    if (other !== null) {
      const code = await sentencesOf(locale, [takenAddress(record, other)], null)
      return refusal('badSettings', typed, { code })
    }
    const change = (before: WaveDraft | null) =>
      withoutLine(withFigure(before ?? beginning.began, record), line, column)
    const result = await editDraft(request, waveId, change)
    return result.ok ? done() : refusal(result.reason, typed)
  })
  if (outcome.reason === null) leadOn(`${adminPath('wave', localeFrom(locale))}/${waveId}`)
  return outcome
}

/** Takes a figure out of the draft of its wave; for owners. */
export async function removeFigureAction(locale: string, waveId: string, key: string): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const request = await currentRequest()
    const permitted = await mayPrepareFigures(request)
    if (!permitted.ok) return refusal(permitted.reason)
    const beginning = await readBeginning(request.database, waveId)
    if (beginning === null) return refusal('gone')
    const result = await editDraft(request, waveId, (before) => withoutFigure(before ?? beginning.began, key))
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) leadOn(`${adminPath('wave', localeFrom(locale))}/${waveId}`)
  return outcome
}

/** Leaves a line that was refused out of a draft; for owners. */
export async function leaveOutLineAction(waveId: string, line: number, column: string): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const result = await editDraft(await currentRequest(), waveId, (before) =>
      before === null ? null : withoutLine(before, line, column),
    )
    if (!result.ok) return refusal(result.reason)
    if (!result.isThere) return refusal('gone')
    showAnew()
    return done()
  })
}
