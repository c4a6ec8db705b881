import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { endLease, leaseDoneOn, takeLease, withLease } from '@/lib/db/lease'
import { freshDatabase } from './databases'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 26) + seconds * 1000)

describe('the lease of the daily work', () => {
  it('is had by one of many that ask at once, and by its holder for as long as it renews it', async () => {
    const database = await freshDatabase()
    const holders = Array.from({ length: 10 }, () => randomUUID())
    const had = await Promise.all(
      holders.map(async (holder) => takeLease(database, 'dailyWork', at(0), holder)),
    )
    expect(had.filter(Boolean)).toHaveLength(1)
    const [first = ''] = holders.filter((_, place) => had[place])
    const [second = ''] = holders.filter((_, place) => !had[place])
    expect(await takeLease(database, 'dailyWork', at(100), first)).toBe(true)
    expect(await takeLease(database, 'dailyWork', at(200), second)).toBe(false)
    // Its holder has died since.
    expect(await takeLease(database, 'dailyWork', at(221), second)).toBe(true)
    expect(await takeLease(database, 'dailyWork', at(222), first)).toBe(false)
    // A process that comes back from the dead ends nobody else's.
    await endLease(database, 'dailyWork', '2026-11-25', first)
    expect(await takeLease(database, 'dailyWork', at(223), first)).toBe(false)
    expect(await leaseDoneOn(database, 'dailyWork')).toBeNull()
    await endLease(database, 'dailyWork', '2026-11-26', second)
    expect(await leaseDoneOn(database, 'dailyWork')).toBe('2026-11-26')
    expect(await takeLease(database, 'dailyWork', at(224), first)).toBe(true)
  })

  it('keeps others from the work while it is done, and is given back whatever becomes of it', async () => {
    const database = await freshDatabase()
    const other = randomUUID()
    const tryOther = async () => takeLease(database, 'dailyWork', new Date(), other)
    const during = await withLease(database, 'dailyWork', '2026-11-26', async () => !(await tryOther()))
    expect([during, await leaseDoneOn(database, 'dailyWork')]).toEqual([true, '2026-11-26'])
    const failing = withLease(database, 'dailyWork', '2026-11-27', () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(await withLease(database, 'dailyWork', '2026-11-27', () => Promise.resolve(false))).toBe(false)
    expect(await leaseDoneOn(database, 'dailyWork')).toBe('2026-11-26')
    expect(await tryOther()).toBe(true)
    const work = () => Promise.resolve(true)
    expect(await withLease(database, 'dailyWork', '2026-11-27', work)).toBeNull()
  })
})
