import { bibtexEntry, bibtexText } from '@/lib/export/bibtex'
import type { Source, Wave } from '@/lib/comparison/waves'

interface Cited {
  readonly wave: Pick<Wave, 'id' | 'commissionedBy' | 'conductedBy'>
  readonly source: Pick<Source, 'publisher' | 'publishedOn' | 'url'>
  /** As `fragmentOf` makes it. */
  readonly fragment: string
  /** What the figure says. */
  readonly sentence: string
  /** Of its page on this site; null: it has none that is known. */
  readonly address: string | null
}

/** One figure for a list of references. */
export function figureBibtex({ wave, source, fragment, sentence, address }: Cited): string {
  const { id: waveId, commissionedBy, conductedBy } = wave
  const { publisher, publishedOn, url } = source
  const [year = '', month = ''] = waveId.split('-')
  return bibtexEntry(`miroir:${waveId}:${fragment}`, {
    author: `{${bibtexText(commissionedBy)}} and {${bibtexText(conductedBy)}}`,
    title: `{${bibtexText(sentence)}}`,
    year,
    month: String(Number(month)),
    howpublished: bibtexText(`${publisher}, ${publishedOn}`),
    url,
    ...(address !== null && { note: `Miroir, \\url{${address}}` }),
  })
}
