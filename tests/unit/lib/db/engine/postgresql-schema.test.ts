import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readSchema, toPostgresql } from '@/lib/db/engine/postgresql-schema'
import { schemaFiles } from '@/lib/db/engine/project-files'

describe('postgresql.prisma', () => {
  it('is what schema.prisma says now', async () => {
    await expect(readFile(schemaFiles.postgresql, 'utf8')).resolves.toBe(await readSchema('postgresql'))
  })

  it('has the same models, and says where it comes from', async () => {
    const [sqlite, postgresql] = await Promise.all([readSchema('sqlite'), readSchema('postgresql')])
    const models = (schema: string) => schema.slice(schema.indexOf('/// One edition'))
    expect(models(postgresql)).toBe(models(sqlite))
    expect(postgresql).toMatch(/^\/\/ Generated from schema\.prisma/)
    expect(postgresql).not.toContain('"sqlite"')
  })

  it('is not made from a schema that has no provider, or two', async () => {
    const schema = await readSchema('sqlite')
    expect(() => toPostgresql('')).toThrow(/must contain provider = "sqlite" once/)
    expect(() => toPostgresql(schema + schema)).toThrow(/once/)
  })
})
