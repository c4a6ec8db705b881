import { DatabaseError } from '@/lib/errors'
import type { Operator } from '@/lib/operator/operator'
import { changedOperator, readStoredOperator, storedOperator } from '@/lib/operator/stored-operator'
import { appendAudit } from './audit'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { Prisma } from './generated/sqlite/client'

/** The number of the only row. */
const id = 1

const missing = () =>
  new DatabaseError('outdated', 'The database lacks the row of the operator: run `npm run db:migrate`.')

/** Throws DatabaseError where the row is gone, or holds what this version cannot read. */
function read(row: { readonly content: string } | null | undefined): Operator {
  if (!row) throw missing()
  const operator = readStoredOperator(row.content)
  if (operator !== null) return operator
  throw new DatabaseError('unreadable', 'The database holds an operator that this version cannot read.')
}

/** Who operates the site, read anew each time: one row. Throws DatabaseError. */
export async function readOperator(database: Database): Promise<Operator> {
  return read(await database.run(async (client) => client.operator.findUnique({ where: { id } })))
}

/** Which operator the pages show: another number once anything of it has changed. Throws DatabaseError. */
export async function readOperatorRevision(database: Database): Promise<number> {
  const row = await database.run(async (client) =>
    client.operator.findUnique({ where: { id }, select: { revision: true } }),
  )
  if (row === null) throw missing()
  return row.revision
}

interface Change {
  /** What is said of some fields; null: of these, nothing any more. */
  readonly said: Partial<Operator>
  /** Id of the owner's account. */
  readonly actor: string
  readonly auditKey: string
  readonly now: Date
}

/**
 * Changes what is said of the operator and records which fields say something else, or does neither. What they say is not
 * recorded: it is about people, and nothing leaves the log. Of two changes at once, the later waits for the earlier. Throws
 * DatabaseError.
 */
export async function changeStoredOperator(
  database: Database,
  { said, actor, auditKey, now }: Change,
): Promise<void> {
  await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const change = changedOperator(read(await takeTurn(transaction)), said)
      if (change.said.length + change.emptied.length === 0) return
      await transaction.operator.update({
        where: { id },
        data: { content: storedOperator(change.operator), revision: { increment: 1 } },
        select: { id: true },
      })
      const details = {
        ...(change.said.length > 0 && { fieldsSaid: change.said.join(',') }),
        ...(change.emptied.length > 0 && { fieldsEmptied: change.emptied.join(',') }),
      }
      const changed = { action: 'operatorChanged', subject: null, outcome: 'succeeded', details } as const
      await appendAudit(transaction, auditKey, { ...changed, actor }, now)
    }, patience.change),
  )
}

/** The row as the last change left it. A write, even of nothing: a writer that comes meanwhile waits until the transaction ends. */
async function takeTurn(transaction: Prisma.TransactionClient) {
  const [row] = await transaction.operator.updateManyAndReturn({ where: { id }, data: { id } })
  return row
}
