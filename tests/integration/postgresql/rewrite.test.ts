import { expect, it } from 'vitest'
import { isRewriteDue, rewriteDatabase } from '@/lib/db/rewrite'
import { freshDatabase, otherProgram } from '../db/databases'

it('a transaction that could still see what was deleted puts the rewrite off, whatever it reads', async () => {
  const database = await freshDatabase()
  await database.run(async (client) => client.rewrite.updateMany({ data: { state: 'due' } }))
  const reader = await otherProgram(database)
  await reader.execute('BEGIN ISOLATION LEVEL REPEATABLE READ')
  await reader.query('SELECT count(*) FROM wave')
  await expect(rewriteDatabase(database.url)).rejects.toMatchObject({
    name: 'DatabaseError',
    failure: 'locked',
  })
  await expect(isRewriteDue(database)).resolves.toBe(true)

  await reader.execute('COMMIT')
  await rewriteDatabase(database.url)
  await expect(isRewriteDue(database)).resolves.toBe(false)
})
