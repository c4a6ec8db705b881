import { z } from 'zod'
import { isKnownAction } from './actions'
import { auditOutcomes } from './entry'
import { id } from './rule'

/** Which entries are asked for; what is not given is not asked for. Days are of UTC, `YYYY-MM-DD`, both included. */
export interface AuditFilter {
  readonly action?: string
  /** null: nobody known. */
  readonly actor?: string | null
  readonly outcome?: string
  readonly fromDay?: string
  readonly toDay?: string
}

/** A part of the log: entries numbered below `before`, or above `after`; without either, the newest. */
export type AuditPlace = { readonly before?: number } | { readonly after: number }

/** What `who` is where nobody known acted; every account has an id that is none of these words. */
export const unknownActor = 'unknown'

const filterFields = ['action', 'who', 'outcome', 'from', 'to'] as const
const fields = [...filterFields, 'before', 'after'] as const
export type AuditQueryField = (typeof fields)[number]

export interface AuditQuery {
  /** What was understood of what an address asks for, by the fields of the form; empty where nothing is asked for. */
  readonly asked: Readonly<Record<(typeof filterFields)[number], string>>
  readonly filter: AuditFilter
  readonly place: AuditPlace
  /** Fields that were not understood, and are left out. */
  readonly ignored: readonly AuditQueryField[]
  /** Whether the first day comes after the last: both are left out. */
  readonly isDayOrderWrong: boolean
}

const sequence = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  // What the database's column holds.
  .refine((number) => number < 2 ** 31)

/** An id, or an e-mail address, which earlier versions took as well. */
const actor = z.union([id, z.email().max(254).lowercase()])

const isUnderstood: Readonly<Record<AuditQueryField, (text: string) => boolean>> = {
  action: isKnownAction,
  who: (text) => actor.safeParse(text).success,
  outcome: (text) => auditOutcomes.some((outcome) => outcome === text),
  from: (text) => z.iso.date().safeParse(text).success,
  to: (text) => z.iso.date().safeParse(text).success,
  before: (text) => sequence.safeParse(text).success,
  after: (text) => sequence.safeParse(text).success,
}

function placeOf({ before, after }: Readonly<Record<'before' | 'after', string>>): AuditPlace {
  if (before !== '') return { before: Number(before) }
  return after === '' ? {} : { after: Number(after) }
}

/** Reads what an address asks of the log. A field that is given twice is not understood; fields of other names are no matter. */
export function readAuditQuery(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): AuditQuery {
  const ignored: AuditQueryField[] = []
  const understood = (field: AuditQueryField): string => {
    const text = given[field] ?? ''
    if (text === '') return ''
    if (typeof text === 'string' && isUnderstood[field](text)) return text
    ignored.push(field)
    return ''
  }
  const [action, who, outcome] = [understood('action'), understood('who'), understood('outcome')]
  const [first, last] = [understood('from'), understood('to')]
  const place = placeOf({ before: understood('before'), after: understood('after') })
  const isDayOrderWrong = first !== '' && last !== '' && first > last
  const [from, to] = isDayOrderWrong ? ['', ''] : [first, last]
  const filter = {
    ...(action !== '' && { action }),
    ...(who !== '' && { actor: who === unknownActor ? null : who }),
    ...(outcome !== '' && { outcome }),
    ...(from !== '' && { fromDay: from }),
    ...(to !== '' && { toDay: to }),
  }
  return { asked: { action, who, outcome, from, to }, filter, place, ignored, isDayOrderWrong }
}

/** The end of an address that asks for the same entries, at a place in the log; empty, or with its question mark. */
export function auditSearch({ asked }: Pick<AuditQuery, 'asked'>, place: AuditPlace = {}): string {
  const pairs = [...Object.entries(asked), ...Object.entries(place).map(([name, at]) => [name, String(at)])]
  const search = new URLSearchParams(pairs.filter(([, text]) => text !== '')).toString()
  return search === '' ? '' : `?${search}`
}
