import { dontKnowNames } from '../header/fields.data'
import type { Directory, Labels } from '../labels'
import { plain, splitMark } from '../plain'
import type { RowReader } from './row-reader'

/** What codes of indicators and of populations look like; any other text is a label. */
export const codeForms = {
  code: /^[a-z][\w-]*(?:\.[\w-]+)+$/i,
  population: /^[a-z0-9]+(?:_[a-z0-9]+)*$/,
}

/** The codes of a label; where it is in two languages, those that both have, or else all. */
function codesNamed(label: string, directory: Directory): readonly string[] {
  const whole = directory.codesOf(label)
  if (whole.length > 0) return whole
  const known = label
    .split(/\s[/|]\s|\n/)
    .map((part) => directory.codesOf(part))
    .filter((codes) => codes.length > 0)
  const all = [...new Set(known.flat())]
  const shared = all.filter((code) => known.every((codes) => codes.includes(code)))
  return shared.length > 0 ? shared : all
}

/** Of several codes, those that the question above is about: its section is named in it. */
function narrowed(codes: readonly string[], question: string | null, sections: Labels['sections']) {
  if (question === null || codes.length < 2) return codes
  const words = ` ${plain(question)} `
  const prefixes = sections
    .filter(({ labels }) => labels.some((label) => words.includes(` ${plain(label)} `)))
    .map(({ code }) => code)
  const within = codes.filter((code) => prefixes.some((prefix) => code.startsWith(prefix)))
  return within.length === 1 ? within : codes
}

export interface ReadCode {
  readonly code: string
  /** What the file calls it; null where it has the code itself. */
  readonly label: string | null
}

/**
 * The code of a cell that has it, or a label of it. null where it cannot be told, which is said with the nearest codes. A code that
 * lib/comparison does not know is taken: it is for context.
 */
export function readCode(
  reader: RowReader,
  field: 'code' | 'population',
  directory: Directory,
  question: string | null = null,
  sections: Labels['sections'] = [],
): ReadCode | null {
  const column = field === 'code' && !reader.has('code') ? 'label' : field
  const before = reader.problems.length
  const found = reader.text(column)
  if (found === null) {
    if (reader.problems.length === before) reader.refuse('missingCell', {}, column)
    return null
  }
  const { text, mark } = splitMark(found)
  if (mark !== '') reader.warn('footnoteMark', { found, mark }, column)
  if (directory.knows(text)) return { code: text, label: null }
  const named = codesNamed(text, directory)
  const [code, ...others] = narrowed(named, question, sections)
  if (code !== undefined && others.length === 0) return { code, label: text }
  if (code !== undefined) {
    reader.refuse('severalCodes', { found, codes: [code, ...others].toSorted() }, column)
    return null
  }
  if (dontKnowNames.includes(plain(text))) {
    reader.refuse('dontKnowRow', { found }, column)
    return null
  }
  if (codeForms[field].test(text)) return { code: text, label: null }
  reader.refuse('unknownLabel', { found, nearest: directory.nearest(text) }, column)
  return null
}
