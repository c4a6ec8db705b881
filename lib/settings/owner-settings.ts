import { licenceOf, licences, noLicence, type KnownLicence } from './licences'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import { leastSmallestGroup } from '@/lib/disclosure/microdata/select-classes'

/** What owners may change while the site runs, as it is in force. */
export interface OwnerSettings extends RetentionPeriods {
  /** Whether answers can be contributed. */
  readonly contributionOpen: boolean
  /** Of what is published of participants: exports and open data. null as long as none was chosen. */
  readonly licence: KnownLicence | null
  /** The smallest equivalence class that enters a file, and the smallest number of people that tables show; 11 or more. */
  readonly smallestGroup: number
  /** Whether a year passes from one edition to the next, and not a quarter of a year. */
  readonly yearlyEditions: boolean
}

export type SettingName = keyof OwnerSettings

/** Every setting, in the order in which their rows are taken: two who change several do not wait for one another. */
export const settingNames = [
  'contributionOpen',
  'licence',
  'receiptDays',
  'responseMonths',
  'smallestGroup',
  'yearlyEditions',
] as const satisfies readonly SettingName[]

/** Something for each setting. */
type EachSetting<Each> = Readonly<Record<SettingName, Each>>

/** Settings as they are stored: whole numbers, 1 or 0 for a yes or no, that of a licence or `noLicence`. */
export type SettingNumbers = EachSetting<number>

/** Makes something for each setting, from its name. */
export function forEachSetting<Each>(make: (name: SettingName) => Each): EachSetting<Each> {
  return {
    contributionOpen: make('contributionOpen'),
    licence: make('licence'),
    receiptDays: make('receiptDays'),
    responseMonths: make('responseMonths'),
    smallestGroup: make('smallestGroup'),
    yearlyEditions: make('yearlyEditions'),
  }
}

/** What a setting may be: whole numbers, both ends included. */
export interface SettingRange {
  readonly least: number
  readonly most: number
  /** What holds as long as nothing was chosen. */
  readonly preset: number
}

const upTo = (least: number, most: number): SettingRange => ({ least, most, preset: most })
const from = (least: number, most: number): SettingRange => ({ least, most, preset: least })

/** What each setting may be that does not depend on the operator's. */
export const fixedRanges = {
  contributionOpen: upTo(0, 1),
  licence: from(noLicence, licences.length),
  smallestGroup: from(leastSmallestGroup, 100),
  yearlyEditions: from(0, 1),
} as const

/**
 * What each setting may be. `longest` are the periods that the operator set and that people consented to: owners can only
 * shorten them.
 */
export function settingRanges(longest: RetentionPeriods): EachSetting<SettingRange> {
  return {
    ...fixedRanges,
    receiptDays: upTo(7, longest.receiptDays),
    responseMonths: upTo(1, longest.responseMonths),
  }
}

/**
 * The number that holds of a setting, null where none was chosen. One that is out of range since (the operator shortened a
 * period, say) holds as far as the range goes.
 */
export function numberInForce(chosen: number | null, { least, most, preset }: SettingRange): number {
  return Math.min(most, Math.max(least, chosen ?? preset))
}

/** The settings that numbers stand for. */
export function settingsOf(numbers: SettingNumbers): OwnerSettings {
  return {
    ...numbers,
    contributionOpen: numbers.contributionOpen === 1,
    licence: licenceOf(numbers.licence),
    yearlyEditions: numbers.yearlyEditions === 1,
  }
}

/** What pages need. How long responses are kept is not among it: pages name the longest period, which was consented to. */
export type PublicSettings = Omit<OwnerSettings, 'responseMonths'>

/**
 * What pages go by where the settings cannot be read: whatever was chosen, it is at least as strict to publish, and
 * promises and permits no more. Not for erasing: that goes by what was chosen, or waits.
 */
export function strictestSettings(longest: RetentionPeriods): PublicSettings {
  const { receiptDays, smallestGroup } = settingRanges(longest)
  return {
    contributionOpen: false,
    licence: null,
    receiptDays: receiptDays.least,
    smallestGroup: smallestGroup.most,
    yearlyEditions: true,
  }
}

/** What is wrong with what was typed for a setting. */
export type SettingProblem = 'notWhole' | 'outOfRange'

export type ParsedSettings =
  | { readonly ok: true; readonly numbers: Readonly<Partial<SettingNumbers>> }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<SettingName, SettingProblem>>> }

/** Reads what a form says of some settings, as text by their names; all problems, or all numbers. */
export function parseSettings(
  sent: Readonly<Partial<Record<SettingName, string>>>,
  longest: RetentionPeriods,
): ParsedSettings {
  const ranges = settingRanges(longest)
  const numbers: Partial<Record<SettingName, number>> = {}
  const problems: Partial<Record<SettingName, SettingProblem>> = {}
  for (const name of settingNames) {
    const text = sent[name]?.trim()
    if (text === undefined) continue
    const { least, most } = ranges[name]
    // Not `Number` alone, which takes "", "1e2" and "0x10".
    if (!/^\d{1,9}$/.test(text)) problems[name] = 'notWhole'
    else if (Number(text) < least || Number(text) > most) problems[name] = 'outOfRange'
    else numbers[name] = Number(text)
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, numbers }
}
