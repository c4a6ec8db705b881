/** How people were asked. */
export const modes = ['online', 'telephone', 'face_to_face', 'paper', 'mixed'] as const
export type Mode = (typeof modes)[number]

/** One edition of the national survey. Dates are days, `YYYY-MM-DD`. */
export interface Wave {
  /** Year and month, `YYYY-MM`. */
  readonly id: string
  readonly commissionedBy: string
  readonly conductedBy: string
  readonly publishedOn: string
  /** Its name in each of two languages; null: it is named after its month. */
  readonly name: { readonly fr: string; readonly en: string } | null
  /** How it was made: the sample, say. */
  readonly description: { readonly fr: string; readonly en: string } | null
  /** Number of people asked; null: not published, so that no interval can be given. */
  readonly sampleSize: number | null
  /** First and last day on which people were asked; null: not published. */
  readonly fieldStart: string | null
  readonly fieldEnd: string | null
  /** How people were asked; null: not published. */
  readonly mode: Mode | null
  /** The last day on which answers are contributed to it; null as long as none is set. */
  readonly lastDay: string | null
}

/** Where figures of a wave were read. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly title: string
  readonly url: string
  readonly publishedOn: string
}

/** The language of the survey and of what was published of it: titles keep it on pages of another language. */
export const sourceLanguage = 'fr' as const
