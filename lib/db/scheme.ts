import { z } from 'zod'
import type { Database } from '@/lib/db/engine/client'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import { tools } from '@/lib/instrument/tools'
import { readScheme, schemeText } from './edition-row'
import { hasRealResponses } from './edition-responses'
import { listEditions } from './editions'
import type { Prisma } from './generated/sqlite/client'
import { readParticipation } from './participation'

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
    const frozen = await frozenScheme(client, waveId)
    if (frozen !== null) return { scheme: frozen, isFrozen: true, preview: null }
    const { schemeTools, schemePreview } = await readParticipation(client, waveId)
    const preview =
      schemePreview === null
        ? null
        : previewSchema
            .parse(JSON.parse(schemePreview))
            .map(({ tools: chosen, ...effect }) => ({ scheme: { tools: chosen }, ...effect }))
    return { scheme: readScheme(schemeTools ?? '[]'), isFrozen: false, preview }
  })
}

/** The scheme of the first edition of what is collected; null before it. */
async function frozenScheme(client: Prisma.TransactionClient, waveId: string): Promise<Scheme | null> {
  const isDemo = !(await hasRealResponses(client, waveId))
  const [first] = await listEditions(client, { waveId, isDemo })
  return first ? readScheme(first.schemeTools) : null
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
