import { z } from 'zod'
import { appendAudit } from './audit'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import { tools } from '@/lib/instrument/tools'
import { noTools, readScheme, schemeText } from './edition-row'
import { hasRealResponses } from './edition-responses'
import { listEditions, type ListedEdition, type Recording } from './editions'
import type { Prisma } from './generated/sqlite/client'
import { readParticipation, takeTurn } from './participation'

/** What a choice of tools would do to the responses of last Monday. Rounded. */
export interface PreviewedScheme {
  readonly scheme: Scheme
  /** Records in the file. */
  readonly inFile: number
  /** Responses that would wait for a later edition. */
  readonly waiting: number
}

/** The scheme of a wave's files. */
export interface SchemeState {
  readonly scheme: Scheme
  /** The first edition froze it. */
  readonly isFrozen: boolean
  /** An owner chose it, or the first edition froze it; else it is the preset. */
  readonly isChosen: boolean
  /** Every choice of tools; null as long as nothing was counted, and once the scheme is frozen. */
  readonly preview: readonly PreviewedScheme[] | null
}

const people = z.int().nonnegative()
const previewSchema = z.array(
  z.strictObject({ tools: z.array(z.enum(tools)), inFile: people, waiting: people }),
)

/** The scheme of a wave. Throws DatabaseError. */
export async function readSchemeState(database: Database, waveId: string): Promise<SchemeState> {
  return database.run(async (client) => {
    const [first] = await editionsOfNow(client, waveId)
    if (first) return { scheme: readScheme(first.schemeTools), isFrozen: true, isChosen: true, preview: null }
    const { schemeTools, schemePreview } = await readParticipation(client, waveId)
    const preview =
      schemePreview === null
        ? null
        : previewSchema
            .parse(JSON.parse(schemePreview))
            .map(({ tools: chosen, ...effect }) => ({ scheme: { tools: chosen }, ...effect }))
    const scheme = readScheme(schemeTools ?? noTools)
    return { scheme, isFrozen: false, isChosen: schemeTools !== null, preview }
  })
}

/** The editions of what is collected: of real responses where there are any. */
async function editionsOfNow(
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<readonly ListedEdition[]> {
  return listEditions(client, { waveId, isDemo: !(await hasRealResponses(client, waveId)) })
}

/** The smallest group of the last edition of a wave, below which that of the next one cannot be; null before the first. Throws DatabaseError. */
export async function readLastSmallestGroup(database: Database, waveId: string): Promise<number | null> {
  const editions = await database.run(async (client) => editionsOfNow(client, waveId))
  return editions.at(-1)?.smallestGroup ?? null
}

/** A scheme that an owner chooses. */
interface SchemeChoice extends Recording {
  readonly waveId: string
  readonly scheme: Scheme
  /** Id of the owner's account. */
  readonly actor: string
}

/**
 * Stores the scheme of a wave's files and records it, the preset too where it was not chosen before, or does neither. Returns
 * false where the first edition froze another one.
 * Throws DatabaseError.
 */
export async function chooseScheme(
  database: Database,
  { waveId, scheme, actor, auditKey, now }: SchemeChoice,
): Promise<boolean> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      // Before it is read whether there is an edition: storing one takes its turn at the same row.
      await takeTurn(transaction, waveId)
      if ((await editionsOfNow(transaction, waveId)).length > 0) return false
      const { schemeTools } = await readParticipation(transaction, waveId)
      const text = schemeText(scheme)
      if (text === schemeTools) return true
      await transaction.participation.update({
        where: { waveId },
        data: { schemeTools: text },
        select: { waveId: true },
      })
      const details = { tools: scheme.tools.join(',') }
      const chosen = { action: 'schemeChosen', subject: waveId, outcome: 'succeeded', details } as const
      await appendAudit(transaction, auditKey, { ...chosen, actor }, now)
      return true
    }, patience.change),
  )
}

/** Stores what each choice of tools would do. Throws DatabaseError. */
export async function storeSchemePreview(
  database: Database,
  waveId: string,
  preview: readonly PreviewedScheme[],
): Promise<void> {
  const flat = preview.map(({ scheme, ...effect }) => ({ tools: scheme.tools, ...effect }))
  await database.run(async (client) =>
    client.participation.update({
      where: { waveId },
      data: { schemePreview: JSON.stringify(flat) },
      select: { waveId: true },
    }),
  )
}
