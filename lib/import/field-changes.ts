import { type FigureRecord } from '@/lib/waves/figure-record'
import { fieldColumns, type RecordField } from './columns'

/** A field in which two records of the same figure differ. */
export interface FieldChange {
  readonly field: RecordField
  readonly before: FigureRecord[RecordField]
  readonly after: FigureRecord[RecordField]
}

/** Values of fields are texts, numbers, lists of texts, and objects of these: equal when their parts are, in whatever order. */
function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [entries, others] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && equal(value, others.get(key)))
  )
}

/** The fields in which two records of the same figure differ. */
export function fieldChanges(before: FigureRecord, after: FigureRecord): readonly FieldChange[] {
  const fields = Object.keys(fieldColumns) as RecordField[]
  return fields.flatMap((field) =>
    equal(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  )
}
