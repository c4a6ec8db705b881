import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from '@/lib/api/document'
import { operationNames, operationOf } from '@/lib/api/operations'
import { problems } from '@/lib/api/problems'
import { columnNames } from '@/lib/figure-data/columns'
import { locales } from '@/lib/i18n/locales'
import { readMessages } from '../../../support/messages'

const documentIn = (locale: (typeof locales)[number]) =>
  openApiDocument(readMessages(locale).apiPage.interface, '1.2.3')
const document = documentIn('en')

describe('the document', () => {
  test.each(locales)('is valid OpenAPI 3.1, in %s', async (locale) => {
    const { valid, errors } = await new Validator().validate(
      JSON.parse(JSON.stringify(documentIn(locale))) as Parameters<Validator['validate']>[0],
    )
    expect([errors, valid]).toEqual([undefined, true])
    expect(documentIn(locale)).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api/v1' }] })
  })

  test('has each operation with its words, parameters and refusals, and no other', () => {
    const found = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      [item.get, item.post].flatMap((operation) => (operation === undefined ? [] : [{ path, operation }])),
    )
    expect(found.map(({ operation }) => operation.operationId)).toEqual(operationNames)
    for (const { path, operation } of found) {
      expect(operation.summary?.length).toBeGreaterThan(5)
      expect(operation.description?.length).toBeGreaterThan(20)
      const named = (operation.parameters ?? []).flatMap((parameter) =>
        'name' in parameter ? [parameter] : [],
      )
      for (const { name, description } of named)
        expect([name, description]).toEqual([name, expect.stringMatching(/\.$/)])
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(named.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath)
      for (const status of ['200', '405', '429', '503']) expect(operation.responses).toHaveProperty(status)
    }
  })

  test('has the columns of the table for the fields of a figure', () => {
    const figure = document.components?.schemas?.['Figure']
    expect(Object.keys((figure as { properties: object }).properties)).toEqual(columnNames)
  })

  test('lets later versions add fields to what is answered, and refuses unknown ones in what is sent', () => {
    const schemas = document.components?.schemas ?? {}
    expect(schemas['FigureList']).not.toHaveProperty('additionalProperties')
    expect(schemas['Aggregates']).toHaveProperty(
      'properties.participants.additionalProperties.type',
      'string',
    )
    expect(schemas['CompareRequest']).toHaveProperty('additionalProperties', false)
  })
})

test('every refusal that an operation names is one, with a status that is an error’s', () => {
  for (const name of operationNames) {
    for (const refusal of operationOf(name).problems) expect(Object.keys(problems)).toContain(refusal)
  }
  for (const { status } of Object.values(problems)) expect(status).toBeGreaterThanOrEqual(400)
})
