import { z } from 'zod'
import { mostBackupDays } from '@/lib/contribution/retention'
import { locales } from '@/lib/i18n/locales'
import {
  operatorFieldNames,
  operatorFields,
  unsaidOperator,
  type Operator,
  type OperatorField,
} from './operator'

const text = z.string().min(1)
const byKind = {
  line: text,
  lines: text,
  phone: text,
  email: text,
  texts: z.object(Object.fromEntries(locales.map((locale) => [locale, text.optional()]))),
  // Earlier versions took more than the site promises, and what is said stays within the promise.
  days: z
    .int()
    .nonnegative()
    .transform((days) => Math.min(days, mostBackupDays)),
} as const

/** Fields of a later version, and languages that the site has no more, are left out. */
const schema = z.object(
  Object.fromEntries(operatorFieldNames.map((name) => [name, byKind[operatorFields[name].kind].optional()])),
)

/** The text in which the operator is stored: JSON, without what is not said. */
export function storedOperator(operator: Operator): string {
  return JSON.stringify(Object.fromEntries(Object.entries(operator).filter(([, said]) => said !== null)))
}

/** The operator that a stored text says; null where it cannot be read. */
export function readStoredOperator(stored: string): Operator | null {
  try {
    const parsed = schema.safeParse(JSON.parse(stored))
    return parsed.success ? { ...unsaidOperator, ...(parsed.data as Partial<Operator>) } : null
  } catch {
    return null
  }
}

/** What becomes another one, and what is not said any more. */
export interface OperatorChange {
  readonly operator: Operator
  readonly said: readonly OperatorField[]
  readonly emptied: readonly OperatorField[]
}

const asText = (said: Operator[OperatorField]) =>
  typeof said === 'object' && said !== null ? locales.map((locale) => said[locale] ?? null) : said

/** The operator once some fields say something else, and which these are. */
export function changedOperator(before: Operator, changes: Partial<Operator>): OperatorChange {
  const operator = { ...before, ...changes }
  const changed = operatorFieldNames.filter(
    (name) => JSON.stringify(asText(before[name])) !== JSON.stringify(asText(operator[name])),
  )
  return {
    operator,
    said: changed.filter((name) => operator[name] !== null),
    emptied: changed.filter((name) => operator[name] === null),
  }
}
