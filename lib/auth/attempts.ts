import type { AuditEntry } from '@/lib/audit/entry'
import { beginAttempt, clearAttempts, failAttempt, type Admission } from '@/lib/db/admin/attempts'
import { keyedHash } from '@/lib/keys/keyed-hash'
import type { AdminRequest } from './admin-request'
import { knownDevice } from './device'

/** What is guessed: a password for an e-mail address, or a code for an account. */
export type AttemptKind = 'password' | 'code'

/**
 * Under what wrong tries are counted: those of a browser that has signed in to the account apart, or else those of all strangers.
 * Without the key, nobody can tell for whom.
 */
export function attemptKey(
  secret: string,
  kind: AttemptKind,
  whose: string,
  device: string | null = null,
): string {
  const parts = [kind, whose, ...(device === null ? [] : [device])]
  return keyedHash(secret, 'adminAttempt', parts.join('\0'))
}

/** What is tried, and on whom. */
interface Target {
  readonly kind: AttemptKind
  /** The e-mail address for a password, the account's id for a code. */
  readonly whose: string
  /** The account's id; null where the address has none. */
  readonly account: string | null
}

/** What came of a try: `locked` and `stillLocked` (see `Admission`) were not looked at. */
export type Attempt<Right> =
  | { readonly outcome: 'right'; readonly found: Right }
  | { readonly outcome: 'refused' | Exclude<Admission, 'admitted'> }

/**
 * Looks at a try (`check`: null where it is wrong), unless there were too many wrong ones. The count is in the database:
 * it outlives a restart, and is shared by all instances. Throws DatabaseError.
 */
export async function attempt<Right>(
  request: AdminRequest,
  { kind, whose, account }: Target,
  check: () => Promise<Right | null>,
): Promise<Attempt<Right>> {
  const { database, secret } = request
  const key = attemptKey(secret, kind, whose, await knownDevice(request, account))
  const now = new Date()
  const admission = await beginAttempt(database, key, now)
  if (admission !== 'admitted') return { outcome: admission }
  const found = await check()
  if (found === null) {
    await failAttempt(database, key, now)
    return { outcome: 'refused' }
  }
  await clearAttempts(database, [key])
  return { outcome: 'right', found }
}

interface Tried {
  /** The id of the account that the password or the code is of. */
  readonly account: string
  /** Whether it was tried in a session of that account: what comes before one may be anybody's. */
  readonly isIn: boolean
  readonly step: 'password' | 'secondFactor' | 'recoveryCode'
  readonly outcome: Attempt<unknown>['outcome']
  /** What a right one does. */
  readonly action?: 'signIn' | 'passwordSet' | 'secondFactorSetUp'
}

function entryOf({ account, isIn, step, outcome, action = 'signIn' }: Tried): AuditEntry {
  const result = outcome === 'right' ? 'succeeded' : 'refused'
  const own = { actor: account, subject: null, outcome: result } as const
  const common = isIn || outcome === 'right' ? own : ({ ...own, actor: null, subject: account } as const)
  if (outcome === 'locked') return { ...common, action: 'lockedOut', details: { step } }
  if (action !== 'signIn') return { ...own, action, details: {} }
  if (step === 'recoveryCode' && outcome === 'right')
    return { ...own, action: 'recoveryCodeUsed', details: {} }
  return { ...common, action, details: { step } }
}

/**
 * Records a try, but for those that come once a lock is recorded: nothing ever leaves the log, and anybody can try. Throws
 * DatabaseError.
 */
export async function recordAttempt(request: AdminRequest, tried: Tried): Promise<void> {
  if (tried.outcome !== 'stillLocked') await request.record(entryOf(tried))
}
