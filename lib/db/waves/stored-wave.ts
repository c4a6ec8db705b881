import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { DatabaseError } from '@/lib/errors'
import { orderedDocument, waveDocument, type WaveDocument } from '@/lib/waves/wave-document'

const sourceColumns = { id: true, publisher: true, title: true, url: true, publishedOn: true }

const figureColumns = {
  indicator: true,
  population: true,
  sharePercent: true,
  qualifier: true,
  status: true,
  timeFrame: true,
  passage: true,
  sourceId: true,
  details: true,
} as const

type FigureRow = Prisma.FigureGetPayload<{ select: typeof figureColumns }>

const unreadable = (waveId: string, cause: unknown) =>
  new DatabaseError(
    'unreadable',
    `The database holds figures of wave ${waveId} that this version does not know: run \`npm run db:seed\`.`,
    { cause },
  )

const readFigure = ({ indicator, details, ...row }: FigureRow) => ({
  ...row,
  code: indicator,
  ...(JSON.parse(details) as object),
})

/**
 * The rows of a wave, null where there are none. In a transaction, they belong together. Throws DatabaseError: `unreadable` where they
 * hold what this version does not know: rows may have been changed by hand.
 */
export async function findStoredWave(
  transaction: Prisma.TransactionClient,
  waveId: string,
): Promise<WaveDocument | null> {
  const row = await transaction.wave.findUnique({
    where: { id: waveId },
    select: {
      id: true,
      words: true,
      commissionedBy: true,
      conductedBy: true,
      publishedOn: true,
      sampleSize: true,
      fieldStart: true,
      fieldEnd: true,
      mode: true,
      lastDay: true,
      sources: { select: sourceColumns },
      figures: { select: figureColumns },
    },
  })
  if (row === null) return null
  const { sources, figures, words, ...wave } = row
  const read = waveDocument.safeParse({
    wave: { ...wave, ...(JSON.parse(words ?? '{}') as object) },
    sources,
    figures: figures.map(readFigure),
  })
  if (!read.success) throw unreadable(waveId, read.error)
  return orderedDocument(read.data)
}

/** The columns of a wave. */
export function waveColumns({ wave: { name, description, ...columns } }: WaveDocument) {
  const words = { ...(name && { name }), ...(description && { description }) }
  return { ...columns, words: Object.keys(words).length === 0 ? null : JSON.stringify(words) }
}

/** Puts the sources and figures of a wave in the place of those that are stored. */
export async function replaceFigures(
  transaction: Prisma.TransactionClient,
  { wave: { id: waveId }, sources, figures }: WaveDocument,
): Promise<void> {
  await transaction.figure.deleteMany({ where: { waveId } })
  await transaction.source.deleteMany({ where: { waveId } })
  await transaction.source.createMany({ data: sources.map((source) => ({ ...source, waveId })) })
  await transaction.figure.createMany({
    data: figures.map((figure) => {
      const { code, population, sharePercent, qualifier, status, timeFrame, passage, sourceId, ...details } =
        figure
      const columns = { population, sharePercent, qualifier, status, timeFrame, passage, sourceId }
      return { ...columns, waveId, indicator: code, details: JSON.stringify(details) }
    }),
  })
}
