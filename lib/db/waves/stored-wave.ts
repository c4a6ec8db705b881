import type { Source, Wave } from '@/lib/comparison/waves'
import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** A wave as its rows say, which may have been changed by hand: codes are texts until they are checked. */
export interface StoredWave {
  readonly wave: Wave
  readonly sources: readonly Source[]
  readonly figures: readonly StoredFigure[]
  readonly figuresRevision: number
}

type StoredFigure = Prisma.FigureGetPayload<{ select: typeof figureColumns }>

const sourceColumns = { id: true, publisher: true, title: true, url: true, publishedOn: true }

const figureColumns = {
  waveId: true,
  indicator: true,
  population: true,
  sharePercent: true,
  qualifier: true,
  status: true,
  timeFrame: true,
  passage: true,
  sourceId: true,
} as const

/** The rows of a wave, null where there are none. In a transaction, they belong together. */
export async function findStoredWave(
  transaction: Prisma.TransactionClient,
  waveId: string,
): Promise<StoredWave | null> {
  const row = await transaction.wave.findUnique({
    where: { id: waveId },
    select: {
      id: true,
      commissionedBy: true,
      conductedBy: true,
      publishedOn: true,
      sampleSize: true,
      lastDay: true,
      figuresRevision: true,
      sources: { select: sourceColumns, orderBy: { id: 'asc' } },
      figures: { select: figureColumns, orderBy: [{ indicator: 'asc' }, { population: 'asc' }] },
    },
  })
  if (row === null) return null
  const { sources, figures, figuresRevision, ...wave } = row
  return { wave, sources, figures, figuresRevision }
}
