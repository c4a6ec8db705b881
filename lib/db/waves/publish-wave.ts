import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { orderedDocument, type WaveDocument } from '@/lib/waves/wave-document'
import type { WaveState } from '@/lib/waves/wave-state'
import { replaceFigures, waveColumns } from './stored-wave'

/** What is said of a state, beside what was published. */
export type StateToPublish = Omit<WaveState, 'waveId' | 'number'>

/**
 * A write of a wave's row, though of nothing: of those who publish figures of a wave, one waits for the other. A wave that is not
 * there is made, without figures. Returns the number of the state that it is in, 0 before the first.
 */
export async function takeTurn(
  transaction: Prisma.TransactionClient,
  document: WaveDocument,
): Promise<number> {
  const { id } = document.wave
  // The update must not be empty: Prisma would read first, and on SQLite could not write any more once another has.
  const { figuresRevision } = await transaction.wave.upsert({
    where: { id },
    create: { ...waveColumns(document), figuresRevision: 0 },
    update: { id },
    select: { figuresRevision: true },
  })
  return figuresRevision
}

/**
 * Publishes another state of a wave, and stores it, never to be changed. Returns its number. In the transaction that took the turn of the
 * wave.
 */
export async function publishWave(
  transaction: Prisma.TransactionClient,
  document: WaveDocument,
  { madeOn, kind, byOwner, reason }: StateToPublish,
): Promise<number> {
  const ordered = orderedDocument(document)
  const { id } = ordered.wave
  await replaceFigures(transaction, ordered)
  const { figuresRevision: number } = await transaction.wave.update({
    where: { id },
    data: { ...waveColumns(ordered), figuresRevision: { increment: 1 } },
    select: { figuresRevision: true },
  })
  await transaction.waveState.create({
    data: {
      waveId: id,
      number,
      madeOn,
      kind,
      byOwner,
      reason: reason && JSON.stringify(reason),
      content: JSON.stringify(ordered),
    },
    select: { number: true },
  })
  return number
}
