import { expect } from 'vitest'
import type { Database } from '@/lib/db/engine/client'
import { streamAudit } from '@/lib/db/read-audit'
import { publishDraft } from '@/lib/db/waves/change-wave'
import { changeDraft } from '@/lib/db/waves/drafts'
import { createFigureReader } from '@/lib/db/waves/figures'
import { seedFigures } from '@/lib/db/waves/seed'
import { findStoredWave } from '@/lib/db/waves/stored-wave'
import { findWaveDocument, listWaveStates } from '@/lib/db/waves/wave-states'
import { draftOfDocument, withFigure, type WaveDraft } from '@/lib/import/wave-draft'
import { collect } from '@/tests/support/audit-chain'
import { projectWaveId } from '@/tests/support/project-wave'
import type { TestDatabase } from '@/tests/support/test-database'
import { key } from './audit-log'
import { freshDatabase } from './databases'

export const now = new Date('2026-11-26T08:00:00Z')
export const owner = { actor: 'owner-1', auditKey: key, now }
export const reason = { fr: 'Une faute de frappe.', en: 'A typing error.' }
export const newWaveId = '2026-12'

export async function seeded(): Promise<TestDatabase> {
  const database = await freshDatabase()
  await seedFigures(database, undefined, new Date('2026-11-20T08:00:00Z'))
  return database
}

export const stateOf = async (database: Database, number: number, waveId = projectWaveId) => {
  const document = await database.run(async (client) => findWaveDocument(client, waveId, number))
  return document ?? expect.fail(`no state ${number}`)
}

/** A draft of the project's wave in which 49 % use a tool. */
export async function correcting(database: Database, sharePercent = 49): Promise<WaveDraft> {
  const document = await stateOf(database, 1)
  const figure = document.figures.find(({ code }) => code === 'usage.any') ?? expect.fail('no such figure')
  return withFigure(draftOfDocument(document), { ...figure, sharePercent })
}

/** A draft of a wave that is not there yet. */
export async function newWave(database: Database): Promise<WaveDraft> {
  const { wave, ...document } = await stateOf(database, 1)
  return draftOfDocument({ ...document, wave: { ...wave, id: newWaveId, publishedOn: '2026-11-25' } })
}

export const store = async (database: Database, draft: WaveDraft) =>
  changeDraft(database, draft.wave.id, () => draft)

export const publish = async (database: Database, more: Partial<Parameters<typeof publishDraft>[1]> = {}) =>
  publishDraft(database, {
    ...owner,
    waveId: projectWaveId,
    revision: 1,
    figuresRevision: 1,
    kind: 'correction',
    reason,
    ...more,
  })

export const usageOfAny = async (database: Database, waveId: string | null = null) => {
  const { figures } = await createFigureReader(database, () => 0)(waveId)
  return figures.find(({ indicator }) => indicator === 'usage.any')?.sharePercent
}

export const recorded = async (database: Database) =>
  (await collect(streamAudit(database))).map(({ actor, action, subject, details }) => [
    actor,
    action,
    subject,
    JSON.parse(details) as unknown,
  ])

export const states = async (database: Database, waveId = projectWaveId) =>
  database.run(async (client) => listWaveStates(client, waveId))

/** The rows of a wave are those of its last state, whatever was done. */
export async function expectAsPublished(database: Database, waveId = projectWaveId): Promise<void> {
  const last = (await states(database, waveId)).at(-1) ?? expect.fail('no state')
  const stored = await database.run(async (client) => findStoredWave(client, waveId))
  expect(stored).toEqual(await stateOf(database, last.number, waveId))
}
