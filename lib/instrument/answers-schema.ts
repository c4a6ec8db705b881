import { z } from 'zod'
import type { Answers } from './answers'
import { optionsOf } from './answers'
import { isItemId, items, type CatalogueItem } from './catalogue'
import { exclusiveOptions } from './option-sets'

/** Why an answer was refused. `field` is the item id, or what stood in its place; empty when there was no object. */
export interface AnswerProblem {
  readonly field: string
  readonly reason:
    | 'unknownItem'
    | 'unknownOption'
    | 'severalOptions'
    | 'repeatedOption'
    | 'exclusiveOption'
    | 'malformed'
}

export type ParsedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] }

function itemSchema(item: CatalogueItem) {
  const options = optionsOf(item)
  if (item.kind === 'single') return z.enum(options)
  return z
    .array(z.enum(options))
    .min(1)
    .refine((chosen) => new Set(chosen).size === chosen.length, { params: { reason: 'repeatedOption' } })
    .refine((chosen) => chosen.length === 1 || !chosen.some((option) => exclusiveOptions.has(option)), {
      params: { reason: 'exclusiveOption' },
    })
    .transform((chosen) => options.filter((option) => chosen.includes(option)))
}

const shape = Object.fromEntries(items.map((item) => [item.id, itemSchema(item).optional()]))

/**
 * Answers as the catalogue knows them: no other item, no other option, no empty or repeated choice. Multiple choices
 * come out in the catalogue's order. Says nothing of visibility: see `applicableAnswers`.
 */
export const answersSchema = z.strictObject(shape).transform((parsed) => {
  const known = items
    .filter((item) => parsed[item.id] !== undefined)
    .map((item) => [item.id, parsed[item.id]])
  return Object.fromEntries(known) as Answers
})

/** What is wrong with a list of options that are all known. */
const choiceProblem = z.enum(['repeatedOption', 'exclusiveOption'])

function problemsOf(issue: z.core.$ZodIssue): AnswerProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => ({ field, reason: 'unknownItem' }))
  const field = String(issue.path[0] ?? '')
  if (issue.code === 'custom') return [{ field, reason: choiceProblem.parse(issue.params?.['reason']) }]
  // "Prefer not to say" travels as an empty value; beside other choices it excludes them as `none` does.
  if (issue.code === 'invalid_value' && issue.path.length === 2 && issue.input === '') {
    return [{ field, reason: 'exclusiveOption' }]
  }
  if (issue.code === 'invalid_value' && Array.isArray(issue.input))
    return [{ field, reason: 'severalOptions' }]
  if (issue.code === 'invalid_value') return [{ field, reason: 'unknownOption' }]
  return [{ field: isItemId(field) ? field : '', reason: 'malformed' }]
}

/** Answers from any JSON value: the answers, or every problem with the field that has it. Never throws. */
export function parseAnswers(input: unknown): ParsedAnswers {
  const parsed = answersSchema.safeParse(input, { reportInput: true })
  if (parsed.success) return { ok: true, answers: parsed.data }
  return { ok: false, problems: parsed.error.issues.flatMap(problemsOf) }
}
