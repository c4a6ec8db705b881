import { beforeAll, describe, expect, test } from 'vitest'
import { datasetJson, inScript } from '@/lib/discovery/dataset'
import { dcatCatalog } from '@/lib/discovery/dcat'
import type { FigureFiles } from '@/lib/figure-data/file'
import { columnNames } from '@/lib/figure-data/columns'
import { filesOf } from '../../../support/figure-data'
import { projectDocument } from '../../../support/project-document'

const origin = 'https://miroir.example'
const publisher = { name: 'Collectif', legalForm: null, email: 'data@example.org' }
const participants = {
  waveId: '2025-12',
  title: 'Participants',
  description: 'Des personnes qui ont choisi de participer.',
  page: `${origin}/fr/participants`,
  issuedOn: '2026-02-02',
  modifiedOn: '2026-05-05',
  csv: `${origin}/a.csv`,
  json: `${origin}/a.json`,
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
}

let files: FigureFiles
beforeAll(async () => {
  files = await filesOf(await projectDocument())
})

type Node = Readonly<Record<string, unknown>>

function catalog(changed: Partial<Parameters<typeof dcatCatalog>[0]> = {}) {
  const all = { origin, publisher, figures: [files], participants: [participants], ...changed }
  return JSON.parse(JSON.stringify(dcatCatalog(all))) as Node & {
    'dcat:dataset': (Node & { 'dcat:distribution': Node[] })[]
  }
}

describe('the catalogue', () => {
  // What udata, the program of data.gouv.fr, reads of a data set (udata/core/dataset/rdf.py).
  const read = [
    'dct:identifier',
    'dct:title',
    'dct:description',
    'dcat:keyword',
    'dct:issued',
    'dct:modified',
    'dct:accrualPeriodicity',
    'dct:spatial',
    'dct:publisher',
    'dcat:contactPoint',
    'dcat:landingPage',
    'dcat:distribution',
  ]

  test('has for each data set what the national portal reads', () => {
    const { 'dcat:dataset': datasets } = catalog()
    expect(datasets).toHaveLength(2)
    for (const dataset of datasets) {
      expect(dataset['@type']).toBe('dcat:Dataset')
      for (const name of read) expect(dataset).toHaveProperty([name])
      expect(dataset['dcat:distribution'].length).toBeGreaterThan(1)
      for (const distribution of dataset['dcat:distribution']) {
        for (const name of [
          'dct:title',
          'dcat:accessURL',
          'dcat:downloadURL',
          'dct:format',
          'dcat:mediaType',
        ]) {
          expect(distribution).toHaveProperty([name])
        }
      }
    }
  })

  test('every name has a prefix that the context explains, and every address is a whole one', () => {
    const { '@context': context, ...rest } = catalog()
    const prefixes = Object.keys(context as object)
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) return node.forEach(walk)
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        expect(key.startsWith('@') || prefixes.includes(key.split(':')[0] ?? '')).toBe(true)
        if (key === '@id') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/)
        walk(value)
      }
    }
    walk(rest)
  })

  test('says who owns the figures, and gives a licence where one was chosen only', () => {
    const [figures, people] = catalog()['dcat:dataset']
    expect(figures).not.toHaveProperty(['dct:license'])
    expect(figures).toHaveProperty(['dct:rights'])
    expect(figures?.['dct:source']).toEqual([{ '@id': expect.stringContaining('dsih.fr') as string }])
    expect(people?.['dcat:distribution'][0]).toHaveProperty(['dct:license', '@id'], participants.licenceUrl)
    const [, unlicensed] = catalog({ participants: [{ ...participants, licenceUrl: null }] })['dcat:dataset']
    expect(unlicensed).not.toHaveProperty(['dct:license'])
  })

  test('names no contact where the operator has named none', () => {
    const [figures] = catalog({ publisher: { ...publisher, name: null, email: null } })['dcat:dataset']
    expect(figures).not.toHaveProperty(['dcat:contactPoint'])
    expect(figures).toHaveProperty(['dct:publisher', 'foaf:name'], 'Miroir')
  })

  test('says when people were asked, where that was published', () => {
    expect(catalog()['dcat:dataset'][0]).not.toHaveProperty(['dct:temporal'])
    const { document, state } = files.published
    const wave = { ...document.wave, fieldStart: '2025-10-01', fieldEnd: '2025-10-08' }
    const dated = { ...files, published: { state, document: { ...document, wave } } }
    expect(catalog({ figures: [dated] })['dcat:dataset'][0]).toHaveProperty(
      ['dct:temporal', 'dcat:endDate', '@value'],
      '2025-10-08',
    )
    expect(datasetJson(dated)).toHaveProperty('temporalCoverage', '2025-10-01/2025-10-08')
  })
})

describe('what search engines read of the page', () => {
  test('is a data set with its columns and its files', () => {
    expect(datasetJson(files)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: 'Chiffres nationaux, vague décembre 2025',
      version: '2',
      datePublished: '2025-12-11',
      dateModified: '2026-11-26',
      variableMeasured: columnNames.map((name) => ({ '@type': 'PropertyValue', name })),
      distribution: [
        { encodingFormat: 'text/csv', contentUrl: 'https://miroir.example/fr/figures.csv' },
        { encodingFormat: 'application/json' },
        { encodingFormat: 'application/zip' },
      ],
    })
    const { description } = datasetJson(files) as { description: string }
    // What Google's search for data sets takes.
    expect(description.length).toBeGreaterThan(50)
    expect(description.length).toBeLessThan(5000)
  })

  test('cannot end the script that it stands in', () => {
    const text = inScript({ name: '</script><script>alert(1)</script><!--' })
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script><!--' })
  })
})
