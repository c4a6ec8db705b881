import { bundle } from '@/lib/export/bundle'
import { aboutState, inDataLanguages } from './about'
import { columnNames, columnOf } from './columns'
import { csvFile } from './csv-file'
import { filesName, type FigureFiles } from './file'
import { metadataFile } from './json-files'
import { readmeFile } from './readme-file'
import type { FigureRow } from './rows'

const dialect = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
}

const bounds = { value: [0, 100], interval_low: [0, 100], interval_high: [0, 100] } as const

function fieldOf(name: (typeof columnNames)[number], { languages }: FigureFiles) {
  const { type, isRequired, values } = columnOf(name)
  const [minimum, maximum] = name in bounds ? bounds[name as keyof typeof bounds] : []
  const constraints = {
    ...(isRequired && { required: true }),
    ...(values && { enum: values }),
    ...(minimum !== undefined && { minimum, maximum }),
  }
  return {
    name,
    type,
    description: languages.own.words.columns[name],
    descriptions: inDataLanguages(languages, ({ words }) => words.columns[name]),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  }
}

/**
 * `datapackage.json`, in the second version of the Data Package standard and such that readers of the first one take it as well.
 *
 * Source: https://datapackage.org/standard/data-package/.
 */
function descriptor(files: FigureFiles): string {
  const { published, languages, pageAddress } = files
  const { document, state } = published
  const { own } = languages
  const { about } = own.words
  const content = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: filesName(files),
    title: own.title(document.wave),
    titles: inDataLanguages(languages, (language) => language.title(document.wave)),
    description: [about.figures, about.shares, about.rights].join(' '),
    homepage: pageAddress,
    version: String(state.number),
    created: `${state.madeOn}T12:00:00Z`,
    state: aboutState(state),
    citation: inDataLanguages(languages, ({ citationShort }) => citationShort(document.wave)),
    sources: document.sources.map(({ title, publisher, url }) => ({
      title: `${title}, ${publisher}`,
      path: url,
    })),
    contributors: [
      { title: document.wave.conductedBy, role: 'author' },
      { title: document.wave.commissionedBy, role: 'author' },
    ],
    resources: [
      {
        $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
        type: 'table',
        profile: 'tabular-data-resource',
        name: 'figures',
        path: 'figures.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect,
        schema: {
          fields: columnNames.map((name) => fieldOf(name, files)),
          missingValues: [''],
          primaryKey: ['wave', 'code', 'population'],
        },
      },
    ],
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** A zip file that is a Data Package: the descriptor and the table beside each other, with what else is to be known. */
export async function packageFile(
  files: FigureFiles,
  rows: readonly FigureRow[],
): Promise<Buffer<ArrayBuffer>> {
  const parts = [
    { name: 'datapackage.json', content: () => [descriptor(files)] },
    { name: 'figures.csv', content: () => [csvFile(rows)] },
    { name: 'metadata.json', content: () => [metadataFile(files)] },
    { name: 'README.md', content: () => [readmeFile(files)] },
  ]
  const pieces: Uint8Array[] = []
  for await (const piece of bundle(null, parts, files.published.state.madeOn)) pieces.push(piece)
  return Buffer.concat(pieces)
}
