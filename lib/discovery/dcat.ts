import type { FigureFiles } from '@/lib/figure-data/file'
import type { Publisher } from '@/lib/export/edition-file'

/** Where the catalogue is, on the site. */
export const catalogPath = '/catalog.jsonld'

const authority = 'http://publications.europa.eu/resource/authority'
const mediaTypes = 'https://www.iana.org/assignments/media-types'

/** What JSON-LD calls by these names. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const reference = (id: string) => ({ '@id': id })
const day = (text: string) => ({ '@type': 'xsd:date', '@value': text })
const french = (text: string) => ({ '@language': 'fr', '@value': text })
const agent = (name: string) => ({ '@type': 'foaf:Agent', 'foaf:name': name })

interface Distribution {
  readonly title: string
  readonly address: string
  readonly type: 'CSV' | 'JSON' | 'ZIP'
  readonly mediaType: string
}

/** The portal reads rights and licences at the distributions. */
const distributionOf = (page: string, { title, address, type, mediaType }: Distribution, terms: object) => ({
  '@id': address,
  '@type': 'dcat:Distribution',
  'dct:title': french(title),
  'dcat:accessURL': reference(page),
  'dcat:downloadURL': reference(address),
  'dct:format': reference(`${authority}/file-type/${type}`),
  'dcat:mediaType': reference(`${mediaTypes}/${mediaType}`),
  ...terms,
})

/** The people's data set of a wave, where an edition of it was published. */
export interface ParticipantsData {
  readonly waveId: string
  readonly title: string
  readonly description: string
  readonly page: string
  readonly issuedOn: string
  readonly modifiedOn: string
  readonly csv: string
  readonly json: string
  readonly licenceUrl: string | null
}

interface Catalog {
  readonly origin: string
  readonly publisher: Publisher
  /** In French, with French addresses: the portal is read in French. */
  readonly figures: readonly FigureFiles[]
  readonly participants: readonly ParticipantsData[]
}

const keywords = [
  'santé mentale',
  'numérique',
  'enquête',
  'sondage',
  'intelligence artificielle',
  'téléconsultation',
]

function common(id: string, publisher: Publisher) {
  const contact = publisher.email !== null && {
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': publisher.name ?? 'Miroir',
      'vcard:hasEmail': reference(`mailto:${publisher.email}`),
    },
  }
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dcat:keyword': keywords.map(french),
    'dcat:theme': reference(`${authority}/data-theme/HEAL`),
    'dct:publisher': agent(publisher.name ?? 'Miroir'),
    'dct:spatial': reference(`${authority}/country/FRA`),
    'dct:language': [reference(`${authority}/language/FRA`), reference(`${authority}/language/ENG`)],
    'dct:accessRights': reference(`${authority}/access-right/PUBLIC`),
    'dct:accrualPeriodicity': reference(`${authority}/frequency/IRREG`),
    ...contact,
  }
}

function figuresDataset(
  { published, languages, pageAddress, fileAddress }: FigureFiles,
  publisher: Publisher,
) {
  const { document, state } = published
  const { wave, sources } = document
  const { about, files } = languages.own.words
  const title = languages.own.title(wave)
  const rights = { 'dct:rights': french(about.rights) }
  const distributions: readonly Distribution[] = [
    { title: files.csv, address: fileAddress('csv'), type: 'CSV', mediaType: 'text/csv' },
    { title: files.json, address: fileAddress('json'), type: 'JSON', mediaType: 'application/json' },
    { title: files.zip, address: fileAddress('zip'), type: 'ZIP', mediaType: 'application/zip' },
  ]
  return {
    ...common(pageAddress, publisher),
    'dct:title': french(title),
    'dct:description': french(`${about.figures} ${about.shares} ${about.rights}`),
    'dct:creator': [agent(wave.conductedBy), agent(wave.commissionedBy)],
    'dct:issued': day(wave.publishedOn),
    'dct:modified': day(state.madeOn),
    'dcat:version': String(state.number),
    'dct:source': sources.map(({ url }) => reference(url)),
    ...rights,
    'dcat:landingPage': reference(pageAddress),
    'foaf:page': reference(fileAddress('readme.md')),
    ...(wave.fieldStart !== null &&
      wave.fieldEnd !== null && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': day(wave.fieldStart),
          'dcat:endDate': day(wave.fieldEnd),
        },
      }),
    'dcat:distribution': distributions.map((each) => distributionOf(pageAddress, each, rights)),
  }
}

function participantsDataset(data: ParticipantsData, publisher: Publisher) {
  const { title, description, page, issuedOn, modifiedOn, csv, json, licenceUrl } = data
  const distributions: readonly Distribution[] = [
    { title: `${title} (CSV)`, address: csv, type: 'CSV', mediaType: 'text/csv' },
    { title: `${title} (JSON)`, address: json, type: 'JSON', mediaType: 'application/json' },
  ]
  const licence = licenceUrl === null ? {} : { 'dct:license': reference(licenceUrl) }
  return {
    ...common(`${page}#${data.waveId}`, publisher),
    'dct:title': french(title),
    'dct:description': french(description),
    'dct:issued': day(issuedOn),
    'dct:modified': day(modifiedOn),
    'dcat:landingPage': reference(page),
    ...licence,
    'dcat:distribution': distributions.map((each) => distributionOf(page, each, licence)),
  }
}

/**
 * The catalogue of a site's data in DCAT, as JSON-LD, with what the French portal (data.gouv.fr) harvests: it reads the licence at the
 * distributions. The figures have none, as they belong to those who published them: `dct:rights` says so.
 *
 * Source: https://www.w3.org/TR/vocab-dcat-3/; https://github.com/opendatateam/udata (udata/core/dataset/rdf.py).
 */
export function dcatCatalog({ origin, publisher, figures, participants }: Catalog): object {
  return {
    '@context': context,
    '@id': `${origin}${catalogPath}`,
    '@type': 'dcat:Catalog',
    'dct:title': french('Miroir'),
    'dct:publisher': agent(publisher.name ?? 'Miroir'),
    'foaf:homepage': reference(origin),
    'dct:language': reference(`${authority}/language/FRA`),
    'dcat:dataset': [
      ...figures.map((each) => figuresDataset(each, publisher)),
      ...participants.map((each) => participantsDataset(each, publisher)),
    ],
  }
}
