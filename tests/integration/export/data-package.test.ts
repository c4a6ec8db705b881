import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Package } from 'datapackage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingKindsOf } from '@/lib/export/cells'
import { recordColumn, waveColumn } from '@/lib/export/variables'
import { shape } from '../../support/edition'
import { records, writtenFiles } from '../../support/written-edition'

// The Frictionless project's own reader, in JavaScript, which knows the first version of the standard.

let folder = ''
beforeAll(() => {
  folder = writtenFiles()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = () => Package.load(path.join(folder, 'datapackage.json'), { basePath: folder, strict: true })

describe('the reader of Frictionless', () => {
  test('finds a valid package with five resources, of which the coded responses are a table', async () => {
    const dataPackage = await load()
    expect(dataPackage.errors).toEqual([])
    expect(dataPackage.valid).toBe(true)
    expect(dataPackage.resources.map(({ name, tabular, valid }) => [name, tabular, valid])).toEqual([
      ['responses', true, true],
      ['responses-excel-fr', false, true],
      ['responses-excel-en', false, true],
      ['responses-jsonl', false, true],
      ['responses-parquet', false, true],
    ])
  })

  test('reads every row, with types and constraints', async () => {
    const rows = await (await load()).getResource('responses').read({ keyed: true })
    expect(rows.map((row) => row[recordColumn])).toEqual(records.map(({ number }) => number))
    expect(Object.keys(rows[0] ?? {})).toEqual([
      recordColumn,
      waveColumn,
      ...shape.columns.map(({ name }) => name),
    ])
  })

  test('refuses a code that is none', async () => {
    const file = path.join(folder, 'responses.csv')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/\r\n(\d+),2025-12,\d*/, '\r\n$1,2025-12,6'))
    const dataPackage = await load()
    await expect(dataPackage.getResource('responses').read({ keyed: true })).rejects.toThrow('mismatch')
    writeFileSync(file, text)
  })
})

/** The parts of the descriptor that the first version of the standard does not know. */
interface Described {
  readonly $schema: string
  readonly resources: readonly {
    readonly $schema?: string
    readonly type?: string
    readonly schema?: {
      readonly fields: readonly {
        readonly name: string
        readonly labels?: object
        readonly missingValues?: readonly { readonly value: string; readonly label: string }[]
        readonly categories?: readonly { readonly value: number; readonly label: string }[]
        readonly constraints?: { readonly enum?: readonly (number | string)[] }
      }[]
    }
  }[]
}

test('by the second version, each field has its missing values and its categories, in both languages', () => {
  const { $schema, resources } = JSON.parse(
    readFileSync(path.join(folder, 'datapackage.json'), 'utf8'),
  ) as Described
  expect($schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
  const [responses] = resources
  expect(responses).toMatchObject({
    type: 'table',
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  })
  const [record, wave, ...fields] = responses?.schema?.fields ?? []
  // Record 97 is a record.
  expect(record).not.toHaveProperty('missingValues')
  expect(wave).toMatchObject({ name: waveColumn, constraints: { enum: ['2025-12'] } })
  for (const [place, field] of fields.entries()) {
    const column = shape.columns[place] ?? expect.fail()
    expect(field.name).toBe(column.name)
    expect(field.labels).toEqual({ fr: expect.any(String), en: expect.any(String) })
    const missing = { unanswered: '', notAsked: '96', notApplicable: '97' }
    const values = missingKindsOf(column.variable).map((kind) => missing[kind])
    expect(field.missingValues?.map(({ value }) => value)).toEqual(values)
    const codes = field.categories?.map(({ value }) => value) ?? []
    expect(codes.length).toBeGreaterThan(1)
    expect(field.constraints?.enum).toEqual([...codes, ...values.filter((value) => value !== '').map(Number)])
  }
})
