import { systemActor } from '@/lib/audit/entry'
import { demoConsentVersion } from '@/lib/contribution/consent'
import type { DatabaseKind } from '@/lib/db/engine/address'
import { isUniqueViolation } from '@/lib/db/engine/failures'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { EarlierEdition } from '@/lib/editions/due'
import { appendAudit } from './audit'
import { markEntered, type EditionScope } from './edition-responses'
import { editionRow, noTools, readEditionRow, schemeText, type Edition } from './edition-row'
import type { Prisma } from './generated/sqlite/client'
import { noteDeletion } from './rewrite'
import { takeTurn } from './participation'

/** A line of the list of a wave's editions. */
export interface ListedEdition extends EarlierEdition {
  readonly id: string
  readonly number: number
  readonly madeOn: string
  readonly isDemo: boolean
  readonly smallestGroup: number
  readonly recordCount: number
  readonly waitingCount: number
  readonly withdrawnCount: number
  /** JSON: see `readScheme`. */
  readonly schemeTools: string
  readonly fileRemovedOn: string | null
}

const listed = {
  id: true,
  number: true,
  madeOn: true,
  lastWeek: true,
  isDemo: true,
  contributionCount: true,
  smallestGroup: true,
  recordCount: true,
  waitingCount: true,
  withdrawnCount: true,
  schemeTools: true,
  fileRemovedOn: true,
} as const satisfies Prisma.EditionSelect

const listWhere = async (
  client: Prisma.TransactionClient,
  where: Prisma.EditionWhereInput,
): Promise<readonly ListedEdition[]> =>
  client.edition.findMany({ where, orderBy: { number: 'asc' }, select: listed })

/** A wave's editions of real or of made-up responses, the first one first. */
export const listEditions = async (client: Prisma.TransactionClient, { waveId, isDemo }: EditionScope) =>
  listWhere(client, { waveId, isDemo })

/** A wave's editions of real and of made-up responses, by their numbers. */
export const listAllEditions = async (client: Prisma.TransactionClient, waveId: string) =>
  listWhere(client, { waveId })

/** An edition by its id; null where there is none. Throws DatabaseError. */
export async function findEdition(database: Database, waveId: string, id: string): Promise<Edition | null> {
  const row = await database.run(async (client) =>
    client.edition.findUnique({ where: { waveId_id: { waveId, id } } }),
  )
  return row && readEditionRow(row)
}

/** An edition that is to be stored, and what it was made of. */
export interface NewEdition {
  readonly edition: Edition
  /** Ids of the responses that enter with it. */
  readonly entering: Iterable<string>
  /** Responses of the wave that had ever been deleted when it was read. */
  readonly deletionCount: number
}

/** What keeps an edition from being stored: what it was made of has changed meanwhile. */
class Outdated extends Error {}

/** Runs a transaction that may find itself outdated. Returns whether it was not. */
async function whereCurrent(
  database: Database,
  store: (transaction: Prisma.TransactionClient, kind: DatabaseKind) => Promise<void>,
): Promise<boolean> {
  try {
    await database.run(async (client, kind) =>
      client.$transaction(async (transaction) => store(transaction, kind), patience.edition),
    )
    return true
  } catch (error) {
    if (error instanceof Outdated || isUniqueViolation(error)) return false
    throw error
  }
}

/** What recording something in the audit log needs. */
export interface Recording {
  readonly auditKey: string
  readonly now: Date
}

/** What the audit log names an edition by. */
const recorded = ({ waveId, id }: Pick<Edition, 'waveId' | 'id'>) =>
  ({ actor: systemActor, subject: `${waveId}/${id}`, outcome: 'succeeded' }) as const

/**
 * Stores an edition, marks the responses that enter with it and records that it was made, or does nothing. Returns false where
 * another process stored one first, a response of it was deleted or another scheme chosen since they were read: it is then to
 * be made anew. Throws DatabaseError.
 */
