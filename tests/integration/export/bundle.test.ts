import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseFiles } from '@/lib/export/release-files'
import { findProgram } from '../../support/programs'
import { writtenBundle } from '../../support/written-release'

const names: readonly string[] = releaseFiles.map(({ name }) => name)
const unzip = findProgram('unzip')
const sha256sum = findProgram('sha256sum')
const python = findProgram('Python with pandas')

describe.each([
  ['as it is', undefined],
  ['as if every file were larger than 4 GB', 1],
])('a bundle, %s', (_, zip64From) => {
  let file = ''
  beforeAll(async () => {
    file = await writtenBundle(zip64From)
  })
  afterAll(() => rmSync(path.dirname(file), { recursive: true, force: true }))

  test.skipIf(unzip === null || sha256sum === null)(
    'unzip and sha256sum find a whole archive, the files of a release and nothing else, and the hashes of all',
    () => {
      expect(execFileSync(unzip ?? '', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected')
      const folder = path.join(path.dirname(file), 'unpacked')
      execFileSync(unzip ?? '', ['-q', file, '-d', folder])
      expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
      const checked = spawnSync(sha256sum ?? '', ['--strict', '-c', 'SHA256SUMS'], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect(checked.status).toBe(0)
      expect(checked.stdout.match(/: OK$/gm)).toHaveLength(names.length - 1)
    },
  )

  test.skipIf(python === null)(
    'Python finds a whole archive, its files in their order, all of the day of the release',
    () => {
      const script = `import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([z.testzip(), z.namelist(), sorted({i.date_time for i in z.infolist()})]))`
      const output = execFileSync(python ?? '', ['-c', script, file], { encoding: 'utf8' })
      expect(JSON.parse(output)).toEqual([null, names, [[2026, 11, 1, 12, 0, 0]]])
    },
  )
})
