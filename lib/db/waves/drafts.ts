import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { DatabaseError } from '@/lib/errors'
import { waveDraft, type WaveDraft } from '@/lib/import/wave-draft'

/** A draft as it is stored. */
export interface StoredDraft {
  /** Another number after each change. */
  readonly revision: number
  readonly draft: WaveDraft
}

interface Row {
  readonly waveId: string
  readonly revision: number
  readonly content: string
}

function read({ waveId, revision, content }: Row): StoredDraft {
  const parsed = waveDraft.safeParse(JSON.parse(content))
  if (parsed.success) return { revision, draft: parsed.data }
  throw new DatabaseError('unreadable', `The draft of wave ${waveId} is not what this version knows.`, {
    cause: parsed.error,
  })
}

/** The draft of a wave; null where there is none. Throws DatabaseError. */
export async function findDraft(
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<StoredDraft | null> {
  const row = await client.waveDraft.findUnique({ where: { waveId } })
  return row === null ? null : read(row)
}

/** The ids of the waves of which there is a draft, the latest first. Throws DatabaseError. */
export async function listDrafts(client: Prisma.TransactionClient): Promise<readonly string[]> {
  const rows = await client.waveDraft.findMany({ select: { waveId: true }, orderBy: { waveId: 'desc' } })
  return rows.map(({ waveId }) => waveId)
}

/**
 * Changes the draft of a wave, or begins one: `change` gets what is there, null for none, and says what is to be there; null leaves it.
 * Of two changes at once, the later gets what the earlier has left. Returns what is there then. Throws DatabaseError.
 */
export async function changeDraft(
  database: Database,
  waveId: string,
  change: (before: WaveDraft | null) => WaveDraft | null,
): Promise<StoredDraft | null> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      // A write first: who comes meanwhile waits. It raises nothing where nothing changes.
      const [row] = await transaction.waveDraft.updateManyAndReturn({ where: { waveId }, data: { waveId } })
      const before = row === undefined ? null : read(row)
      const draft = change(before?.draft ?? null)
      if (draft === null) return before
      const content = JSON.stringify(waveDraft.parse(draft))
      const stored = await transaction.waveDraft.upsert({
        where: { waveId },
        create: { waveId, content },
        update: { content, revision: { increment: 1 } },
      })
      return read(stored)
    }, patience.change),
  )
}

/** Forgets the draft of a wave, where there is one. Throws DatabaseError. */
export async function discardDraft(database: Database, waveId: string): Promise<void> {
  await database.run(async (client) => client.waveDraft.deleteMany({ where: { waveId } }))
}
