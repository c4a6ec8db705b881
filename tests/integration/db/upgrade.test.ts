import { expect, it } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import { kind, missingDatabase, otherProgram } from './databases'
import { projectMigrations } from './migrations'

/** The last migration of each earlier version, oldest first: docs/upgrading.md. */
const versions = [['0.1.0', '20261124120500_licence']] as const

/** The project's migrations as a version had them. */
function migrationsUntil(last: string) {
  const project = projectMigrations[kind]
  const migrationDirectories = project.migrationDirectories.filter(({ path }) => path <= last)
  expect(migrationDirectories.at(-1)?.path).toBe(last)
  return { ...project, migrationDirectories }
}

const answers = '{"ageBand":"under35","trust.teleconsultation":"ratherYes"}'

/** What a site of version 0.1.0 had stored: figures, a response, an account and a setting. */
const rows = [
  `INSERT INTO "wave" ("id", "commissionedBy", "conductedBy", "publishedOn", "figuresRevision") VALUES ('2025-12', 'MentalTech', 'Ifop', '2025-12-11', 3)`,
  `INSERT INTO "response" ("id", "waveId", "instrumentVersion", "consentVersion", "answers", "week", "receiptHash") VALUES ('4f1d1a52-7bb7-4a51-9a57-0e6a34f7a001', '2025-12', '2025-12', '2026-11', '${answers}', '2026-W47', '${'a'.repeat(64)}')`,
  `INSERT INTO "admin_user" ("id", "email", "role", "twoFactorEnabled", "createdAt") VALUES ('u1', 'owner@example.org', 'owner', ${kind === 'sqlite' ? 0 : 'false'}, '2026-11-20T08:00:00.000+00:00')`,
  `UPDATE "setting" SET "value" = 0 WHERE "name" = 'contributionOpen'`,
]

it.each(versions)(
  'a database of version %s is brought up to date with what is in it',
  async (_version, last) => {
    const database = await missingDatabase()
    await database.makeRoom()
    await migrate(database.url, migrationsUntil(last))
    const other = await otherProgram(database)
    for (const row of rows) await other.execute(row)

    const { applied } = await migrate(database.url)
    expect(applied.length).toBeGreaterThan(0)
    const upgraded = openDatabase(database.url)
    await seedFigures(upgraded)
    const stored = await upgraded.run(async (client) => ({
      responses: await client.response.findMany({ select: { answers: true, week: true, hasEntered: true } }),
      owners: await client.adminUser.findMany({ select: { email: true, role: true } }),
      open: await client.setting.findUnique({ where: { name: 'contributionOpen' } }),
      figures: await client.figure.count(),
      editions: await client.edition.count(),
    }))
    expect(stored).toMatchObject({
      responses: [{ answers, week: '2026-W47', hasEntered: false }],
      owners: [{ email: 'owner@example.org', role: 'owner' }],
      open: { value: 0 },
      editions: 0,
    })
    expect(stored.figures).toBeGreaterThan(50)
    await upgraded.close()
  },
)
