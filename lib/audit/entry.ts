import { z } from 'zod'
import { auditActions } from './actions'
import { id, subjects } from './rule'

/** `refused`: the program did not let it be done. `failed`: it was let, and something went wrong. */
export const auditOutcomes = ['succeeded', 'refused', 'failed'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/** Who acts where no admin does: the daily work, and scripts that the operator runs. */
export const systemActor = 'system'

/** Of links that are made. Earlier versions named nobody where `admin:create` made one: nobody else does without an account. */
export const linkAction = 'invitationMade'

/** Who acted, by an entry as it is stored: also by one in which an earlier version named nobody for the system. */
export function actorOf({ actor, action }: Pick<ChainedEntry, 'actor' | 'action'>): string | null {
  return actor === null && action === linkAction ? systemActor : actor
}

type Rules = typeof auditActions
type AuditAction = keyof Rules

type EntryOf<Action extends AuditAction> = {
  /** The id of an admin's account, or `system`. null: nobody that is known, who tried to come in. */
  readonly actor: string | null
  readonly action: Action
  readonly subject: z.infer<(typeof subjects)[Rules[Action]['subject']]>
  readonly outcome: AuditOutcome
  readonly details: Readonly<z.infer<Rules[Action]['details']>>
}

/** What is recorded of something that happened, beside its moment and its place in the log. */
export type AuditEntry = { [Action in AuditAction]: EntryOf<Action> }[AuditAction]

/** An entry as it is stored: what is hashed are these very texts. */
export interface ChainedEntry {
  /** From 1, without gaps. */
  readonly sequence: number
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string
  readonly actor: string | null
  readonly action: string
  readonly subject: string | null
  readonly outcome: string
  /** JSON object. */
  readonly details: string
  /** 64 hexadecimal digits. */
  readonly hash: string
}

export type UnchainedEntry = Omit<ChainedEntry, 'hash'>

const common = {
  actor: z.union([z.literal(systemActor), id]).nullable(),
  outcome: z.enum(auditOutcomes),
}

/**
 * The texts that are stored of an entry. Throws TypeError where it holds anything that its action does not list: types let
 * a field too many through, and what is once in the log cannot be taken out of it.
 */
export function toUnchained(entry: AuditEntry, sequence: number, at: Date): UnchainedEntry {
  const { action } = entry
  if (!Object.hasOwn(auditActions, action)) throw new TypeError('The audit log does not know this action')
  const { subject, details } = auditActions[action]
  const schema = z.strictObject({ ...common, action: z.literal(action), subject: subjects[subject], details })
  const parsed = schema.safeParse(entry)
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'a field too many')
    // Never what they hold: it may be what must not be written down.
    throw new TypeError(`The audit log does not take this ${action}: ${fields.join(', ')}`)
  }
  return { ...parsed.data, sequence, at: at.toISOString(), details: detailsText(parsed.data.details) }
}

type Detail = string | number | boolean

/** JSON with its keys in order, so that the same details are the same text. */
function detailsText(details: Readonly<Record<string, Detail | undefined>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

const storedDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** The details of a stored entry; null where their text was made unreadable. */
export function readDetails(text: string): Readonly<Record<string, Detail>> | null {
  try {
    return storedDetails.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
