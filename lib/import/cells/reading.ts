import type { NoticeValues, ProblemCode, WarningCode } from '../notices'

/** A warning or a problem of a cell, whose place is known to the line. */
export interface Remark<Code> {
  readonly code: Code
  readonly values: NoticeValues
}

/** What a cell was read as, or why it cannot be. */
export type Reading<Value> =
  | { readonly value: Value; readonly warnings: readonly Remark<WarningCode>[] }
  | { readonly problem: Remark<ProblemCode> }

export const readAs = <Value>(
  value: Value,
  warnings: readonly Remark<WarningCode>[] = [],
): Reading<Value> => ({
  value,
  warnings,
})

/** A cell that cannot be read: what was found is always told. */
export const refused = (code: ProblemCode, found: string, values: NoticeValues = {}): Reading<never> => ({
  problem: { code, values: { found, ...values } },
})
