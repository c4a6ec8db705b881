import { describe, expect, it } from 'vitest'
import { releaseViewOf } from '@/app/[locale]/admin/releases/release-view-of'
import type { StoredRelease } from '@/lib/db/releases'
import { report } from '@/tests/support/e2e/releases'

const requestedAt = new Date('2026-11-24T08:00:00Z')
const minutesLater = (minutes: number) => new Date(requestedAt.getTime() + minutes * 60_000)

const request = {
  id: 'abcd2345',
  waveId: '2025-12',
  requestedAt,
  smallestClass: 7,
  largestWithheldPercent: 3,
}

const stored = (given: Partial<StoredRelease>): StoredRelease => ({
  ...request,
  requestedBy: 'admin-1',
  state: 'preparing',
  phase: 'counting',
  progressPermille: 0,
  cutOffWeek: null,
  isDemo: null,
  result: null,
  sizeBytes: null,
  deliveredAt: null,
  outdated: null,
  ...given,
})

const result = JSON.stringify({ outcome: 'prepared', report, isRepeated: true, newCount: 3 })
const ready = { state: 'ready', cutOffWeek: '2026-W47', isDemo: false, result, sizeBytes: 1200 } as const

describe('a release', () => {
  it('that is being prepared is shown with how far it is', () => {
    const given = stored({ phase: 'anonymising', progressPermille: 430 })
    const shown = { ...request, state: 'preparing', phase: 'anonymising', progressPermille: 430 }
    expect(releaseViewOf(given, null, requestedAt)).toEqual(shown)
  })

  it.each(['cancelled', 'failed'] as const)('that is %s is shown with nothing else', (state) => {
    expect(releaseViewOf(stored({ ...ready, state }), 1200, requestedAt)).toEqual({ ...request, state })
  })

  it('that is ready is shown with its report and its file, which is kept for a day', () => {
    expect(releaseViewOf(stored(ready), 1200, minutesLater(24 * 60 - 1))).toEqual({
      ...request,
      state: 'ready',
      report,
      cutOffWeek: '2026-W47',
      isRepeated: true,
      isDemo: false,
      deliveredAt: null,
      file: {
        state: 'kept',
        name: 'miroir-2025-12-abcd2345.zip',
        sizeBytes: 1200,
        keptUntil: minutesLater(24 * 60),
      },
    })
  })

  it.each([
    ['is not there', null, 1, null, 'gone'],
    ['was kept for a day', 1200, 24 * 60, null, 'gone'],
    ['was made of a response that is deleted', 1200, 1, 'responsesRemoved', 'responsesRemoved'],
    ['does not know of a release, and is not there', null, 1, 'anotherDelivered', 'anotherDelivered'],
  ] as const)('whose file %s says so', (_, sizeBytes, minutes, outdated, state) => {
    const shown = releaseViewOf(stored({ ...ready, outdated }), sizeBytes, minutesLater(minutes))
    expect(shown).toMatchObject({ state: 'ready', file: { state } })
  })

  it('that was refused is shown with what was in the way', () => {
    const why = {
      records: 100,
      inSmallClasses: 9,
      inUniformClasses: 2,
      largestK: null,
      leastWithheldShare: 0.11,
    }
    const refused = (reason: object) =>
      releaseViewOf(
        stored({ state: 'refused', result: JSON.stringify({ outcome: 'refused', ...reason }) }),
        null,
        requestedAt,
      )
    expect(refused({ reason: 'rules', why })).toEqual({ ...request, state: 'refused', reason: 'rules', why })
    for (const reason of ['noResponses', 'otherInstrument']) {
      expect(refused({ reason })).toEqual({ ...request, state: 'refused', reason, why: null })
    }
  })

  it('whose result is another one is not shown', () => {
    expect(() => releaseViewOf(stored({ ...ready, state: 'refused' }), null, requestedAt)).toThrow(/refused/)
    expect(() => releaseViewOf(stored({ ...ready, cutOffWeek: null }), null, requestedAt)).toThrow(/ready/)
    expect(() => releaseViewOf(stored({ ...ready, result: null }), null, requestedAt)).toThrow(
      'Invalid input',
    )
  })
})
