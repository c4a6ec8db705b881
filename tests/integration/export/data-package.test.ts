import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Package } from 'datapackage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerColumns, recordColumn } from '@/lib/export/columns'
import { records, release, writtenFiles } from '../../support/written-release'

// The Frictionless project's own reader, in JavaScript, which knows the first version of the standard.

let folder = ''
beforeAll(() => {
  folder = writtenFiles()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = () => Package.load(path.join(folder, 'datapackage.json'), { basePath: folder, strict: true })

describe('the reader of Frictionless', () => {
  test('finds a valid package with three resources, of which the coded responses are a table', async () => {
    const dataPackage = await load()
    expect(dataPackage.errors).toEqual([])
    expect(dataPackage.valid).toBe(true)
    expect(dataPackage.resources.map(({ name, tabular, valid }) => [name, tabular, valid])).toEqual([
      ['responses', true, true],
      ['responses-excel-fr', false, true],
      ['responses-jsonl', false, true],
    ])
  })

  test('reads every row, with types and constraints', async () => {
    const rows = await (await load()).getResource('responses').read({ keyed: true })
    expect(rows.map((row) => row[recordColumn])).toEqual(records.map(({ number }) => number))
    expect(Object.keys(rows[0] ?? {})).toEqual([recordColumn, ...answerColumns.map(({ name }) => name)])
  })

  test('refuses a code that is none', async () => {
    const file = path.join(folder, 'responses.csv')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/\r\n(\d+),\d+/, '\r\n$1,6'))
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
        readonly constraints?: { readonly enum?: readonly number[] }
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
  const [record, ...fields] = responses?.schema?.fields ?? []
  // Record 97 is a record.
  expect(record).not.toHaveProperty('missingValues')
  for (const [place, field] of fields.entries()) {
    expect(field.name).toBe(answerColumns[place]?.name)
    expect(field.labels).toEqual({ fr: expect.any(String), en: expect.any(String) })
    expect(field.missingValues?.map(({ value }) => value)).toEqual(['', '97', '99'])
    const codes = field.categories?.map(({ value }) => value) ?? []
    expect(field.constraints?.enum).toEqual([...codes, 97, 99])
    const level = answerColumns[place] && release.levels[answerColumns[place].item.id]
    expect([field.name, codes.length > 0]).toEqual([field.name, level !== 'withheld'])
  }
})
