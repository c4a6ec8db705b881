import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import { namedOperator, nameOperator } from './named-operator'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = path.join(root, 'node_modules', '.cache', 'miroir-tests')

/** What the templates are made of. */
const sources = ['prisma/migrations/sqlite', 'prisma/data', 'lib/waves', 'lib/db/waves', 'lib/db/migrations']

function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(namedOperator))
  for (const source of sources) {
    const entries = readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
    for (const file of files.toSorted()) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** What is put into each template once it has its tables. */
const fill = {
  /** The project's tables, and no rows but those that the migrations make. */
  migrated: async () => Promise.resolve(),
  /** Also the published figures and an operator, as a site that is open has them. */
  site: async (database: Database) => {
    await seedFigures(database)
    await nameOperator(database)
  },
} as const

/**
 * The path of a SQLite file to copy, made once for the sources that it is made of: to make one anew takes longer than most tests.
 * Processes that need it at the same time each make it, and the last one's stays.
 */
export async function templateDatabase(name: keyof typeof fill): Promise<string> {
  const folder = path.join(cache, fingerprint())
  const file = path.join(folder, `${name}.db`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const making = mkdtempSync(path.join(cache, 'making-'))
  try {
    const made = path.join(making, 'template.db')
    await migrate(`file:${made}`)
    const database = openDatabase(`file:${made}`)
    await fill[name](database)
    await database.close()
    renameSync(made, file)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return file
}
