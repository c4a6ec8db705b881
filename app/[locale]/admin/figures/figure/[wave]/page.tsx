import { FigureForm } from '@/components/admin/figures/figure-form'
import { changeFigureAction, removeFigureAction } from '../../../draft-actions'
import { guarded } from '../../../guarded'
import { adminMetadata } from '../../../titles'
import { readManagedWave } from '@/lib/db/waves/managed-waves'
import { NoWave } from '../../no-wave'

export const generateMetadata = async () => adminMetadata('figure')

/** A text of an address; empty where there is none. */
const oneOf = (given: string | readonly string[] | undefined): string =>
  typeof given === 'string' ? given.slice(0, 200) : ''

/** One figure of a wave, by its code and population; a new one without. `line` and `column`: the refused line in whose place it comes. */
export default async function FigurePage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/figures/figure/[wave]'>) {
  const { locale, wave: id } = await params
  const search = await searchParams
  const [code, population, line, column] = ['code', 'population', 'line', 'column'].map((name) =>
    oneOf(search[name]),
  ) as [string, string, string, string]
  const show: Parameters<typeof guarded>[2] = async (_entered, { database }) => {
    const found = await readManagedWave(database, id)
    const said = found?.draft?.draft ?? found?.document ?? null
    if (said === null) return <NoWave />
    const refused = found?.draft?.draft.refused.find(
      (each) => each.line === Number(line) && each.column === column,
    )
    const figure = said.figures.find((each) => each.code === code && each.population === population) ?? null
    return (
      <FigureForm
        waveId={id}
        sources={said.sources}
        figure={figure}
        given={refused?.typed ?? {}}
        action={changeFigureAction.bind(null, locale, id, { line: Number(line), column })}
        remove={removeFigureAction.bind(null, locale, id, `${code} ${population}`)}
      />
    )
  }
  const query = new URLSearchParams(
    Object.entries({ code, population, line, column }).filter(([, text]) => text !== ''),
  ).toString()
  return guarded('figure', locale, show, `/${id}${query === '' ? '' : `?${query}`}`)
}
