import { readFileSync } from 'node:fs'
import { missingKindsOf } from '@/lib/export/cells'
import type { MissingKind } from '@/lib/export/codes'
import { fileShape, type EditionFile } from '@/lib/export/edition-file'
import type { Variable } from '@/lib/export/variables'
import type { ExportWords, LanguageWords } from '@/lib/export/words'
import { locales } from '@/lib/i18n/locales'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { notApplicable, notAsked, unanswered } from '@/lib/records/packed-answers'
import { licenceOf } from '@/lib/settings/licences'

const wordsOf = (language: string): LanguageWords => ({
  ...(JSON.parse(
    readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'),
  ) as LanguageWords),
  language,
})

const [french, ...otherLanguages] = locales.map(wordsOf)
if (!french) throw new Error('the site has no language')

/** The words of the messages. */
export const exportWords: ExportWords = [french, ...otherLanguages]
export const frenchWords = french
export const englishWords = wordsOf('en')

export const scheme = { tools: ['teleconsultation', 'conversationalAi'] } as const
export const shape = fileShape(scheme)

export function editionOf(recordCount: number, others: Partial<EditionFile> = {}): EditionFile {
  return {
    waveId: '2025-12',
    editionId: '1',
    isDemo: false,
    instrumentVersion: '2025-12',
    madeOn: '2026-11-01',
    responsesUntil: '2026-10-25',
    smallestGroup: 11,
    scheme,
    recordCount,
    leftOut: 45,
    licence: licenceOf(1),
    publisher: { name: null, legalForm: null, email: null },
    url: null,
    ...others,
  }
}

/** Whole numbers from 0 to below a bound, always the same ones: a linear congruential generator. */
export function pseudoRandom(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** What a record says of a variable: an option, several, or why there is none. */
export type Said = string | readonly string[] | { readonly missing: MissingKind }

/** A released record in words, by the names of variables: what the files are expected to say. */
export interface WordedRecord {
  readonly number: number
  readonly said: ReadonlyMap<string, Said>
}

export const isMissing = (said: Said | undefined): said is { readonly missing: MissingKind } =>
  typeof said === 'object' && 'missing' in said

/** Records with every kind of answer and of none, always the same ones. */
export function someRecords(count: number): readonly WordedRecord[] {
  const below = pseudoRandom(count)
  const say = (variable: Variable): Said => {
    const reasons = missingKindsOf(variable)
    const missing = reasons[below(10)]
    if (missing) return { missing }
    const { kind, options } = variable
    if (kind === 'single') return options[below(options.length)] ?? ''
    const chosen = options.filter((option) => !exclusiveOptions.has(option) && below(3) === 0)
    return chosen.length > 0 ? chosen : options.slice(-1)
  }
  return Array.from({ length: count }, (_, place) => ({
    number: place + 1,
    said: new Map(shape.variables.map((variable) => [variable.name, say(variable)])),
  }))
}

/** The code of what is said, by the rules of released records; throws on what has none. */
function codeOf({ name, kind, options }: Variable, said: Said): number {
  if (isMissing(said)) {
    if (said.missing === 'unanswered') return unanswered
    return said.missing === 'notAsked' ? notAsked[kind] : notApplicable[kind]
  }
  const places = [said].flat().map((id) => options.indexOf(id))
  if (places.includes(-1)) throw new Error(`${name} has no answer ${String(said)}`)
  return kind === 'single' ? (places[0] ?? 0) + 1 : places.reduce((bits, place) => bits | (1 << place), 0)
}

/** Writes a code into the record that begins at `offset`. */
export function setCode(bytes: Uint8Array, offset: number, name: string, code: number): void {
  const variable = shape.variables.find((one) => one.name === name)
  if (!variable) throw new Error(`no such variable: ${name}`)
  const { field } = variable
  for (let byte = 0; byte < field.bytes; byte += 1) {
    bytes[offset + field.offset + byte] = (code >> (8 * byte)) & 0xff
  }
}

/** Records as the writers take them, one after the other. */
export function packed(records: readonly WordedRecord[]): Uint8Array {
  const { size } = shape.layout
  const bytes = new Uint8Array(records.length * size)
  for (const [place, { said }] of records.entries()) {
    for (const variable of shape.variables) {
      const own = said.get(variable.name) ?? { missing: 'unanswered' }
      setCode(bytes, place * size, variable.name, codeOf(variable, own))
    }
  }
  return bytes
}

/** Packed records in batches, all in the same bytes: each is only good until the next one is asked for. */
export function* inBatches(records: readonly WordedRecord[], count = 500): Generator<Uint8Array> {
  const bytes = packed(records)
  const batch = new Uint8Array(count * shape.layout.size)
  for (let start = 0; start < bytes.length; start += batch.length) {
    const part = bytes.subarray(start, start + batch.length)
    batch.fill(0x77)
    batch.set(part)
    yield batch.subarray(0, part.length)
  }
}

/** How many records say this of a variable, alone or among other options. */
export function countOf(records: readonly WordedRecord[], name: string, answer: string): number {
  return records.filter(({ said }) => {
    const own = said.get(name)
    return !isMissing(own) && [own].flat().includes(answer)
  }).length
}

/** How many records have no answer, for this reason. */
export function missingCount(records: readonly WordedRecord[], name: string, reason: MissingKind): number {
  return records.filter(({ said }) => {
    const own = said.get(name)
    return isMissing(own) && own.missing === reason
  }).length
}

/** All of a text or of bytes that come in pieces. */
export function wholeBytes(pieces: Iterable<string | Uint8Array>): Buffer {
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)))
}
export const whole = (pieces: Iterable<string | Uint8Array>) => wholeBytes(pieces).toString()
