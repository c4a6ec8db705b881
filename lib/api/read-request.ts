import { z } from 'zod'
import type { Answers } from '@/lib/instrument/answers'
import { parseAnswers, type AnswerProblem } from '@/lib/instrument/answers-schema'
import type { ProblemName, ProblemPart } from './problems'
import { waveId } from './schemas'

/** What a request to compare asks for. */
export interface CompareAsked {
  /** null: the current wave. */
  readonly waveId: string | null
  readonly answers: Answers
}

/** Why it was refused. */
export interface Refused {
  readonly problem: ProblemName
  readonly detail: string
  readonly errors: readonly ProblemPart[]
}

const details: Readonly<Record<AnswerProblem['reason'], string>> = {
  unknownItem: 'There is no such question: /api/v1/instrument has their ids.',
  unknownOption: 'The question has no such option.',
  severalOptions: 'The question takes one option, and no list.',
  repeatedOption: 'An option is there twice.',
  exclusiveOption: 'An option that excludes all others is there with others.',
  malformed: 'This is no answer: one option id, or a list of option ids where several can be chosen.',
}

/** A part of a JSON Pointer (RFC 6901). */
const pointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** At most so many problems are named. */
const mostNamed = 50

function refused(problems: readonly ProblemPart[]): Refused {
  const errors = problems.slice(0, mostNamed)
  return {
    problem: 'invalid-answers',
    detail: 'Nothing was compared: some of the request is not known.',
    errors,
  }
}

const outer = z.strictObject({ wave: waveId.optional(), answers: z.unknown() })

/** Reads the body of a request to compare. Never throws. */
export function readCompareRequest(body: string): CompareAsked | Refused {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    return { problem: 'bad-request', detail: 'The body is not JSON that can be read.', errors: [] }
  }
  const read = outer.safeParse(given)
  if (!read.success) {
    return refused(
      read.error.issues.map(({ code, path, message }) => ({
        code,
        at: path.map((part) => `/${pointer(String(part))}`).join(''),
        detail: message,
      })),
    )
  }
  const parsed = parseAnswers(read.data.answers)
  if (parsed.ok) return { waveId: read.data.wave ?? null, answers: parsed.answers }
  return refused(
    parsed.problems.map(({ field, reason }) => ({
      code: reason,
      at: field === '' ? '/answers' : `/answers/${pointer(field.slice(0, 100))}`,
      detail: details[reason],
    })),
  )
}
