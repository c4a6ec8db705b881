import { z } from 'zod'
import { roles } from '@/lib/auth/roles'
import { licences } from '@/lib/settings/licences'

// What may be kept of each action is listed here, and nothing else can be: no free text, hence no answers, passwords or
// network addresses. A field is a count, a yes or no, or one of a few words.

const count = z.int().nonnegative()

/** An account: its e-mail address, in lower case, or its id. Neither has the form of a network address. */
export const account = z.union([
  z.email().max(254).lowercase(),
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
])
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
const settingName = z.string().regex(/^[a-z][A-Za-z]{0,63}$/)
const nothing = z.null()

const role = z.enum(roles)
const step = z.enum(['password', 'secondFactor', 'recoveryCode'])
const licence = z.enum(['none', ...licences.map((each) => each.id)])
const settingValue = z.union([z.number(), z.boolean(), licence])
const releaseKind = z.enum(['microdata', 'aggregates'])

const percent = z.int().min(0).max(100)

const noDetails = z.strictObject({})

/**
 * Everything that the audit log records: for each action, whom or what it is done to, and the details that are kept of it.
 * To record something new, add it here and its words to the messages.
 */
export const auditActions = {
  /** A password, code or recovery code was tried. */
  signIn: { subject: nothing, details: z.strictObject({ step }) },
  signOut: { subject: nothing, details: noDetails },
  /** Too many wrong ones: the account of the subject takes none for a while. */
  lockedOut: { subject: account.nullable(), details: z.strictObject({ step }) },
  secondFactorSetUp: { subject: nothing, details: noDetails },
  secondFactorReset: { subject: account, details: noDetails },
  recoveryCodesRenewed: { subject: nothing, details: noDetails },
  recoveryCodeUsed: { subject: nothing, details: noDetails },
  recoveryLinkMade: { subject: account, details: noDetails },
  accountRecovered: { subject: nothing, details: noDetails },
  passwordSet: { subject: nothing, details: noDetails },
  invitationMade: { subject: account, details: z.strictObject({ role }) },
  invitationWithdrawn: { subject: account, details: noDetails },
  invitationAccepted: { subject: id, details: noDetails },
  roleChanged: { subject: account, details: z.strictObject({ from: role, to: role }) },
  roleChangeRefused: { subject: account, details: z.strictObject({ role }) },
  accountRemoved: { subject: account, details: noDetails },
  /** The subject is whose session ended, where that is somebody else. */
  sessionRevoked: { subject: account.nullable(), details: noDetails },
  settingChanged: { subject: settingName, details: z.strictObject({ from: settingValue, to: settingValue }) },
  releaseRequested: {
    subject: id,
    details: z.strictObject({ kind: releaseKind, smallestClass: count, largestWithheldPercent: percent }),
  },
  releaseCancelled: { subject: id, details: z.strictObject({ kind: releaseKind }) },
  releaseMade: {
    subject: id,
    details: z.strictObject({ kind: releaseKind, recordsReleased: count, recordsWithheld: count }),
  },
  releaseRefused: {
    subject: id,
    details: z.strictObject({
      kind: releaseKind,
      reason: z.enum(['tooFewResponses', 'riskTooHigh', 'otherQuestions']),
    }),
  },
  releaseDownloaded: { subject: id, details: z.strictObject({ kind: releaseKind }) },
  auditDownloaded: { subject: nothing, details: z.strictObject({ entryCount: count }) },
  purged: { subject: nothing, details: z.strictObject({ receiptsErased: count, responsesDeleted: count }) },
  /** The subject is the wave. */
  snapshotTaken: { subject: id, details: noDetails },
  auditVerified: { subject: nothing, details: z.strictObject({ entryCount: count, problemCount: count }) },
  demoSeeded: { subject: id, details: z.strictObject({ responseCount: count }) },
} as const

export type AuditAction = keyof typeof auditActions

export const auditActionNames = Object.keys(auditActions) as readonly AuditAction[]

/** Whether a text, from a form or from the database, is an action that this version knows. */
export function isAuditAction(text: unknown): text is AuditAction {
  return typeof text === 'string' && Object.hasOwn(auditActions, text)
}
