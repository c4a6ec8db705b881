import { appendAudit } from '@/lib/db/audit'
import { dayOf } from '@/lib/clock/known-time'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { documentDifference, isSameDocument } from '@/lib/waves/document-difference'
import type { Words } from '@/lib/waves/figure-record'
import { documentOf } from '@/lib/import/wave-draft'
import type { WaveDocument } from '@/lib/waves/wave-document'
import type { StateKind } from '@/lib/waves/wave-state'
import { findDraft } from './drafts'
import { publishWave, takeTurn } from './publish-wave'
import { findLastDocument, findWaveDocument } from './wave-states'

/** An owner who changes what is published. */
interface ByOwner {
  /** Id of the owner's account. */
  readonly actor: string
  readonly auditKey: string
  readonly now: Date
}

/** Why nothing was published. */
export type NotPublished =
  /** There is no draft, or no such state. */
  | 'gone'
  /** The draft, or the wave, has changed since it was looked at. */
  | 'changedMeanwhile'
  /** Lines are refused, or there are no figures. */
  | 'unready'
  /** It is what is published already. */
  | 'nothingNew'
  /** It was not said why what was published changes. */
  | 'noReason'

export type Published =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly reason: NotPublished }

const refused = (reason: NotPublished): Published => ({ ok: false, reason })

interface Draft extends ByOwner {
  readonly waveId: string
  /** The revision of the draft that was looked at. */
  readonly revision: number
  /** What the wave was when it was looked at: the number of its figures' revision, 0 for a new wave. */
  readonly figuresRevision: number
  readonly kind: Exclude<StateKind, 'first' | 'restoration'>
  /** null: it is the first state. */
  readonly reason: Words | null
}

async function record(
  transaction: Prisma.TransactionClient,
  before: WaveDocument | null,
  after: WaveDocument,
  state: { readonly number: number; readonly kind: StateKind },
  { actor, auditKey, now }: ByOwner,
): Promise<void> {
  const { figures } = documentDifference(before, after)
  const countOf = (kind: string) => figures.filter((each) => each.kind === kind).length
  const details = {
    stateNumber: state.number,
    stateKind: state.kind,
    figuresAdded: countOf('added'),
    figuresChanged: countOf('changed'),
    figuresRemoved: countOf('removed'),
  }
  const published = { action: 'figuresPublished', subject: after.wave.id, outcome: 'succeeded' } as const
  await appendAudit(transaction, auditKey, { ...published, actor, details }, now)
}

/**
 * Publishes the draft of a wave as its next state, and forgets the draft: all at once with the entry in the audit log, or nothing of it.
 * Of two who publish at once, the later is refused. Throws DatabaseError.
 */
export async function publishDraft(database: Database, given: Draft): Promise<Published> {
  const { waveId, revision, figuresRevision, kind, reason, now } = given
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      // A write first: who changes the draft meanwhile waits.
      await transaction.waveDraft.updateMany({ where: { waveId }, data: { waveId } })
      const stored = await findDraft(transaction, waveId)
      if (stored === null) return refused('gone')
      if (stored.revision !== revision) return refused('changedMeanwhile')
      const document = documentOf(stored.draft)
      if (document === null) return refused('unready')
      if ((await takeTurn(transaction, document)) !== figuresRevision) return refused('changedMeanwhile')
      const before = await findLastDocument(transaction, waveId)
      if (before !== null && isSameDocument(before, document)) return refused('nothingNew')
      if (before !== null && reason === null) return refused('noReason')
      const state = {
        kind: before === null ? 'first' : kind,
        number: 0,
        madeOn: dayOf(now),
        byOwner: true,
        reason: before === null ? null : reason,
      } as const
      const made = await publishWave(transaction, document, state)
      if (before === null) await transaction.participation.create({ data: { waveId } })
      await transaction.waveDraft.delete({ where: { waveId } })
      await record(transaction, before, document, { ...state, number: made }, given)
      return { ok: true, number: made }
    }, patience.change),
  )
}

interface Restoration extends ByOwner {
  readonly waveId: string
  /** The state that is brought back. */
  readonly number: number
  /** What the wave was when it was looked at. */
  readonly figuresRevision: number
  readonly reason: Words | null
}

/** Publishes what an earlier state of a wave was, as its next one. As `publishDraft`. */
export async function restoreState(database: Database, given: Restoration): Promise<Published> {
  const { waveId, number, figuresRevision, reason, now } = given
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const [wave] = await transaction.wave.updateManyAndReturn({
        where: { id: waveId },
        data: { id: waveId },
        select: { figuresRevision: true },
      })
      if (wave === undefined) return refused('gone')
      if (wave.figuresRevision !== figuresRevision) return refused('changedMeanwhile')
      const document = await findWaveDocument(transaction, waveId, number)
      const before = await findLastDocument(transaction, waveId)
      if (document === null || before === null) return refused('gone')
      if (isSameDocument(before, document)) return refused('nothingNew')
      if (reason === null) return refused('noReason')
      const state = { kind: 'restoration', madeOn: dayOf(now), byOwner: true, reason } as const
      const made = await publishWave(transaction, document, state)
      await record(transaction, before, document, { ...state, number: made }, given)
      return { ok: true, number: made }
    }, patience.change),
  )
}

/**
 * Makes a wave, which has figures, the current one. Contributions to the one before end with that day: its last edition may be made then.
 * Returns whether it was not the current one before. Throws DatabaseError.
 */
export async function makeCurrent(
  database: Database,
  { waveId, actor, auditKey, now }: ByOwner & { readonly waveId: string },
): Promise<boolean> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const [before] = await transaction.wave.updateManyAndReturn({
        where: { current: 1 },
        data: { current: null },
        select: { id: true },
      })
      const found = await transaction.waveState.count({ where: { waveId } })
      if (found === 0 || before?.id === waveId) {
        if (before !== undefined)
          await transaction.wave.update({
            where: { id: before.id },
            data: { current: 1 },
            select: { id: true },
          })
        return false
      }
      const today = dayOf(now)
      if (before !== undefined) {
        const { id } = before
        // A first day that is still to come would stand after the last one.
        await transaction.participation.updateMany({
          where: { waveId: id, firstDay: { gt: today } },
          data: { firstDay: null },
        })
        await transaction.participation.updateMany({
          where: { waveId: id, OR: [{ lastDay: null }, { lastDay: { gt: today } }] },
          data: { lastDay: today },
        })
      }
      await transaction.wave.update({ where: { id: waveId }, data: { current: 1 }, select: { id: true } })
      const made = { action: 'waveMadeCurrent', subject: waveId, outcome: 'succeeded', details: {} } as const
      await appendAudit(transaction, auditKey, { ...made, actor }, now)
      return true
    }, patience.change),
  )
}
