import { dayOf } from '@/lib/clock/known-time'
import type { Database } from '@/lib/db/engine/client'
import { dataFolder } from '@/lib/db/engine/project-files'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { DatabaseError } from '@/lib/errors'
import { isSameDocument } from '@/lib/waves/document-difference'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { publishWave, takeTurn } from './publish-wave'
import { findStoredWave, replaceFigures, waveColumns } from './stored-wave'
import { readWaveFolders } from './wave-folder'
import { findLastDocument, listWaveStates } from './wave-states'

export interface SeedReport {
  readonly waveId: string
  /** Whether the database differed from what it should hold, and was changed. */
  readonly changed: boolean
  readonly figureCount: number
  readonly figuresRevision: number
}

/**
 * Publishes the waves of the data folder, the project's own by default, where they are not published yet or have changed since, and
 * nobody but the program has published them. Puts back rows of any wave that were changed by hand: what a wave holds is its last
 * state. Where no wave is the current one, the latest becomes it. Can be run again at any time.
 *
 * Throws DataFileError where a file is bad: all files are read before anything is written, and all is written in one transaction.
 * Throws DatabaseError.
 */
export async function seedFigures(
  database: Database,
  folder: string = dataFolder,
  now: Date = new Date(),
): Promise<readonly SeedReport[]> {
  const documents = await readWaveFolders(folder)
  return database.run(async (client) =>
    client.$transaction(
      async (transaction) => {
        const published = new Map<string, boolean>()
        for (const document of documents) {
          published.set(document.wave.id, await publishFromProgram(transaction, document, dayOf(now)))
        }
        const waves = await transaction.wave.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
        const reports: SeedReport[] = []
        for (const { id } of waves) {
          reports.push(await settle(transaction, id, published.get(id) === true))
        }
        await makeSureOfCurrent(transaction)
        return reports
      },
      { timeout: 30_000 },
    ),
  )
}

/** Publishes what the program brings of a wave, unless it is published, or owners have published another state of it. */
async function publishFromProgram(
  transaction: Prisma.TransactionClient,
  document: WaveDocument,
  madeOn: string,
): Promise<boolean> {
  const { id } = document.wave
  await takeTurn(transaction, document)
  const states = await listWaveStates(transaction, id)
  if (states.some(({ byOwner }) => byOwner)) return false
  const last = await findLastDocument(transaction, id)
  if (last !== null && isSameDocument(last, document)) return false
  const kind = last === null ? 'first' : 'revision'
  await publishWave(transaction, document, { madeOn, kind, byOwner: false, reason: null })
  return true
}

/** Makes what a wave needs, and its rows those of its last state. */
async function settle(
  transaction: Prisma.TransactionClient,
  waveId: string,
  isPublished: boolean,
): Promise<SeedReport> {
  const found = await transaction.participation.count({ where: { waveId } })
  if (found === 0) await transaction.participation.create({ data: { waveId } })
  const document = await findLastDocument(transaction, waveId)
  const isAsPublished = isPublished || document === null || (await holds(transaction, document))
  if (document !== null && !isAsPublished) {
    await replaceFigures(transaction, document)
    await transaction.wave.update({
      where: { id: waveId },
      data: { ...waveColumns(document), figuresRevision: { increment: 1 } },
      select: { id: true },
    })
  }
  const { figuresRevision } = await transaction.wave.findUniqueOrThrow({
    where: { id: waveId },
    select: { figuresRevision: true },
  })
  const figureCount = document?.figures.length ?? 0
  return { waveId, changed: isPublished || !isAsPublished, figureCount, figuresRevision }
}

/** Whether the rows of a wave are those of a document. */
async function holds(transaction: Prisma.TransactionClient, document: WaveDocument): Promise<boolean> {
  try {
    const stored = await findStoredWave(transaction, document.wave.id)
    return stored !== null && isSameDocument(stored, document)
  } catch (error) {
    if (error instanceof DatabaseError && error.failure === 'unreadable') return false
    throw error
  }
}

/** A wave is the current one as soon as there is any with figures. */
async function makeSureOfCurrent(transaction: Prisma.TransactionClient): Promise<void> {
  if ((await transaction.wave.count({ where: { current: 1 } })) > 0) return
  const latest = await transaction.wave.findFirst({
    where: { states: { some: {} } },
    select: { id: true },
    orderBy: { id: 'desc' },
  })
  if (latest === null) return
  await transaction.wave.update({ where: { id: latest.id }, data: { current: 1 }, select: { id: true } })
}