export async function storeEdition(
  database: Database,
  { edition, entering, deletionCount }: NewEdition,
  { auditKey, now }: Recording,
): Promise<boolean> {
  const { waveId } = edition
  return whereCurrent(database, async (transaction, kind) => {
    // First, since every deletion and every choice of a scheme takes its turn at this row.
    const { schemeTools, ...present } = await transaction.participation.update({
      where: { waveId },
      data: { withdrawnCount: 0, hasEnoughWaiting: false, schemePreview: null },
      select: { schemeTools: true, deletionCount: true },
    })
    if (present.deletionCount !== deletionCount) throw new Outdated()
    if (edition.number === 1 && schemeText(edition.scheme) !== (schemeTools ?? noTools)) throw new Outdated()
    await transaction.edition.create({ data: editionRow(edition), select: { id: true } })
    await markEntered(transaction, kind, entering)
    const details = { recordsReleased: edition.recordCount }
    await appendAudit(transaction, auditKey, { ...recorded(edition), action: 'editionMade', details }, now)
  })
}

/**
 * Stores and records that the file of an edition was made again, from what was read when `deletionCount` responses of the wave had ever
 * been deleted. Returns false where one more was deleted since. Throws DatabaseError.
 */
export async function storeRemadeFile(
  database: Database,
  { waveId, id }: Pick<Edition, 'waveId' | 'id'>,
  deletionCount: number,
  { auditKey, now }: Recording,
): Promise<boolean> {
  return whereCurrent(database, async (transaction) => {
    if ((await takeTurn(transaction, waveId)) !== deletionCount) throw new Outdated()
    await transaction.edition.update({
      where: { waveId_id: { waveId, id } },
      data: { fileRemovedOn: null },
      select: { id: true },
    })
    const entry = { ...recorded({ waveId, id }), action: 'editionFileMade', details: {} } as const
    await appendAudit(transaction, auditKey, entry, now)
  })
}

/**
 * Deletes responses, and stores what follows: how many left, and that the file of the last edition is removed where one of
 * them had entered it. Returns how many there were. `isWithdrawal`: their people asked for it. Throws DatabaseError.
 */
export async function deleteResponses(
  transaction: Prisma.TransactionClient,
  where: Prisma.ResponseWhereInput & { readonly waveId: string },
  { today, isWithdrawal }: { readonly today: string; readonly isWithdrawal: boolean },
): Promise<number> {
  const { waveId } = where
  await takeTurn(transaction, waveId)
  const entered = await transaction.response.groupBy({
    by: ['consentVersion'],
    where: { ...where, hasEntered: true },
  })
  const { count } = await transaction.response.deleteMany({ where })
  if (count === 0) return 0
  await noteDeletion(transaction)
  for (const isDemo of new Set(entered.map(({ consentVersion }) => consentVersion === demoConsentVersion))) {
    const last = (await listEditions(transaction, { waveId, isDemo })).at(-1)
    if (last === undefined) continue
    await transaction.edition.updateMany({
      where: { waveId, id: last.id },
      data: { fileRemovedOn: today },
    })
  }
  await transaction.participation.update({
    where: { waveId },
    data: { deletionCount: { increment: count }, withdrawnCount: { increment: isWithdrawal ? count : 0 } },
    select: { waveId: true },
  })
  return count
}

/** The editions whose files may be delivered: the last ones of each wave, of which no response was deleted since. Throws DatabaseError. */
export async function listFilesToKeep(
  database: Database,
): Promise<readonly { readonly waveId: string; readonly id: string }[]> {
  const all = await database.run(async (client) =>
    client.edition.findMany({
      orderBy: { number: 'asc' },
      select: { waveId: true, id: true, isDemo: true, fileRemovedOn: true },
    }),
  )
  const last = new Map(all.map((edition) => [`${edition.waveId}/${edition.isDemo}`, edition]))
  return [...last.values()].filter(({ fileRemovedOn }) => fileRemovedOn === null)
}
