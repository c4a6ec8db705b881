import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundledFiles } from '@/lib/export/edition-bundle'
import { bundleName } from '@/lib/export/edition-file'
import { exportWords } from '../../support/edition'
import { findProgram } from '../../support/programs'
import { file as edition, writtenBundle } from '../../support/written-edition'

let file = ''
beforeAll(async () => {
  file = await writtenBundle()
})
afterAll(() => rmSync(path.dirname(file), { recursive: true, force: true }))

const names: readonly string[] = bundledFiles(exportWords).map(({ name }) => name)
const folder = bundleName(edition)

const unzip = findProgram('unzip')
const sha256sum = findProgram('sha256sum')
describe.skipIf(unzip === null || sha256sum === null)('unzip and sha256sum', () => {
  test('find a whole archive: one folder with the files of an edition and nothing else, and the hashes of all', () => {
    expect(execFileSync(unzip ?? '', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected')
    const unpacked = path.join(path.dirname(file), 'unpacked')
    execFileSync(unzip ?? '', ['-q', file, '-d', unpacked])
    expect(readdirSync(unpacked)).toEqual([folder])
    const inside = path.join(unpacked, folder)
    expect(readdirSync(inside).toSorted()).toEqual(names.toSorted())
    const checked = spawnSync(sha256sum ?? '', ['--strict', '-c', 'SHA256SUMS'], {
      cwd: inside,
      encoding: 'utf8',
    })
    expect(checked.status).toBe(0)
    expect(checked.stdout.match(/: OK$/gm)).toHaveLength(names.length - 1)
  })
})

const python = findProgram('Python with pandas')
describe.skipIf(python === null)('Python with pandas', () => {
  test('finds a whole archive, its files in their order, all of the day of the edition', () => {
    const script = `import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([z.testzip(), z.namelist(), sorted({i.date_time for i in z.infolist()})]))`
    const output = execFileSync(python ?? '', ['-c', script, file], { encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual([
      null,
      names.map((name) => `${folder}/${name}`),
      [[2026, 11, 1, 12, 0, 0]],
    ])
  })
})
