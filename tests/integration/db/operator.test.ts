import { describe, expect, it } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import type { Database } from '@/lib/db/engine/client'
import { changeStoredOperator, readOperator, readOperatorRevision } from '@/lib/db/operator'
import { readPagesRevision } from '@/lib/db/pages-revision'
import { streamAudit, verifyAudit } from '@/lib/db/read-audit'
import { seedFigures } from '@/lib/db/waves/seed'
import { unsaidOperator, type Operator } from '@/lib/operator/operator'
import { collect } from '@/tests/support/audit-chain'
import { key, now } from './audit-log'
import { freshDatabase, otherProgram } from './databases'

const change = async (database: Database, said: Partial<Operator>, auditKey: string = key) =>
  changeStoredOperator(database, { said, actor: 'owner-1', auditKey, now })

const entriesOf = async (database: Database) =>
  (await collect(streamAudit(database))).map(({ actor, action, subject, details }) => [
    actor,
    action,
    subject,
    details,
  ])

const changed = (details: object) => ['owner-1', 'operatorChanged', null, JSON.stringify(details)]

describe('the operator', () => {
  it('is nobody in a new database, and then what was said, field by field', async () => {
    const database = await freshDatabase()
    expect(await readOperator(database)).toEqual(unsaidOperator)
    await change(database, { name: 'Association Exemple', purpose: { fr: 'Une étude.', en: 'A study.' } })
    await change(database, { email: 'contact@example.org', copyDays: 0 })
    await change(database, { purpose: null })
    expect(await readOperator(database)).toEqual({
      ...unsaidOperator,
      name: 'Association Exemple',
      email: 'contact@example.org',
      copyDays: 0,
    })
  })

  it('leaves in the audit log which fields changed, and nothing of what they said', async () => {
    const database = await freshDatabase()
    await change(database, { name: 'Jeanne Martin', postalAddress: '1 rue Inventée', phone: '3114' })
    await change(database, { name: 'Jeanne Martin', phone: null })
    await change(database, { email: 'jeanne@example.org', postalAddress: null })
    await change(database, {})
    expect(await entriesOf(database)).toEqual([
      changed({ fieldsSaid: 'name,postalAddress,phone' }),
      changed({ fieldsEmptied: 'phone' }),
      changed({ fieldsEmptied: 'postalAddress', fieldsSaid: 'email' }),
    ])
    expect(JSON.stringify(await collect(streamAudit(database)))).not.toMatch(/Jeanne|jeanne|Inventée|3114/)
    await expect(verifyAudit(database, key)).resolves.toMatchObject({ invalidCount: 0 })
  })

  it('stays as it is where the change cannot be recorded', async () => {
    const database = await freshDatabase()
    await change(database, { name: 'A' })
    const revision = await readOperatorRevision(database)
    const other = 'another audit secret of the tests, long enough'
    await expect(change(database, { name: 'B' }, other)).rejects.toMatchObject({ failure: 'unreadable' })
    expect(await readOperator(database)).toMatchObject({ name: 'A' })
    expect(await readOperatorRevision(database)).toBe(revision)
  })

  it('has what each said of several who say something at once', async () => {
    const database = await freshDatabase()
    await Promise.all([
      change(database, { name: 'A' }),
      change(database, { email: 'a@example.org' }),
      change(database, { director: 'B' }),
      change(database, { hostName: 'C' }),
    ])
    expect(await readOperator(database)).toMatchObject({
      name: 'A',
      email: 'a@example.org',
      director: 'B',
      hostName: 'C',
    })
    expect(await entriesOf(database)).toHaveLength(4)
  })

  it('cannot be read, and cannot be changed, where its row is gone or is not understood', async () => {
    const database = await freshDatabase()
    const { execute } = await otherProgram(database)
    await execute(`UPDATE "operator" SET "content" = '{"name": 1}'`)
    await expect(readOperator(database)).rejects.toMatchObject({ failure: 'unreadable' })
    await expect(change(database, { name: 'A' })).rejects.toMatchObject({ failure: 'unreadable' })
    await execute('DELETE FROM "operator"')
    await expect(readOperator(database)).rejects.toMatchObject({ failure: 'outdated' })
    await expect(readOperatorRevision(database)).rejects.toMatchObject({ failure: 'outdated' })
    await expect(change(database, { name: 'A' })).rejects.toMatchObject({ failure: 'outdated' })
  })
})

it('what pages show has another revision once the operator or a figure changed, and else the same', async () => {
  const database = await freshDatabase()
  await seedFigures(database)
  const revision = async () => readPagesRevision(database)
  const revisions = [await revision(), await revision()]
  await change(database, { name: 'A' })
  revisions.push(await revision())
  await change(database, { name: 'A' })
  revisions.push(await revision())
  await database.run(async (client) =>
    client.wave.update({ where: { id: projectWaveId }, data: { figuresRevision: { increment: 1 } } }),
  )
  revisions.push(await revision())
  const [first, second, named, same, figures] = revisions
  expect(second).toBe(first)
  expect(named).not.toBe(first)
  expect(same).toBe(named)
  expect(figures).not.toBe(named)
  expect(figures).not.toBe(first)
})
