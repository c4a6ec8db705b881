import type { AuditProblem, AuditProblemKind, AuditReport } from './problems'

/** How many problems a sentence names. */
const named = 20

const words: Readonly<Record<AuditProblemKind, string>> = {
  changed: 'was changed',
  missing: 'is missing',
  inserted: 'was inserted',
  reordered: 'is in the place of another one',
  headMissing: 'the record of where the log ends is missing',
  headChanged: 'the record of where the log ends was changed, or an older one put back',
  rewritten: 'is not the one that was noted, or is gone: the log was written anew or put back',
}

function problemSentence({ sequence, problem, count }: AuditProblem): string {
  if (sequence === null) return words[problem]
  if (count === 1) return `entry ${sequence} ${words[problem]}`
  return `entries ${sequence} to ${sequence + count - 1} are missing`
}

/** Whether a log is whole, for the operator: one sentence, and a line for each of the first problems. */
export function auditSentence({ entryCount, problemCount, problems }: AuditReport): string {
  if (problemCount === 0) return `The audit log is whole: ${entryCount} entries.`
  const lines = problems.slice(0, named).map((problem) => `- ${problemSentence(problem)}`)
  const more = problemCount - lines.length
  return [
    `The audit log is not whole: ${entryCount} entries, ${problemCount} problems.`,
    ...lines,
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(problemCount > entryCount && entryCount > 0
      ? ['Nothing fits: was it written with another audit secret?']
      : []),
  ].join('\n')
}
