import current from '@/prisma/data/2025-12/wave.json' with { type: 'json' }

/** One edition of the national survey. Dates are days, `YYYY-MM-DD`. */
export interface Wave {
  /** Year and month, `YYYY-MM`. */
  readonly id: string
  readonly commissionedBy: string
  readonly conductedBy: string
  readonly publishedOn: string
  /** Number of people asked; null: not published, so that no interval can be given. */
  readonly sampleSize: number | null
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
export const sourceLanguage = 'fr'

/** The wave that answers are set against, as its folder has it: the import above is the only place that names the folder. */
export const currentWave: Wave & { readonly sources: readonly Source[] } = current

export const currentWaveId: string = currentWave.id
