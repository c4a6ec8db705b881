/** The columns of a file of figures, in the order of its form. */
export const figureInputs = [
  'code',
  'population',
  'value',
  'qualifier',
  'status',
  'status_note_fr',
  'status_note_en',
  'time_frame',
  'source',
  'passage',
  'base_n',
  'interval_low',
  'interval_high',
  'field_start',
  'field_end',
  'mode',
  'scale',
  'wording_fr',
  'wording_en',
  'statement_fr',
  'statement_en',
  'population_fr',
  'population_en',
  'single_choice',
  'net_of',
] as const
export type FigureInput = (typeof figureInputs)[number]

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** What a form says of one figure as a file of one line: it is read by the same rules as any other file. */
export function fileOfForm(typed: Readonly<Record<string, string>>): Uint8Array {
  const line = figureInputs.map((name) => quoted((typed[name] ?? '').replaceAll(/\s+/g, ' ').trim()))
  return new TextEncoder().encode(`${figureInputs.join(',')}\r\n${line.join(',')}\r\n`)
}
