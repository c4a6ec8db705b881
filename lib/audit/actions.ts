import { z } from 'zod'
import { roles } from '@/lib/auth/roles'
import { tools } from '@/lib/instrument/tools'
import { operatorFieldNames } from '@/lib/operator/operator'
import { licences } from '@/lib/settings/licences'
import { stateKinds } from '@/lib/waves/wave-state'
import { pastActions, pastDetails, pastWords } from './past-actions'
import { count, noDetails, type ActionRule } from './rule'

const steps = ['password', 'secondFactor', 'recoveryCode'] as const
const step = z.enum(steps)
const role = z.enum(roles)
const licence = z.enum(['none', ...licences.map(({ id }) => id)])
const settingValue = z.union([z.number(), z.boolean(), licence])
const isListOf = (words: readonly string[], text: string) =>
  text.split(',').every((part) => words.some((word) => word === part))
/** Ids of tools with commas between them; empty for none. */
const toolList = z.string().refine((text) => text === '' || isListOf(tools, text))
/** Names of fields with commas between them, and never what they say: it is about people. */
const operatorFieldList = z.string().refine((text) => isListOf(operatorFieldNames, text))
const dayOrNone = z.union([z.iso.date(), z.literal('none')])
/** No count of people is exact. */
const roundedCount = count.multipleOf(5)

/**
 * Everything that the audit log records. The words of the pages, their filters and their types all follow this table: to
 * record something new, add it here, and its words to the messages.
 */
