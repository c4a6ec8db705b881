import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/engine/client'
import { readParticipation } from '@/lib/db/participation'
import { streamAudit } from '@/lib/db/read-audit'
import { makeCurrent, publishDraft, restoreState } from '@/lib/db/waves/change-wave'
import { readCurrentWave } from '@/lib/db/waves/current-wave'
import { changeDraft, discardDraft, findDraft, listDrafts } from '@/lib/db/waves/drafts'
import { createFigureReader } from '@/lib/db/waves/figures'
import { seedFigures } from '@/lib/db/waves/seed'
import { findStoredWave } from '@/lib/db/waves/stored-wave'
import { findWaveDocument, listWaveStates } from '@/lib/db/waves/wave-states'
import { draftOfDocument, withFigure, type WaveDraft } from '@/lib/waves/wave-draft'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { collect } from '@/tests/support/audit-chain'
import { projectWaveId } from '@/tests/support/project-wave'
import type { TestDatabase } from '@/tests/support/test-database'
import { key } from './audit-log'
import { freshDatabase, otherProgram } from './databases'

const now = new Date('2026-11-26T08:00:00Z')
const owner = { actor: 'owner-1', auditKey: key, now }
const reason = { fr: 'Une faute de frappe.', en: 'A typing error.' }
const newWaveId = '2026-12'

async function seeded(): Promise<TestDatabase> {
  const database = await freshDatabase()
  await seedFigures(database, undefined, new Date('2026-11-20T08:00:00Z'))
  return database
}

const stateOf = async (database: Database, number: number, waveId = projectWaveId) => {
  const document = await database.run(async (client) => findWaveDocument(client, waveId, number))
  return document ?? expect.fail(`no state ${number}`)
}

/** A draft of the project's wave in which 49 % use a tool. */
async function correcting(database: Database, sharePercent = 49): Promise<WaveDraft> {
  const document = await stateOf(database, 1)
  const figure = document.figures.find(({ code }) => code === 'usage.any') ?? expect.fail('no such figure')
  return withFigure(draftOfDocument(document), { ...figure, sharePercent })
}

/** A draft of a wave that is not there yet. */
async function newWave(database: Database): Promise<WaveDraft> {
  const { wave, ...document } = await stateOf(database, 1)
  return draftOfDocument({ ...document, wave: { ...wave, id: newWaveId, publishedOn: '2026-11-25' } })
}

const store = async (database: Database, draft: WaveDraft) =>
  changeDraft(database, draft.wave.id, () => draft)

const publish = async (database: Database, more: Partial<Parameters<typeof publishDraft>[1]> = {}) =>
  publishDraft(database, {
    ...owner,
    waveId: projectWaveId,
    revision: 1,
    figuresRevision: 1,
    kind: 'correction',
    reason,
    ...more,
  })

const usageOfAny = async (database: Database, waveId: string | null = null) => {
  const { figures } = await createFigureReader(database, () => 0)(waveId)
  return figures.find(({ indicator }) => indicator === 'usage.any')?.sharePercent
}

const recorded = async (database: Database) =>
  (await collect(streamAudit(database))).map(({ actor, action, subject, details }) => [
    actor,
    action,
    subject,
    JSON.parse(details) as unknown,
  ])

const states = async (database: Database, waveId = projectWaveId) =>
  database.run(async (client) => listWaveStates(client, waveId))

/** The rows of a wave are those of its last state, whatever was done. */
async function expectAsPublished(database: Database, waveId = projectWaveId): Promise<void> {
  const last = (await states(database, waveId)).at(-1) ?? expect.fail('no state')
  const stored = await database.run(async (client) => findStoredWave(client, waveId))
  expect(stored?.document).toEqual(await stateOf(database, last.number, waveId))
}

describe('a draft', () => {
  it('changes nothing that anybody sees, counts its changes, and can be forgotten', async () => {
    const database = await seeded()
    await expect(store(database, await correcting(database))).resolves.toMatchObject({ revision: 1 })
    await expect(store(database, await correcting(database, 50))).resolves.toMatchObject({ revision: 2 })
    const stored = await database.run(async (client) => findDraft(client, projectWaveId))
    expect(stored).toMatchObject({ revision: 2, draft: await correcting(database, 50) })
    expect(await usageOfAny(database)).toBe(48)
    await expect(database.run(listDrafts)).resolves.toEqual([projectWaveId])
    await discardDraft(database, projectWaveId)
    await expect(database.run(listDrafts)).resolves.toEqual([])
    expect(await recorded(database)).toEqual([])
  })

  it('that is left as it is does not count as changed', async () => {
    const database = await seeded()
    await expect(changeDraft(database, projectWaveId, () => null)).resolves.toBeNull()
    await store(database, await correcting(database))
    await expect(changeDraft(database, projectWaveId, () => null)).resolves.toMatchObject({ revision: 1 })
  })

  it('that several change at once has what each of them did', async () => {
    const database = await seeded()
    await store(database, await correcting(database))
    const add = async (code: string) =>
      changeDraft(database, projectWaveId, (before) => {
        if (before === null) throw new Error('the draft is gone')
        const [figure = expect.fail('no figure')] = before.figures
        const words = { fr: code, en: code }
        return withFigure(before, { ...figure, code, statement: words })
      })
    await Promise.all(['a.b', 'a.c', 'a.d'].map(add))
    const stored = await database.run(async (client) => findDraft(client, projectWaveId))
    expect(stored?.revision).toBe(4)
    expect(stored?.draft.figures.filter(({ code }) => code.startsWith('a.'))).toHaveLength(3)
  })
})

