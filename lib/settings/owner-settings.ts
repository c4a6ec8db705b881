import { licenceOf, licences, noLicence } from './licences'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import { leastSmallestGroup } from '@/lib/disclosure/microdata/select-classes'

/** What a number that is stored of a setting stands for, by kind. */
const meanings = {
  yesNo: (number: number) => number === 1,
  licence: licenceOf,
  number: (number: number) => number,
} as const

interface Setting {
  readonly kind: keyof typeof meanings
  /** The form of the settings page that it is in. */
  readonly form: 'contribution' | 'editions' | 'retention' | 'licence'
  /** What may be chosen: whole numbers, both ends included. */
  readonly least: number
  /** A period has the operator's as its highest, which people consented to: owners can only shorten it. */
  readonly most: number | ((longest: RetentionPeriods) => number)
  /** The end of the range that holds as long as nothing was chosen. */
  readonly preset: 'least' | 'most'
  /** The end of the range that publishes, promises and permits least. */
  readonly strictest: 'least' | 'most'
}

/**
 * What owners may change while the site runs, in the order in which the rows are taken: two who change several do not wait for
 * one another. One more is a line here, its words and, in a migration, a row and a CHECK.
 */
export const settings = {
  contributionOpen: {
    kind: 'yesNo',
    form: 'contribution',
    least: 0,
    most: 1,
    preset: 'most',
    strictest: 'least',
  },
  // Of what is published of participants: exports and open data. null as long as none was chosen.
  licence: {
    kind: 'licence',
    form: 'licence',
    least: noLicence,
    most: licences.length,
    preset: 'least',
    strictest: 'least',
  },
  receiptDays: {
    kind: 'number',
    form: 'retention',
    least: 7,
    most: (longest) => longest.receiptDays,
    preset: 'most',
    strictest: 'least',
  },
  responseMonths: {
    kind: 'number',
    form: 'retention',
    least: 1,
    most: (longest) => longest.responseMonths,
    preset: 'most',
    strictest: 'least',
  },
  // The smallest equivalence class that enters a file, and the smallest number of people that tables show.
  smallestGroup: {
    kind: 'number',
    form: 'editions',
    least: leastSmallestGroup,
    most: 100,
    preset: 'least',
    strictest: 'most',
  },
  // Whether a year passes from one edition to the next, and not a quarter of a year.
  yearlyEditions: {
    kind: 'yesNo',
    form: 'editions',
    least: 0,
    most: 1,
    preset: 'least',
    strictest: 'most',
  },
} as const satisfies Readonly<Record<string, Setting>>

export type SettingName = keyof typeof settings
export const settingNames = Object.keys(settings) as readonly SettingName[]

/** The settings as they are in force. */
export type OwnerSettings = {
  readonly [Name in SettingName]: ReturnType<(typeof meanings)[(typeof settings)[Name]['kind']]>
}

/** Something for each setting. */
type EachSetting<Each> = Readonly<Record<SettingName, Each>>

/** Settings as they are stored: whole numbers, 1 or 0 for a yes or no, that of a licence or `noLicence`. */
export type SettingNumbers = EachSetting<number>

/** Makes something for each setting, from its name. */
export function forEachSetting<Each>(make: (name: SettingName) => Each): EachSetting<Each> {
  return Object.fromEntries(settingNames.map((name) => [name, make(name)])) as EachSetting<Each>
}

/** What a setting may be: whole numbers, both ends included. */
export interface SettingRange {
  readonly least: number
  readonly most: number
  /** What holds as long as nothing was chosen. */
  readonly preset: number
}

function rangeOf({ least, most, preset }: Setting, longest: RetentionPeriods): SettingRange {
  const highest = typeof most === 'number' ? most : most(longest)
  return { least, most: highest, preset: preset === 'least' ? least : highest }
}

/** What each setting may be, under the periods that the operator set. */
export function settingRanges(longest: RetentionPeriods): EachSetting<SettingRange> {
  return forEachSetting((name) => rangeOf(settings[name], longest))
}

/**
 * What can be chosen of each setting now: the smallest group cannot become smaller than that of the last edition, null before the
 * first one, since what has entered a file would then stand beside smaller groups.
 */
export function choosableRanges(
  longest: RetentionPeriods,
  lastSmallestGroup: number | null,
): EachSetting<SettingRange> {
  const ranges = settingRanges(longest)
  const { smallestGroup } = ranges
  const least = Math.min(Math.max(smallestGroup.least, lastSmallestGroup ?? 0), smallestGroup.most)
  return { ...ranges, smallestGroup: { ...smallestGroup, least } }
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
  return forEachSetting((name) => meanings[settings[name].kind](numbers[name])) as OwnerSettings
}

/** What pages need. How long responses are kept is not among it: pages name the longest period, which was consented to. */
export type PublicSettings = Omit<OwnerSettings, 'responseMonths'>

/**
 * What pages go by where the settings cannot be read: whatever was chosen, it is at least as strict to publish, and
 * promises and permits no more. Not for erasing: that goes by what was chosen, or waits.
 */
export function strictestSettings(longest: RetentionPeriods): PublicSettings {
  const ranges = settingRanges(longest)
  return settingsOf(forEachSetting((name) => ranges[name][settings[name].strictest]))
}

/** What is wrong with what was typed for a setting. */
export type SettingProblem = 'notWhole' | 'outOfRange'

export type ParsedSettings =
  | { readonly ok: true; readonly numbers: Readonly<Partial<SettingNumbers>> }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<SettingName, SettingProblem>>> }

/** Reads what a form says of some settings, as text by their names; all problems, or all numbers. */
export function parseSettings(
  sent: Readonly<Partial<Record<SettingName, string>>>,
  ranges: EachSetting<SettingRange>,
): ParsedSettings {
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
