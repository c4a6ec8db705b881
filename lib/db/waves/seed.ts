import { isDeepStrictEqual } from 'node:util'
import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { dataFolder } from '@/lib/db/engine/project-files'
import { findStoredWave, type StoredWave } from './stored-wave'
import { readWaveFolders, type PublishedWave } from './wave-folder'

export interface SeedReport {
  readonly waveId: string
  /** Whether the database differed from the files, and was changed. */
  readonly changed: boolean
  readonly figureCount: number
  readonly figuresRevision: number
}

/**
 * Makes the waves, sources and figures in the database those of the data folder, the project's own by default.
 * Can be run again at any time: a wave that is the same stays untouched; one that differs is replaced as a
 * whole, and its revision raised. Rows that were changed by hand are put back. Waves without a folder stay.
 *
 * Throws DataFileError where a file is bad: all files are read before anything is written, and all is written
 * in one transaction. Throws DatabaseError.
 */
export async function seedFigures(
  database: Database,
  folder: string = dataFolder,
): Promise<readonly SeedReport[]> {
  const waves = await readWaveFolders(folder)
  return database.run(async (client) =>
    client.$transaction(
      async (transaction) => {
        const reports: SeedReport[] = []
        for (const wave of waves) {
          reports.push(await seedWave(transaction, wave))
          await openParticipation(transaction, wave.wave.id)
        }
        return reports
      },
      { timeout: 30_000 },
    ),
  )
}

async function seedWave(
  transaction: Prisma.TransactionClient,
  published: PublishedWave,
): Promise<SeedReport> {
  const { wave, sources, figures } = published
  const { id } = wave
  const figureCount = figures.length
  // A write first, even of nothing: processes that start together seed one after the other. A transaction that reads
  // first could not write any more once another has (SQLite), or would write the same rows again (PostgreSQL). The
  // update must not be empty: Prisma would read first.
  await transaction.wave.upsert({
    where: { id },
    create: { ...wave, figuresRevision: 0 },
    update: { id },
    select: { id: true },
  })
  const stored = await findStoredWave(transaction, id)
  if (stored !== null && isSame(stored, published)) {
    return { waveId: id, changed: false, figureCount, figuresRevision: stored.figuresRevision }
  }

  await transaction.figure.deleteMany({ where: { waveId: id } })
  await transaction.source.deleteMany({ where: { waveId: id } })
  const { figuresRevision } = await transaction.wave.update({
    where: { id },
    data: { ...wave, figuresRevision: { increment: 1 } },
    select: { figuresRevision: true },
  })
  await transaction.source.createMany({ data: sources.map((source) => ({ ...source, waveId: id })) })
  await transaction.figure.createMany({ data: [...figures] })
  return { waveId: id, changed: true, figureCount, figuresRevision }
}

/** Makes the row that counts a wave's contributions, where there is none yet. */
async function openParticipation(transaction: Prisma.TransactionClient, waveId: string): Promise<void> {
  const found = await transaction.participation.count({ where: { waveId } })
  if (found === 0) await transaction.participation.create({ data: { waveId } })
}

/** Whether the rows are what the files say, whatever the order. */
function isSame(stored: StoredWave, published: PublishedWave): boolean {
  return isDeepStrictEqual(byKey(stored), byKey(published))
}

function byKey({ wave, sources, figures }: StoredWave | PublishedWave) {
  const figuresByKey = new Map(figures.map((figure) => [`${figure.indicator} ${figure.population}`, figure]))
  return { wave, sources: new Map(sources.map((source) => [source.id, source])), figures: figuresByKey }
}
