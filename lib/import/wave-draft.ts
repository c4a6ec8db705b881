import { z } from 'zod'
import { figureKey, figureRecord, type FigureRecord } from '@/lib/waves/figure-record'
import { fragmentOf } from '@/lib/waves/fragment'
import {
  orderedDocument,
  waveDescription,
  waveDocument,
  waveSources,
  type WaveDocument,
} from '@/lib/waves/wave-document'
import { figureInputs } from './form-file'
import { problemCodes, warningCodes } from './notices'

/** What an import has to say of a line or of the whole, as a code with arguments: see lib/import/notices.ts. */
const notice = z.strictObject({
  code: z.enum([...problemCodes, ...warningCodes]),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])),
  line: z.number().nullable(),
  column: z.string().nullable(),
  letter: z.string().nullable(),
})

export type DraftNotice = Readonly<z.infer<typeof notice>>

/** What owners prepare of a wave. */
export const waveDraft = z.strictObject({
  wave: waveDescription,
  sources: waveSources,
  figures: z.array(figureRecord),
  /** Lines of the last file that were not understood: as long as there are any, nothing is published. */
  refused: z.array(
    z.strictObject({
      line: z.number(),
      column: z.string(),
      letter: z.string().nullable(),
      code: z.string().nullable(),
      population: z.string().nullable(),
      problems: z.array(notice),
      /** What its form begins with. */
      typed: z.partialRecord(z.enum(figureInputs), z.string()).default({}),
    }),
  ),
  /** What is accepted and doubtful. */
  warnings: z.array(notice),
  /** The last file that was read into it; null: none was. */
  fileName: z.string().nullable(),
  /** Of that file: notices name their places accordingly. */
  format: z.enum(['csv', 'xlsx', 'json']).nullable(),
})
export type WaveDraft = Readonly<z.infer<typeof waveDraft>>

/** Nothing but a state of a wave, to be changed. */
export const draftOfDocument = (document: WaveDocument): WaveDraft => ({
  ...orderedDocument(document),
  sources: [...document.sources],
  figures: [...document.figures],
  refused: [],
  warnings: [],
  fileName: null,
  format: null,
})

/** What a draft would publish; null as long as it cannot: lines are refused, or there are no figures. */
export function documentOf({ wave, sources, figures, refused }: WaveDraft): WaveDocument | null {
  if (refused.length > 0 || figures.length === 0) return null
  const read = waveDocument.safeParse({ wave, sources, figures })
  return read.success ? orderedDocument(read.data) : null
}

/** The draft with a figure in the place of the one with the same code and population, or beside the others. */
export function withFigure(draft: WaveDraft, figure: FigureRecord): WaveDraft {
  const others = draft.figures.filter((each) => figureKey(each) !== figureKey(figure))
  return { ...draft, figures: [...others, figure] }
}

/** Another figure of a draft that has the address of this one; null: none has. */
export const withSameAddress = ({ figures }: WaveDraft, figure: FigureRecord): FigureRecord | null =>
  figures.find((each) => fragmentOf(each) === fragmentOf(figure) && figureKey(each) !== figureKey(figure)) ??
  null

/** The draft without a figure, or without the refused line of that place. */
export const withoutFigure = (draft: WaveDraft, key: string): WaveDraft => ({
  ...draft,
  figures: draft.figures.filter((each) => figureKey(each) !== key),
})
export const withoutLine = (draft: WaveDraft, line: number, column: string): WaveDraft => ({
  ...draft,
  refused: draft.refused.filter((each) => each.line !== line || each.column !== column),
})
