import { z } from 'zod'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { DatabaseError } from '@/lib/errors'
import { words } from '@/lib/waves/figure-record'
import { waveDocument, type WaveDocument } from '@/lib/waves/wave-document'
import { stateKinds, type WaveState } from '@/lib/waves/wave-state'

const columns = { waveId: true, number: true, madeOn: true, kind: true, byOwner: true, reason: true } as const

const stateRow = z.object({
  waveId: z.string(),
  number: z.int().positive(),
  madeOn: z.iso.date(),
  kind: z.enum(stateKinds),
  byOwner: z.boolean(),
  reason: z
    .string()
    .transform((json) => words.parse(JSON.parse(json)))
    .nullable(),
})

/** The states of a wave, the first one first. Throws DatabaseError. */
export async function listWaveStates(
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<readonly WaveState[]> {
  const rows = await client.waveState.findMany({
    where: { waveId },
    select: columns,
    orderBy: { number: 'asc' },
  })
  return rows.map((row) => stateRow.parse(row))
}

/** What a wave is now, in its last state; null where nothing was published of it. Throws DatabaseError. */
export async function findLastDocument(
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<WaveDocument | null> {
  const last = (await listWaveStates(client, waveId)).at(-1)
  return last === undefined ? null : findWaveDocument(client, waveId, last.number)
}

/** What was published of a wave in one of its states; null where it has no such state. Throws DatabaseError. */
export async function findWaveDocument(
  client: Prisma.TransactionClient,
  waveId: string,
  number: number,
): Promise<WaveDocument | null> {
  const row = await client.waveState.findUnique({
    where: { waveId_number: { waveId, number } },
    select: { content: true },
  })
  if (row === null) return null
  const read = waveDocument.safeParse(JSON.parse(row.content))
  if (read.success) return read.data
  throw new DatabaseError('unreadable', `State ${number} of wave ${waveId} is not what this version knows.`, {
    cause: read.error,
  })
}
