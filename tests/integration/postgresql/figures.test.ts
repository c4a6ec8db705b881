import { expect, it } from 'vitest'
import { createFigureReader } from '@/lib/db/waves/figures'
import { seedFigures } from '@/lib/db/waves/seed'
import { freshDatabase, otherProgram } from '../db/databases'

it('a wave is read as it stood at one moment, and not in parts', async () => {
  const database = await freshDatabase()
  await seedFigures(database)
  const reader = createFigureReader(database, () => 0)
  const usageOfAny = async () =>
    (await reader('2025-12')).figures.find(({ indicator }) => indicator === 'usage.any')?.sharePercent

  const other = await otherProgram(database)
  await other.execute(`BEGIN; LOCK TABLE figure IN ACCESS EXCLUSIVE MODE;
    UPDATE figure SET "sharePercent" = 51 WHERE indicator = 'usage.any';
    UPDATE wave SET "figuresRevision" = "figuresRevision" + 1`)
  const read = usageOfAny()
  const waiting = `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE datname = current_database() AND NOT granted`
  // It has read the wave, and waits for the figures.
  await expect.poll(async () => other.query(waiting)).toHaveLength(1)
  await other.execute('COMMIT')
  await expect(read).resolves.toBe(48)
  await expect(usageOfAny()).resolves.toBe(51)
})
