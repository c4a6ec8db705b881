import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/engine/client'
import { readParticipation } from '@/lib/db/participation'
import { restoreState } from '@/lib/db/waves/change-wave'
import { readCurrentWave } from '@/lib/db/waves/current-wave'
import { changeDraft, discardDraft, findDraft, listDrafts } from '@/lib/db/waves/drafts'
import { seedFigures } from '@/lib/db/waves/seed'
import { withFigure } from '@/lib/import/wave-draft'
import { projectWaveId } from '@/tests/support/project-wave'
import type { TestDatabase } from '@/tests/support/test-database'
import {
  correcting,
  expectAsPublished,
  newWave,
  newWaveId,
  owner,
  publish,
  reason,
  recorded,
  seeded,
  stateOf,
  states,
  store,
  usageOfAny,
} from './changed-waves'
import { otherProgram } from './databases'
import { refusedLine } from '@/tests/support/import/records'

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
    await store(database, { ...draft, refused: [refusedLine] })
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
      await expect(other.execute(sql)).rejects.toThrow(/append-only|ConstraintViolation/)
    }
    expect(await states(database)).toHaveLength(2)
  })
})

describe('what the program brings', () => {
  it('does not go over what owners have published, at any start', async () => {
    const database = await seeded()
    await store(database, await correcting(database))
    await publish(database)
    await expect(seedFigures(database)).resolves.toMatchObject([{ changed: false, figuresRevision: 2 }])
    expect(await usageOfAny(database)).toBe(49)
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
