'use server'

import type { FormOutcome } from '@/components/admin/form-outcome'
import {
  bringBackFigures,
  editDraft,
  forgetDraft,
  makeWaveCurrent,
  mayPrepareFigures,
  publishFigures,
} from '@/lib/auth/change-figures'
import { currentRequest } from '@/lib/auth/current-request'
import { readSettings } from '@/lib/env'
import { adminPath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { readSecret } from '@/lib/keys/secrets'
import { draftOfDocument } from '@/lib/import/wave-draft'
import type { Words } from '@/lib/waves/figure-record'
import { parseWaveForm } from '@/lib/import/parse-wave-form'
import { readManagedWave } from '@/lib/db/waves/managed-waves'
import { done, leadOn, refusal, textOf, typedIn, whileAvailable } from './outcomes'

const auditKey = () => readSecret(readSettings(), 'audit')

/** The reason that a form gives, in both languages; null where it lacks one. */
function reasonIn(sent: FormData): Words | null {
  const [fr, en] = [textOf(sent, 'reason_fr').trim(), textOf(sent, 'reason_en').trim()]
  return fr === '' || en === '' ? null : { fr, en }
}

/** The refusal of a form that says why: without a reason, its fields say so. */
function notPublished(reason: string, typed: Readonly<Record<string, string>>): FormOutcome {
  if (reason !== 'noReason') return refusal(reason, typed)
  const missing = ['reason_fr', 'reason_en'].filter((name) => (typed[name] ?? '').trim() === '')
  return refusal(reason, typed, Object.fromEntries(missing.map((name) => [name, 'noReason'])))
}

/** Says what a wave is and where its figures were read, in its draft; for owners. Begins the draft where there is none. */
export async function describeWaveAction(
  locale: string,
  waveId: string | null,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = typedIn(sent)
  let id = waveId ?? ''
  const outcome = await whileAvailable(typed, async () => {
    const request = await currentRequest()
    const permitted = await mayPrepareFigures(request)
    if (!permitted.ok) return refusal(permitted.reason, typed)
    const known = waveId === null ? null : await readManagedWave(request.database, waveId)
    const figures = known?.draft?.draft.figures ?? known?.document?.figures ?? []
    const parsed = parseWaveForm(typed, waveId, new Set(figures.map(({ sourceId }) => sourceId)))
    if (!parsed.ok) return refusal('badSettings', typed, parsed.problems)
    const { wave, sources } = parsed
    const found = known ?? (await readManagedWave(request.database, wave.id))
    if (waveId === null && found !== null) return refusal('badSettings', typed, { id: 'taken' })
    const began = found?.document ?? { wave, sources, figures: [] }
    const result = await editDraft(request, wave.id, (before) => ({
      ...(before ?? draftOfDocument(began)),
      wave,
      sources: [...sources],
    }))
    if (!result.ok) return refusal(result.reason, typed)
    id = wave.id
    return done()
  })
  if (outcome.reason === null) leadOn(`${adminPath('wave', localeFrom(locale))}/${id}`)
  return outcome
}

/** The page of a wave, which says that its last state is published. */
const publishedPath = (locale: string, waveId: string) =>
  `${adminPath('wave', localeFrom(locale))}/${waveId}?done`

/** Publishes what was looked at of a draft; for owners. */
export async function publishAction(
  locale: string,
  waveId: string,
  revision: number,
  figuresRevision: number,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = typedIn(sent)
  const outcome = await whileAvailable(typed, async () => {
    const kind = textOf(sent, 'kind') === 'revision' ? 'revision' : 'correction'
    const looked = { waveId, revision, figuresRevision, kind, reason: reasonIn(sent) } as const
    const result = await publishFigures(await currentRequest(), { ...looked, auditKey: auditKey() })
    return result.ok ? done() : notPublished(result.reason, typed)
  })
  if (outcome.reason === null) leadOn(publishedPath(locale, waveId))
  return outcome
}

/** Brings an earlier state of a wave back; for owners. */
export async function bringBackAction(
  locale: string,
  waveId: string,
  number: number,
  figuresRevision: number,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = typedIn(sent)
  const outcome = await whileAvailable(typed, async () => {
    const looked = { waveId, number, figuresRevision, reason: reasonIn(sent) }
    const result = await bringBackFigures(await currentRequest(), { ...looked, auditKey: auditKey() })
    return result.ok ? done() : notPublished(result.reason, typed)
  })
  if (outcome.reason === null) leadOn(publishedPath(locale, waveId))
  return outcome
}

/** Forgets the draft of a wave; for owners. Leads to the waves, since one that was never published is gone. */
export async function forgetDraftAction(locale: string, waveId: string): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const result = await forgetDraft(await currentRequest(), waveId)
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) leadOn(adminPath('figures', localeFrom(locale)))
  return outcome
}

/** Makes a wave the current one; for owners. */
export async function makeCurrentAction(locale: string, waveId: string): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const result = await makeWaveCurrent(await currentRequest(), { waveId, auditKey: auditKey() })
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) leadOn(`${adminPath('figures', localeFrom(locale))}?done`)
  return outcome
}
