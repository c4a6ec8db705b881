import { z } from 'zod'
import { modes, type Mode } from '@/lib/comparison/waves'
import type { Words } from '@/lib/waves/figure-record'
import { waveDescription, waveSource, type WaveDescription, type WaveSource } from '@/lib/waves/wave-document'
import { countOf } from './cells/number-text'

/**
 * What is wrong with what was typed. `otherLanguage`: it is said in one of two languages only; `cited`: a source was taken out that figures
 * were read in.
 */
export type WaveProblem =
  | 'empty'
  | 'tooLong'
  | 'notMonth'
  | 'notDay'
  | 'notCount'
  | 'notAddress'
  | 'order'
  | 'otherLanguage'
  | 'noSource'
  | 'cited'

/** The most characters that are taken of a line, and of a description. */
export const mostCharacters = { line: 200, text: 2000 } as const

/** More people than there are to ask in the country. */
const mostPeople = 99_999_999

/** The parts of a source that a form has controls for. */
export const sourceParts = ['publisher', 'title', 'url', 'publishedOn'] as const
type SourcePart = (typeof sourceParts)[number]

/** The control of a part of the source at a place, from 0; `id` is not shown. */
export const sourceInput = (place: number, part: SourcePart | 'id'): string => `source.${place}.${part}`

/** The most sources that a form takes. */
export const mostSources = 10

/** The controls of the wave itself. */
export const waveInputs = [
  'name_fr',
  'name_en',
  'commissionedBy',
  'conductedBy',
  'publishedOn',
  'sampleSize',
  'fieldStart',
  'fieldEnd',
  'mode',
  'lastDay',
  'description_fr',
  'description_en',
] as const
export type WaveInput = (typeof waveInputs)[number]

type Sent = Readonly<Record<string, string>>

export type ParsedWave =
  | { readonly ok: true; readonly wave: WaveDescription; readonly sources: readonly WaveSource[] }
  /** By the names of the controls. */
  | { readonly ok: false; readonly problems: Readonly<Record<string, WaveProblem>> }

class Reader {
  readonly problems: Record<string, WaveProblem> = {}

  constructor(private readonly sent: Sent) {}

  refuse(name: string, problem: WaveProblem): null {
    this.problems[name] ??= problem
    return null
  }

  /** What was typed, without what cannot be seen; null where that is nothing. */
  optional(name: string, most: number = mostCharacters.line): string | null {
    const text = (this.sent[name] ?? '')
      .normalize('NFC')
      .replaceAll(/\p{Cf}/gu, '')
      .trim()
    if (text.length > most) return this.refuse(name, 'tooLong')
    return text === '' ? null : text
  }

  text(name: string): string {
    return this.optional(name) ?? this.refuse(name, 'empty') ?? ''
  }

  day(name: string): string | null {
    const text = this.optional(name)
    return text === null || z.iso.date().safeParse(text).success ? text : this.refuse(name, 'notDay')
  }

  count(name: string): number | null {
    const text = this.optional(name)
    if (text === null) return null
    const count = countOf(text)
    return count !== null && count > 0 && count <= mostPeople ? count : this.refuse(name, 'notCount')
  }

  inBoth(name: string, most: number): Words | null {
    const [fr, en] = [this.optional(`${name}_fr`, most), this.optional(`${name}_en`, most)]
    if (fr === null && en !== null) return this.refuse(`${name}_fr`, 'otherLanguage')
    if (en === null && fr !== null) return this.refuse(`${name}_en`, 'otherLanguage')
    return fr === null || en === null ? null : { fr, en }
  }

  oneOf(name: string): Mode | null {
    const text = this.optional(name)
    return modes.find((mode) => mode === text) ?? null
  }
}

function readSources(reader: Reader, sent: Sent, citedIds: ReadonlySet<string>): readonly WaveSource[] {
  const places = Array.from({ length: mostSources }, (_, place) => place)
  const sources = places.flatMap((place) => {
    const id = reader.optional(sourceInput(place, 'id')) ?? ''
    const isEmpty = sourceParts.every((part) => (sent[sourceInput(place, part)] ?? '').trim() === '')
    if (isEmpty && citedIds.has(id)) reader.refuse(sourceInput(place, 'publisher'), 'cited')
    if (isEmpty) return []
    const url = reader.text(sourceInput(place, 'url'))
    if (url !== '' && !waveSource.shape.url.safeParse(url).success) {
      reader.refuse(sourceInput(place, 'url'), 'notAddress')
    }
    const publishedOn = reader.day(sourceInput(place, 'publishedOn'))
    if (publishedOn === null) reader.refuse(sourceInput(place, 'publishedOn'), 'empty')
    return [
      {
        id,
        publisher: reader.text(sourceInput(place, 'publisher')),
        title: reader.text(sourceInput(place, 'title')),
        url,
        publishedOn: publishedOn ?? '',
      },
    ]
  })
  if (sources.length === 0) reader.refuse(sourceInput(0, 'publisher'), 'noSource')
  return withIds(sources)
}

/** Sources that have no id, or that of an earlier one, get one that no other has. */
function withIds(sources: readonly WaveSource[]): readonly WaveSource[] {
  const taken = new Set(sources.map(({ id }) => id))
  return sources.map((source, place) => {
    if (source.id !== '' && sources.findIndex(({ id }) => id === source.id) === place) return source
    let number = 1
    while (taken.has(`source-${number}`)) number += 1
    taken.add(`source-${number}`)
    return { ...source, id: `source-${number}` }
  })
}

/**
 * What a form says of a wave and its sources, or everything that is wrong with it. The wave is the one of `waveId`, or that which the
 * form names where it is null. `citedIds`: the sources that its figures were read in.
 */
export function parseWaveForm(
  sent: Sent,
  waveId: string | null,
  citedIds: ReadonlySet<string> = new Set(),
): ParsedWave {
  const reader = new Reader(sent)
  const id = waveId ?? reader.text('id')
  if (id !== '' && !waveDescription.shape.id.safeParse(id).success) reader.refuse('id', 'notMonth')
  const publishedOn = reader.day('publishedOn')
  if (publishedOn === null) reader.refuse('publishedOn', 'empty')
  const [fieldStart, fieldEnd] = [reader.day('fieldStart'), reader.day('fieldEnd')]
  if (fieldStart !== null && fieldEnd !== null && fieldEnd < fieldStart) reader.refuse('fieldEnd', 'order')
  const wave = {
    id,
    name: reader.inBoth('name', mostCharacters.line),
    description: reader.inBoth('description', mostCharacters.text),
    commissionedBy: reader.text('commissionedBy'),
    conductedBy: reader.text('conductedBy'),
    publishedOn: publishedOn ?? '',
    sampleSize: reader.count('sampleSize'),
    fieldStart,
    fieldEnd,
    mode: reader.oneOf('mode'),
    lastDay: reader.day('lastDay'),
  }
  const sources = readSources(reader, sent, citedIds)
  const { problems } = reader
  return Object.keys(problems).length === 0 ? { ok: true, wave, sources } : { ok: false, problems }
}
