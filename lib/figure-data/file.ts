import type { FigureRecord } from '@/lib/waves/figure-record'
import type { FigureLanguages } from './language'
import type { PublishedState } from './published'

/** The files in which figures are given, by what their names end with. */
export const endings = ['csv', 'json', 'metadata.json', 'readme.md', 'zip'] as const
export type Ending = (typeof endings)[number]

/** What files of figures are made of. Addresses are whole ones. */
export interface FigureFiles {
  readonly published: PublishedState
  readonly languages: FigureLanguages
  /** Of the page of a figure. */
  readonly addressOf: (figure: FigureRecord) => string
  /** Of the page that shows all that is in the files. */
  readonly pageAddress: string
  readonly fileAddress: (ending: Ending) => string
  /** The only figure in the files, as its address names it; null: all of the wave are. */
  readonly fragment: string | null
}

/** The name of the files, without its ending. It says of which state they are, as they are copied elsewhere. */
export function filesName({ published: { state }, fragment }: FigureFiles): string {
  const parts = ['miroir', state.waveId, 'figures', ...(fragment === null ? [] : [fragment])]
  return [...parts, `state-${state.number}`]
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\w.]+/g, '-')
}
