import { inDataLanguages } from '@/lib/figure-data/about'
import { columnNames } from '@/lib/figure-data/columns'
import type { FigureFiles } from '@/lib/figure-data/file'

const organization = (name: string) => ({ '@type': 'Organization', name })

/** What search engines for data sets read of a page of figures (https://schema.org/Dataset). */
export function datasetJson({ published, languages, pageAddress, fileAddress }: FigureFiles): object {
  const { document, state } = published
  const { wave, sources } = document
  const { own } = languages
  const { about } = own.words
  const download = (encodingFormat: string, contentUrl: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: own.title(wave),
    alternateName: Object.values(inDataLanguages(languages, ({ title }) => title(wave))).filter(
      (title) => title !== own.title(wave),
    ),
    description: `${about.figures} ${about.shares} ${about.rights}`,
    url: pageAddress,
    inLanguage: ['fr', 'en'],
    isAccessibleForFree: true,
    version: String(state.number),
    datePublished: wave.publishedOn,
    dateModified: state.madeOn,
    creator: [organization(wave.conductedBy), organization(wave.commissionedBy)],
    citation: own.citationShort(wave),
    isBasedOn: sources.map(({ url }) => url),
    spatialCoverage: { '@type': 'Country', name: 'France', identifier: 'FR' },
    ...(wave.fieldStart !== null &&
      wave.fieldEnd !== null && { temporalCoverage: `${wave.fieldStart}/${wave.fieldEnd}` }),
    variableMeasured: columnNames.map((name) => ({
      '@type': 'PropertyValue',
      name,
      description: own.words.columns[name],
    })),
    distribution: [
      download('text/csv', fileAddress('csv')),
      download('application/json', fileAddress('json')),
      download('application/zip', fileAddress('zip')),
    ],
  }
}

/** Data in a script's clothes: no text in it ends them. */
export const inScript = (content: object): string =>
  JSON.stringify(content).replaceAll('<', String.raw`\u003c`)