describe('publishing', () => {
  it('brings the draft into force at once, keeps what was there, and is recorded', async () => {
    const database = await seeded()
    await store(database, await correcting(database))
    await expect(publish(database)).resolves.toEqual({ ok: true, number: 2 })
    expect(await usageOfAny(database)).toBe(49)
    await expectAsPublished(database)
    expect((await stateOf(database, 1)).figures.find(({ code }) => code === 'usage.any')?.sharePercent).toBe(
      48,
    )
    expect(await states(database)).toEqual([
      { waveId: projectWaveId, number: 1, madeOn: '2026-11-20', kind: 'first', byOwner: false, reason: null },
      { waveId: projectWaveId, number: 2, madeOn: '2026-11-26', kind: 'correction', byOwner: true, reason },
    ])
    await expect(database.run(listDrafts)).resolves.toEqual([])
    const counts = { figuresAdded: 0, figuresChanged: 1, figuresRemoved: 0 }
    expect(await recorded(database)).toEqual([
      ['owner-1', 'figuresPublished', projectWaveId, { stateNumber: 2, stateKind: 'correction', ...counts }],
    ])
  })

  it.each([
    ['another draft than the one that was looked at', { revision: 2 }, 'changedMeanwhile'],
    ['over another state than the one that was looked at', { figuresRevision: 2 }, 'changedMeanwhile'],
    ['without a reason', { reason: null }, 'noReason'],
    ['a draft that is not there', { waveId: newWaveId }, 'gone'],
  ] as const)('is refused: %s', async (_, more, refusal) => {
    const database = await seeded()
    await store(database, await correcting(database))
    await expect(publish(database, more)).resolves.toEqual({ ok: false, reason: refusal })
    expect(await usageOfAny(database)).toBe(48)
    expect(await states(database)).toHaveLength(1)
    expect(await recorded(database)).toEqual([])
  })

  it('is refused while lines are refused, without figures, and where nothing is new', async () => {
    const database = await seeded()
    const draft = await correcting(database)
    const line = { line: 3, column: 'value', letter: null, code: null, population: null, problems: [] }
    await store(database, { ...draft, refused: [line] })
    await expect(publish(database)).resolves.toMatchObject({ reason: 'unready' })
    await store(database, { ...draft, figures: [] })
    await expect(publish(database, { revision: 2 })).resolves.toMatchObject({ reason: 'unready' })
    await store(database, await correcting(database, 48))
    await expect(publish(database, { revision: 3 })).resolves.toMatchObject({ reason: 'nothingNew' })
  })

  it('is done once where two do it at the same time', async () => {
    const database = await seeded()
    await store(database, await correcting(database))
    const results = await Promise.all([publish(database), publish(database), publish(database)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await states(database)).toHaveLength(2)
    await expectAsPublished(database)
  })

  it('is done with its entry in the audit log, or not at all', async () => {
    const database = await seeded()
    await store(database, await correcting(database))
    const other = await otherProgram(database)
    await other.execute('UPDATE audit_head SET "seal" = \'\', "entryCount" = 1')
    await expect(publish(database)).rejects.toMatchObject({ failure: 'unreadable' })
    expect(await usageOfAny(database)).toBe(48)
    expect(await states(database)).toHaveLength(1)
    await expect(database.run(listDrafts)).resolves.toEqual([projectWaveId])
  })

  it('a new wave needs no reason, is not the current one, and takes no contributions before it is', async () => {
    const database = await seeded()
    await store(database, await newWave(database))
    const first = { waveId: newWaveId, figuresRevision: 0, reason: null }
    await expect(publish(database, first)).resolves.toEqual({ ok: true, number: 1 })
    await expectAsPublished(database, newWaveId)
    expect(await states(database, newWaveId)).toMatchObject([{ kind: 'first', byOwner: true, reason: null }])
    await expect(readCurrentWave(database)).resolves.toMatchObject({ id: projectWaveId })
    const participation = await database.run(async (client) => readParticipation(client, newWaveId))
    expect(participation).toMatchObject({ firstDay: null, lastDay: null })
  })
})

describe('an earlier state', () => {
  const restore = async (database: Database, more: object = {}) =>
    restoreState(database, {
      ...owner,
      waveId: projectWaveId,
      number: 1,
      figuresRevision: 2,
      reason,
      ...more,
    })

  async function corrected(): Promise<TestDatabase> {
    const database = await seeded()
    await store(database, await correcting(database))
    await publish(database)
    return database
  }

  it('is brought back as another state', async () => {
    const database = await corrected()
    await expect(restore(database)).resolves.toEqual({ ok: true, number: 3 })
    expect(await usageOfAny(database)).toBe(48)
    await expectAsPublished(database)
    expect((await states(database)).map(({ kind }) => kind)).toEqual(['first', 'correction', 'restoration'])
    expect((await recorded(database)).at(-1)).toEqual([
      'owner-1',
      'figuresPublished',
      projectWaveId,
      { stateNumber: 3, stateKind: 'restoration', figuresAdded: 0, figuresChanged: 1, figuresRemoved: 0 },
    ])
  })

  it.each([
    ['of a wave that has changed meanwhile', { figuresRevision: 1 }, 'changedMeanwhile'],
    ['that is there already', { number: 2 }, 'nothingNew'],
    ['that there is not', { number: 7 }, 'gone'],
    ['of no wave', { waveId: newWaveId }, 'gone'],
    ['for no reason', { reason: null }, 'noReason'],
  ] as const)('is refused: %s', async (_, more, refusal) => {
    const database = await corrected()
    await expect(restore(database, more)).resolves.toEqual({ ok: false, reason: refusal })
    expect(await usageOfAny(database)).toBe(49)
    expect(await states(database)).toHaveLength(2)
  })

  it('cannot be changed or deleted', async () => {
    const database = await corrected()
    const other = await otherProgram(database)
    for (const sql of [
      `UPDATE wave_state SET "madeOn" = '2026-01-01'`,
      'DELETE FROM wave_state',
      `DELETE FROM wave_state WHERE number = 1`,
    ]) {
      await expect(other.execute(sql)).rejects.toThrow()
    }
    expect(await states(database)).toHaveLength(2)
  })
})

describe('what the program brings', () => {
  const document = async (database: Database): Promise<WaveDocument> => stateOf(database, 1)

  it('does not go over what owners have published, at any start', async () => {
    const database = await seeded()
    await store(database, await correcting(database))
    await publish(database)
    await expect(seedFigures(database)).resolves.toMatchObject([{ changed: false, figuresRevision: 2 }])
    expect(await usageOfAny(database)).toBe(49)
    expect(await document(database)).toBeDefined()
  })

  it('puts back rows of a wave of owners that were changed by hand', async () => {
    const database = await seeded()
    await store(database, await newWave(database))
    await publish(database, { waveId: newWaveId, figuresRevision: 0, reason: null })
    const other = await otherProgram(database)
    await other.execute(`UPDATE figure SET "sharePercent" = 1 WHERE "waveId" = '${newWaveId}'`)
    await expect(seedFigures(database)).resolves.toMatchObject([{ changed: false }, { changed: true }])
    await expectAsPublished(database, newWaveId)
  })
})

describe('the current wave', () => {
  async function withTwo(): Promise<TestDatabase> {
    const database = await seeded()
    await store(database, await newWave(database))
    await publish(database, { waveId: newWaveId, figuresRevision: 0, reason: null })
    return database
  }
  const lastDay = async (database: Database, waveId: string) =>
    (await database.run(async (client) => readParticipation(client, waveId))).lastDay

  it('is another one at once; nobody contributes to the one before after that day', async () => {
    const database = await withTwo()
    await expect(makeCurrent(database, { ...owner, waveId: newWaveId })).resolves.toBe(true)
    await expect(readCurrentWave(database)).resolves.toEqual({ id: newWaveId, figuresRevision: 1 })
    expect(await lastDay(database, projectWaveId)).toBe('2026-11-26')
    expect(await lastDay(database, newWaveId)).toBeNull()
    expect((await recorded(database)).at(-1)).toEqual(['owner-1', 'waveMadeCurrent', newWaveId, {}])
    await seedFigures(database)
    await expect(readCurrentWave(database)).resolves.toMatchObject({ id: newWaveId })
  })

  it('keeps an earlier last day', async () => {
    const database = await withTwo()
    await database.run(async (client) =>
      client.participation.update({ where: { waveId: projectWaveId }, data: { lastDay: '2026-10-31' } }),
    )
    await makeCurrent(database, { ...owner, waveId: newWaveId })
    expect(await lastDay(database, projectWaveId)).toBe('2026-10-31')
  })

  it('stays where it is made current again, or another has no figures', async () => {
    const database = await withTwo()
    const before = await recorded(database)
    for (const waveId of [projectWaveId, '2027-12']) {
      await expect(makeCurrent(database, { ...owner, waveId })).resolves.toBe(false)
      await expect(readCurrentWave(database)).resolves.toMatchObject({ id: projectWaveId })
    }
    expect(await recorded(database)).toEqual(before)
  })

  it('is one, whoever writes', async () => {
    const database = await withTwo()
    const other = await otherProgram(database)
    await expect(other.execute('UPDATE wave SET "current" = 1')).rejects.toThrow()
    await expect(other.execute('UPDATE wave SET "current" = 2')).rejects.toThrow()
    await expect(readCurrentWave(database)).resolves.toMatchObject({ id: projectWaveId })
  })
})