export const auditActions = {
  /** A password, code or recovery code was tried. */
  signIn: { theme: 'entering', subject: 'triedAccount', details: z.strictObject({ step }) },
  signOut: { theme: 'entering', subject: 'nothing', details: noDetails },
  /** Too many wrong ones: the account takes none for a while. Those that come meanwhile are not recorded. */
  lockedOut: { theme: 'entering', subject: 'triedAccount', details: z.strictObject({ step }) },
  /** With addresses that nobody has, in a day of UTC. */
  unknownSignIns: {
    theme: 'entering',
    subject: 'nothing',
    details: z.strictObject({ day: z.iso.date(), tryCount: count }),
  },
  recoveryCodeUsed: { theme: 'entering', subject: 'nothing', details: noDetails },
  sessionRevoked: { theme: 'entering', subject: 'nothing', details: noDetails },
  secondFactorSetUp: { theme: 'ownAccount', subject: 'nothing', details: noDetails },
  recoveryCodesRenewed: { theme: 'ownAccount', subject: 'nothing', details: noDetails },
  /** An admin confirms that new recovery codes are stored. */
  recoveryCodesConfirmed: { theme: 'ownAccount', subject: 'nothing', details: noDetails },
  passwordSet: { theme: 'ownAccount', subject: 'nothing', details: noDetails },
  recoveryLinkMade: { theme: 'ownAccount', subject: 'account', details: noDetails },
  accountRecovered: { theme: 'ownAccount', subject: 'nothing', details: noDetails },
  invitationMade: { theme: 'accounts', subject: 'link', details: z.strictObject({ role }) },
  invitationWithdrawn: { theme: 'accounts', subject: 'link', details: noDetails },
  invitationAccepted: { theme: 'accounts', subject: 'link', details: noDetails },
  roleChanged: { theme: 'accounts', subject: 'account', details: z.strictObject({ from: role, to: role }) },
  roleChangeRefused: { theme: 'accounts', subject: 'account', details: z.strictObject({ role }) },
  accountRemoved: { theme: 'accounts', subject: 'account', details: noDetails },
  settingChanged: {
    theme: 'data',
    subject: 'setting',
    details: z.strictObject({ from: settingValue, to: settingValue }),
  },
  /** An owner has chosen what held as long as nothing was chosen. */
  settingConfirmed: { theme: 'data', subject: 'setting', details: z.strictObject({ choice: settingValue }) },
  /** Which fields say something else, and which say nothing any more. */
  operatorChanged: {
    theme: 'data',
    subject: 'nothing',
    details: z.strictObject({
      fieldsSaid: operatorFieldList.optional(),
      fieldsEmptied: operatorFieldList.optional(),
    }),
  },
  contributionDaysChosen: {
    theme: 'data',
    subject: 'wave',
    details: z.strictObject({ firstDay: dayOrNone, lastDay: dayOrNone }),
  },
  /** A state of a wave was published: the first, other figures, mended ones, or an earlier state again. */
  figuresPublished: {
    theme: 'data',
    subject: 'wave',
    details: z.strictObject({
      stateNumber: count,
      stateKind: z.enum(stateKinds),
      figuresAdded: count,
      figuresChanged: count,
      figuresRemoved: count,
    }),
  },
  waveMadeCurrent: { theme: 'data', subject: 'wave', details: noDetails },
  schemeChosen: { theme: 'data', subject: 'wave', details: z.strictObject({ tools: toolList }) },
  editionMade: {
    theme: 'data',
    subject: 'edition',
    details: z.strictObject({ recordsReleased: roundedCount }),
  },
  editionFailed: { theme: 'data', subject: 'wave', details: noDetails },
  /** The file was made again, without the responses that were withdrawn or have expired. */
  editionFileMade: { theme: 'data', subject: 'edition', details: noDetails },
  editionDownloaded: { theme: 'data', subject: 'edition', details: noDetails },
  /** Counts are rounded at random since editions came: those of a day told how many had contributed in a week. */
  purged: {
    theme: 'data',
    subject: 'nothing',
    details: z.strictObject({ receiptsErased: count, responsesDeleted: count }),
  },
  /** The daily work met a clock that the database's days speak against, and neither erased nor published anything. */
  clockDoubted: { theme: 'data', subject: 'nothing', details: noDetails },
  /** The operator said that the clock is right. */
  clockAccepted: { theme: 'data', subject: 'nothing', details: noDetails },
  /** A copy of everything was made. */
  backupMade: { theme: 'data', subject: 'nothing', details: noDetails },
  /** A copy took the place of what was there; responses that were withdrawn since it was made were withdrawn again. */
  backupRestored: {
    theme: 'data',
    subject: 'nothing',
    details: z.strictObject({ responsesWithdrawn: roundedCount }),
  },
  demoSeeded: { theme: 'data', subject: 'wave', details: z.strictObject({ responseCount: count }) },
  /** `firstInvalid` is there where any entry is invalid. */
  auditVerified: {
    theme: 'log',
    subject: 'nothing',
    details: z.strictObject({ entryCount: count, invalidCount: count, firstInvalid: count.optional() }),
  },
  auditDownloaded: { theme: 'log', subject: 'nothing', details: z.strictObject({ entryCount: count }) },
} as const satisfies Readonly<Record<string, ActionRule>>

/** Those of earlier versions included. */
export const knownActions = { ...auditActions, ...pastActions } as const

export type KnownAction = keyof typeof knownActions

export const knownActionNames = Object.keys(knownActions) as readonly KnownAction[]

/** Whether a text, from a form or from the database, is an action that this version knows. */
export function isKnownAction(text: unknown): text is KnownAction {
  return typeof text === 'string' && Object.hasOwn(knownActions, text)
}

type NamesOf<Action> = Action extends KnownAction
  ? keyof (typeof knownActions)[Action]['details']['shape']
  : never
type DetailName = NamesOf<KnownAction> | (typeof pastDetails)[number]

const detailNames = new Set<string>([
  ...knownActionNames.flatMap((name) => Object.keys(knownActions[name].details.shape)),
  ...pastDetails,
])

/** Whether a text is the name of a detail that some action has, or had. */
export function isDetailName(text: string): text is DetailName {
  return detailNames.has(text)
}

/** The words that details hold, beside roles and licences. */
export const detailWords = [...steps, ...stateKinds, 'none', ...pastWords] as const
