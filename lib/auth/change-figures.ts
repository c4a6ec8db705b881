import { makeCurrent, publishDraft, restoreState, type NotPublished } from '@/lib/db/waves/change-wave'
import { changeDraft, discardDraft } from '@/lib/db/waves/drafts'
import type { Words } from '@/lib/waves/figure-record'
import type { WaveDraft } from '@/lib/import/wave-draft'
import type { StateKind } from '@/lib/waves/wave-state'
import type { AdminRequest } from './admin-request'
import {
  readAdminState,
  requireFresh,
  requireRole,
  type Refusal,
  type Refused,
  type SignedIn,
} from './admin-state'
import { leastRole } from './roles'

interface OfWave {
  readonly waveId: string
  readonly auditKey: string
}

interface Looked {
  /** What the wave was when the owner looked at it. */
  readonly figuresRevision: number
  /** Why what was published changes; null: nothing was said. */
  readonly reason: Words | null
}

interface ToPublish extends OfWave, Looked {
  readonly revision: number
  readonly kind: Exclude<StateKind, 'first' | 'restoration'>
}

interface ToBringBack extends OfWave, Looked {
  readonly number: number
}

type Outcome<Reason extends string = never> =
  | { readonly ok: true; readonly number: number }
  | Refused<Refusal | 'notFresh' | Reason>

/** Publishes the draft of a wave; for owners. Throws DatabaseError. */
export async function publishFigures(
  request: AdminRequest,
  given: ToPublish,
): Promise<Outcome<NotPublished>> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.figures, now)
  return permitted.ok
    ? publishDraft(request.database, { ...given, actor: permitted.admin.id, now })
    : permitted
}

/** Publishes an earlier state of a wave again; for owners. Throws DatabaseError. */
export async function bringBackFigures(
  request: AdminRequest,
  given: ToBringBack,
): Promise<Outcome<NotPublished>> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.figures, now)
  return permitted.ok
    ? restoreState(request.database, { ...given, actor: permitted.admin.id, now })
    : permitted
}

/** Makes a wave the current one; for owners. Throws DatabaseError. */
export async function makeWaveCurrent(
  request: AdminRequest,
  given: OfWave,
): Promise<{ readonly ok: true } | Refused<Refusal | 'notFresh' | 'gone'>> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.figures, now)
  if (!permitted.ok) return permitted
  const isMade = await makeCurrent(request.database, { ...given, actor: permitted.admin.id, now })
  return isMade ? { ok: true } : { ok: false, reason: 'gone' }
}

/** Whether who asks may prepare figures: owners may. Throws DatabaseError. */
export const mayPrepareFigures = async (request: AdminRequest): Promise<SignedIn | Refused> =>
  requireRole(await readAdminState(request), leastRole.figures)

/** Changes the draft of a wave, or begins one, as `changeDraft` does; for owners. Throws DatabaseError. */
export async function editDraft(
  request: AdminRequest,
  waveId: string,
  change: (before: WaveDraft | null) => WaveDraft | null,
): Promise<{ readonly ok: true; readonly isThere: boolean } | Refused> {
  const permitted = await mayPrepareFigures(request)
  if (!permitted.ok) return permitted
  const stored = await changeDraft(request.database, waveId, change)
  return { ok: true, isThere: stored !== null }
}

/** Forgets the draft of a wave; for owners. Throws DatabaseError. */
export async function forgetDraft(
  request: AdminRequest,
  waveId: string,
): Promise<{ readonly ok: true } | Refused> {
  const permitted = await mayPrepareFigures(request)
  if (!permitted.ok) return permitted
  await discardDraft(request.database, waveId)
  return { ok: true }
}
