/**
 * What can be wrong with a log. With entries: `changed`: the entry is not what was written, or not all of it. `missing`:
 * an entry was taken out, in the middle or at the end. `inserted`: an entry that the chain goes past, or beyond the end.
 * `reordered`: a true entry, in the place of another. With the head: `headMissing`, `headChanged` (or an older one put back).
 * With a head that was noted outside the database: `rewritten`, where the log no longer has the entry that was noted.
 */
export const auditProblemKinds = [
  'changed',
  'missing',
  'inserted',
  'reordered',
  'headMissing',
  'headChanged',
  'rewritten',
] as const
export type AuditProblemKind = (typeof auditProblemKinds)[number]

export interface AuditProblem {
  /** The first entry that it concerns, by the number that it has or should have; null for the head. */
  readonly sequence: number | null
  readonly problem: AuditProblemKind
  /** Number of entries that it concerns, one after the other. */
  readonly count: number
}

/** What a verification found. */
export interface AuditReport {
  /** Number of entries that were read. */
  readonly entryCount: number
  /** Number of problems, those beyond the first hundred included. */
  readonly problemCount: number
  /** The first hundred that were found, by sequence, those of the head last. */
  readonly problems: readonly AuditProblem[]
}

/** How many problems are named: a log of another key has as many as entries. */
const mostProblems = 100

export interface ProblemList {
  readonly add: (problem: AuditProblemKind, sequence: number | null, count?: number) => void
  /** Whether no more entries will be named. */
  readonly isFull: () => boolean
  readonly report: (entryCount: number) => AuditReport
}

/** An empty list. */
export function createProblemList(): ProblemList {
  const problems: AuditProblem[] = []
  let problemCount = 0
  return {
    add: (problem, sequence, count = 1) => {
      problemCount += 1
      if (problems.length < mostProblems || sequence === null) problems.push({ sequence, problem, count })
    },
    isFull: () => problems.length >= mostProblems,
    report: (entryCount) => ({
      entryCount,
      problemCount,
      problems: problems.toSorted((a, b) => (a.sequence ?? Infinity) - (b.sequence ?? Infinity)),
    }),
  }
}
