import { columnNames } from './columns'
import { endings, type FigureFiles } from './file'

const section = (heading: string, ...lines: readonly string[]) =>
  [`## ${heading}`, '', ...lines, ''].join('\n')

/** What Markdown would read as signs of its own. */
const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`)

const keyOf = {
  'metadata.json': 'metadata',
  'readme.md': 'readme',
  csv: 'csv',
  json: 'json',
  zip: 'zip',
} as const

/** What a person should know of the figures before using them, in the language of the address, as Markdown. */
export function readmeFile({ published, languages: { own }, pageAddress, fileAddress }: FigureFiles): string {
  const { document, state } = published
  const { wave, sources, figures } = document
  const { words } = own
  const { about, headings } = words
  const sampled = wave.sampleSize === null ? [about.noSample] : []
  return [
    `# ${plain(own.title(wave))}`,
    '',
    [about.figures, about.shares, ...sampled].join(' '),
    '',
    `<${pageAddress}>`,
    '',
    section(
      headings.state,
      plain(own.state(state)),
      ...(state.reason === null ? [] : ['', plain(own.textOf(state.reason))]),
    ),
    section(
      headings.sources,
      ...sources.map(
        ({ title, publisher, publishedOn, url }) =>
          `- ${plain(`${title}, ${publisher}, ${publishedOn}`)}: <${url}>`,
      ),
    ),
    section(
      headings.cite,
      plain(own.citationShort(wave)),
      ...figures.slice(0, 1).map((figure) => `\n> ${plain(own.citationLong(figure, document, pageAddress))}`),
    ),
    section(headings.rights, about.rights),
    section(
      headings.files,
      ...endings.map((ending) => `- ${words.files[keyOf[ending]]}: <${fileAddress(ending)}>`),
    ),
    section(
      headings.columns,
      about.names,
      '',
      ...columnNames.map((name) => `- \`${name}\`: ${words.columns[name]}`),
    ),
  ].join('\n')
}
