import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Package } from 'datapackage'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnNames } from '@/lib/figure-data/columns'
import { writeFigureFile } from '@/lib/figure-data/write-file'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { filesOf } from '../../support/figure-data'
import { findProgram } from '../../support/programs'
import { projectDocument } from '../../support/project-document'

// The published figures as people's programs read them: each by one line.

let folder = ''
let document: WaveDocument
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-figures-'))
  document = await projectDocument()
  const files = await filesOf(document)
  const zip = Buffer.from(await writeFigureFile(files, 'zip'))
  writeFileSync(path.join(folder, 'figures.zip'), zip)
  writeFileSync(path.join(folder, 'figures.csv'), await writeFigureFile(files, 'csv'))
  mkdirSync(path.join(folder, 'package'))
  for (const [name, file] of Object.entries((await JSZip.loadAsync(zip)).files)) {
    writeFileSync(path.join(folder, 'package', name), await file.async('nodebuffer'))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = () =>
  Package.load(path.join(folder, 'package', 'datapackage.json'), {
    basePath: path.join(folder, 'package'),
    strict: true,
  })

describe('the reader of Frictionless', () => {
  test('finds a valid package, and reads every row with its types and constraints', async () => {
    const dataPackage = await load()
    expect(dataPackage.errors).toEqual([])
    expect(dataPackage.valid).toBe(true)
    expect(dataPackage.resources.map(({ name, tabular }) => [name, tabular])).toEqual([['figures', true]])
    const rows = await dataPackage.getResource('figures').read({ keyed: true })
    expect(rows.map(({ value }) => value)).toEqual(document.figures.map(({ sharePercent }) => sharePercent))
    expect(Object.keys(rows[0] ?? {})).toEqual(columnNames)
  })

  test('refuses a share above a hundred', async () => {
    const [figure] = document.figures
    const wrong = { ...document, figures: [{ ...(figure ?? expect.fail()), sharePercent: 101 }] }
    const zip = await JSZip.loadAsync(Buffer.from(await writeFigureFile(await filesOf(wrong), 'zip')))
    writeFileSync(
      path.join(folder, 'package', 'figures.csv'),
      (await zip.file('figures.csv')?.async('nodebuffer')) ?? '',
    )
    await expect((await load()).getResource('figures').read({ keyed: true })).rejects.toThrow('mismatch')
  })
})

/** Runs a program in the folder of the files. What it complains of fails the test. */
function run(command: string, ...parts: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, parts, { cwd: folder, encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.trim()
}

/** How many rows and columns there are, the sum of all shares, and the first label. */
const expected = () => {
  const sum = document.figures.reduce((total, { sharePercent }) => total + sharePercent, 0)
  return `${document.figures.length} ${columnNames.length} ${sum}`
}

const python = findProgram('Python with pandas')
describe.skipIf(python === null)('pandas', () => {
  const print =
    'print(len(d), len(d.columns), int(d.value.sum()) if d.value.sum() % 1 == 0 else d.value.sum())'
  const readers = {
    'the table': "d = pandas.read_csv('figures.csv')",
    'the Data Package': "d = pandas.read_csv(zipfile.ZipFile('figures.zip').open('figures.csv'))",
  }
  test.each(Object.entries(readers))('reads %s by one line', (_what, line) => {
    expect(run(python ?? '', '-c', ['import pandas, zipfile', line, print].join('\n'))).toBe(expected())
  })
})

const rscript = findProgram('R')
describe.skipIf(rscript === null)('R', () => {
  const readers = {
    'the table': "d <- read.csv('figures.csv', encoding = 'UTF-8')",
    'the Data Package': "d <- read.csv(unz('figures.zip', 'figures.csv'), encoding = 'UTF-8')",
  }
  test.each(Object.entries(readers))('reads %s by one line', (_what, line) => {
    const script = `${line}; cat(nrow(d), ncol(d), sum(d$value))`
    expect(run(rscript ?? '', '--vanilla', '-e', script)).toBe(expected())
  })
})
