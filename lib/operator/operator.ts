import type { Locale } from '@/lib/i18n/locales'

/** What is said of a field, by kind. A text is said in each language, as its readers of that language are to read it. */
interface SaidByKind {
  line: string
  /** Several lines, with line ends between them. */
  lines: string
  phone: string
  email: string
  texts: Readonly<Partial<Record<Locale, string>>>
  days: number
}

interface Field {
  readonly kind: keyof SaidByKind
  /** The part of the form that it stands in. */
  readonly group: 'operator' | 'host' | 'data' | 'copies'
}

/**
 * What a site says of who operates it, in the order of its form. One more is a line here, its words, and its place on the pages.
 * The French law on trust in the digital economy (LCEN, no. 2004-575) asks for most of the first two groups.
 */
export const operatorFields = {
  name: { kind: 'line', group: 'operator' },
  /** Also the number under which it is registered. */
  legalForm: { kind: 'line', group: 'operator' },
  postalAddress: { kind: 'lines', group: 'operator' },
  phone: { kind: 'phone', group: 'operator' },
  email: { kind: 'email', group: 'operator' },
  /** Of publication. */
  director: { kind: 'line', group: 'operator' },
  hostName: { kind: 'line', group: 'host' },
  hostAddress: { kind: 'lines', group: 'host' },
  hostPhone: { kind: 'phone', group: 'host' },
  /** Whom to ask about one's data, where that is somebody else. */
  dataContact: { kind: 'line', group: 'data' },
  dataContactEmail: { kind: 'email', group: 'data' },
  /** Why answers are asked for. Pages have words for it as long as there are no others. */
  purpose: { kind: 'texts', group: 'data' },
  legalBasis: { kind: 'texts', group: 'data' },
  /** Days for which backups, and archives of a database server's log, are kept, `mostBackupDays` at most; 0: there are none. */
  copyDays: { kind: 'days', group: 'copies' },
} as const satisfies Readonly<Record<string, Field>>

type Table = typeof operatorFields
export type OperatorField = keyof Table
export const operatorFieldNames = Object.keys(operatorFields) as readonly OperatorField[]

/** Who operates a site. null: not said yet, and the pages say so. */
export type Operator = {
  readonly [Name in OperatorField]: SaidByKind[Table[Name]['kind']] | null
}

/** Nothing said yet. */
export const unsaidOperator = Object.fromEntries(operatorFieldNames.map((name) => [name, null])) as Operator

/** Whom people entrust their answers to. */
export interface Recipient {
  readonly name: string
  readonly email: string
}

/** Who receives what people contribute; null where they could not know who it is, or not write to them: nobody contributes then. */
export function recipientOf({ name, email }: Operator): Recipient | null {
  return name === null || email === null ? null : { name, email }
}
