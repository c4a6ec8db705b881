import { aboutSource, aboutState, aboutWave, inDataLanguages } from './about'
import { columnNames, columnOf } from './columns'
import { endings, type FigureFiles } from './file'
import type { FigureRow } from './rows'

const written = (content: object) => `${JSON.stringify(content, null, 1)}\n`

/** The figures as a JSON file: an object for each, with the names of the columns. null: not published, or does not apply. */
export function jsonFile(
  { published: { document, state }, languages }: FigureFiles,
  rows: readonly FigureRow[],
): string {
  return written({
    wave: aboutWave(document.wave, languages),
    state: aboutState(state),
    sources: document.sources.map(aboutSource),
    figures: rows,
  })
}

/** What there is to know of the figures and of the columns, in both languages, for programs. */
export function metadataFile({ published, languages, pageAddress, fileAddress }: FigureFiles): string {
  const { document, state } = published
  const { wave, sources, figures } = document
  const [only] = figures
  const title =
    figures.length === 1 && only !== undefined
      ? inDataLanguages(languages, ({ label, population }) => `${label(only)} (${population(only)})`)
      : inDataLanguages(languages, (language) => language.title(wave))
  return written({
    title,
    description: inDataLanguages(languages, ({ words }) => `${words.about.figures} ${words.about.shares}`),
    rights: inDataLanguages(languages, ({ words }) => words.about.rights),
    citation_short: inDataLanguages(languages, ({ citationShort }) => citationShort(wave)),
    wave: aboutWave(wave, languages),
    state: aboutState(state),
    figure_count: figures.length,
    sources: sources.map(aboutSource),
    page: pageAddress,
    files: Object.fromEntries(endings.map((ending) => [ending, fileAddress(ending)])),
    columns: columnNames.map((name) => {
      const { type, values } = columnOf(name)
      return {
        name,
        type,
        description: inDataLanguages(languages, ({ words }) => words.columns[name]),
        ...(values && { values }),
      }
    }),
  })
}
